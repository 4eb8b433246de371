/** The channels page. */
export const channels = {
  question: 'What does each channel promise, and how does it work?',
};
