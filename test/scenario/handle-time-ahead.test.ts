import { describe, expect, it } from 'vitest';
import type { SeriesColumns } from '../../src/history/report.ts';
import { handleTimeAhead } from '../../src/scenario/handle-time-ahead.ts';
import { tenureAhead } from '../../src/scenario/tenure-ahead.ts';

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

describe('handle time by tenure', () => {
  it('is that of all series together, each day of each at its own level', () => {
    const timed = (contacts: number, seconds: number, newcomers: number): SeriesColumns => {
      const columns = daily(contacts, seconds);
      const days = Int32Array.from(columns.starts, (start) => start / 1440);
      const cells = (newcomer: number, old: number) =>
        Float64Array.from({ length: 5 * days.length }, (_, i) => [newcomer, 0, 0, 0, old][i % 5] ?? 0);
      const handled = contacts * 1e6;
      // newcomers take half as long again
      const level = seconds / (newcomers * 1.5 + 1 - newcomers);
      const tenure = {
        days,
        handled: cells(newcomers * handled, (1 - newcomers) * handled),
        seconds: cells(newcomers * handled * level * 1.5, (1 - newcomers) * handled * level),
      };
      return { ...columns, tenure };
    };
    // the easy queue is the newcomers'
    const series = [timed(60, 100, 0.8), timed(20, 300, 0.1)];
    const forecast = tenureAhead(series, options, handleTimeAhead(series, options));
    const [newcomers, old] = forecast?.bands ?? [];
    expect((newcomers?.factor ?? 0) / (old?.factor ?? 1)).toBeCloseTo(1.5, 5);
    // (0.8 · 60 + 0.1 · 20) / 80
    expect(newcomers?.share).toBeCloseTo(0.625, 12);
    expect(tenureAhead([daily(60, 100)], options, handleTimeAhead([daily(60, 100)], options))).toBeNull();
    expect(tenureAhead(series, options, null)).toBeNull();
  });
});
