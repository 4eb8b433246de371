import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { buildAxis, onAxis } from '../../src/scenario/axis.ts';
import type { Calendar } from '../../src/scenario/schema.ts';

function calendar(start: string, days: number, changes: Partial<Calendar> = {}): Calendar {
  return { timeZone: 'Europe/Paris', start, days, intervalMinutes: 30, holidays: [], ...changes };
}

const labelsOf = (axis: ReturnType<typeof buildAxis>, day: number) =>
  axis.intervals.filter((interval) => interval.day === day).map(({ label }) => label);

describe('an axis without a clock change', () => {
  const axis = buildAxis(calendar('2026-11-23', 7, { holidays: [{ date: '2026-11-25', name: 'Off' }] }));

  it('is the grid', () => {
    expect(axis.cells).toBe(7 * 48);
    expect(axis.intervals.map(({ cell }) => cell)).toEqual(Array.from({ length: 7 * 48 }, (_, k) => k));
    expect(axis.intervals[49]).toEqual({
      day: 1,
      slot: 1,
      cell: axis.cell(1, 1),
      at: 88_200,
      label: '00:30',
      repeated: false,
    });
    expect(axis.end).toBe(7 * 86_400);
    expect(axis.at(2, 90)).toBe(2 * 86_400 + 5400);
  });

  it('knows its weekdays and holidays', () => {
    expect(axis.days[0]).toEqual({ date: '2026-11-23', weekday: 0, holiday: false });
    expect(axis.days.map(({ holiday }) => holiday).indexOf(true)).toBe(2);
  });

  it('goes on past its last day, for shifts over midnight', () => {
    expect(axis.at(6, 25 * 60)).toBe(axis.end + 3600);
  });
});

describe('the spring day', () => {
  // Paris, 29 March 2026: 02:00 becomes 03:00
  const axis = buildAxis(calendar('2026-03-28', 3));

  it('lasts 23 hours and never sees the skipped cells', () => {
    expect(labelsOf(axis, 1)).toHaveLength(46);
    expect(labelsOf(axis, 1).slice(3, 5)).toEqual(['01:30', '03:00']);
    expect(axis.end).toBe(71 * 3600);
    expect(axis.intervals.some(({ cell }) => cell === axis.cell(1, 4))).toBe(false);
  });

  it('puts a skipped minute at the jump', () => {
    const jump = 86_400 + 2 * 3600;
    expect(axis.at(1, 120)).toBe(jump);
    expect(axis.at(1, 150)).toBe(jump);
    expect(axis.at(1, 180)).toBe(jump);
    expect(axis.at(1, 240)).toBe(jump + 3600);
    expect(axis.at(2, 0)).toBe(86_400 + 23 * 3600);
  });
});

describe('the autumn day', () => {
  // Paris, 25 October 2026: 03:00 becomes 02:00
  const axis = buildAxis(calendar('2026-10-25', 2));

  it('lasts 25 hours and lives the repeated hour twice', () => {
    expect(labelsOf(axis, 0).slice(3, 10)).toEqual([
      '01:30',
      '02:00',
      '02:30',
      '02:00',
      '02:30',
      '03:00',
      '03:30',
    ]);
    expect(axis.intervals.filter(({ repeated }) => repeated).map(({ slot }) => slot)).toEqual([4, 5]);
    expect(axis.end).toBe(49 * 3600);
    expect(axis.at(0, 150)).toBe(2.5 * 3600);
    expect(axis.at(0, 180)).toBe(4 * 3600);
  });

  it('takes the values of the grid at the same rate', () => {
    const grid = Array.from({ length: axis.cells }, (_, cell) => cell);
    expect([...onAxis(axis, grid)].slice(3, 9)).toEqual([3, 4, 5, 4, 5, 6]);
  });
});

describe('unusual zones', () => {
  it('start the day at 01:00 where midnight is skipped (Cairo, 24 April 2026)', () => {
    const axis = buildAxis(calendar('2026-04-24', 1, { timeZone: 'Africa/Cairo' }));
    expect(labelsOf(axis, 0)[0]).toBe('01:00');
    expect(axis.end).toBe(23 * 3600);
  });

  it('repeat the last hour where the clock goes back at midnight (Santiago, 4 April 2026)', () => {
    const axis = buildAxis(calendar('2026-04-04', 2, { timeZone: 'America/Santiago' }));
    expect(labelsOf(axis, 0).slice(-4)).toEqual(['23:00', '23:30', '23:00', '23:30']);
    expect(labelsOf(axis, 1)).toHaveLength(48);
  });

  it('leave out a day the island leapt over (Apia, 30 December 2011)', () => {
    const axis = buildAxis(calendar('2011-12-29', 3, { timeZone: 'Pacific/Apia' }));
    expect([0, 1, 2].map((day) => labelsOf(axis, day).length)).toEqual([48, 0, 48]);
    expect(axis.at(1, 600)).toBe(86_400);
  });

  it('refuse an interval longer than the change of the clock (Lord Howe, 5 April 2026)', () => {
    const place = { timeZone: 'Australia/Lord_Howe' } as const;
    expect(buildAxis(calendar('2026-04-05', 1, place)).end).toBe(24.5 * 3600);
    expect(() => buildAxis(calendar('2026-04-05', 1, { ...place, intervalMinutes: 60 }))).toThrow(
      DomainError,
    );
  });

  it('refuse a zone that does not exist', () => {
    expect(() => buildAxis(calendar('2026-04-05', 1, { timeZone: 'Mars/Olympus' }))).toThrow(DomainError);
  });

  it('follow the wall clock of the platform everywhere', { tags: 'slow' }, () => {
    const zones = [
      'Europe/Paris',
      'America/New_York',
      'Asia/Kathmandu',
      'Africa/Casablanca',
      'Pacific/Chatham',
    ];
    const month = fc.integer({ min: 1, max: 12 }).map((m) => String(m).padStart(2, '0'));
    fc.assert(
      fc.property(fc.constantFrom(...zones), month, (timeZone, m) => {
        const axis = buildAxis(calendar(`2026-${m}-01`, 31, { timeZone, intervalMinutes: 15 }));
        const format = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'short' });
        const [first] = axis.intervals;
        // the instant of the first interval, found by trying every quarter of an hour around UTC midnight
        const day = `01/${m}/2026, 00:00`;
        const origin = Array.from(
          { length: 200 },
          (_, k) => Date.UTC(2026, Number(m) - 1, 0) + k * 900_000,
        ).find((epoch) => format.format(epoch) === day);
        expect(first?.label).toBe('00:00');
        for (const { day: index, label, at } of axis.intervals) {
          const [year, mm, dd] = (axis.days[index]?.date ?? '').split('-');
          expect(format.format((origin ?? 0) + at * 1000)).toBe(`${dd}/${mm}/${year}, ${label}`);
        }
      }),
      { numRuns: 8 },
    );
  });
});
