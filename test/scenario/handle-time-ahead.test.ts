import { describe, expect, it } from 'vitest';
import type { SeriesColumns } from '../../src/history/report.ts';
import { handleTimeAhead } from '../../src/scenario/handle-time-ahead.ts';

const options = { from: '2024-03-11', days: 7, quantiles: [0.1, 0.5, 0.9] };

/** Daily, ten weeks before 2024-03-11; `seconds` per contact, null: nobody was timed. */
function daily(contacts: number, seconds: number | null): SeriesColumns {
  const first = Math.round(Date.UTC(2024, 0, 1) / 86_400_000);
  const columns = {
    channel: 'queue',
    intervalMinutes: 1440,
    starts: Int32Array.from({ length: 70 }, (_, day) => (first + day) * 1440),
    values: new Float64Array(70).fill(contacts),
    known: new Uint8Array(70).fill(1),
  };
  if (seconds === null) return columns;
  const handled = new Float64Array(70).fill(contacts / 2);
  return { ...columns, handled, handleSeconds: handled.map((n) => n * seconds) };
}

describe('handle time of added series', () => {
  it('weighs queues by the contacts that were timed', () => {
    // (30 · 100 s + 10 · 300 s) / 40
    const forecast = handleTimeAhead([daily(60, 100), daily(20, 300)], options);
    expect(forecast?.average).toBeCloseTo(150, 6);
    expect(forecast?.days.map(({ date }) => date)).toEqual(
      Array.from({ length: 7 }, (_, i) => `2024-03-${11 + i}`),
    );
  });

  it('is none where a queue with contacts was never timed; a queue without contacts does not count', () => {
    expect(handleTimeAhead([daily(60, 100), daily(20, null)], options)).toBeNull();
    expect(handleTimeAhead([daily(60, null)], options)).toBeNull();
    expect(handleTimeAhead([], options)).toBeNull();
    expect(handleTimeAhead([daily(60, 100), daily(0, null)], options)?.average).toBeCloseTo(100, 6);
  });
});
