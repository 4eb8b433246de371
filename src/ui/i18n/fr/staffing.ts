import type { Messages } from '../en.ts';

export const staffing: Messages['staffing'] = {
  question: 'Combien de conseillers, et quand ?',
};
