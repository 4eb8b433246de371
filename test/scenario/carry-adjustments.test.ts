import { describe, expect, it } from 'vitest';
import { carriedDemand } from '../../src/scenario/carry-adjustments.ts';
import type { Adjustment, Demand } from '../../src/scenario/schema-demand.ts';
import { exampleChannel, exampleScenario } from './example.ts';

const { calendar } = exampleScenario(); // one hourly week from 2026-11-23
const by = { who: 'Ana', why: 'tax letters' };
const week = Array.from({ length: 168 }, () => 11);
const base = { contacts: week, slopes: week.map(() => 1.1) };
const scale = (from: string, to: string): Adjustment => ({ ...by, kind: 'scale', from, to, factor: 2 });
const cells = (...list: number[]): Adjustment => ({
  ...by,
  kind: 'cells',
  cells: list.map((cell) => ({ cell, contacts: 5 })),
});
const follows: Adjustment = { ...by, kind: 'formula', formula: 'volume * 1.1', contacts: week, base };
const stands: Adjustment = { ...by, kind: 'formula', formula: '11', contacts: week };
const carried = (start: string, demand: Partial<Demand>) =>
  carriedDemand({ ...exampleChannel().demand, ...demand }, calendar, { ...calendar, start });

describe('adjustments taken along', () => {
  it('all stay while the days stay, but for figures of the old source', () => {
    const adjustments = [follows, scale('2026-11-23T00:00', '2026-11-24T00:00'), cells(0, 167)];
    const actuals = { date: '2026-11-29', contacts: [3, null] };
    expect(carried(calendar.start, { adjustments, actuals })).toEqual({
      kept: { adjustments, actuals },
      dropped: {},
    });
    expect(carried(calendar.start, { adjustments: [stands] })).toEqual({
      kept: {},
      dropped: { adjustments: [stands] },
    });
  });

  it('stay with their dates where the days move, and go where those are not planned', () => {
    const inside = scale('2026-11-29T20:00', '2026-11-30T01:00');
    const before = scale('2026-11-29T20:00', '2026-11-30T00:00');
    const after = scale('2026-12-07T00:00', '2026-12-08T00:00');
    // a week later: nothing typed is planned any more
    expect(carried('2026-11-30', { adjustments: [inside, before, after, cells(5)] })).toEqual({
      kept: { adjustments: [inside] },
      dropped: { adjustments: [before, after, cells(5)] },
    });
    // 2026-11-16 of a plan of 14 days: Monday 23 is its eighth day, of which 5 o'clock is cell 173
    const long = { ...calendar, start: '2026-11-16', days: 14 };
    const demand = { ...exampleChannel().demand, adjustments: [cells(5)] };
    expect(carriedDemand(demand, { ...long, start: calendar.start }, long).kept).toEqual({
      adjustments: [cells(173)],
    });
    // and back: what lies before is left out, told by its old cells
    const back = { ...exampleChannel().demand, adjustments: [cells(3, 173)] };
    expect(carriedDemand(back, long, { ...long, start: calendar.start })).toEqual({
      kept: { adjustments: [cells(5)] },
      dropped: { adjustments: [cells(3)] },
    });
  });

  it('takes the actuals of a day that is planned', () => {
    const actuals = { date: '2026-11-29', contacts: [3] };
    expect(carried('2026-11-30', { actuals })).toEqual({ kept: {}, dropped: { actuals } });
    expect(carried('2026-11-23', { actuals })).toEqual({ kept: { actuals }, dropped: {} });
  });
});
