import { describe, expect, it } from 'vitest';
import type { WithinDayForecast } from '../../src/forecast/within-day.ts';
import { adjusted } from '../../src/scenario/adjustments.ts';
import { buildAxis } from '../../src/scenario/axis.ts';
import { contactsOnGrid } from '../../src/scenario/demand.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import {
  beforeAnew,
  dayAsSeen,
  inPlan,
  observedSlots,
  plannedRatios,
  withoutPlan,
} from '../../src/scenario/within-day-demand.ts';
import { exampleChannel, exampleScenario } from './example.ts';

const axis = buildAxis(exampleScenario().calendar);
const events = [
  {
    name: 'Sale',
    start: '2026-11-24T00:00',
    end: '2026-11-25T00:00',
    multipliers: [{ channel: 'phone', factor: 2 }],
  },
];
const actuals = { date: '2026-11-24', contacts: [...Array.from({ length: 9 }, () => null), 30, null] };
const forecast = {
  starts: ['2026-11-24T11:00', '2026-11-24T12:00'],
  meanBefore: [8, 8],
  mean: [12, 4],
};

describe('a day half seen', () => {
  it('is added up to the slots of the history, unknown where a part is', () => {
    expect(observedSlots([1, 2, 3, null, 5, 6, 7], 8, 4)).toEqual([3, null, 11]);
    expect(observedSlots([1, 2], 4, 4)).toEqual([1, 2]);
    expect(observedSlots([1, 2], 2, 4)).toEqual([]);
  });

  it('shows what came, then the forecast in proportion, whatever multiplies the demand', () => {
    const channel = exampleChannel({ volumeFactor: 1.5 });
    const cells = dayAsSeen(channel, events, axis, actuals, forecast);
    const { demand } = channel;
    const after = {
      ...channel,
      demand: { ...demand, adjustments: [{ kind: 'cells', who: '', why: '', cells } as const] },
    };
    const [before, grid] = [channel, after].map((each) => contactsOnGrid(each, events, axis));
    // 10 contacts × 1.5 × 2
    expect(before?.[24 + 11]).toBe(30);
    expect([grid?.[24 + 9], grid?.[24 + 10]]).toEqual([30, 30]);
    expect([grid?.[24 + 11], grid?.[24 + 12]]).toEqual([45, 15]);
    expect(grid?.[24 + 8]).toBe(30);
    expect(grid?.[11]).toBe(15);
  });

  it('keeps the adjustments made before', () => {
    const { demand } = exampleChannel();
    const monday = { from: '2026-11-24T00:00', to: '2026-11-25T00:00' };
    const scale = { kind: 'scale', who: 'Ana', why: 'sale', ...monday, factor: 3 } as const;
    const channel = exampleChannel({ demand: { ...demand, adjustments: [scale] } });
    const cells = dayAsSeen(channel, [], axis, actuals, forecast);
    const list = [scale, { kind: 'cells', who: '', why: '', cells } as const];
    const { contacts } = adjusted(
      Array.from({ length: 168 }, () => 10),
      list,
      axis,
    );
    expect([contacts[24 + 9], contacts[24 + 11]]).toEqual([30, 45]);
  });

  it('is compared with the plan, not with the forecast that the plan goes beyond', () => {
    const { demand } = exampleChannel();
    const span = { from: '2026-11-24T00:00', to: '2026-11-24T12:00' };
    const scale = { kind: 'scale', who: 'Ana', why: 'TV spot', ...span, factor: 1.5 } as const;
    const channel = exampleChannel({ demand: { ...demand, adjustments: [scale] }, volumeFactor: 7 });
    // 10 contacts an hour, × 1.5 until noon, × 2 by the event
    const ratios = plannedRatios(channel, events, axis, actuals.date, 24);
    expect([ratios[9], ratios[12]]).toEqual([3, 2]);
    expect(plannedRatios(channel, events, axis, actuals.date, 4)).toEqual([3, 3, 2, 2]);
    expect(plannedRatios(channel, events, axis, '2027-01-01', 2)).toEqual([1, 1]);
    expect(withoutPlan([30, null, 8], [3, 3, 2])).toEqual([10, null, 4]);
    expect(withoutPlan([30, 30], [null, 0])).toEqual([null, null]);

    const whole: WithinDayForecast = {
      ...forecast,
      quantiles: [[6], [2]],
      bands: [{ level: 0.8, low: [6, 2], high: [18, 6] }],
      rest: { mean: 16, quantiles: [8] },
      seenRatio: 1,
      gain: 0.5,
      model: 'profile',
      worth: null,
    };
    expect(inPlan(whole, ratios)).toMatchObject({
      mean: [36, 8],
      meanBefore: [24, 16],
      quantiles: [[18], [4]],
      bands: [{ low: [18, 4], high: [54, 12] }],
      rest: { mean: 44, quantiles: [22] },
    });
  });

  it('takes the place of what was forecast anew before', () => {
    const first = exampleChannel();
    const cells = dayAsSeen(first, [], axis, actuals, forecast);
    const anew = { kind: 'cells', who: '', why: '11:00', cells, anew: true } as const;
    const typed = { kind: 'cells', who: '', why: '', cells: [{ cell: 2, contacts: 3 }] } as const;
    const channel = exampleChannel({ demand: { ...first.demand, adjustments: [typed, anew] } });
    expect(beforeAnew(channel, axis, actuals.date).demand.adjustments).toEqual([typed]);
    expect(beforeAnew(channel, axis, '2026-11-25')).toBe(channel);
    expect(dayAsSeen(beforeAnew(channel, axis, actuals.date), [], axis, actuals, forecast)).toEqual(cells);
    const read = parseScenario(structuredClone(exampleScenario({ channels: [channel] })));
    expect(read.ok && read.scenario.channels[0]?.demand.adjustments?.[1]).toEqual(anew);
  });

  it('is nothing on a day that is not planned', () => {
    expect(dayAsSeen(exampleChannel(), [], axis, { ...actuals, date: '2027-01-01' }, forecast)).toEqual([]);
  });

  it('is saved with the scenario, at most a day of it', () => {
    const { demand } = exampleChannel();
    const scenario = (contacts: (number | null)[]) =>
      exampleScenario({
        channels: [exampleChannel({ demand: { ...demand, actuals: { date: '2026-11-24', contacts } } })],
      });
    const read = parseScenario(structuredClone(scenario([3, null, 4])));
    expect(read.ok && read.scenario.channels[0]?.demand.actuals?.contacts).toEqual([3, null, 4]);
    const long = parseScenario(structuredClone(scenario(Array.from({ length: 25 }, () => 1))));
    expect(long.ok ? [] : long.issues.map(({ code }) => code)).toEqual(['too-many']);
  });
});
