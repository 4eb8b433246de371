import type { Messages } from '../en.ts';

export const inputs: Messages['inputs'] = {
  notANumber: 'Ce n’est pas un nombre.',
  notWhole: 'Un nombre entier.',
  tooSmall: (least) => `Au moins ${least}.`,
  tooLarge: (most) => `Au plus ${most}.`,
  baseline: (value) => `référence ${value}`,
  page: (from, to, all) => `${from} à ${to} sur ${all}`,
  pageBefore: 'Précédents',
  pageAfter: 'Suivants',
};
