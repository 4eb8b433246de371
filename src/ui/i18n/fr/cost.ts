import type { Messages } from '../en.ts';

export const cost: Messages['cost'] = {
  question: 'Que coûte le plan, et pourquoi ?',
};
