/**
 * Figures far above what their weekday and time usually has: slips of the pen, or a day to remember.
 *
 * Each interval is held against the mean of the others of its weekday and time but the highest, so that
 * neither it nor a second slip raises the measure. Only figures too high are told: too low ones are told as zeros and gaps.
 */
import { weekdayOf } from '../numeric/civil-date.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import type { SeriesColumns } from './report.ts';

/** Times the usual figure, and Poisson deviations above it. */
const FAR = { ratio: 5, deviations: 10 };
/** Weeks without which nothing is usual. */
const LEAST_OTHERS = 3;

/** Indexes of the intervals far out, in order of time. O(intervals). */
export function outliersOf({ intervalMinutes, starts, values, known }: SeriesColumns): number[] {
  const slots = Math.max(1, MINUTES_PER_DAY / intervalMinutes);
  const sums = new Float64Array(7 * slots);
  const counts = new Int32Array(7 * slots);
  const highest = new Float64Array(7 * slots);
  const second = new Float64Array(7 * slots);
  const slotOf = (start: number): number => {
    const day = Math.floor(start / MINUTES_PER_DAY);
    return weekdayOf(day) * slots + Math.floor((start - day * MINUTES_PER_DAY) / intervalMinutes);
  };
  starts.forEach((start, i) => {
    if (known[i] !== 1) return;
    const slot = slotOf(start);
    const value = values[i] ?? 0;
    sums[slot] = (sums[slot] ?? 0) + value;
    counts[slot] = (counts[slot] ?? 0) + 1;
    second[slot] = Math.max(second[slot] ?? 0, Math.min(value, highest[slot] ?? 0));
    highest[slot] = Math.max(highest[slot] ?? 0, value);
  });
  const found: number[] = [];
  starts.forEach((start, i) => {
    if (known[i] !== 1) return;
    const slot = slotOf(start);
    const others = (counts[slot] ?? 0) - 1;
    if (others < LEAST_OTHERS) return;
    const value = values[i] ?? 0;
    const left = (value === highest[slot] ? second[slot] : highest[slot]) ?? 0;
    const usual = Math.max(1, ((sums[slot] ?? 0) - value - left) / (others - 1));
    if (value > FAR.ratio * usual && value - usual > FAR.deviations * Math.sqrt(usual)) found.push(i);
  });
  return found;
}
