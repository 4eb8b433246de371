import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import { plannedByInterval } from '../../../../src/scenario/by-interval.ts';
import { newGroup, newScenario } from '../../../../src/scenario/defaults.ts';
import type { Scenario } from '../../../../src/scenario/schema.ts';
import {
  editableGroup,
  planBase,
  reachable,
  setPlanned,
  shiftGroup,
} from '../../../../src/ui/pages/staffing/plan-edit.ts';

const empty = newScenario('Test', { timeZone: 'Europe/Paris', start: '2026-11-23' });
const own = newGroup('own', 'Own', ['phone'], empty.calendar);
const shared = newGroup('shared', 'Shared', ['chat', 'phone'], empty.calendar);
const shifts = { ...own, id: 'shifts', staffing: { kind: 'shifts', shifts: [] } } as const;

describe('dragging a planned step', () => {
  it('changes the group that calls the channel its own, never one planned in shifts', () => {
    expect(editableGroup([shared, own, shifts], 'phone')).toBe(1);
    expect(editableGroup([shifts], 'phone')).toBe(-1);
    expect(editableGroup([own], 'chat')).toBe(-1);
    expect(shiftGroup([own, shifts], 'phone')).toBe(1);
  });

  it('can turn shifts into agents by interval, with breaks as gaps and what-if agents apart', () => {
    const day = {
      days: [0],
      start: '08:00',
      end: '12:00',
      agents: 3,
      breaks: [{ start: '10:00', end: '10:30' }],
    };
    const group = { ...shifts, extraAgents: 2, staffing: { kind: 'shifts', shifts: [day] } } as const;
    const { staffing, extraAgents } = plannedByInterval(group, empty.calendar);
    const agents = staffing.kind === 'counts' ? staffing.agents : [];
    const halves = 60 / empty.calendar.intervalMinutes;
    expect(extraAgents).toBe(2);
    expect(agents.slice(8 * halves, 12 * halves)).toEqual([3, 3, 3, 3, 0, 3, 3, 3]);
    expect(agents.reduce((sum, count) => sum + count, 0)).toBe(21);
    expect(plannedByInterval(own, empty.calendar)).toBe(own);
  });

  it('writes the difference, so that repeating a drag never adds up', () => {
    const written: Scenario = produce({ ...empty, groups: [own] }, (draft) => {
      const staffing = draft.groups[0]?.staffing;
      if (staffing?.kind === 'counts') staffing.agents[20] = 4;
    });
    // the channel counts on 7: 4 of its own group and 3 of a shared one
    const base = planBase(written.groups, 'phone', 20, 7);
    if (!base) throw new Error('expected a group to edit');
    const drag = (scenario: Scenario, wanted: number): Scenario =>
      produce(scenario, (draft) => setPlanned(draft, base, reachable(base, wanted)));
    const once = drag(written, 9);
    const twice = drag(once, 9);
    const agents = (scenario: Scenario): number | undefined => {
      const staffing = scenario.groups[0]?.staffing;
      return staffing?.kind === 'counts' ? staffing.agents[20] : undefined;
    };
    expect(agents(once)).toBe(6);
    expect(agents(twice)).toBe(6);
    expect(agents(drag(written, 0))).toBe(0);
    expect(reachable(base, 0)).toBe(3);
    // a scenario with more could not be opened again
    expect(reachable(base, 1e9)).toBe(100_003);
    expect(agents(drag(written, 1e9))).toBe(100_000);
  });
});
