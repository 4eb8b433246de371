/** Which day of a log may be played as the first day planned: weekdays stay what they are. */
import { formatDate, parseDate } from '../numeric/civil-date.ts';
import type { Calendar } from './schema.ts';

const WEEK = 7;

export type ReplayStarts = {
  /** Ascending; days of the plan's first weekday, from the last one on or before the log's first day. */
  readonly days: readonly string[];
  /** The plan's own first day where the log reaches into the days planned; else the newest of which the log has all days; else the first. */
  readonly best: string;
};

/** @param from first date of the log, `YYYY-MM-DD`, and `to` its last */
export function replayStarts(
  { start, days }: Pick<Calendar, 'start' | 'days'>,
  from: string,
  to: string,
): ReplayStarts {
  const [planned, first, last] = [start, from, to].map((date) => parseDate(date) ?? 0);
  if (planned === undefined || first === undefined || last === undefined)
    return { days: [start], best: start };
  const earliest = first - ((((first - planned) % WEEK) + WEEK) % WEEK);
  const all: number[] = [];
  for (let day = earliest; day <= last; day += WEEK) all.push(day);
  const reaches = first < planned + days && last >= planned;
  const whole = all.findLast((day) => day >= first && day + days - 1 <= last);
  return {
    days: all.map((day) => formatDate(day)),
    best: formatDate(reaches ? planned : (whole ?? earliest)),
  };
}
