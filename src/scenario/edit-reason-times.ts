/** When reasons come, edited as shares of an hour or a weekday, with weights that always add up to somebody. */
import type { Share } from '../units.ts';
import { HOURS, WEEKDAYS } from './reason-times.ts';
import { MOST_WEIGHT } from './reasons.ts';
import type { Reason } from './schema-customers.ts';

export type Times = 'byWeekday' | 'byHour';

const LENGTH: Readonly<Record<Times, number>> = { byWeekday: WEEKDAYS, byHour: HOURS };

/** Weights to be changed, so far as usual at all times; or none. */
export function withTimes(reasons: readonly Reason[], times: Times, on: boolean): Reason[] {
  return reasons.map(({ weights, ...reason }) => {
    const { [times]: _, ...other } = weights ?? {};
    const kept = on ? { ...other, [times]: Array.from({ length: LENGTH[times] }, () => 1) } : other;
    return Object.keys(kept).length === 0 ? reason : { ...reason, weights: kept };
  });
}

export function hasTimesBy(reasons: readonly Reason[], times: Times): boolean {
  return reasons.some(({ weights }) => weights?.[times] !== undefined);
}

/** Shares at one hour on usual weekdays, or on one weekday at usual hours. */
export function sharesOf(reasons: readonly Reason[], times: Times, place: number): Share[] {
  const parts = reasons.map(({ share, weights }) => share * (weights?.[times]?.[place] ?? 1));
  const sum = parts.reduce((all, part) => all + part, 0);
  return parts.map((part) => part / sum);
}

/** Most that a reason can have of a time: weights have a limit, and nothing comes of a reason that nobody has. */
export function mostShareAt({ share }: Reason): Share {
  return Math.min(1, share * MOST_WEIGHT);
}

/**
 * The reason has this share at that time; the others give way, or take what is left, in proportion, and as they
 * usually come where they had nothing. Where nobody is left at an hour of some weekday, all come as usual.
 */
export function withShareAt(
  reasons: readonly Reason[],
  id: string,
  times: Times,
  place: number,
  share: Share,
): Reason[] {
  const before = sharesOf(reasons, times, place);
  const others = (of: (reason: Reason, r: number) => number): number =>
    reasons.reduce((sum, reason, r) => (reason.id === id ? sum : sum + of(reason, r)), 0);
  const had = others((_, r) => before[r] ?? 0);
  const usual = others((reason) => reason.share);
  // Alone with all contacts it keeps them.
  if (usual === 0) return [...reasons];
  const weights = reasons.map((reason, r) => {
    if (reason.share === 0) return 1;
    if (reason.id === id) return share / reason.share;
    return had > 0 ? ((before[r] ?? 0) * (1 - share)) / had / reason.share : (1 - share) / usual;
  });
  // Only their proportions count; rounding leaves none above the limit.
  const scale = Math.max(1, Math.max(...weights) / MOST_WEIGHT);
  const scaled = (r: number): number => Math.min(MOST_WEIGHT, (weights[r] ?? 1) / scale);
  return withSomebody(withPlace(reasons, times, place, scaled));
}

/** Where shares or reasons have changed so that nobody would come for anything, all come as usual. */
export function withSomebody(reasons: readonly Reason[]): Reason[] {
  let now = [...reasons];
  const comes = (weekday: number | null, hour: number | null): boolean =>
    now.some(
      ({ share, weights }) =>
        share *
          (weekday === null ? 1 : (weights?.byWeekday?.[weekday] ?? 1)) *
          (hour === null ? 1 : (weights?.byHour?.[hour] ?? 1)) >
        0,
    );
  for (let weekday = 0; weekday < WEEKDAYS; weekday++)
    if (!comes(weekday, null)) now = withPlace(now, 'byWeekday', weekday, () => 1);
  for (let hour = 0; hour < HOURS; hour++)
    if (Array.from({ length: WEEKDAYS }, (_, weekday) => weekday).some((weekday) => !comes(weekday, hour)))
      now = withPlace(now, 'byHour', hour, () => 1);
  return now;
}

/** Sets one number of each reason's list, which is there as usual where it was absent. */
function withPlace(
  reasons: readonly Reason[],
  times: Times,
  place: number,
  weight: (r: number) => number,
): Reason[] {
  return reasons.map((reason, r) => {
    const list = reason.weights?.[times] ?? Array.from({ length: LENGTH[times] }, () => 1);
    return { ...reason, weights: { ...reason.weights, [times]: list.with(place, weight(r)) } };
  });
}
