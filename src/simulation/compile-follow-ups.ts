/** What customers do afterwards, as the loop asks for it: by what happened to them. */
import {
  ABANDONED_REDIALED,
  ABANDONED_SWITCHED,
  BLOCKED_REDIALED,
  BLOCKED_SWITCHED,
  RETURN_FIELDS,
} from './counters.ts';
import { PASSED_ON, RECONTACT, REDIAL, SWITCH, type Way } from './follow-ups.ts';
import type { FollowUp } from './model.ts';
import { createSampler, type Sampler } from './sampler.ts';

export type CompiledFollowUp = {
  readonly probability: number;
  readonly delay: Sampler;
  readonly to: number;
  readonly most: number;
  readonly way: Way;
  /** The column of returns that it adds to where it had not helped; else -1. */
  readonly after: number;
};

export type CompiledFollowUps = {
  readonly onAnswered: readonly CompiledFollowUp[];
  readonly onAbandoned: readonly CompiledFollowUp[];
  readonly onBlocked: readonly CompiledFollowUp[];
};

/** @param classIndex number of each class */
export function compileFollowUps(
  followUps: readonly FollowUp[] = [],
  index: number,
  classIndex: ReadonlyMap<string, number>,
): CompiledFollowUps {
  const after = (on: FollowUp['on']): CompiledFollowUp[] =>
    followUps
      .filter((f) => f.on === on)
      .map((f) => {
        const to = f.to === undefined ? index : classIndex.get(f.to)!;
        return {
          probability: f.probability,
          delay: createSampler(f.delay),
          to,
          most: f.most ?? 10,
          ...wayBack(f, to, index),
        };
      });
  return { onAnswered: after('answered'), onAbandoned: after('abandoned'), onBlocked: after('blocked') };
}

function wayBack(
  { on, transfer }: FollowUp,
  to: number,
  from: number,
): Pick<CompiledFollowUp, 'way' | 'after'> {
  if (on === 'answered') return { way: transfer === true ? PASSED_ON : RECONTACT, after: -1 };
  const again = to === from;
  const redialed = on === 'abandoned' ? ABANDONED_REDIALED : BLOCKED_REDIALED;
  const switched = on === 'abandoned' ? ABANDONED_SWITCHED : BLOCKED_SWITCHED;
  return {
    way: again ? REDIAL : SWITCH,
    after: from * RETURN_FIELDS + (again ? redialed : switched),
  };
}
