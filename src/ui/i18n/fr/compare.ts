import type { Messages } from '../en.ts';

export const compare: Messages['compare'] = {
  question: 'Qu’est-ce qui change entre les deux ?',
};
