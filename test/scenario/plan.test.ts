import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAxis } from '../../src/scenario/axis.ts';
import { groupPlan } from '../../src/scenario/plan.ts';
import type { Shift } from '../../src/scenario/schema.ts';
import { exampleGroup, exampleScenario } from './example.ts';

const axis = buildAxis({ ...exampleScenario().calendar, days: 2 });
const hour = 3600;
const counts = (agents: readonly number[], extraAgents = 0) =>
  groupPlan(exampleGroup({ staffing: { kind: 'counts', agents }, extraAgents }), axis);
const shifts = (list: readonly Shift[], extraAgents = 0) =>
  groupPlan(exampleGroup({ staffing: { kind: 'shifts', shifts: list }, extraAgents }), axis);
const day = (from: number, values: readonly number[]) =>
  Array.from({ length: 48 }, (_, k) => values[k - from] ?? 0);

describe('a plan of counts', () => {
  it('keeps people as long as the numbers allow: last come, first to go', () => {
    const { people, agents } = counts(day(8, [2, 5, 4, 4, 1]));
    expect(people).toEqual([
      { agents: 1, stretches: [{ from: 8 * hour, to: 12 * hour }] },
      { agents: 1, stretches: [{ from: 8 * hour, to: 13 * hour }] },
      { agents: 1, stretches: [{ from: 9 * hour, to: 10 * hour }] },
      { agents: 2, stretches: [{ from: 9 * hour, to: 12 * hour }] },
    ]);
    expect([...agents]).toEqual(day(8, [2, 5, 4, 4, 1]));
  });

  it('adds and takes what-if agents only where somebody is planned, and never goes below nobody', () => {
    expect([...counts(day(8, [2, 5, 0, 4]), 3).agents]).toEqual(day(8, [5, 8, 0, 7]));
    expect([...counts(day(8, [2, 5, 0, 4]), -3).agents]).toEqual(day(8, [0, 2, 0, 1]));
  });

  it('gives back the numbers it was made of', () => {
    const grid = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 48, maxLength: 48 });
    fc.assert(
      fc.property(grid, fc.integer({ min: -4, max: 4 }), (agents, extra) => {
        const expected = agents.map((count) => (count > 0 ? Math.max(0, count + extra) : 0));
        expect([...counts(agents, extra).agents]).toEqual(expected);
      }),
    );
  });
});

describe('a plan of shifts', () => {
  const early: Shift = {
    days: [0, 1],
    start: '08:00',
    end: '12:30',
    agents: 4,
    breaks: [{ start: '10:00', end: '10:15' }],
  };

  it('leaves people out during breaks', () => {
    const { people, agents } = shifts([{ ...early, days: [0] }]);
    expect(people).toEqual([
      {
        agents: 4,
        stretches: [
          { from: 8 * hour, to: 10 * hour },
          { from: 10.25 * hour, to: 12.5 * hour },
        ],
      },
    ]);
    expect(Array.from(agents.slice(7, 14))).toEqual([0, 4, 4, 3, 4, 2, 0]);
  });

  it('runs past midnight, and stops at the end of the calendar', () => {
    const night: Shift = { days: [0, 1], start: '22:00', end: '25:30', agents: 2, breaks: [] };
    const { people, agents } = shifts([night]);
    expect(people.at(-1)).toEqual({ agents: 2, stretches: [{ from: 46 * hour, to: 48 * hour }] });
    expect(Array.from(agents.slice(21, 27))).toEqual([0, 2, 2, 2, 1, 0]);
  });

  it('keeps a hand-over as two shifts: one team leaves while another comes', () => {
    const late: Shift = { days: [0], start: '12:30', end: '16:00', agents: 4, breaks: [] };
    const { people } = shifts([{ ...early, days: [0], breaks: [] }, late]);
    expect(people).toHaveLength(2);
  });

  it('takes what-if agents into account', () => {
    const one: Shift = { ...early, days: [0], breaks: [] };
    expect(Array.from(shifts([one], 1).agents.slice(7, 14))).toEqual([0, 5, 5, 5, 5, 2.5, 0]);
    expect(Array.from(shifts([one], -1).agents.slice(7, 14))).toEqual([0, 3, 3, 3, 3, 1.5, 0]);
    expect(Array.from(shifts([one], -9).agents.slice(7, 14))).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});
