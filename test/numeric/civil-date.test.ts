import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilDate,
  dayNumber,
  formatDate,
  formatStart,
  parseDate,
  parseStart,
  weekdayOf,
} from '../../src/numeric/civil-date.ts';

describe('civil dates', () => {
  it('agrees with the platform calendar from year 1600 to 2400', () => {
    fc.assert(
      fc.property(fc.integer({ min: -135_140, max: 157_053 }), (day) => {
        const date = new Date(day * 86_400_000);
        expect(formatDate(day)).toBe(date.toISOString().slice(0, 10));
        expect(weekdayOf(day)).toBe((date.getUTCDay() + 6) % 7);
        const { year, month, day: dayOfMonth } = civilDate(day);
        expect(dayNumber(year, month, dayOfMonth)).toBe(day);
      }),
    );
  });

  it('reads only dates that exist', () => {
    expect(parseDate('2024-02-29')).toBe(19_782);
    expect(parseDate('2023-02-29')).toBeNull();
    expect(parseDate('2023-13-01')).toBeNull();
    expect(parseDate('2023-1-1')).toBeNull();
    expect(parseStart('2024-02-29T23:30')).toEqual({ day: 19_782, minute: 1410 });
    expect(parseStart('2024-02-29T24:00')).toBeNull();
    expect(parseStart('2024-02-29T10:60')).toBeNull();
    expect(formatStart(19_782, 1410)).toBe('2024-02-29T23:30');
  });
});
