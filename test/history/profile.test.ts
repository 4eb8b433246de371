import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { evenProfile, profileOf, spreadDaily } from '../../src/history/profile.ts';
import { toSeries } from '../../src/history/series.ts';
import { importOf } from './tables.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures', name), 'utf8');
const series = (name: string, channel: number) =>
  toSeries(importOf(fixture(name)).series[channel] ?? expect.fail());
const sum = (values: readonly (number | null)[]) =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

describe('daily totals', () => {
  const daily = series('nypd_911_daily.csv', 0);

  it('spread along the days of another history keep their sums', { tags: 'slow' }, () => {
    const profile = profileOf(series('emergency_911_30min.csv', 0));
    const { series: spread, unplaced } = spreadDaily(daily, profile);
    expect(unplaced).toEqual([]);
    expect(spread.intervalMinutes).toBe(30);
    expect(spread.starts[0]).toBe('2018-01-01T00:00');
    expect(sum(spread.values)).toBeCloseTo(24_540_571, 3);
    const newYear = spread.values.filter((_, i) => spread.starts[i]?.startsWith('2018-01-01'));
    expect(sum(newYear)).toBeCloseTo(16_007, 6);
  });

  it('take the shape that awk finds in the file', { tags: 'slow' }, () => {
    // Mondays (2015-12-14 is one): awk -F, '{ d = int((NR - 2) / 48) } d % 7 == 0 { t += $2; if (substr($1, 12) == "12:00") s += $2 } END { print s / t }'
    expect(profileOf(series('emergency_911_30min.csv', 0)).shares[0]?.[24]).toBeCloseTo(0.031083203, 6);
  });

  it('take their shape from whole days only', () => {
    const starts = ['02', '09', '16'].flatMap((day) =>
      ['08', '20'].map((hour) => `2026-03-${day}T${hour}:00`),
    );
    const shape = (values: (number | null)[]) =>
      profileOf({ channel: 'x', intervalMinutes: 720 / 3, starts: starts.slice(0, values.length), values })
        .shares[0];
    // Mondays: 1 and 3 of 4 in the one, unknown or cut off in the other
    expect(shape([1, 3, 50, null])).toEqual([0, 0, 0.25, 0, 0, 0.75]);
    expect(shape([1, 3, 1, 3, 50])).toEqual([0, 0, 0.25, 0, 0, 0.75]);
  });

  it('say which contacts the profile has no place for', () => {
    const weekdays = evenProfile(
      [...Array.from({ length: 5 }, () => [['08:00', '18:00'] as const]), [], []],
      60,
    );
    expect(weekdays.shares[0]?.slice(7, 10)).toEqual([0, 0.1, 0.1]);
    const week = { ...daily, starts: daily.starts.slice(0, 7), values: [10, null, 30, 40, 50, 60, 0] };
    const { series: spread, unplaced } = spreadDaily(week, weekdays);
    expect(unplaced).toEqual([{ date: '2018-01-06', contacts: 60 }]);
    expect(spread.starts).toHaveLength(50);
    expect(spread.values.slice(9, 12)).toEqual([1, null, null]);
  });

  it('want a profile of shares, and totals that are daily', () => {
    const profile = evenProfile([[['08:00', '18:00']]], 60);
    const broken = { ...profile, shares: profile.shares.map((row) => row.map((share) => share * 2)) };
    expect(() => spreadDaily(daily, broken)).toThrow(DomainError);
    expect(() => spreadDaily({ ...daily, intervalMinutes: 30 }, profile)).toThrow(DomainError);
  });
});
