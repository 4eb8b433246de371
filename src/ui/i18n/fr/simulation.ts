import type { Messages } from '../en.ts';

export const simulation: Messages['simulation'] = {
  question: 'Le plan tient-il quand la journée se joue ?',
};
