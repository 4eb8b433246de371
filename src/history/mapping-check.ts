/** What a mapping must have before a single row is read. */
import type { Issue } from '../errors.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { fileIssue, type FileIssueCode } from './file-issues.ts';
import type { ColumnRole, Mapping } from './mapping.ts';
import { MOST_CHANNELS } from './row-reading.ts';
import { isTimeZone } from './time-zone.ts';

export function checkMapping(mapping: Mapping): Issue[] {
  const issues: Issue[] = [];
  const { layout, columns, fileMinutes, intervalMinutes, timeZone, fileZone } = mapping;
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  const complain = (code: FileIssueCode, field: string, values = {}) =>
    issues.push(fileIssue(code, values, `$.${field}`));

  if (layout === 'matrix' ? !has('time') : !has('start') && !has('date')) complain('noDateColumn', 'columns');
  if (!isTimeZone(timeZone)) complain('timeZone', 'timeZone', { zone: timeZone });
  if (!isTimeZone(fileZone)) complain('timeZone', 'fileZone', { zone: fileZone });
  if (layout !== 'perContact' && !has('volume') && !(has('answered') && has('abandoned')))
    complain('noVolumeColumn', 'columns');
  if (layout === 'long' && !has('channel')) complain('noChannelColumn', 'columns');
  if (!dividesDay(intervalMinutes)) complain('interval', 'intervalMinutes', { minutes: intervalMinutes });
  if (layout !== 'perContact' && !dividesDay(fileMinutes))
    complain('interval', 'fileMinutes', { minutes: fileMinutes });
  else if (layout !== 'perContact' && fileMinutes !== MINUTES_PER_DAY && intervalMinutes % fileMinutes !== 0)
    complain('coarserFile', 'intervalMinutes', { fileMinutes, minutes: intervalMinutes });
  const channels = new Set(columns.filter(({ role }) => role === 'volume').map(({ channel }) => channel));
  if (layout === 'wide' && channels.size > MOST_CHANNELS)
    complain('tooManyChannels', 'columns', { most: MOST_CHANNELS });
  return issues;
}

const dividesDay = (minutes: number) =>
  Number.isInteger(minutes) && minutes > 0 && MINUTES_PER_DAY % minutes === 0;
