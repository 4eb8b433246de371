/** A simulation as a table for a spreadsheet: one row per channel or group and interval, and one for the whole. */
import type { SimulationSummary } from '../scenario/simulate.ts';
import type { Estimate } from '../simulation/summary.ts';

const CHANNEL = [
  'offered',
  'answered',
  'abandoned',
  'blocked',
  'turnedAway',
  'stillWaiting',
  'serviceLevel',
  'abandonment',
  'meanWait',
  'meanWaitAnswered',
  'meanQueueLength',
] as const;
const GROUP = ['staffed', 'busy', 'occupancy', 'overrunHours'] as const;

/** Figures in full precision; seconds from the start of the horizon, empty for the whole of it. */
export function asCsv({ channels, groups, intervalSeconds }: SimulationSummary): string {
  const lines = [['kind', 'id', 'from', 'to', 'measure', 'value', 'low', 'high']];
  const add = (kind: string, id: string, interval: number | null, measure: string, is: Estimate | null) => {
    if (is === null) return;
    const span =
      interval === null
        ? ['', '']
        : [interval * intervalSeconds, (interval + 1) * intervalSeconds].map(String);
    lines.push([kind, quoted(id), ...span, measure, ...[is.value, is.low, is.high].map(figure)]);
  };
  for (const channel of channels) {
    for (const measure of CHANNEL) add('channel', channel.id, null, measure, channel[measure]);
    add('channel', channel.id, null, 'allTargetsMet', channel.targetsMet);
    channel.intervals.forEach((counts, i) => {
      for (const measure of CHANNEL) add('channel', channel.id, i, measure, counts[measure]);
    });
  }
  for (const group of groups) {
    for (const measure of GROUP) add('group', group.id, null, measure, group[measure]);
    group.intervals.forEach((counts, i) => {
      for (const measure of GROUP) add('group', group.id, i, measure, counts[measure]);
    });
  }
  return lines.map((line) => `${line.join(',')}\n`).join('');
}

/** A bound without a limit stays empty. */
const figure = (value: number): string => (Number.isFinite(value) ? String(value) : '');

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
