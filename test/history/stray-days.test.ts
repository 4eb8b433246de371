/** Dates that slipped, and breaks that did not. */
import { describe, expect, it } from 'vitest';
import { toSeries } from '../../src/history/series.ts';
import { importOf, stamps } from './tables.ts';

const table = (rows: readonly string[], value = 5) =>
  `start,calls\n${rows.map((row) => `${row},${value}`).join('\n')}\n`;
/** Ten weeks of half-hours from 08:00 to 20:00, and the same as days. */
const intervals = stamps('2026-01-05T00:00', 70 * 48).filter(
  (row) => row.slice(11) >= '08:00' && row.slice(11) < '20:00',
);
const days = stamps('2026-01-05T00:00', 70, 1440).map((row) => row.slice(0, 10));

function left(rows: readonly string[], corrections = {}) {
  const { report, series } = importOf(table(rows), corrections);
  const { starts } = toSeries(series[0] ?? expect.fail());
  const refused = report.rejections.map(({ row, code, values }) => [row, code, values?.['cell']]);
  return { report, refused, first: starts[0]?.slice(0, 10), last: starts.at(-1)?.slice(0, 10) };
}

describe('a date far from all others', () => {
  it('is named with its row and left out, in the future and in the past', () => {
    const rows = intervals.with(1000, '2062-02-16T10:00').with(20, '1970-01-01T00:00');
    const { report, refused, first, last } = left(rows);
    expect(refused).toEqual([
      [1002, 'dateFarOff', '2062-02-16'],
      [22, 'dateFarOff', '1970-01-01'],
    ]);
    expect([first, last]).toEqual(['2026-01-05', '2026-03-15']);
    expect(report).toMatchObject({ rows: 1680, counted: 1678, rejected: 2 });
    expect(report.findings.filter(({ kind }) => kind === 'missingDay')).toEqual([]);
    // the two intervals that the rows were meant for are unknown
    expect(report.findings.find(({ kind }) => kind === 'gap')?.count).toBe(2);
  });

  it('is found a year away, where the year was typed wrong, also among days', () => {
    expect(left(intervals.with(1679, '2027-03-15T19:30')).refused).toEqual([
      [1681, 'dateFarOff', '2027-03-15'],
    ]);
    const { refused, last } = left(days.with(60, '2025-03-06'));
    expect(refused).toEqual([[62, 'dateFarOff', '2025-03-06']]);
    expect(last).toBe('2026-03-15');
  });

  it('is found where no row means that nobody called', () => {
    const { refused, last } = left(intervals.with(1000, '2062-02-16T10:00'), { missing: 'zero' });
    expect(refused).toHaveLength(1);
    expect(last).toBe('2026-03-15');
  });
});

describe('a history with holes', () => {
  it('keeps whole days after a break of months', () => {
    const again = stamps('2026-06-15T08:00', 24);
    const { refused, last } = left([...intervals, ...again]);
    expect(refused).toEqual([]);
    expect(last).toBe('2026-06-15');
  });

  it('keeps a day after a break of months among days', () => {
    const { refused, last } = left([...days, '2026-06-15']);
    expect(refused).toEqual([]);
    expect(last).toBe('2026-06-15');
  });

  it('keeps a second season as long as a fiftieth of the first', () => {
    const second = stamps('2027-01-04T00:00', 2, 1440).map((row) => row.slice(0, 10));
    expect(left([...days, ...second]).refused).toEqual([]);
  });

  it('keeps rows that are sparse all along, and those of a few days', () => {
    const quarters = ['2024-01-01', '2024-04-01', '2024-07-01', '2024-10-01', '2025-01-01', '2026-04-01'];
    expect(left(quarters).refused).toEqual([]);
    // every month and a half: a hole of 170 days is no more than four of those
    const sparse = stamps('2020-01-01T00:00', 40, 45 * 1440).map((row) => row.slice(0, 10));
    expect(left([...sparse, '2025-04-10']).refused).toEqual([]);
    expect(left([...days.slice(0, 20), '2062-01-01']).last).toBe('2062-01-01');
  });
});
