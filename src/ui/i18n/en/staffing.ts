/** The staffing page. */
export const staffing = {
  question: 'How many agents, and when?',
};
