/** Agents with names: who is on the floor when, and what a file may not say of them. */
import { describe, expect, it } from 'vitest';
import { buildAxis } from '../../src/scenario/axis.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { personAt, rosterOf } from '../../src/scenario/roster.ts';
import type { AgentGroup, Scenario, Shift } from '../../src/scenario/schema.ts';
import { recordDay } from '../../src/simulation/simulate.ts';
import { exampleGroup, exampleScenario } from './example.ts';

const shift = (changes: Partial<Shift>): Shift => ({
  days: [0],
  start: '08:00',
  end: '16:00',
  agents: 1,
  breaks: [],
  ...changes,
});
const withShifts = (shifts: readonly Shift[], changes: Partial<AgentGroup> = {}): Scenario =>
  exampleScenario({ groups: [exampleGroup({ staffing: { kind: 'shifts', shifts }, ...changes })] });
const hours = (n: number): number => n * 3600;

const ROTA = [
  shift({ days: [0, 1], agents: 3, names: ['Amina', 'Jules'], breaks: [{ start: '12:00', end: '12:30' }] }),
  shift({ days: [0], start: '12:00', end: '20:00', names: ['Noor'] }),
  shift({ days: [1], start: '12:00', end: '20:00', names: ['Amina 2'] }),
];

describe('the roster', () => {
  const scenario = withShifts(ROTA);
  const axis = buildAxis(scenario.calendar);
  const [team = []] = rosterOf(scenario, axis);
  const at = (time: number): (string | null | undefined)[] =>
    team.map((people) => personAt(people, time)?.name);

  it('says who has which place of the simulation, and when he is away', () => {
    expect(at(hours(9))).toEqual(['Amina', 'Jules', null, undefined]);
    expect(at(hours(13))).toEqual(['Amina', 'Jules', null, 'Noor']);
    // Whoever came at noon is gone since 20:00: that place has rested eight hours only at four.
    expect(at(hours(24 + 13))).toEqual(['Amina', 'Jules', null, 'Amina 2']);
    expect(personAt(team[0], hours(9))?.stretches).toEqual([
      { from: hours(8), to: hours(12) },
      { from: hours(12.5), to: hours(16) },
    ]);
  });

  it('agrees with who comes in the simulation, also where some are absent', () => {
    for (const absence of [0, 0.4]) {
      const own = withShifts(ROTA, { absence });
      const [people = []] = rosterOf(own, axis);
      const record = recordDay(compileScenario(own), 3, 0);
      expect(record.agentGroup).toHaveLength(people.length);
      record.presence.agent.forEach((agent, i) => {
        const from = record.presence.from[i] ?? NaN;
        expect(personAt(people[agent], from)?.stretches.map((span) => span.from)).toContain(from);
      });
    }
  });

  it('changes no figure', () => {
    const unnamed = withShifts(
      ROTA.map(({ days, start, end, agents, breaks }) => ({ days, start, end, agents, breaks })),
    );
    expect(compileScenario(scenario)).toEqual(compileScenario(unnamed));
  });

  it('has no list of a group with agents per interval', () => {
    expect(rosterOf(exampleScenario(), axis)).toEqual([[]]);
  });
});

describe('names in a file', () => {
  const issues = (...shifts: Shift[]): string[] => {
    const parsed = parseScenario(withShifts(shifts));
    return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
  };
  const names = '$.groups[0].staffing.shifts';

  it('may be of fewer than all, and on several shifts of one person', () => {
    expect(issues(...ROTA)).toEqual([]);
    expect(issues(shift({ names: ['A'] }), shift({ days: [1], names: ['A'] }))).toEqual([]);
    expect(issues(shift({ names: ['A'] }), shift({ start: '16:00', end: '20:00', names: ['A'] }))).toEqual(
      [],
    );
  });

  it('are read in no time however many shifts and names there are', { tags: 'slow' }, () => {
    const minute = (m: number) =>
      `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
    const days = [0, 1, 2, 3, 4, 5, 6];
    const everybody = Array.from({ length: 20 }, (_, k) => `n${k}`);
    // each minute of the week a shift of its own: pairs of them would be 50 million a name
    const shifts = Array.from({ length: 1440 }, (_, m) =>
      shift({ days, start: minute(m), end: minute(m + 1), agents: 20, names: everybody }),
    );
    expect(issues(...shifts)).toEqual([]);
    expect(issues(...shifts, shift({ start: '23:00', end: '23:01', names: ['n7'] }))).toEqual([
      `overlap ${names}[1440].names[0]`,
    ]);
  });

  it('lets nobody be late for himself: a shift of more than a day, each day', () => {
    expect(issues(shift({ days: [0, 1], start: '08:00', end: '34:00', names: ['A'] }))).toEqual([]);
    const other = shift({ days: [2], start: '09:00', end: '10:00', names: ['A'] });
    expect(issues(other, shift({ days: [0, 1], start: '08:00', end: '34:00', names: ['A'] }))).toEqual([
      `overlap ${names}[0].names[0]`,
    ]);
  });

  it('are refused beyond the agents, empty, and for two shifts at once', () => {
    expect(issues(shift({ names: ['A', 'B'] }))).toEqual([`too-many ${names}[0].names`]);
    expect(issues(shift({ names: [' '] }))).toEqual([`not-accepted ${names}[0].names[0]`]);
    expect(issues(shift({ agents: 2, names: ['A', 'A'] }))).toEqual([`overlap ${names}[0].names[1]`]);
    expect(
      issues(
        shift({ start: '22:00', end: '30:00', names: ['A'] }),
        shift({ days: [1], start: '05:00', end: '09:00', names: ['A'] }),
      ),
    ).toEqual([`overlap ${names}[1].names[0]`]);
  });
});
