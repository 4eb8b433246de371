/** What a mapping must have before a single row is read. */
import type { Issue } from '../errors.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import type { ColumnRole, Mapping } from './mapping.ts';
import { MOST_CHANNELS } from './row-reading.ts';
import { isTimeZone } from './time-zone.ts';

export function checkMapping(mapping: Mapping): Issue[] {
  const issues: Issue[] = [];
  const { layout, columns, fileMinutes, intervalMinutes, timeZone } = mapping;
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  const complain = (path: string, code: string, message: string, allowed: string) =>
    issues.push({ path, code, message, allowed });

  if (layout === 'matrix' ? !has('time') : !has('start') && !has('date'))
    complain(
      '$.columns',
      'noDateColumn',
      'no column holds the date',
      'one column with dates, or date and time',
    );
  if (!isTimeZone(timeZone))
    complain('$.timeZone', 'timeZone', `${timeZone} is no time zone`, 'an IANA time zone');
  if (layout !== 'perContact' && !has('volume') && !(has('answered') && has('abandoned')))
    complain('$.columns', 'noVolumeColumn', 'no column holds numbers of contacts', 'one column with volumes');
  if (layout === 'long' && !has('channel'))
    complain('$.columns', 'noChannelColumn', 'no column names the channel', 'one column with channels');
  if (!dividesDay(intervalMinutes))
    complain(
      '$.intervalMinutes',
      'interval',
      `${intervalMinutes} minutes do not divide a day`,
      'a divisor of 1440',
    );
  if (layout !== 'perContact' && !dividesDay(fileMinutes))
    complain('$.fileMinutes', 'interval', `${fileMinutes} minutes do not divide a day`, 'a divisor of 1440');
  else if (layout !== 'perContact' && fileMinutes !== MINUTES_PER_DAY && intervalMinutes % fileMinutes !== 0)
    complain(
      '$.intervalMinutes',
      'coarserFile',
      `rows of ${fileMinutes} minutes cannot be summed to ${intervalMinutes} minutes`,
      `a multiple of ${fileMinutes}`,
    );
  const channels = new Set(columns.filter(({ role }) => role === 'volume').map(({ channel }) => channel));
  if (layout === 'wide' && channels.size > MOST_CHANNELS)
    complain('$.columns', 'tooManyChannels', `there are ${channels.size} channels`, `up to ${MOST_CHANNELS}`);
  return issues;
}

const dividesDay = (minutes: number) =>
  Number.isInteger(minutes) && minutes > 0 && MINUTES_PER_DAY % minutes === 0;
