import { describe, expect, it } from 'vitest';
import { withAction, withRequirement } from '../../src/scenario/apply.ts';
import { actionsFor, analyse } from '../../src/scenario/analyse.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { shiftEndOf } from '../../src/scenario/exact-day.ts';
import { isLeftOut, LEFT_OUT } from '../../src/scenario/left-out.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { AgentGroup, Scenario } from '../../src/scenario/schema.ts';
import { simulate } from '../../src/scenario/simulate.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';
import { onePhoneDay } from './one-phone-day.ts';

const hour = 3600;
const withGroup = (scenario: Scenario, changes: Partial<AgentGroup>): Scenario => ({
  ...scenario,
  groups: scenario.groups.map((group) => ({ ...group, ...changes })),
});
const counts = (agents: number, shiftEnd?: 'pooled' | 'preemptive', morning = 10) => ({
  kind: 'counts' as const,
  agents: Array.from({ length: 48 }, (_, slot) =>
    slot < 16 || slot >= 40 ? 0 : slot < 24 ? morning : agents,
  ),
  ...(shiftEnd ? { shiftEnd } : {}),
});
const oneShift = (lastContactMinutes?: number) => ({
  kind: 'shifts' as const,
  shifts: [{ days: [0], start: '08:00', end: '20:00', agents: 10, breaks: [] }],
  ...(lastContactMinutes ? { lastContactMinutes } : {}),
});
const issues = (scenario: unknown) => {
  const parsed = parseScenario(scenario);
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
};

describe('absences', () => {
  it('make each person of a day one who may be missing', () => {
    const model = compileScenario(withGroup(onePhoneDay(0), { staffing: counts(4), absence: 0.1 }));
    expect(model.groups[0]?.staffing).toEqual({
      kind: 'shifts',
      shifts: [
        { agents: 6, stretches: [[8 * hour, 12 * hour]], absence: 0.1 },
        { agents: 4, stretches: [[8 * hour, 20 * hour]], absence: 0.1 },
      ],
    });
    // round the clock it is another person every day
    const always = compileScenario(exampleScenario({ groups: [exampleGroup({ absence: 0.1 })] }));
    const staffing = always.groups[0]?.staffing;
    expect(
      staffing?.kind === 'shifts' && staffing.shifts.map(({ agents, stretches }) => [agents, ...stretches]),
    ).toEqual(Array.from({ length: 7 }, (_, day) => [3, [day * 24 * hour, (day + 1) * 24 * hour]]));
  });

  it('take their share off the floor, day by day', { tags: 'slow' }, () => {
    const scenario = withGroup(onePhoneDay(0), { staffing: counts(10), absence: 0.2 });
    const replications = 64;
    const staffed = simulate(scenario, { seed: 2, replications }).groups[0]?.staffed;
    // ten agents half of the day, 8 of whom come: each replication is half a binomial of 10 at 0.8
    const deviation = Math.sqrt(10 * 0.8 * 0.2) / 2 / Math.sqrt(replications);
    expect(Math.abs((staffed?.value ?? 0) - 4)).toBeLessThan(4 * deviation);
    expect(
      simulate(withGroup(scenario, { absence: 0 }), { seed: 2, replications: 2 }).groups[0]?.staffed.value,
    ).toBe(5);
  });
});

describe('the end of a shift', () => {
  it('is that of the group', () => {
    for (const shiftEnd of ['pooled', 'preemptive'] as const) {
      const scenario = withGroup(onePhoneDay(0), { staffing: counts(4, shiftEnd) });
      expect(compileScenario(scenario).groups[0]?.staffing).toMatchObject({ kind: 'counts', shiftEnd });
      expect(shiftEndOf(scenario.groups, ['phone'])).toBe(shiftEnd);
    }
    expect(
      shiftEndOf([exampleGroup(), exampleGroup({ staffing: counts(4, 'pooled') })], ['phone']),
    ).toBeUndefined();
  });

  it(
    'leaves nobody at work after it where contacts are handed back, and all others are finished',
    { tags: 'slow' },
    () => {
      const run = { seed: 4, replications: 4 };
      const played = (shiftEnd?: 'preemptive') => {
        const { groups, channels } = simulate(
          withGroup(onePhoneDay(0), { staffing: counts(0, shiftEnd, 3) }),
          run,
        );
        return { overrun: groups[0]?.overrunHours.value ?? 0, answered: channels[0]?.answered.value ?? 0 };
      };
      const finishing = played();
      const handing = played('preemptive');
      expect(handing.overrun).toBe(0);
      expect(finishing.overrun).toBeGreaterThan(0.1);
      // ten erlangs keep three agents busy; whom they have in hand at noon nobody takes up again
      expect(finishing.answered - handing.answered).toBe(3);
    },
  );

  it('begins nothing in the last minutes', { tags: 'slow' }, () => {
    const answered = (minutes?: number) => {
      const scenario = withGroup(onePhoneDay(0), { staffing: oneShift(minutes) });
      const { channels } = simulate(scenario, { seed: 4, replications: 4 });
      return channels[0]?.intervals.slice(38, 40).map((interval) => interval.answered.value) ?? [];
    };
    const compiled = compileScenario(withGroup(onePhoneDay(0), { staffing: oneShift(30) }));
    expect(compiled.groups[0]?.staffing).toMatchObject({ shifts: [{ lastContact: 1800 }] });
    expect(answered()[1]).toBeGreaterThan(50);
    expect(answered(30)[1]).toBe(0);
    expect(answered(30)[0]).toBeGreaterThan(50);
  });
});

describe('fields of presence', () => {
  it('stay when advice changes the plan', () => {
    const pooled = withGroup(onePhoneDay(0), { staffing: counts(2, 'pooled') });
    const analysis = analyse(pooled);
    const [action] = actionsFor(pooled, analysis);
    for (const group of withRequirement(pooled, analysis, 'expected'))
      expect(group.staffing).toMatchObject({ kind: 'counts', shiftEnd: 'pooled' });
    if (!action) throw new Error('no action');
    expect(withAction(pooled, action)[0]?.staffing).toMatchObject({ kind: 'counts', shiftEnd: 'pooled' });
    const late = withGroup(onePhoneDay(0), { staffing: { ...oneShift(15), shifts: [] } });
    const [first] = actionsFor(late, analyse(late));
    if (!first) throw new Error('no action');
    expect(withAction(late, first)[0]?.staffing).toMatchObject({ kind: 'shifts', lastContactMinutes: 15 });
  });

  it('are named where the models leave them out', () => {
    const named = (changes: Partial<AgentGroup>) => {
      const scenario = withGroup(onePhoneDay(0), changes);
      return LEFT_OUT.filter((what) =>
        scenario.channels.some((channel) => isLeftOut(what, scenario, channel)),
      );
    };
    expect(named({})).toEqual([]);
    expect(named({ absence: 0.05 })).toEqual([]);
    expect(named({ staffing: oneShift(15) })).toEqual(['lastContact']);
  });

  it('are refused where they contradict each other', () => {
    const group = (changes: object) => ({
      ...exampleScenario(),
      groups: [{ ...exampleGroup(), ...changes }],
    });
    const agents = Array.from({ length: 168 }, () => 3);
    const pooled = { kind: 'counts', agents, shiftEnd: 'pooled' };
    expect(issues(group({ staffing: pooled }))).toEqual([]);
    expect(issues(group({ absence: 0.1, staffing: pooled }))).toEqual([
      'not-for-this-kind $.groups[0].staffing.shiftEnd',
    ]);
    const chat = exampleChannel({
      kind: 'chat',
      conversation: { limit: 2, agentTurn: 30, customerTurn: 60 },
    });
    expect(issues({ ...group({ staffing: pooled }), channels: [chat] })).toEqual([
      'not-for-this-kind $.groups[0].staffing.shiftEnd',
    ]);
    expect(issues(group({ absence: 1 }))).toEqual(['out-of-range $.groups[0].absence']);
    expect(issues(group({ staffing: { ...pooled, shiftEnd: 'named' } }))).toEqual([
      'not-accepted $.groups[0].staffing.shiftEnd',
    ]);
    expect(issues(group({ staffing: { kind: 'shifts', shifts: [], lastContactMinutes: -1 } }))).toEqual([
      'out-of-range $.groups[0].staffing.lastContactMinutes',
    ]);
  });
});
