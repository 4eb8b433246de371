import type { Messages } from '../en.ts';

export const demand: Messages['demand'] = {
  question: 'Combien de contacts, et quand ?',
};
