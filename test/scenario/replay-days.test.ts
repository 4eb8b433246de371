import { describe, expect, it } from 'vitest';
import { replayStarts } from '../../src/scenario/replay-days.ts';

// Monday 23 November 2026 to Sunday 29.
const week = { start: '2026-11-23', days: 7 };

describe('the first day of a replay', () => {
  it('is the plan’s own where the log reaches into it', () => {
    const { days, best } = replayStarts(week, '2026-11-18', '2026-11-25');
    expect(days).toEqual(['2026-11-16', '2026-11-23']);
    expect(best).toBe('2026-11-23');
    // The plan begins before the log does.
    expect(replayStarts(week, '2026-11-26', '2026-11-27')).toEqual({
      days: ['2026-11-23'],
      best: '2026-11-23',
    });
  });

  it('is of the same weekday, in the newest week that the log has whole', () => {
    const { days, best } = replayStarts(week, '2025-11-12', '2025-12-03');
    expect(days).toEqual(['2025-11-10', '2025-11-17', '2025-11-24', '2025-12-01']);
    expect(best).toBe('2025-11-24');
  });

  it('is before the log where that has no whole week', () => {
    expect(replayStarts(week, '2027-01-05', '2027-01-08')).toEqual({
      days: ['2027-01-04'],
      best: '2027-01-04',
    });
    expect(replayStarts({ start: '2026-11-24', days: 1 }, '2026-12-02', '2026-12-10')).toEqual({
      days: ['2026-12-01', '2026-12-08'],
      best: '2026-12-08',
    });
  });
});
