/** The cost page. */
export const cost = {
  question: 'What does the plan cost, and what drives it?',
};
