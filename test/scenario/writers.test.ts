/** Lines of which some agents also write: where their e-mails count, and what the requirement then asks for. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/scenario/analyse.ts';
import { withRequirement } from '../../src/scenario/apply.ts';
import { buildAxis } from '../../src/scenario/axis.ts';
import { KnownWriting } from '../../src/scenario/known-writing.ts';
import { lineRequirement } from '../../src/scenario/live-channel.ts';
import type { AgentGroup, Channel, Scenario } from '../../src/scenario/schema.ts';
import { onePhoneDay } from './one-phone-day.ts';

const staffed = (agents: number): AgentGroup['staffing'] => ({
  kind: 'counts',
  agents: Array.from({ length: 48 }, (_, slot) => (slot >= 16 && slot < 40 ? agents : 0)),
});

/** Ten erlangs of calls, and so many e-mails each half-hour. */
function withWriters(callers: number, writers: number, emails: number): Scenario {
  const day = onePhoneDay(callers);
  const [phone] = day.channels;
  const [team] = day.groups;
  if (!phone || !team || team.staffing.kind !== 'counts') throw new Error('no line');
  const { agents } = team.staffing;
  const email: Channel = {
    id: 'email',
    kind: 'email',
    open: phone.open,
    demand: { source: { kind: 'typed', contacts: agents.map((on) => (on ? emails : 0)) }, dayFactorCv: 0 },
    volumeFactor: 1,
    handling: { mean: 240, cv: 1, afterContact: 0 },
    patience: null,
    targets: { firstResponse: { percentile: { share: 0.9, within: 14_400 } } },
    bot: null,
  };
  const both: AgentGroup = {
    ...team,
    id: 'both',
    skills: [
      { channel: 'phone', priority: 1 },
      { channel: 'email', priority: 2 },
    ],
    staffing: staffed(writers),
    hourlyCost: 22,
  };
  return { ...day, channels: [phone, email], groups: [team, both] };
}

const change = (scenario: Scenario, id: string, changes: Partial<AgentGroup>): Scenario => ({
  ...scenario,
  groups: scenario.groups.map((group) => (group.id === id ? { ...group, ...changes } : group)),
});
const levelOf = (scenario: Scenario): number => analyse(scenario).channels[0]?.targets[0]?.value ?? NaN;
const hoursOf = (groups: readonly AgentGroup[]): number[] =>
  groups.map(({ staffing }) =>
    staffing.kind === 'counts' ? staffing.agents.reduce((sum, agents) => sum + agents, 0) / 2 : NaN,
  );

describe('a line of which some agents also write', () => {
  it('is undisturbed without e-mail', () => {
    const onlyCalls = change(withWriters(6, 6, 0), 'both', { skills: [{ channel: 'phone', priority: 1 }] });
    expect(levelOf(withWriters(6, 6, 0))).toBe(levelOf(onlyCalls));
    expect(levelOf(onlyCalls)).toBe(levelOf(onePhoneDay(12)));
  });

  it('answers fewer calls in time with every e-mail', { tags: 'slow' }, () => {
    const levels = [0, 2, 4, 8, 16, 32].map((emails) => levelOf(withWriters(6, 6, emails)));
    expect(levels).toEqual(levels.toSorted((a, b) => b - a));
    expect((levels[0] ?? NaN) - (levels.at(-1) ?? NaN)).toBeGreaterThan(0.1);
  });

  it('lets those who only write do the e-mail that they can', () => {
    const alone = withWriters(6, 6, 4);
    const [, both] = alone.groups;
    if (!both) throw new Error('nobody writes');
    const helped = (agents: number): Scenario => ({
      ...alone,
      groups: [
        ...alone.groups,
        {
          ...both,
          id: 'desk',
          skills: [{ channel: 'email', priority: 1 }],
          staffing: staffed(agents),
        },
      ],
    });
    const levels = [0, 1, 4].map((agents) => levelOf(helped(agents)));
    expect(levels).toEqual(levels.toSorted((a, b) => a - b));
    expect(levels.at(-1)).toBe(levelOf(withWriters(6, 6, 0)));
  });

  it('is asked for enough agents, and for no others once it has them', { tags: 'slow' }, () => {
    for (const emails of [0.5, 4, 20]) {
      const plan = withWriters(6, 6, emails);
      const applied = { ...plan, groups: withRequirement(plan, analyse(plan), 'expected') };
      expect(levelOf(applied)).toBeGreaterThan(0.8);
      const again = withRequirement(applied, analyse(applied), 'expected');
      expect(hoursOf(again)).toEqual(hoursOf(applied.groups));
    }
  });

  it('names a promise that no number of writers keeps', () => {
    const [phone] = onePhoneDay(1).channels;
    if (!phone) throw new Error('no line');
    const ones = Float64Array.of(1);
    const line = {
      members: [0],
      contacts: Float64Array.of(0.1),
      handleTime: Float64Array.of(180),
      patience: { mean: 120 },
    };
    const day = buildAxis(onePhoneDay(1).calendar);
    const axis = { ...day, intervals: day.intervals.slice(0, 1) };
    const late = [{ required: ones, requiredAssured: ones, unattainable: null }];
    const asked = (threshold: number, share: number) => {
      const targets = { serviceLevel: { share: 0.8, threshold, definition: 'offered' as const } };
      const known = new KnownWriting({ deferredTime: 240, share });
      return lineRequirement({ ...phone, targets }, line, axis, 0.9, undefined, late, known);
    };
    expect(asked(0, 1).unattainable?.target).toBe('agents');
    expect(asked(0, 0.5).unattainable).toBeNull();
    expect(asked(20, 1)).toMatchObject({ unattainable: null });
  });

  it('misses its absent agents of both kinds', { tags: 'slow' }, () => {
    const plan = withWriters(7, 7, 4);
    const absent = change(change(plan, 'team', { absence: 0.1 }), 'both', { absence: 0.1 });
    expect(levelOf(absent)).toBeLessThan(levelOf(plan));
    expect(levelOf(absent)).toBeGreaterThan(levelOf(withWriters(5, 5, 4)));
  });
});
