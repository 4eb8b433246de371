import { expect, it } from 'vitest';
import { agentKinds } from '../../src/simulation/agent-kinds.ts';
import { compileModel } from '../../src/simulation/compile.ts';
import type { AgentGroup } from '../../src/simulation/model.ts';
import { singleQueue } from './models.ts';

const team = (id: string, speed: number, ...shifts: number[]): AgentGroup => ({
  id,
  serves: [{ class: 'calls', speed }],
  staffing: {
    kind: 'shifts',
    shifts: shifts.map((own) => ({ stretches: [[0, 3600]], speed: own })),
  },
});

it('agents are as fast as their skill times their shift, and of one kind where both are the same', () => {
  const base = singleQueue({ contactsPerHour: 10, handleTime: 300, agents: 1, hours: 1 });
  const compiled = compileModel({ ...base, groups: [team('a', 2, 1, 1, 0.5), team('b', 1, 1)] });
  const { kindOf, slowness } = agentKinds(compiled);
  // Seconds for a second of handle time: 1/(2 · 1), 1/(2 · 0.5) and 1.
  const own = Array.from(kindOf, (kind) => slowness[kind]);
  expect(own).toEqual([0.5, 0.5, 1, 1]);
  expect(new Set(kindOf).size).toBe(3);
  expect(kindOf[0]).toBe(kindOf[1]);
});
