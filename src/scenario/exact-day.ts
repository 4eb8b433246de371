/**
 * One day of a phone-like channel solved exactly: backlog is carried from interval to interval, and
 * agents finish the contact they are in when their shift ends.
 *
 * Assumes what transient-day.ts does, one mean handle time over the day, and an empty start. Beside the
 * models that take each interval for itself it shows what the flanks of the day do to them.
 */
import { UnattainableTarget } from '../errors.ts';
import { sequentialRequirement } from '../queueing/sequential-requirement.ts';
import { transientDay, type Day } from '../queueing/transient-day.ts';
import { SECONDS_PER_HOUR, type Seconds, type Share } from '../units.ts';
import type { Targets } from './schema.ts';

export type ExactDayQuestion = {
  readonly intervalSeconds: Seconds;
  /** Contacts expected in each interval of the day, from opening to closing. */
  readonly offered: readonly number[];
  /** Whole agents of the plan. */
  readonly planned: readonly number[];
  readonly handleTime: Seconds;
  /** Null where everybody waits. */
  readonly patience: Seconds | null;
  readonly targets: Targets;
};

export type ExactDay = {
  /** Answered within the threshold of those offered, with the planned agents; null where nothing is offered. */
  readonly levels: readonly (Share | null)[];
  /** Least agents when every interval has its least; null where the targets are not among those solved for. */
  readonly required: readonly number[] | null;
};

/** Four digits are more than anybody staffs by, and cost half the time of five. */
const TOLERANCE = 1e-4;

/** Null without a service level of contacts offered: the exact day counts no other. */
export function exactDay(question: ExactDayQuestion): ExactDay | null {
  const { intervalSeconds, offered, planned, handleTime, patience, targets } = question;
  const goal = targets.serviceLevel;
  if (!goal || (goal.definition ?? 'offered') !== 'offered' || offered.length === 0) return null;
  const day: Day = {
    intervalLength: intervalSeconds,
    intervals: offered.map((contacts, i) => ({
      contactsPerHour: (contacts * SECONDS_PER_HOUR) / intervalSeconds,
      agents: planned[i] ?? 0,
    })),
    handleTime,
    patience: patience ?? undefined,
    threshold: goal.threshold,
    tolerance: TOLERANCE,
  };
  const { intervals } = transientDay(day);
  return {
    levels: intervals.map((counts) =>
      counts.offered > 0 ? Math.min(1, counts.answeredWithinThreshold / counts.offered) : null,
    ),
    required: leastAgents(day, goal, targets),
  };
}

function leastAgents(
  day: Day,
  serviceLevel: NonNullable<Targets['serviceLevel']>,
  { abandonment, maxOccupancy, meanWaitAnswered, firstResponse }: Targets,
): readonly number[] | null {
  if (firstResponse !== undefined) return null;
  try {
    return sequentialRequirement(day, { serviceLevel, meanWaitAnswered, abandonment, maxOccupancy }).agents;
  } catch (error) {
    if (error instanceof UnattainableTarget) return null;
    throw error;
  }
}
