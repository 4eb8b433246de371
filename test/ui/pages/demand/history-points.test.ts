import { describe, expect, it } from 'vitest';
import { historyView, resolutionOf, wholeStretch } from '../../../../src/ui/pages/demand/history-points.ts';
import {
  markedDays,
  withDay,
  withHolidays,
  withoutDay,
} from '../../../../src/ui/pages/demand/special-edit.ts';

// 20 days from Monday 2026-01-05 in halves of a day; the second half of the third day is unknown
const firstDay = 20_458;
const values = Float64Array.from({ length: 40 }, (_, i) => (i === 5 ? Number.NaN : i));
const history = { firstDay, slotsPerDay: 2, values, closed: new Uint8Array(14) };
const forecast = {
  starts: ['2026-01-25T00:00', '2026-01-25T12:00', '2026-01-26T00:00'],
  mean: [10, 20, 30],
  bands: [
    { level: 0.8, low: [8, 16, 24], high: [12, 24, 36] },
    { level: 0.95, low: [6, 12, 18], high: [14, 28, 42] },
  ],
  days: [
    {
      from: '2026-01-25',
      days: 1,
      mean: 30,
      quantiles: [],
      bands: [{ level: 0.8, low: 25, high: 35 }],
      factorCv: 0,
    },
    { from: '2026-01-26', days: 1, mean: 30, quantiles: [], bands: [], factorCv: 0 },
  ],
};

describe('a stretch of history and forecast', () => {
  it('reaches from the first day known to the last one forecast', () => {
    expect(wholeStretch(history, forecast)).toEqual({ from: firstDay, to: firstDay + 22 });
    expect(wholeStretch(history, null)).toEqual({ from: firstDay, to: firstDay + 20 });
  });

  it('is drawn as coarse as it is long', () => {
    const of = (days: number) => resolutionOf({ from: firstDay, to: firstDay + days }, 2);
    expect([of(1), of(15), of(16), of(430), of(431)]).toEqual(['interval', 'interval', 'day', 'day', 'week']);
  });

  it('adds days up, and gives a day of which a part is unknown what is known of it', () => {
    const { points, split } = historyView(history, forecast, wholeStretch(history, forecast));
    expect(points.slice(0, 4).map(({ value }) => value)).toEqual([1, 5, null, 13]);
    expect(points[2]).toMatchObject({ value: null, part: 4 });
    expect(points.every(({ part }, i) => (part !== null) === (i === 2))).toBe(true);
    expect(split).toBe(20);
    expect(points[20]).toMatchObject({ value: 30, forecast: true, bands: [{ low: 25, high: 35 }] });
  });

  it('shows intervals with the bands of theirs, widest first', () => {
    const { points, split } = historyView(history, forecast, { from: firstDay + 19, to: firstDay + 22 });
    expect(points.map(({ value }) => value)).toEqual([38, 39, 10, 20, 30, null]);
    expect(split).toBe(2);
    expect(points[3]?.bands.map(({ high }) => high)).toEqual([28, 24]);
  });
});

describe('marked days', () => {
  const run = { date: '2026-01-15', kind: 'billRun', name: 'Bills' } as const;

  it('has one mark per date, in order', () => {
    const marks = withDay(withDay([run], { ...run, date: '2026-01-02' }), { ...run, name: 'Bills late' });
    expect(marks.map(({ date, name }) => `${date} ${name}`)).toEqual([
      '2026-01-02 Bills',
      '2026-01-15 Bills late',
    ]);
    expect(withoutDay(marks, { date: '2026-01-02' })).toHaveLength(1);
  });

  it('keeps a mark of one channel beside that of all', () => {
    const marks = withDay([run], { ...run, name: 'Bills by mail', channel: 'mail' });
    expect(marks.map(({ name }) => name)).toEqual(['Bills', 'Bills by mail']);
    expect(withoutDay(marks, { date: run.date, channel: 'mail' })).toEqual([run]);
    expect(withoutDay(marks, { date: run.date, channel: 'phone' })).toEqual(marks);
    expect(markedDays(marks).map(({ days }) => days)).toEqual([
      [{ date: run.date }],
      [{ date: run.date, channel: 'mail' }],
    ]);
  });

  it('takes holidays where nothing is marked yet', () => {
    const marks = withHolidays(
      [run],
      [
        { date: '2026-01-15', name: 'King' },
        { date: '2026-01-01', name: 'New Year' },
      ],
    );
    expect(marks.map(({ kind }) => kind)).toEqual(['holiday', 'billRun']);
    expect(markedDays(marks)).toEqual([
      { name: 'New Year', kind: 'holiday', days: [{ date: '2026-01-01' }] },
      { name: 'Bills', kind: 'billRun', days: [{ date: '2026-01-15' }] },
    ]);
  });
});
