import type { Messages } from '../en.ts';

export const overview: Messages['overview'] = {
  question: 'La semaine va-t-elle tenir ?',
};
