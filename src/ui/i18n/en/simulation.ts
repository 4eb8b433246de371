/** The simulation page. */
export const simulation = {
  question: 'Does the plan hold when the day plays out?',
};
