/**
 * The shape of a day, by weekday, and daily totals spread along it.
 *
 * A file of daily totals says nothing about the hours. Their shape is somebody's choice: another
 * history, the opening hours, a bundled curve. What is spread keeps its daily sum.
 */
import { formatStart, parseStart, weekdayOf } from '../numeric/civil-date.ts';
import { DomainError } from '../errors.ts';
import { MINUTES_PER_DAY, type Share } from '../units.ts';
import type { WeekSpans } from './opening-hours.ts';
import type { HistorySeries } from './report.ts';

export type IntradayProfile = {
  readonly intervalMinutes: number;
  /** Share of the day by interval, Monday first; each row sums to 1, or to 0 where the day is closed. */
  readonly shares: readonly (readonly Share[])[];
};

export type SpreadSeries = {
  readonly series: HistorySeries;
  /** Contacts of days that the profile has closed: nowhere to put them. */
  readonly unplaced: readonly { readonly date: string; readonly contacts: number }[];
};

/**
 * Daily totals on the intervals of a profile. Shares are not rounded: 7 contacts over 48 half-hours
 * are fractions of contacts, and their sum is 7. An unknown day is unknown in each open interval.
 *
 * @throws {DomainError} if the series is not daily or a row of the profile sums to neither 1 nor 0
 */
export function spreadDaily(daily: HistorySeries, profile: IntradayProfile): SpreadSeries {
  if (daily.intervalMinutes !== MINUTES_PER_DAY)
    throw new DomainError('spreadDaily', 'daily.intervalMinutes', daily.intervalMinutes, 'a day, 1440');
  const { intervalMinutes } = profile;
  const shares = checkedShares(profile);
  const [starts, values]: [string[], (number | null)[]] = [[], []];
  const handleTime: (number | null)[] = [];
  const unplaced: { date: string; contacts: number }[] = [];
  daily.starts.forEach((start, i) => {
    const day = parseStart(start)?.day ?? 0;
    const row = shares[weekdayOf(day)] ?? [];
    const contacts = daily.values[i] ?? null;
    if (contacts !== null && contacts > 0 && row.every((share) => share === 0))
      unplaced.push({ date: start.slice(0, 10), contacts });
    row.forEach((share, slot) => {
      if (share === 0) return;
      starts.push(formatStart(day, slot * intervalMinutes));
      values.push(contacts === null ? null : contacts * share);
      handleTime.push(daily.handleTime?.[i] ?? null);
    });
  });
  const series = { channel: daily.channel, intervalMinutes, starts, values };
  return { series: daily.handleTime === undefined ? series : { ...series, handleTime }, unplaced };
}

/**
 * Shape of the days of a history, total over total: each interval's contacts on a weekday, over all
 * contacts of that weekday. Days that are not whole (an interval unknown, or missing that the
 * weekday has at other times) are left out. A weekday without contacts is closed.
 */
export function profileOf(series: HistorySeries): IntradayProfile {
  const { intervalMinutes } = series;
  const slots = MINUTES_PER_DAY / intervalMinutes;
  const days = new Map<number, { row: Float64Array; known: number }>();
  const open = Array.from({ length: 7 }, () => new Set<number>());
  series.starts.forEach((text, i) => {
    const start = parseStart(text);
    if (start === null) return;
    const slot = start.minute / intervalMinutes;
    const entry = days.get(start.day) ?? { row: new Float64Array(slots), known: 0 };
    const value = series.values[i] ?? null;
    if (value !== null) {
      entry.known++;
      entry.row[slot] = value;
    }
    days.set(start.day, entry);
    open[weekdayOf(start.day)]?.add(slot);
  });
  const totals = Array.from({ length: 7 }, () => new Float64Array(slots));
  for (const [day, { row, known }] of days)
    if (known === open[weekdayOf(day)]?.size)
      row.forEach((value, slot) => addTo(totals[weekdayOf(day)], slot, value));
  return { intervalMinutes, shares: totals.map((row) => normalised(row)) };
}

/** Contacts spread evenly over the opening hours. */
export function evenProfile(hours: WeekSpans, intervalMinutes: number): IntradayProfile {
  const slots = MINUTES_PER_DAY / intervalMinutes;
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
  const shares = Array.from({ length: 7 }, (_, weekday) => {
    const row = new Float64Array(slots);
    for (const [from, to] of hours[weekday] ?? [])
      for (let slot = 0; slot < slots; slot++) {
        const [start, end] = [slot * intervalMinutes, (slot + 1) * intervalMinutes];
        addTo(row, slot, Math.max(0, Math.min(end, minutes(to)) - Math.max(start, minutes(from))));
      }
    return normalised(row);
  });
  return { intervalMinutes, shares };
}

function addTo(row: Float64Array | undefined, slot: number, value: number): void {
  if (row !== undefined) row[slot] = (row[slot] ?? 0) + value;
}

function normalised(row: Float64Array): number[] {
  const total = row.reduce((sum, value) => sum + value, 0);
  return Array.from(row, (value) => (total > 0 ? value / total : 0));
}

function checkedShares({ intervalMinutes, shares }: IntradayProfile): readonly (readonly Share[])[] {
  shares.forEach((row, weekday) => {
    const total = row.reduce((sum, share) => sum + share, 0);
    const fits = row.length * intervalMinutes === MINUTES_PER_DAY && row.every((share) => share >= 0);
    if (!fits || (total !== 0 && Math.abs(total - 1) > 1e-6))
      throw new DomainError(
        'spreadDaily',
        `profile.shares[${weekday}]`,
        total,
        'shares of a whole day that sum to 1 or 0',
      );
  });
  return shares;
}
