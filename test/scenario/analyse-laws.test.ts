/** Laws that hold for every scenario, on random small ones: a few hours of a day, two live channels and e-mail. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionsFor, analyse } from '../../src/scenario/analyse.ts';
import { withRequirement } from '../../src/scenario/apply.ts';
import type { Analysis } from '../../src/scenario/analysis.ts';
import type { AgentGroup, Channel, Scenario, Targets } from '../../src/scenario/schema.ts';
import { onePhoneDay } from './one-phone-day.ts';

const OPEN = Array.from({ length: 7 }, () => [['09:00', '12:00'] as const]);
const CELLS = 24;
const grid = (values: readonly number[]): number[] =>
  Array.from({ length: CELLS }, (_, hour) => (hour >= 9 && hour < 12 ? (values[hour - 9] ?? 0) : 0));

const three = (most: number) => fc.array(fc.integer({ min: 0, max: most }), { minLength: 3, maxLength: 3 });
const definition = fc.constantFrom(
  ...(['offered', 'answered', 'excludeAbandonsWithin', 'creditAbandonsWithin', 'virtual'] as const),
);
const targets: fc.Arbitrary<Targets> = fc.oneof(
  fc.constant({}),
  fc.record({
    serviceLevel: fc.record({
      share: fc.constantFrom(0.5, 0.8, 0.95),
      threshold: fc.constantFrom(0, 20, 7200),
      definition,
    }),
    maxOccupancy: fc.constantFrom(0.6, 0.9),
  }),
  fc.record({
    firstResponse: fc.record({ mean: fc.constantFrom(5, 90, 3600) }),
    abandonment: fc.constant(0.05),
  }),
  fc.record({
    firstResponse: fc.record({
      percentile: fc.record({ share: fc.constant(0.9), within: fc.constantFrom(20, 300, 10_800) }),
    }),
  }),
  fc.record({ meanWaitAnswered: fc.constantFrom(10, 600) }),
);

const channel = (id: string, kinds: readonly Channel['kind'][]): fc.Arbitrary<Channel> =>
  fc
    .record({
      kind: fc.constantFrom(...kinds),
      contacts: three(60),
      dayFactorCv: fc.constantFrom(0, 0.15, 1.5),
      patience: fc.constantFrom(null, { mean: 90 }),
      targets,
    })
    .map(({ kind, contacts, dayFactorCv, patience, targets: promised }) => ({
      id,
      kind,
      open: OPEN,
      demand: { source: { kind: 'typed', contacts: grid(contacts) }, dayFactorCv },
      volumeFactor: 1,
      handling: { mean: 240, cv: 1, afterContact: 30 },
      patience: kind === 'email' ? null : patience,
      ...(kind === 'chat' || kind === 'messaging'
        ? { conversation: { limit: 3, agentTurn: 30, customerTurn: 60 } }
        : {}),
      targets: promised,
      bot: null,
    }));

const skill = (id: string, priority: number) => ({ channel: id, priority });
/** Who shares agents with whom. */
const TEAMS: readonly (readonly (readonly AgentGroup['skills'][number][])[])[] = [
  [[skill('a', 1)], [skill('b', 1), skill('c', 2)]],
  [
    [skill('a', 1), skill('b', 1)],
    [skill('b', 1), skill('c', 1)],
  ],
  [
    [skill('a', 1), skill('c', 2)],
    [skill('b', 1), skill('a', 2), skill('c', 2)],
  ],
];

/** A channel shared at the same priority by two groups who each serve another: whom the split gives it first is a choice. */
function crossing({ groups }: Scenario): boolean {
  return groups.every(({ skills }) => skills.length === 2 && skills.every(({ priority }) => priority === 1));
}

const scenarios: fc.Arbitrary<Scenario> = fc
  .record({
    channels: fc.tuple(
      channel('a', ['phone', 'chat']),
      channel('b', ['phone', 'messaging']),
      channel('c', ['email', 'phone']),
    ),
    agents: fc.tuple(three(12), three(12)),
    shared: fc.constantFrom(...TEAMS),
    extraAgents: fc.integer({ min: -2, max: 2 }),
    assurance: fc.constantFrom(0.3, 0.8, 0.95),
  })
  .map(({ channels, agents, shared, extraAgents, assurance }) => {
    const base = onePhoneDay(0);
    const [team] = base.groups;
    if (!team) throw new Error('no group');
    return {
      ...base,
      calendar: { ...base.calendar, intervalMinutes: 60 },
      channels,
      groups: shared.map((skills, g) => ({
        ...team,
        id: `group${g}`,
        skills,
        staffing: { kind: 'counts', agents: grid(agents[g] ?? []) },
        extraAgents,
      })),
      assurance,
    };
  });

const settings = { numRuns: 25, seed: 20_261_125 };

/** Places of what is not a number: NaN, undefined, or endless where only an overload may be. */
function broken(value: unknown, path = ''): string[] {
  if (value === undefined || Number.isNaN(value)) return [path];
  if (value === Infinity && !/waitAnswered|firstResponse/.test(path)) return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => broken(part, `${path}.${key}`));
}

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

describe('every analysis', () => {
  it('holds numbers only, chances in [0, 1] and values within their range', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const analysis: Analysis = analyse(scenario);
        expect(broken(analysis)).toEqual([]);
        expect(broken(actionsFor(scenario, analysis))).toEqual([]);
        for (const { targets: results, chance } of analysis.channels) {
          expect(chance >= 0 && chance <= 1).toBe(true);
          for (const { value, low, high } of results) {
            if (value === null) expect([low, high]).toEqual([null, null]);
            else expect((low ?? Infinity) <= value && value <= (high ?? -Infinity)).toBe(true);
          }
        }
      }),
      settings,
    );
  });

  it('keeps contacts: offered is answered, abandoned, or waiting', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        analyse(scenario).channels.forEach(({ model, expected }, c) => {
          const left = sum(expected.offered) - sum(expected.answered) - sum(expected.abandoned);
          const slack = 1e-9 * (1 + sum(expected.offered));
          if (model === 'deferred') {
            expect(Math.abs(left - (expected.queue.at(-1) ?? 0))).toBeLessThan(slack);
          } else {
            expect(left).toBeGreaterThan(-slack);
            if (model !== 'erlangC' && scenario.channels[c]?.patience) expect(left).toBeLessThan(slack);
          }
        });
      }),
      settings,
    );
  });

  it('never asks for fewer agents to be surer, of a channel or of a group', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { channels, groups } = analyse(scenario);
        for (const { required, requiredAssured } of [...channels, ...groups])
          required.forEach((agents, i) => expect(requiredAssured[i]).toBeGreaterThanOrEqual(agents));
      }),
      settings,
    );
  });

  it('asks nothing more of a plan that follows its advice', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(scenarios, fc.constantFrom('expected', 'assured'), (scenario, which) => {
        const groups = withRequirement(scenario, analyse(scenario), which);
        const again = analyse({ ...scenario, groups }).groups;
        for (const { planned, required, requiredAssured } of again)
          expect(which === 'assured' ? requiredAssured : required).toEqual(planned);
      }),
      settings,
    );
  });

  it('has every live channel staffed once its requirement is applied', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        fc.pre(!crossing(scenario));
        const groups = withRequirement(scenario, analyse(scenario), 'expected');
        for (const { model, required, planned } of analyse({ ...scenario, groups }).channels) {
          if (model === 'deferred') continue;
          required.forEach((agents, i) => expect(planned[i]).toBeGreaterThanOrEqual(agents));
        }
      }),
      settings,
    );
  });

  it('expects no worse a level of the channels of a group that grows', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(scenarios, ({ groups, ...rest }) => {
        const alone = groups.map((group) => ({ ...group, skills: group.skills.slice(0, 1), extraAgents: 0 }));
        const more = alone.map((group) => ({ ...group, extraAgents: 1 }));
        const [few, many] = [alone, more].map((staff) => analyse({ ...rest, groups: staff }).channels);
        few?.forEach(({ targets: results }, c) =>
          results.forEach(({ kind, value }, k) => {
            const other = many?.[c]?.targets[k]?.value;
            if (kind !== 'serviceLevel' || value === null || other === null || other === undefined) return;
            // Of contacts answered it may fall: more are answered where the level is low.
            const counted = rest.channels[c]?.targets.serviceLevel?.definition;
            if (counted === 'answered' || counted === 'excludeAbandonsWithin') return;
            expect(other).toBeGreaterThanOrEqual(value - 1e-9);
          }),
        );
      }),
      settings,
    );
  });
});
