/** The compare page. */
export const compare = {
  question: 'What changes between the two?',
};
