import { expect, it } from 'vitest';
import { buildAxis } from '../../../../src/scenario/axis.ts';
import { effectGrid, helps } from '../../../../src/ui/pages/staffing/effect-grid.ts';

const axis = buildAxis({
  timeZone: 'Europe/Paris',
  start: '2026-11-23',
  days: 2,
  intervalMinutes: 60,
  holidays: [],
});
const hours = (open: Readonly<Record<number, number | null>>): (number | null)[] =>
  Array.from({ length: 24 }, (_, hour) => open[hour] ?? null);
const monday = {
  within: 20,
  firstReply: false,
  method: 'day' as const,
  missed: hours({ 9: -2, 10: -5, 12: 0 }),
  level: hours({ 9: 0.001, 10: 0.002, 12: 0 }),
  lost: hours({ 9: -1, 10: -0.5, 12: 0 }),
  shared: false,
  open: Array.from({ length: 24 }, (_, hour) => hour >= 9 && hour !== 11 && hour < 13),
};

it('shows the hours in use, each with its effect or the reason for none', () => {
  const grid = effectGrid([monday, undefined], 'moreAgents', 'inTime', axis, [0, 1]);
  expect(grid).toMatchObject({ firstSlot: 9, slots: 4, most: { row: 0, column: 1, effect: 5 } });
  expect(grid.rows).toEqual([
    [2, 5, 'closed', 0],
    ['waiting', 'waiting', 'waiting', 'waiting'],
  ]);
});

it('tells those late or lost of a change in demand, and other measures as they are', () => {
  expect(effectGrid([monday], 'patience', 'inTime', axis, [0]).rows).toEqual([[-2, -5, 'closed', 0]]);
  expect(effectGrid([monday], 'moreAgents', 'lost', axis, [0]).most).toEqual({
    row: 0,
    column: 0,
    effect: -1,
  });
  expect(effectGrid([monday], 'moreAgents', 'level', axis, [0]).most?.effect).toBe(0.002);
});

it('tells nothing to change from closed, and finds the dearest loss', () => {
  const loss = { ...monday, missed: hours({ 9: 3, 10: 8 }) };
  const grid = effectGrid([loss], 'fewerAgents', 'inTime', axis, [0]);
  expect(grid.rows).toEqual([[-3, -8, 'closed', 'nothing']]);
  expect(grid.most?.effect).toBe(-8);
});

it('has nothing to point at while nothing is known', () => {
  expect(effectGrid([], 'moreAgents', 'inTime', axis, [0, 1])).toMatchObject({ slots: 0, most: null });
});

it('knows which way helps', () => {
  expect(helps('fewerAgents', 'inTime', -1)).toBe(false);
  expect(helps('patience', 'inTime', -1)).toBe(true);
  expect(helps('volume', 'level', -0.01)).toBe(false);
  expect(helps('volume', 'lost', 1)).toBe(false);
});
