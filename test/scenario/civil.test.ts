import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayNumber,
  formatClock,
  formatDay,
  parseClock,
  parseDay,
  parseDayTime,
  weekdayOf,
} from '../../src/scenario/civil.ts';

describe('civil dates', () => {
  it('agree with the calendar of the platform for four centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -74_000, max: 84_000 }), (day) => {
        const date = new Date(day * 86_400_000);
        expect(formatDay(day)).toBe(date.toISOString().slice(0, 10));
        expect(dayNumber(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(day);
        expect(weekdayOf(day)).toBe((date.getUTCDay() + 6) % 7);
      }),
    );
  });

  it.each(['2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-1-1', '23/11/2026', ''])(
    'refuse %s',
    (text) => expect(parseDay(text)).toBeNull(),
  );

  it('accept 29 February in leap years only', () => {
    expect(parseDay('2028-02-29')).not.toBeNull();
    expect(parseDay('2000-02-29')).not.toBeNull();
    expect(parseDay('2100-02-29')).toBeNull();
  });
});

describe('clock times', () => {
  it('go from 00:00 to 24:00, and further where asked', () => {
    expect(parseClock('00:00')).toBe(0);
    expect(parseClock('24:00')).toBe(1440);
    expect(parseClock('25:30')).toBeNull();
    expect(parseClock('25:30', 2880)).toBe(1530);
    expect(formatClock(1530)).toBe('25:30');
  });

  it.each(['9:00', '09:60', '24:01', '-1:00', 'noon'])('refuse %s', (text) =>
    expect(parseClock(text)).toBeNull(),
  );

  it('join with a date', () => {
    expect(parseDayTime('1970-01-02T01:30')).toEqual({ day: 1, minute: 90 });
    for (const wrong of ['1970-01-02', '1970-02-30T00:00', '1970-01-02T01:30T', '1970-01-02 01:30'])
      expect(parseDayTime(wrong)).toBeNull();
  });
});
