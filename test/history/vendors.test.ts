/** Layouts of the trade's systems, rows made up, columns as their makers document them. */
import { describe, expect, it } from 'vitest';
import { guessOf, importOf, stamps } from './tables.ts';

const day = (start: string) => start.slice(0, 10).replaceAll('-', '');
const rolesOf = (text: string) => guessOf(text).columns.map(({ value }) => value);

describe('a Calabrio queue file', () => {
  // 21 fields in a fixed order, semicolons, no headings
  const rows = stamps('2026-03-02T08:00', 64, 15).flatMap((start, i) =>
    ['Sales', 'Support'].map((queue, q) =>
      [15, day(start), start.slice(11), 100 + q, queue, 10 + (i % 4), 0, 1, 0, 9 + (i % 4), 90, 12]
        .concat([(9 + (i % 4)) * 200, (9 + (i % 4)) * 40, 30, 12, 5, 8, 0, 0, 1])
        .join(';'),
    ),
  );
  const text = rows.join('\n');

  it('is known by its form, and talk and wrap-up are the handle time', () => {
    const { mapping, columns } = guessOf(text);
    expect(mapping).toMatchObject({
      header: false,
      layout: 'long',
      fileMinutes: 15,
      handleTime: { kind: 'total' },
    });
    expect(columns[5]).toMatchObject({ name: 'offd_direct_call_cnt', value: 'volume' });
    const { report, series } = importOf(text);
    expect(report).toMatchObject({ rows: 128, counted: 128, rejected: 0 });
    expect(report.channels.map(({ channel }) => channel)).toEqual(['Sales', 'Support']);
    // 240 s for each call answered
    const { handleSeconds, handled } = series[0] ?? {};
    expect(
      handleSeconds?.map((seconds, i) => seconds / (handled?.[i] ?? 1)).every((mean) => mean === 240),
    ).toBe(true);
  });
});

describe('a NICE IEX export', () => {
  const names =
    'date|period|TZ|custID|ctID|ctName|fcstContactsReceived|actualContactsReceived|actualContactsHandled|actualAHT';
  const rows = stamps('2026-10-24T20:00', 40, 30).map((start, i) => {
    const [year, month, date] = start.slice(0, 10).split('-');
    return [
      `${month}${date}${year}`,
      start.slice(11),
      'Europe/Paris',
      1,
      7,
      'Billing',
      99,
      20 + (i % 3),
      19,
      310,
    ].join('|');
  });

  it.each([`#fields|${names}`, `#fields ${names}`, names])('begins with %s', (header) => {
    const text = [header, ...rows].join('\n');
    expect(rolesOf(text)).toEqual([
      'date',
      'time',
      'offset',
      'identifier',
      'identifier',
      'channel',
      'ignore',
      'volume',
      'answered',
      'handleTime',
    ]);
    const { report } = importOf(text);
    expect(report).toMatchObject({ counted: 40, rejected: 0, channels: [{ channel: 'Billing' }] });
    expect(report.channels[0]?.from).toBe('2026-10-24T20:00');
  });
});

describe('a report that sets what was planned beside what happened', () => {
  it.each([
    ['Act AHT', 'Fcst AHT'],
    ['Avg Handle Time', 'Max Handle Time'],
    ['DMT', 'DMT objectif'],
    ['Actual AHT', 'Scheduled AHT'],
  ])('takes the handle time from %s, and leaves %s aside', (actual, planned) => {
    const rows = stamps('2026-03-02T08:00', 40).map((start) => [start, 12, 10, 11, 300, 280].join(','));
    const text = [`Interval,Calls Offered,Target Calls,Calls Handled,${actual},${planned}`, ...rows].join(
      '\n',
    );
    expect(rolesOf(text)).toEqual(['start', 'volume', 'ignore', 'answered', 'handleTime', 'ignore']);
    expect(importOf(text).series[0]?.handleSeconds?.[0]).toBe(11 * 300);
  });
});

describe('a Calabrio interval report', () => {
  it('with headings gives talk and after-call work as one handle time', () => {
    const rows = stamps('2026-03-02T08:00', 40).map((start) =>
      [start, 'Service', 12, 10, 2, '0:03:00', '0:00:30'].join(','),
    );
    const text = [
      'Interval,Service Queue,Offered,Handled,Abandoned,Avg Talk Time,Avg After Call Work',
      ...rows,
    ].join('\n');
    expect(rolesOf(text)).toEqual([
      'start',
      'channel',
      'volume',
      'answered',
      'abandoned',
      'handleTime',
      'handleTime',
    ]);
    const { series } = importOf(text);
    expect(series[0]?.handleSeconds?.[0]).toBe(10 * 210);
  });
});
