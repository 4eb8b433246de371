import type { Messages } from '../en.ts';

export const inputs: Messages['inputs'] = {
  notANumber: 'Ce n’est pas un nombre.',
  tooSmall: (least) => `Au moins ${least}.`,
  tooLarge: (most) => `Au plus ${most}.`,
  baseline: (value) => `référence ${value}`,
};
