/** Marked days for a forecast: a file of dates and labels, `2026-12-25,Christmas`, one day a line. */
import type { Issue } from '../errors.ts';
import type { SpecialDay } from '../forecast/series.ts';
import { parseDate } from '../numeric/civil-date.ts';
import { refuse, type Surroundings } from './command.ts';
import { readBytes } from './files.ts';

const MOST_BYTES = 1e6;

/**
 * The days of a file, later marks of a date in place of earlier ones; a heading is known by its
 * first cell, `date`.
 *
 * @throws {WrongInput} with every line that is no date and label
 */
export function readSpecialDays(file: string, surroundings: Surroundings): SpecialDay[] {
  const text = readBytes(file, surroundings, MOST_BYTES)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  const issues: Issue[] = [];
  const days = text.split(/\r?\n/).flatMap((line, index): SpecialDay[] => {
    if (line.trim() === '') return [];
    const [date = '', ...rest] = line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    const label = rest[0] ?? '';
    if (index === 0 && date.toLowerCase() === 'date') return [];
    if (parseDate(date) === null)
      issues.push({
        path: `line ${index + 1}`,
        code: 'date',
        message: `${date} is no date`,
        allowed: 'YYYY-MM-DD',
      });
    else if (label === '')
      issues.push({
        path: `line ${index + 1}`,
        code: 'label',
        message: 'the day has no label',
        allowed: 'a word',
      });
    return [{ date, label }];
  });
  if (issues.length > 0) throw refuse(file, issues);
  return days;
}
