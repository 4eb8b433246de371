/**
 * The histories of the other channels, on which one of less than four weeks leans: whether they are
 * wanted is told on the page, and they are read where the forecast is made.
 */
import type { Series, SpecialDay } from '../forecast/series.ts';
import { isYoung, LEAST_BACKTEST_DAYS } from '../forecast/sibling.ts';
import type { SeriesColumns } from '../history/report.ts';
import { parseDate } from '../numeric/civil-date.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { carriedDecisions, cleanedSeries } from './history-cleaning.ts';
import { addedSeries, forecastSeries } from './history-series.ts';
import type { CleaningDecision } from './schema-demand.ts';

export type SiblingHistory = {
  /** Added up. */
  readonly imported: readonly SeriesColumns[];
  readonly cleaning: readonly CleaningDecision[];
  readonly specialDays: readonly SpecialDay[];
};

/** Whether the history before `from` has too few days to stand for itself: else no other one is fetched. O(series). */
export function leansOnOthers(imported: readonly SeriesColumns[], from: string): boolean {
  const end = parseDate(from) ?? Infinity;
  let [first, last] = [Infinity, -Infinity];
  for (const { starts } of imported) {
    first = Math.min(first, starts[0] ?? Infinity);
    last = Math.max(last, starts.at(-1) ?? -Infinity);
  }
  const day = (start: number) => Math.floor(start / MINUTES_PER_DAY);
  return first <= last && Math.min(day(last) + 1, end) - day(first) < LEAST_BACKTEST_DAYS;
}

/** What a forecast of volumes needs: the rest is not copied from thread to thread. */
export function volumesOf(history: SiblingHistory): SiblingHistory {
  const imported = history.imported.map(
    ({ channel, intervalMinutes, starts, values, known }): SeriesColumns => ({
      channel,
      intervalMinutes,
      starts,
      values,
      known,
    }),
  );
  return { ...history, imported };
}

/** Null where the history cannot be read at all; a mark without a date counts for nothing. */
export function readHistory({ imported, specialDays }: Omit<SiblingHistory, 'cleaning'>): Series | null {
  const marks = specialDays.filter(({ date }) => parseDate(date) !== null);
  const read = forecastSeries(addedSeries('', imported), marks);
  return read.ok ? read.series : null;
}

/** Those of the same interval that begin before `from`, cleaned; none for a history that stands for itself. */
export function siblingSeries(series: Series, from: string, others: readonly SiblingHistory[]): Series[] {
  const day = parseDate(from);
  if (day === null || !isYoung(series, day)) return [];
  return others
    .filter(({ imported }) => imported[0]?.intervalMinutes === series.intervalMinutes)
    .flatMap((other) => {
      const read = readHistory(other);
      if (read === null || read.firstDay >= day) return [];
      return [cleanedSeries(read, carriedDecisions(read, other.cleaning))];
    });
}
