/** Intervals and days that a user knows to be wrong, such as outliers named while reading: unknown from here on. */
import { formatDate, parseDate, parseStart } from '../numeric/civil-date.ts';
import { startText } from '../history/findings.ts';
import type { SeriesColumns } from '../history/report.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { refuse, WrongUsage } from './command.ts';

/**
 * The series without the starts (`2026-02-03T10:00`, or with a space) and days (`2026-02-03`) of a list, on every channel.
 *
 * @throws {WrongUsage} for what is neither
 * @throws {WrongInput} for what no channel of the file has
 */
export function withoutIntervals(
  file: string,
  series: readonly SeriesColumns[],
  list: string,
): SeriesColumns[] {
  const wanted = list.split(',').map((entry) => entry.trim().replace(' ', 'T'));
  const wrong = wanted.find((entry) => parseDate(entry) === null && parseStart(entry) === null);
  if (wrong !== undefined)
    throw new WrongUsage(`--leave-out has ${wrong}, but takes starts YYYY-MM-DDTHH:MM and days YYYY-MM-DD`);
  const left = new Set(wanted);
  const seen = new Set<string>();
  const cleaned = series.map((columns) => {
    const { starts, values, handled } = columns;
    const known = columns.known.slice();
    const kept = { values: values.slice(), ...(handled === undefined ? {} : { handled: handled.slice() }) };
    starts.forEach((minute, i) => {
      const names = [startText(minute), formatDate(Math.floor(minute / MINUTES_PER_DAY))];
      const found = names.filter((name) => left.has(name));
      if (found.length === 0) return;
      for (const name of found) seen.add(name);
      known[i] = 0;
      kept.values[i] = 0;
      if (kept.handled !== undefined) kept.handled[i] = 0;
    });
    return { ...columns, ...kept, known };
  });
  const missing = wanted.filter((entry) => !seen.has(entry));
  if (missing.length > 0)
    throw refuse(
      file,
      missing.map((entry) => ({
        path: '--leave-out',
        code: 'notInFile',
        message: `no channel has an interval ${entry}`,
        allowed: 'starts and days of the file',
      })),
    );
  return cleaned;
}
