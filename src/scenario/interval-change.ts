/** Changes of one interval that effects are asked of, and what they are counted in. */
import type { OutcomeName } from '../queueing/day-outcomes.ts';
import type { ServiceLevelDefinition } from '../queueing/measures.ts';
import type { Seconds, Share } from '../units.ts';
import type { InTime } from './live-line.ts';

export const CHANGES = ['moreAgents', 'fewerAgents', 'volume', 'handleTime', 'patience'] as const;
export type Change = (typeof CHANGES)[number];

/** By so much volume, handle time and patience change. */
export const CHANGED_BY: Share = 0.1;

/** What a change does to contacts, over the day. */
export type Counts = {
  readonly offered: number;
  readonly inTime: number;
  readonly lost: number;
  /** Those that the definition of the level counts besides. */
  readonly besides: number;
};

export type CountEffects = { readonly day: Counts; readonly effects: readonly (Counts | null)[] };

/** How contacts are counted. */
export type Counting = InTime & {
  readonly definition: ServiceLevelDefinition;
  readonly besides: Exclude<OutcomeName, 'answered' | 'answeredWithin' | 'waitOfAnswered'> | null;
  readonly shortAbandon: Seconds;
};

/** Three digits are more than a picture shows. */
export const TOLERANCE = 1e-3;
