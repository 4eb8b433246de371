/** Files written on another clock than the scenario's (Europe/Paris here): every contact stays, in its hour. */
import { describe, expect, it } from 'vitest';
import { readZone } from '../../src/history/file-clock.ts';
import { startText } from '../../src/history/findings.ts';
import { zoneClock } from '../../src/history/time-zone.ts';
import { guessOf, importOf, stamps } from './tables.ts';

function table(rows: readonly (readonly (string | number)[])[], header = 'start,calls'): string {
  return [header, ...rows.map((row) => row.join(','))].join('\n');
}

function valuesOf(text: string, corrections = {}) {
  const { series, report } = importOf(text, corrections);
  const [columns] = series;
  if (columns === undefined) throw new Error('no series');
  const byStart = new Map(Array.from(columns.starts, (start, i) => [startText(start), columns.values[i]]));
  return { byStart, report, total: report.channels[0]?.contacts };
}

describe('a time of a file', () => {
  it('with an offset is converted, whatever the season', () => {
    const { byStart } = valuesOf(
      table([
        ['2024-03-31T02:30+01:00', 5],
        ['2024-03-31T04:00+02:00', 6],
        ['2024-07-01T02:30+00:00', 7],
        ['2024-07-01T03:00-04:00', 8],
      ]),
    );
    expect(byStart.get('2024-03-31T03:30')).toBe(5);
    expect(byStart.get('2024-03-31T04:00')).toBe(6);
    expect(byStart.get('2024-07-01T04:30')).toBe(7);
    expect(byStart.get('2024-07-01T09:00')).toBe(8);
  });

  it('on the clock of New York keeps days of 23 and 25 hours whole', () => {
    // 2026-03-08: 23 hours there; 2026-11-01: 25 hours, whose second row of one hour comes later
    const spring = stamps('2026-03-07T00:00', 72, 60).filter((start) => start !== '2026-03-08T02:00');
    const inSpring = valuesOf(table(spring.map((start) => [start, 1])), { fileZone: 'America/New_York' });
    expect(inSpring.total).toBe(71);
    expect(inSpring.byStart.get('2026-03-08T07:00')).toBe(1); // 01:00 EST is 06:00 UTC
    expect(inSpring.byStart.get('2026-03-08T08:00')).toBe(1); // 03:00 EDT is 07:00 UTC
    expect([...inSpring.byStart.values()].every((value) => value === 1)).toBe(true);

    const autumn = stamps('2026-10-31T00:00', 72, 60).flatMap((start) =>
      start === '2026-11-01T01:00' ? [start, start] : [start],
    );
    const inAutumn = valuesOf(table(autumn.map((start) => [start, 1])), { fileZone: 'America/New_York' });
    expect(inAutumn.total).toBe(73);
    expect([...inAutumn.byStart.values()].every((value) => value === 1)).toBe(true);
    expect(inAutumn.report.findings.filter(({ kind }) => kind === 'duplicate')).toEqual([]);
  });

  it('tells the passes of an autumn hour apart by queue', () => {
    const rows = ['2026-11-01T00:30', '2026-11-01T01:00', '2026-11-01T01:30', '2026-11-01T01:00']
      .concat(['2026-11-01T01:30', '2026-11-01T02:00'])
      .flatMap((start) => ['sales', 'service'].map((queue) => [start, queue, 1] as const));
    const { series } = importOf(table(rows, 'start,queue,calls'), { fileZone: 'America/New_York' });
    for (const { starts, values } of series) {
      expect(starts).toHaveLength(6);
      expect([...values]).toEqual([1, 1, 1, 1, 1, 1]);
    }
  });

  it('in an hour that its clock skips is told', () => {
    const rows = stamps('2026-03-08T00:00', 12, 60).map((start) => [start, 1]);
    const { report, total } = valuesOf(table(rows), { fileZone: 'America/New_York', duplicates: 'sum' });
    expect(report.findings).toContainEqual(expect.objectContaining({ kind: 'skippedHour', count: 1 }));
    // 02:00 does not exist and is the instant of 03:00: two rows for one interval
    expect(report.findings).toContainEqual(expect.objectContaining({ kind: 'duplicate', count: 1 }));
    expect(total).toBe(12);
  });

  it('obeys a column with the zone, and refuses what is none', () => {
    const rows = stamps('2026-10-25T00:00', 12, 60).flatMap((start): [string, string, number][] => {
      const hour = Number(start.slice(11, 13));
      if (hour === 2)
        return [
          [start, 'CEST', 3],
          [start, 'CET', 4],
        ];
      return [[start, hour < 2 ? 'CEST' : 'CET', 1]];
    });
    rows.push(['2026-10-25T12:00', 'Mars', 9]);
    const text = table(rows, 'start,time zone,calls');
    expect(guessOf(table(rows.slice(0, -1), 'start,time zone,calls')).mapping.columns[1]?.role).toBe(
      'offset',
    );
    const { byStart, report } = valuesOf(text, {
      columns: [{ role: 'start' }, { role: 'offset' }, { role: 'volume', channel: 'calls' }],
    });
    expect(byStart.get('2026-10-25T02:00')).toBe(7);
    expect(report.rejections).toMatchObject([{ code: 'zoneUnreadable', column: 'time zone' }]);
  });

  it('that begins no interval on the other clock is refused by name, with what would help', () => {
    const rows = stamps('2026-03-02T00:00', 24, 60).map((start) => [start, 1]);
    const { mapping } = importOf(table(rows));
    expect(mapping.fileZone).toBe('Europe/Paris');
    const inIndia = (fileMinutes: number, fileZone: string) => () =>
      valuesOf(table(rows), { fileZone, fileMinutes });
    expect(inIndia(60, 'Asia/Kolkata')).toThrow(
      /zoneOffGrid.+rows of 30 or 15 minutes, or times on the clock of Europe\/Paris/,
    );
    // five hours and three quarters away
    expect(inIndia(30, 'Asia/Kathmandu')).toThrow(/zoneOffGrid.+rows of 15 minutes, or times/);
  });
});

describe('a zone', () => {
  it('is read from an offset, an abbreviation or a name', () => {
    expect(['+01:00', 'UTC+1', '-0430', 'Z', 'CEST', 'est'].map(readZone)).toEqual([
      60, 60, -270, 0, 120, -300,
    ]);
    expect(readZone('Europe/Paris')).toBe(zoneClock('Europe/Paris'));
    expect(['Mars', '', '+99:00', 'Europe/Nowhere', '12'].map(readZone)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
