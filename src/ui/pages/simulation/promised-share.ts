/** Which share of the simulator's a channel's promise is counted in, of an interval or a reason as of the whole. */
import { isDeferred } from '../../../scenario/opening.ts';
import type { Channel } from '../../../scenario/schema.ts';

export type PromisedShare = 'serviceLevel' | 'firstResponseWithin';

/** Work that can wait is all answered in the end; its service level leaves out what is not due yet. */
export function promisedShare({ kind, targets }: Pick<Channel, 'kind' | 'targets'>): PromisedShare {
  const replies = targets.serviceLevel === undefined && targets.firstResponse?.percentile !== undefined;
  return replies && !isDeferred(kind) ? 'firstResponseWithin' : 'serviceLevel';
}
