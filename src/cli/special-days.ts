/**
 * Marked days for a forecast: a file of dates and labels, `2026-12-25,Christmas`, one day a line; a third
 * cell names the one channel that the day concerns, `2026-12-04,Bill run,phone`.
 */
import type { Issue } from '../errors.ts';
import type { SpecialDay } from '../forecast/series.ts';
import { parseDate } from '../numeric/civil-date.ts';
import { refuse, type Surroundings } from './command.ts';
import { readBytes } from './files.ts';

const MOST_BYTES = 1e6;
const SEPARATORS = ',;\t';

/**
 * The days of a file, later marks of a date in place of earlier ones; a heading is known by its
 * first cell, `date`. `channels`: those of the history.
 *
 * @throws {WrongInput} with every line that is no date and label, or names a channel the history has not
 */
export function readSpecialDays(
  file: string,
  channels: readonly string[],
  surroundings: Surroundings,
): SpecialDay[] {
  const text = readBytes(file, surroundings, MOST_BYTES)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  const issues: Issue[] = [];
  const days = text.split(/\r?\n/).flatMap((line, index): SpecialDay[] => {
    if (line.trim() === '') return [];
    const [date = '', ...rest] = cellsOf(line).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    const [label = '', channel = ''] = rest;
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
    else if (channel !== '' && !channels.includes(channel))
      issues.push({
        path: `line ${index + 1}`,
        code: 'channel',
        message: `the history has no channel ${channel}`,
        allowed: channels.join(', '),
      });
    return [{ date, label, ...(channel === '' ? {} : { channel }) }];
  });
  if (issues.length > 0) throw refuse(file, issues);
  return days;
}

/** A separator within quotation marks is part of its cell. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let isQuoted = false;
  let from = 0;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (character === '"') isQuoted = !isQuoted;
    if (isQuoted || !SEPARATORS.includes(character)) continue;
    cells.push(line.slice(from, at));
    from = at + 1;
  }
  return [...cells, line.slice(from)];
}
