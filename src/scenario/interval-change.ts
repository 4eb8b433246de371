/** Changes of one interval that effects are asked of, and what they are counted in. */
import type { OutcomeName } from '../queueing/day-outcomes.ts';
import type { DayCounts } from '../queueing/day-value.ts';
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

/** One outcome counted: over the day, and by interval what its change does. */
type Outcome = { readonly day: DayCounts; readonly effects: readonly (DayCounts | null)[] };

const NOBODY: DayCounts = { offered: 0, count: 0, abandoned: 0 };

/**
 * Several outcomes of the same changes told together; null where `main` has nothing to change.
 *
 * @param counts from `of`, which says what a change does to an outcome
 */
export function countEffects(
  main: Outcome,
  counts: (of: (one: Outcome) => DayCounts) => Counts,
): CountEffects {
  return {
    day: counts(({ day }) => day),
    effects: main.effects.map((effect, i) => effect && counts(({ effects }) => effects[i] ?? NOBODY)),
  };
}

/** How contacts are counted. */
export type Counting = InTime & {
  readonly definition: ServiceLevelDefinition;
  readonly besides: Exclude<OutcomeName, 'answered' | 'answeredWithin' | 'waitOfAnswered'> | null;
  readonly shortAbandon: Seconds;
};

/** Three digits are more than a picture shows. */
export const TOLERANCE = 1e-3;
