/**
 * What a history looks like without its noise, for pictures: how busy each weekday is, how a day runs,
 * where the level has gone, and what marked days did. Descriptions, not models: no forecast uses them.
 */
import { formatDate, weekdayOf } from '../numeric/civil-date.ts';
import { median } from '../numeric/median.ts';
import type { Series } from './series.ts';

export type WeekdayFactor = {
  /** Monday 0. */
  readonly weekday: number;
  readonly days: number;
  /** Median and middle half of the day's total over the mean day of its week. */
  readonly factor: number;
  readonly low: number;
  readonly high: number;
};

export type SpecialEffect = {
  readonly label: string;
  readonly days: number;
  /** Mean ratio to the same weekday of the weeks around; null where those are not known. */
  readonly ratio: number | null;
  /** Share of the day in each slot, where any such day is whole. */
  readonly profile: readonly number[] | null;
};

export type Season = {
  /** Weekdays with at least two whole days. */
  readonly weekdays: readonly WeekdayFactor[];
  /** By weekday, share of the day in each slot, over whole unmarked days; empty for closed weekdays. */
  readonly profiles: readonly (readonly number[])[];
  /** Mean contacts of a whole day, week by week from Monday; null for weeks with fewer than three. */
  readonly trend: readonly { readonly monday: string; readonly perDay: number | null }[];
  readonly specials: readonly SpecialEffect[];
};

/** Days at which most of the open slots are known count as whole. */
const WHOLE = 0.9;
/** Weeks on either side that say what is usual. */
const AROUND = 4;

/** O(days × slots). */
export function seasonOf(series: Series): Season {
  const totals = dayTotals(series);
  const plain = totals.map((total, d) => (series.special.has(series.firstDay + d) ? Number.NaN : total));
  return {
    weekdays: weekdayFactors(series, plain),
    profiles: Array.from({ length: 7 }, (_, weekday) =>
      meanProfile(series, (d) => weekdayOf(series.firstDay + d) === weekday && !Number.isNaN(plain[d])),
    ),
    trend: weeklyLevel(series, plain),
    specials: specialEffects(series, totals, plain),
  };
}

/** Total of each day; NaN where too much of it is unknown, or the day is closed. */
export function dayTotals({
  days,
  slotsPerDay,
  values,
  closed,
  firstDay,
}: Pick<Series, 'days' | 'slotsPerDay' | 'values' | 'closed' | 'firstDay'>): number[] {
  return Array.from({ length: days }, (_, d) => {
    const row = weekdayOf(firstDay + d) * slotsPerDay;
    let [sum, known, open] = [0, 0, 0];
    for (let s = 0; s < slotsPerDay; s++) {
      if (closed[row + s] === 0) open++;
      const value = values[d * slotsPerDay + s] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      sum += value;
      known++;
    }
    return known > 0 && known >= WHOLE * open ? sum : Number.NaN;
  });
}

function weekdayFactors({ firstDay, days }: Series, totals: readonly number[]): WeekdayFactor[] {
  const ratios = Array.from({ length: 7 }, (): number[] => []);
  for (let monday = -weekdayOf(firstDay); monday < days; monday += 7) {
    const week = totals.slice(Math.max(0, monday), monday + 7).filter((total) => !Number.isNaN(total));
    const mean = week.reduce((sum, total) => sum + total, 0) / week.length;
    if (week.length < 3 || !(mean > 0)) continue;
    for (let d = Math.max(0, monday); d < Math.min(days, monday + 7); d++) {
      const total = totals[d] ?? Number.NaN;
      if (!Number.isNaN(total)) ratios[weekdayOf(firstDay + d)]?.push(total / mean);
    }
  }
  return ratios.flatMap((list, weekday) => {
    if (list.length < 2) return [];
    const sorted = list.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
    return [{ weekday, days: list.length, factor: median(list), low: at(0.25), high: at(0.75) }];
  });
}

function meanProfile({ days, slotsPerDay, values }: Series, counts: (day: number) => boolean): number[] {
  const sums = new Float64Array(slotsPerDay);
  const known = new Float64Array(slotsPerDay);
  for (let d = 0; d < days; d++) {
    if (!counts(d)) continue;
    for (let s = 0; s < slotsPerDay; s++) {
      const value = values[d * slotsPerDay + s] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      sums[s] = (sums[s] ?? 0) + value;
      known[s] = (known[s] ?? 0) + 1;
    }
  }
  const means = Array.from(sums, (sum, s) => ((known[s] ?? 0) > 0 ? sum / (known[s] ?? 1) : 0));
  const total = means.reduce((sum, mean) => sum + mean, 0);
  return total > 0 ? means.map((mean) => mean / total) : [];
}

function weeklyLevel({ firstDay, days }: Series, totals: readonly number[]): Season['trend'] {
  const weeks: { monday: string; perDay: number | null }[] = [];
  for (let monday = -weekdayOf(firstDay); monday < days; monday += 7) {
    const known = totals.slice(Math.max(0, monday), monday + 7).filter((total) => !Number.isNaN(total));
    const sum = known.reduce((a, b) => a + b, 0);
    weeks.push({
      monday: formatDate(firstDay + monday),
      perDay: known.length >= 3 ? sum / known.length : null,
    });
  }
  return weeks;
}

function specialEffects(
  series: Series,
  totals: readonly number[],
  plain: readonly number[],
): SpecialEffect[] {
  const { firstDay, days, special } = series;
  const labels = new Map<string, number[]>();
  for (const [day, label] of special)
    if (day >= firstDay && day < firstDay + days)
      labels.set(label, [...(labels.get(label) ?? []), day - firstDay]);
  return [...labels].map(([label, list]) => {
    const ratios = list.flatMap((d) => {
      const around: number[] = [];
      for (let week = 1; week <= AROUND; week++)
        for (const other of [d - 7 * week, d + 7 * week]) {
          const total = plain[other] ?? Number.NaN;
          if (!Number.isNaN(total)) around.push(total);
        }
      const usual = around.length > 0 ? median(around) : 0;
      const total = totals[d] ?? Number.NaN;
      return usual > 0 && !Number.isNaN(total) ? [total / usual] : [];
    });
    const profile = meanProfile(series, (d) => list.includes(d) && !Number.isNaN(totals[d]));
    return {
      label,
      days: list.length,
      ratio: ratios.length > 0 ? ratios.reduce((a, b) => a + b, 0) / ratios.length : null,
      profile: profile.length > 0 ? profile : null,
    };
  });
}
