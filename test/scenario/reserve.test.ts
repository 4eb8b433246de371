/** Agents kept free for live contacts: hours worked out on paper. */
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../src/scenario/compile.ts';
import type { AgentGroup, Channel } from '../../src/scenario/schema.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';

const always = Array.from({ length: 7 }, () => [['00:00', '24:00']] as const);
const channel = (id: string, kind: Channel['kind'], perHour: number): Channel =>
  exampleChannel({
    id,
    kind,
    open: always,
    demand: { source: { kind: 'typed', contacts: Array<number>(168).fill(perHour) }, dayFactorCv: 0 },
    // 360 s a contact: 10 an hour are the work of one agent.
    handling: { mean: 300, cv: 1, afterContact: 60 },
    patience: null,
    targets: {},
  });
const group = (id: string, agents: number, skills: Record<string, number>): AgentGroup =>
  exampleGroup({
    id,
    skills: Object.entries(skills).map(([name, priority]) => ({ channel: name, priority })),
    staffing: { kind: 'counts', agents: Array<number>(168).fill(agents) },
  });

function reserves(groups: AgentGroup[], calls: number, letters: number) {
  const channels = [channel('phone', 'phone', calls), channel('email', 'email', letters)];
  const model = compileScenario(exampleScenario({ channels, groups }));
  return model.groups.map(({ serves }) => serves.map(({ reserve = 0 }) => reserve));
}

describe('the reserve of a group that blends', () => {
  const blended = { phone: 1, email: 2 };

  it.each([
    // ln 2 = 0.7, ln 6 = 1.8, ln 14 = 2.6, ln 100 = 4.6; a lone agent keeps nobody.
    [1, 0],
    [2, 1],
    [6, 2],
    [14, 3],
    [100, 5],
  ])('of %d agents with time to spare is %d', (agents, reserve) => {
    expect(reserves([group('team', agents, blended)], 1, 1)).toEqual([[0, reserve]]);
  });

  it.each([
    // Of 14 agents 8 + 4 are at work: 2 to spare. 8 + 5.4: 0.6. 8 + 5.6: 0.4. 8 + 7: none.
    [40, 2],
    [54, 1],
    [56, 0],
    [70, 0],
  ])('is no more than the agents to spare, with %d letters an hour', (letters, reserve) => {
    expect(reserves([group('team', 14, blended)], 80, letters)).toEqual([[0, reserve]]);
  });

  it('counts what others do who share its channels, and shares what is to spare', () => {
    const voice = group('voice', 6, { phone: 1 });
    // 6 + 14 + 14 agents, 20 + 10 at work: 4 to spare, 2 for each of the two that blend.
    const teams = [voice, group('one', 14, blended), group('two', 14, blended)];
    expect(reserves(teams, 200, 100)).toEqual([[0], [0, 2], [0, 2]]);
  });

  it('counts no e-mail that comes when nobody will write any more', () => {
    // Six days of 14 agents, 8 of them with calls; of e-mail the seventh day alone would take them all.
    const sixDays = <Value>(work: Value, rest: Value): Value[] =>
      Array.from({ length: 168 }, (_, hour) => (hour < 144 ? work : rest));
    const staffed = {
      ...group('team', 14, blended),
      staffing: { kind: 'counts' as const, agents: sixDays(14, 0) },
    };
    const letters = channel('email', 'email', 0);
    const late = {
      ...letters,
      demand: { ...letters.demand, source: { kind: 'typed' as const, contacts: sixDays(20, 1_000) } },
    };
    const calls = channel('phone', 'phone', 0);
    const busy = {
      ...calls,
      demand: { ...calls.demand, source: { kind: 'typed' as const, contacts: sixDays(80, 0) } },
    };
    const reserveWith = (open: Channel['open']) =>
      compileScenario(exampleScenario({ channels: [busy, { ...late, open }], groups: [staffed] })).groups.map(
        ({ serves }) => serves.map(({ reserve = 0 }) => reserve),
      );
    expect(reserveWith(always)).toEqual([[0, 3]]);
    // Nor with two more days of nobody but callers.
    expect(reserveWith(always.map((spans, day) => (day < 4 ? spans : [])))).toEqual([[0, 3]]);
  });

  it('is for nobody where e-mail goes first, or has no live channel beside it', () => {
    expect(reserves([group('team', 14, { phone: 2, email: 1 })], 1, 1)).toEqual([[0, 0]]);
    expect(reserves([group('team', 14, { phone: 1, email: 1 })], 1, 1)).toEqual([[0, 3]]);
    expect(reserves([group('desk', 14, { email: 1 }), group('voice', 9, { phone: 1 })], 1, 1)).toEqual([
      [0],
      [0],
    ]);
  });

  it.each([
    // 6 agents, the work of 3 at pace 1: 3 to spare, ln 6 = 1.8. At pace 0.6 the work of 5; at 0.5 of 6.
    [1, 2],
    [0.6, 1],
    [0.5, 0],
  ])('counts work at the pace of the agents: at pace %d it is %d', (speed, reserve) => {
    const skills = Object.entries(blended).map(([name, priority]) => ({ channel: name, priority, speed }));
    expect(reserves([{ ...group('team', 6, blended), skills }], 20, 10)).toEqual([[0, reserve]]);
  });
});
