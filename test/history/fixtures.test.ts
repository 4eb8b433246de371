/** The openly licensed files as a planner would drop them. Sums were taken with awk from the files themselves. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHistory } from '../../src/history/history-reader.ts';
import type { Guess } from '../../src/history/mapping.ts';
import { inspect } from '../../src/history/sniff.ts';
import { toSeries } from '../../src/history/series.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures', name), 'utf8');

function guessed(text: string, timeZone = 'America/New_York'): Guess {
  const inspection = inspect(text, { timeZone, intervalMinutes: 30 });
  if (!inspection.ok) throw new Error(JSON.stringify(inspection.issues));
  return inspection.guess;
}

function imported(text: string, mapping = guessed(text).mapping) {
  const result = readHistory([text], mapping);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result;
}

const find = (report: ReturnType<typeof imported>['report'], kind: string, channel?: string) =>
  report.findings.find(
    (finding) => finding.kind === kind && (channel === undefined || finding.channel === channel),
  );

describe('emergency_911_30min', () => {
  const text = fixture('emergency_911_30min.csv');
  const guess = guessed(text);
  const { report, series } = imported(text, guess.mapping);

  it('is a wide file of three channels in half-hours', () => {
    expect(guess.layout.value).toBe('wide');
    expect(guess.fileMinutes).toMatchObject({ value: 30, confidence: 1 });
    expect(guess.mapping.columns.map((column) => column.channel)).toEqual([
      undefined,
      'ems',
      'fire',
      'traffic',
    ]);
  });

  it('keeps every call', () => {
    expect(report).toMatchObject({ rows: 5376, counted: 5376, rejected: 0 });
    // awk -F, '{ a += $2; b += $3; c += $4 }'
    expect(report.channels.map(({ contacts }) => contacts)).toEqual([21_159, 6526, 16_252]);
    const ems = toSeries(series[0] ?? expect.fail());
    expect(ems.starts.slice(0, 2)).toEqual(['2015-12-14T00:00', '2015-12-14T00:30']);
    expect(ems.starts).toHaveLength(5376);
    expect(ems.values).not.toContain(null);
  });

  it('tells the hour that New York skipped on 13 March 2016', () => {
    expect(find(report, 'skippedHour', 'ems')).toMatchObject({
      count: 2,
      examples: [{ start: '2016-03-13T02:00' }, { start: '2016-03-13T02:30' }],
    });
  });
});

describe('helpdesk_tickets', () => {
  it('counts one row per ticket into the very hours of the hourly file', { tags: 'slow' }, () => {
    const tickets = fixture('helpdesk_tickets.csv');
    const guess = guessed(tickets);
    expect(guess.layout.value).toBe('perContact');
    const perTicket = imported(tickets, { ...guess.mapping, intervalMinutes: 60 });
    const hourly = imported(fixture('helpdesk_tickets_60min.csv'));
    expect(hourly.report.channels).toMatchObject([{ channel: 'tickets', contacts: 13_302, intervals: 1104 }]);

    const counts = new Map<string, number>();
    for (const channel of perTicket.series)
      toSeries(channel).starts.forEach((start, i) => {
        counts.set(start, (counts.get(start) ?? 0) + (channel.values[i] ?? 0));
      });
    const reference = toSeries(hourly.series[0] ?? expect.fail());
    const truth = new Map(reference.starts.map((start, i) => [start, reference.values[i]]));
    expect(counts.size).toBeGreaterThan(200);
    for (const [start, count] of counts) expect([start, count]).toEqual([start, truth.get(start)]);
    expect(perTicket.report.counted).toBe(2899);
  });

  it('guesses channel and opening time, and ignores what is no history', () => {
    const roles = guessed(fixture('helpdesk_tickets.csv')).columns.map(({ name, value }) => [name, value]);
    expect(roles).toEqual([
      ['opened', 'start'],
      ['channel', 'channel'],
      ['priority', 'ignore'],
      ['events', 'ignore'],
      ['reassignments', 'ignore'],
      ['made_sla', 'ignore'],
      ['resolved', 'ignore'],
      ['group', 'ignore'],
    ]);
  });
});

describe('nypd_911_daily', () => {
  it('stays daily', () => {
    const text = fixture('nypd_911_daily.csv');
    const guess = guessed(text);
    expect(guess.fileMinutes.value).toBe(1440);
    const { report, series } = imported(text);
    expect(report.channels).toMatchObject([{ channel: 'calls', contacts: 24_540_571, intervals: 1369 }]);
    expect(series[0]?.intervalMinutes).toBe(1440);
  });
});
