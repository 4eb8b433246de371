/** What the first days of a history say before any filter has run: totals, and where its levels start. */
import { median } from '../numeric/median.ts';
import type { DayFacts } from './day-facts.ts';
import type { Series } from './series.ts';

/** Contacts of the known slots of each day (NaN: none known), and how many are known. */
export function knownTotals({ days, slotsPerDay, values }: Series): {
  totals: Float64Array;
  knownSlots: Int32Array;
} {
  const totals = new Float64Array(days).fill(Number.NaN);
  const knownSlots = new Int32Array(days);
  for (let d = 0; d < days; d++)
    for (let s = 0; s < slotsPerDay; s++) {
      const value = values[d * slotsPerDay + s] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      totals[d] = knownSlots[d] === 0 ? value : (totals[d] ?? 0) + value;
      knownSlots[d] = (knownSlots[d] ?? 0) + 1;
    }
  return { totals, knownSlots };
}

/**
 * Typical totals of the first days: by weekday the median (NaN: not seen), so that one outlier does not set the
 * start; their average over the weekdays seen, and how many days are behind each.
 */
export function firstLevels(
  { slotsPerDay, closed }: Pick<Series, 'slotsPerDay' | 'closed'>,
  facts: readonly Pick<DayFacts, 'weekday' | 'special'>[],
  totals: Float64Array,
  knownSlots: Int32Array,
): { byWeekday: number[]; average: number; seen: number[] } {
  const openSlots = Array.from({ length: 7 }, (_, w) =>
    closed.subarray(w * slotsPerDay, (w + 1) * slotsPerDay).reduce((sum, c) => sum + 1 - c, 0),
  );
  const seen: number[] = [];
  const byWeekday = Array.from({ length: 7 }, (_, weekday) => {
    const found = facts.flatMap((fact, d) => {
      const open = openSlots[weekday] ?? 0;
      const known = knownSlots[d] ?? 0;
      if (fact.weekday !== weekday || fact.special !== null || known * 2 < open || known === 0) return [];
      return [((totals[d] ?? 0) * open) / known];
    });
    seen.push(found.length);
    return median(found);
  });
  const known = byWeekday.filter((total) => !Number.isNaN(total));
  const average = known.length === 0 ? 0 : known.reduce((sum, total) => sum + total, 0) / known.length;
  return {
    byWeekday: average > 0 ? byWeekday : byWeekday.map(() => Number.NaN),
    average,
    seen,
  };
}
