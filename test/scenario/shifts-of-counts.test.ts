/** Counts written as shifts put the same agents on in every interval. */
import { describe, expect, it } from 'vitest';
import { buildAxis } from '../../src/scenario/axis.ts';
import { groupPlan } from '../../src/scenario/plan.ts';
import { shiftsOfCounts } from '../../src/scenario/shifts-of-counts.ts';
import { issuesOf } from './changed.ts';
import { exampleGroup, exampleScenario } from './example.ts';

const week = (change: (cell: number) => number): number[] => Array.from({ length: 168 }, (_, k) => change(k));

describe('shifts of counts', () => {
  it('are few and long, and one where days are alike', () => {
    // 2 from 8 to 18, 3 more from 10 to 16, on each of seven days
    const counts = week((cell) => {
      const hour = cell % 24;
      return (hour >= 8 && hour < 18 ? 2 : 0) + (hour >= 10 && hour < 16 ? 3 : 0);
    });
    const days = [0, 1, 2, 3, 4, 5, 6];
    expect(shiftsOfCounts(counts, 7)).toEqual([
      { days, start: '08:00', end: '18:00', agents: 2, breaks: [] },
      { days, start: '10:00', end: '16:00', agents: 3, breaks: [] },
    ]);
    expect(
      shiftsOfCounts(
        week(() => 0),
        7,
      ),
    ).toEqual([]);
  });

  it.each(['2026-11-23', '2026-10-19', '2026-03-23'])(
    'have the same agents at all times, week of %s',
    (start) => {
      // any numbers: the steps of 7919 modulo 11 have no order of their own
      const agents = week((cell) => (cell * 7919 + ((cell * cell) % 13)) % 11);
      const { calendar } = exampleScenario();
      const axis = buildAxis({ ...calendar, start });
      const shifts = shiftsOfCounts(agents, 7) ?? [];
      const inShifts = exampleGroup({ staffing: { kind: 'shifts', shifts } });
      expect(issuesOf(exampleScenario({ groups: [inShifts] }))).toEqual([]);
      const counted = groupPlan(exampleGroup({ staffing: { kind: 'counts', agents } }), axis).agents;
      expect([...groupPlan(inShifts, axis).agents]).toEqual([...counted]);
    },
  );

  it('are none where there would be more than a group can have', () => {
    // 35 days in quarters of an hour: every second one has a number of its own
    const counts = Array.from({ length: 35 * 96 }, (_, k) => (k % 2 ? 0 : k + 1));
    expect(shiftsOfCounts(counts, 35)).toHaveLength(1680);
    // up in 48 steps and down in others: about two stretches per step, of other sizes each day
    const stairs = counts.map((_, cell) => {
      const [unit, slot] = [Math.floor(cell / 96) + 1, cell % 96];
      return unit * (slot < 48 ? 3 * (slot + 1) : 143 - 3 * (slot - 48));
    });
    expect(shiftsOfCounts(stairs, 35)).toBeNull();
    expect(shiftsOfCounts(stairs.slice(0, 20 * 96), 20)).toHaveLength(20 * 96);
  });
});
