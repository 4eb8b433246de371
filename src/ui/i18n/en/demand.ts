/** The demand page. */
export const demand = {
  question: 'How much will come in, and when?',
};
