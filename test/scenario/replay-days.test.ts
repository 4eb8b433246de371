import { describe, expect, it } from 'vitest';
import { parseDate } from '../../src/numeric/civil-date.ts';
import { contactsByDay, contactsFrom, replayStarts } from '../../src/scenario/replay-days.ts';
import { SECONDS_PER_DAY } from '../../src/units.ts';

// Monday 23 November 2026 to Sunday 29.
const week = { start: '2026-11-23', days: 7 };

/** One contact at noon of every day, and of the days besides. */
function logged(from: string, to: string, besides: readonly string[] = []) {
  const [first, last, ...others] = [from, to, ...besides].map((date) => parseDate(date) ?? NaN);
  const days = Array.from({ length: (last ?? NaN) - (first ?? NaN) + 1 }, (_, k) => (first ?? NaN) + k);
  return contactsByDay(Float64Array.from([...others, ...days], (day) => (day + 0.5) * SECONDS_PER_DAY));
}

describe('the first day of a replay', () => {
  it('is the plan’s own where the log reaches into it', () => {
    const { days, best } = replayStarts(week, logged('2026-11-18', '2026-11-25'));
    expect(days).toEqual(['2026-11-16', '2026-11-23']);
    expect(best).toBe('2026-11-23');
    // The plan begins before the log does.
    expect(replayStarts(week, logged('2026-11-26', '2026-11-27'))).toEqual({
      days: ['2026-11-23'],
      best: '2026-11-23',
    });
  });

  it('is of the same weekday, in the newest week that the log has whole', () => {
    const { days, best } = replayStarts(week, logged('2025-11-12', '2025-12-03'));
    expect(days).toEqual(['2025-11-10', '2025-11-17', '2025-11-24', '2025-12-01']);
    expect(best).toBe('2025-11-24');
  });

  it('is before the log where that has no whole week', () => {
    expect(replayStarts(week, logged('2027-01-05', '2027-01-08'))).toEqual({
      days: ['2027-01-04'],
      best: '2027-01-04',
    });
    expect(replayStarts({ start: '2026-11-24', days: 1 }, logged('2026-12-02', '2026-12-10'))).toEqual({
      days: ['2026-12-01', '2026-12-08'],
      best: '2026-12-08',
    });
  });

  it('is never of weeks in which the log has nothing, such as those up to a slip of the pen', () => {
    const slips = logged('2025-11-12', '2025-12-03', ['1900-01-01', '9999-12-31', '2025-11-12']);
    const { days, best } = replayStarts(week, slips);
    const weeks = ['2025-11-10', '2025-11-17', '2025-11-24', '2025-12-01'];
    expect(days).toEqual(['1900-01-01', ...weeks, '9999-12-27']);
    expect(best).toBe('2025-12-01');
    expect(contactsFrom(slips, '2025-11-10', week)).toBe(6);
    expect(contactsFrom(slips, '2026-11-23', week)).toBe(0);
  });

  it('is one of the newest ten years', () => {
    const { days } = replayStarts(week, logged('2000-01-01', '2025-11-30'));
    expect(days).toHaveLength(520);
    expect(days.at(-1)).toBe('2025-11-24');
  });
});
