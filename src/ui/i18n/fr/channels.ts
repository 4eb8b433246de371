import type { Messages } from '../en.ts';

export const channels: Messages['channels'] = {
  question: 'Que promet chaque canal, et comment fonctionne-t-il ?',
};
