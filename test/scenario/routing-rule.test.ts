import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../src/scenario/compile.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { Routing, Scenario } from '../../src/scenario/schema.ts';
import { simulate } from '../../src/scenario/simulate.ts';
import { exampleChannel, exampleScenario } from './example.ts';
import { onePhoneDay } from './one-phone-day.ts';

/** Thirty agents for calls only, and `others` who could also write; ten erlangs of calls. */
function twoTeams(routing: Routing | undefined, others: number): Scenario {
  const day = onePhoneDay(30);
  const [team] = day.groups;
  const [phone] = day.channels;
  if (!team || !phone) throw new Error('no team');
  const agents = Array.from({ length: 48 }, (_, slot) => (slot < 16 || slot >= 40 ? 0 : others));
  const skills = [...team.skills, { channel: 'mail', priority: 2 }];
  return {
    ...day,
    channels: [
      routing ? { ...phone, routing } : phone,
      exampleChannel({
        id: 'mail',
        kind: 'email',
        patience: null,
        targets: {},
        demand: { source: { kind: 'typed', contacts: Array(48).fill(0) }, dayFactorCv: 0 },
      }),
    ],
    groups: [team, { ...team, id: 'both', skills, staffing: { kind: 'counts', agents } }],
  };
}

const busy = (routing: Routing | undefined, others: number, replications = 2): number[] =>
  simulate(twoTeams(routing, others), { seed: 9, replications }).groups.map((group) => group.busy.value);

describe('who takes a contact', () => {
  it('is the selection of every tier', () => {
    expect(compileScenario(twoTeams(undefined, 5)).classes[0]?.tiers).toBeUndefined();
    expect(compileScenario(twoTeams('random', 5)).classes[0]?.tiers).toEqual([
      { groups: ['team', 'both'], select: 'random' },
    ]);
    const late = twoTeams('leastLoaded', 5);
    const groups = late.groups.map((group) =>
      group.id === 'both'
        ? {
            ...group,
            skills: group.skills.map((skill) =>
              skill.channel === 'phone' ? { ...skill, afterSeconds: 30 } : skill,
            ),
          }
        : group,
    );
    expect(compileScenario({ ...late, groups }).classes[0]?.tiers).toEqual([
      { groups: ['team'], select: 'leastLoaded' },
      { groups: ['both'], after: 30, select: 'leastLoaded' },
    ]);
  });

  it('keeps the versatile free while specialists are', { tags: 'slow' }, () => {
    // thirty specialists for ten erlangs: all of them busy about once in 10^7 calls
    expect(busy('mostSpecialised', 5)[1]).toBe(0);
    expect(busy(undefined, 5)[1]).toBeGreaterThan(0.3);
  });

  it('takes from the group with most free agents', { tags: 'slow' }, () => {
    // five can never be as many as the free ones of thirty, of whom ten are busy; sixty always are more
    expect(busy('leastLoaded', 5)[1]).toBe(0);
    expect(busy('leastLoaded', 60)[0]).toBe(0);
  });

  it('spreads calls by free agents when it is left to chance', { tags: 'slow' }, () => {
    // equal groups: each call a coin. Of 8 × 2,400 calls, 150 s ± 150 s and 30 s long, the share of work has
    // the deviation ½ √((1 + (150/180)²) / 19,200) = 0.0047
    const [first = 0, second = 0] = busy('random', 30, 8);
    expect(Math.abs(first / (first + second) - 0.5)).toBeLessThan(4 * 0.0047);
  });

  it('is refused where nobody waits on the line, and when it is unknown', () => {
    const issues = (channel: object) => {
      const parsed = parseScenario({ ...exampleScenario(), channels: [{ ...exampleChannel(), ...channel }] });
      return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
    };
    expect(issues({ routing: 'leastLoaded' })).toEqual([]);
    expect(issues({ routing: 'longestIdle' })).toEqual(['not-accepted $.channels[0].routing']);
    expect(issues({ kind: 'email', routing: 'random' })).toEqual(['not-for-this-kind $.channels[0].routing']);
  });
});
