import { expect, it } from 'vitest';
import { buildAxis } from '../../../../src/scenario/axis.ts';
import { agentGrid } from '../../../../src/ui/pages/staffing/agent-grid.ts';

const axis = buildAxis({
  timeZone: 'Europe/Paris',
  start: '2026-11-23',
  days: 2,
  intervalMinutes: 60,
  holidays: [],
});
const hours = (open: Readonly<Record<number, number | null>>): (number | null)[] =>
  Array.from({ length: 24 }, (_, hour) => open[hour] ?? null);
const base = { within: 20, firstReply: false, method: 'day' as const };
const monday = { ...base, plus: hours({ 9: 2, 10: 5, 12: 0 }), minus: hours({ 9: -3, 10: -8 }) };

it('shows the hours in use, each with its effect or the reason for none', () => {
  const grid = agentGrid([monday, undefined], 'plus', axis, [0, 1]);
  expect(grid).toMatchObject({ firstSlot: 9, slots: 4, most: { row: 0, column: 1, effect: 5 } });
  expect(grid.rows).toEqual([
    [2, 5, 'closed', 0],
    ['waiting', 'waiting', 'waiting', 'waiting'],
  ]);
});

it('tells nobody on duty from closed, and finds the dearest loss', () => {
  const grid = agentGrid([monday], 'minus', axis, [0]);
  expect(grid.rows).toEqual([[-3, -8, 'closed', 'nobody']]);
  expect(grid.most?.effect).toBe(-8);
});

it('has nothing to point at while nothing is known', () => {
  expect(agentGrid([], 'plus', axis, [0, 1])).toMatchObject({ slots: 0, most: null });
});
