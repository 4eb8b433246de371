import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { forecast, type HandleTimeInput } from '../../src/index.ts';
import { formatDate, formatStart } from '../../src/numeric/civil-date.ts';
import { FIRST_DAY } from './generated.ts';

const DAYS = 35;
const hours = Array.from({ length: DAYS }, (_, day) => day).flatMap((day) =>
  Array.from({ length: 8 }, (_, hour) => formatStart(FIRST_DAY + day, (9 + hour) * 60)),
);
/** 40 contacts an hour of 300 s; those of newcomers take 450 s, and they take one contact in five. */
const counts = { intervalMinutes: 60, starts: hours, values: hours.map(() => 40) };
const handleTime = hours.map(() => 300);
const tenure = {
  bands: [0, 6],
  days: Array.from({ length: DAYS }, (_, day) => ({
    date: formatDate(FIRST_DAY + day),
    handled: [64e4, 256e4],
    seconds: [64e4 * 450, 256e4 * 262.5],
  })),
};
const history = { ...counts, handleTime, tenure };
const options = { from: formatDate(FIRST_DAY + DAYS), days: 7, quantiles: [0.1, 0.5, 0.9] };

describe('handle times on the face for Node', () => {
  it('come with the contacts, interval by interval and over all', () => {
    const ahead = forecast(history, options);
    expect(ahead.handleTime?.starts).toEqual(ahead.starts);
    for (const mean of ahead.handleTime?.mean ?? []) expect(mean).toBeCloseTo(300, 6);
    expect(ahead.handleTime?.average).toBeCloseTo(300, 6);
    const [low = 0, , high = 0] = ahead.handleTime?.averageQuantiles ?? [];
    expect(low).toBeLessThan(300);
    expect(high).toBeGreaterThan(300);
    expect(forecast(history, options)).toEqual(ahead);
  });

  it('tell newcomers from old hands', () => {
    const [newcomers, others] = forecast(history, options).handleTime?.tenure ?? [];
    expect([newcomers?.from, newcomers?.to, others?.from, others?.to]).toEqual([0, 6, 6, null]);
    // 2 parts of 10 at 450 s, 8 at 262.5 s: 300 s in the mean, as the million contacts say
    expect(newcomers?.share).toBeCloseTo(0.2, 9);
    expect(newcomers?.mean).toBeCloseTo(450, 1);
    expect(others?.mean).toBeCloseTo(262.5, 1);
    expect(newcomers?.pace).toBeCloseTo(300 / 450, 3);
    expect(newcomers?.quantiles).toHaveLength(3);
  });

  it('are left out where none are given, and change nothing of the contacts', () => {
    const bare = forecast(counts, options);
    expect('handleTime' in bare).toBe(false);
    const { handleTime: added, ...same } = forecast(history, options);
    expect(same).toEqual(bare);
    expect(added?.tenure).not.toBeNull();
    expect(forecast({ ...counts, handleTime }, options).handleTime?.tenure).toBeNull();
  });

  it('weigh by the contacts handled, and name an interval that nobody answered', () => {
    // every second hour three quarters of the contacts are lost, and the rest take twice as long
    const isBusy = (row: number) => row % 2 === 1;
    const thin = {
      ...counts,
      handleTime: hours.map((_, row) => (row < 8 ? null : isBusy(row) ? 600 : 300)),
      handled: hours.map((_, row) => (row < 8 ? null : isBusy(row) ? 10 : 40)),
    };
    const ahead = forecast(thin, options);
    // (10 · 600 + 40 · 300) / 50
    expect(ahead.handleTime?.average).toBeCloseTo(360, -1);
    expect(ahead.handleTime?.starts).toEqual(ahead.starts);
  });

  it('are null where none is known', () => {
    expect(forecast({ ...counts, handleTime: hours.map(() => null) }, options).handleTime).toBeNull();
  });

  it('refuse what is malformed, naming the place', () => {
    const day = { date: '2025-03-03', handled: [1, 1], seconds: [1, 1] };
    const wrong: readonly [Partial<HandleTimeInput>, RegExp][] = [
      [{ handleTime: [300] }, /\$\.handleTime is 1/],
      [{ handled: [1] }, /\$\.handled is 1/],
      [{ handleTime: hours.map((_, row) => (row === 3 ? -1 : 300)) }, /\$\.handleTime\[3\]/],
      [{ handled: hours.map((_, row) => (row === 2 ? Number.NaN : 4)) }, /\$\.handled\[2\]/],
      [{ tenure: { bands: [1, 6], days: [] } }, /bands\[0\]/],
      [{ tenure: { bands: [0, 6, 6], days: [] } }, /bands\[2\]/],
      [{ tenure: { bands: [0, 6], days: [{ ...day, date: 'soon' }] } }, /days\[0\]\.date/],
      [{ tenure: { bands: [0, 6], days: [day, { ...day, handled: [1] }] } }, /days\[1\]\.handled/],
      [{ tenure: { bands: [0, 6], days: [{ ...day, seconds: [1, -1] }] } }, /days\[0\]\.seconds/],
    ];
    for (const [change, message] of wrong) {
      const run = () => forecast({ ...counts, handleTime, ...change }, options);
      expect(run).toThrow(DomainError);
      expect(run).toThrow(message);
    }
    expect(() => forecast({ ...counts, tenure }, options)).toThrow(/\$\.handleTime/);
  });
});
