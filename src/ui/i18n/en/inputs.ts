/** Fields and controls, whatever page they stand on. */
export const inputs = {
  notANumber: 'This is not a number.',
  notWhole: 'A whole number.',
  tooSmall: (least: string) => `At least ${least}.`,
  tooLarge: (most: string) => `At most ${most}.`,
  baseline: (value: string) => `baseline ${value}`,
  page: (from: string, to: string, all: string) => `${from} to ${to} of ${all}`,
  pageBefore: 'Previous',
  pageAfter: 'Next',
};
