/** A file to start from, for those who have none yet. */
import { formatStart } from '../numeric/civil-date.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import type { DecimalMark } from './mapping.ts';

export type TemplateOptions = {
  readonly channels: readonly string[];
  readonly intervalMinutes: number;
  /** First day, as days since 1970-01-01, and how many to list. */
  readonly firstDay: number;
  readonly days: number;
  /** A comma goes with semicolons between the columns, as spreadsheets set to French expect. */
  readonly decimal: DecimalMark;
};

/**
 * A wide table with one row per interval and, for each channel, a column of contacts and one of mean
 * handle time in seconds, all empty. What is left empty is read back as unknown, not as zero.
 */
export function templateText({
  channels,
  intervalMinutes,
  firstDay,
  days,
  decimal,
}: TemplateOptions): string {
  const delimiter = decimal === ',' ? ';' : ',';
  const quoted = (text: string) => (/[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const header = ['start', ...channels.flatMap((channel) => [`${channel} contacts`, `${channel} aht s`])];
  const rows = [header.map(quoted).join(delimiter)];
  const empty = delimiter.repeat(channels.length * 2);
  for (let day = firstDay; day < firstDay + days; day++)
    for (let minute = 0; minute < MINUTES_PER_DAY; minute += intervalMinutes)
      rows.push(formatStart(day, minute) + empty);
  return `${rows.join('\r\n')}\r\n`;
}
