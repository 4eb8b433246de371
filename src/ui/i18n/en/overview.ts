/** The overview page. */
export const overview = {
  question: 'Will the week hold?',
};
