/** What is wrong with a scenario file: the core's own sentences, which are English. */
import type { Issue } from '../../../errors.ts';

export const issues = {
  sentence: ({ message, allowed }: Issue) =>
    allowed === undefined || message.includes(allowed) ? message : `${message} (allowed: ${allowed})`,
};
