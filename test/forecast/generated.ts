/** Histories made to order: level × weekday × profile with noise from a small seeded generator. */
import { dayNumber, formatStart, weekdayOf } from '../../src/numeric/civil-date.ts';
import { seriesFrom, type History, type Series } from '../../src/forecast/series.ts';

export const FIRST_DAY = dayNumber(2025, 3, 3);
const WEEK = [1.2, 1.05, 1, 0.95, 1, 0.5, 0.3];

/** mulberry32: good enough to scatter a test series, and the same everywhere. */
export function scatter(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A sum of twelve uniforms: standard normal up to its sixth moment. */
const normal = (random: () => number) => Array.from({ length: 12 }, random).reduce((a, b) => a + b, -6);

export type Made = {
  readonly days: number;
  readonly intervalMinutes: number;
  /** Contacts of an average day. */
  readonly level: number;
  readonly seed: number;
  /** Day factor. */
  readonly cv?: number;
  /** Correlation of the day factor from one day to the next. */
  readonly carried?: number;
  readonly first?: number;
  /** From 08:00, or all around the clock: 24. */
  readonly openHours?: 12 | 24;
};

/** Open 08:00 to 20:00, all week, one hump; counts rounded from a normal with Poisson variance. */
export function madeHistory({
  days,
  intervalMinutes,
  level,
  seed,
  cv = 0.1,
  carried = 0,
  first = FIRST_DAY,
  openHours = 12,
}: Made): History {
  const random = scatter(seed);
  const starts: string[] = [];
  const values: number[] = [];
  let deviation = 0;
  for (let day = 0; day < days; day++) {
    deviation = carried * deviation + Math.sqrt(1 - carried ** 2) * normal(random);
    const total = level * (WEEK[weekdayOf(first + day)] ?? 1) * Math.exp(cv * deviation);
    if (intervalMinutes === 1440) {
      starts.push(formatStart(first + day, 0));
      values.push(Math.max(0, Math.round(total + Math.sqrt(total) * normal(random))));
      continue;
    }
    const slots = (openHours * 60) / intervalMinutes;
    const opens = openHours === 24 ? 0 : 480;
    for (let slot = 0; slot < slots; slot++) {
      // sin² sums to half the number of slots
      const mean = (total * 2 * Math.sin((Math.PI * (slot + 0.5)) / slots) ** 2) / slots;
      starts.push(formatStart(first + day, opens + slot * intervalMinutes));
      values.push(Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random))));
    }
  }
  return { intervalMinutes, starts, values };
}

export function seriesOf(history: History): Series {
  const outcome = seriesFrom(history);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.series;
}
