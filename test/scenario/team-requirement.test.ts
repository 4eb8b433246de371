/** Against every staffing there is, on small cases; and on paper. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/scenario/analyse.ts';
import { withRequirement } from '../../src/scenario/apply.ts';
import { teamsFor, type TeamRules } from '../../src/scenario/team-requirement.ts';
import { scaled } from '../../src/scenario/what-if.ts';
import { withCallbackOffer } from '../../src/scenario/structure.ts';
import { readScenarioText } from '../../src/scenario/text-file.ts';

const skill = (channel: number) => ({ channel, priority: 1 });
const row = (...values: number[]): Float64Array => Float64Array.from(values);
const rows = (values: readonly number[]): Float64Array[] => values.map((value) => row(value));
const numbers = (teams: readonly Float64Array[]): number[] => teams.map(([agents = NaN]) => agents);

const PHONE = 0;
const EMAIL = 1;

function teams(
  rules: TeamRules,
  plan: readonly number[],
  required: readonly number[],
  idle = 0,
  most?: readonly number[],
): number[] {
  const needs = { required: rows(required), idle: () => idle };
  return numbers(teamsFor(rules, rows(plan), needs, most && rows(most)));
}

describe('agents required of groups that share work', () => {
  const voiceAndFlex: TeamRules = {
    skills: [[skill(PHONE)], [skill(PHONE), skill(EMAIL)]],
    deferred: [false, true],
    hourCost: [30, 35],
  };

  it.each([
    // [plan, phone, e-mail, share of live agents' time left, answer]
    // Of 7 flex 5 are on the phone; the fifth of their time is 1 agent, with the other 2 it is 3.
    [[6, 4], 10, 3, 0.2, [5, 7]],
    // 5 flex on the phone have 1 agent's time left: enough.
    [[5, 5], 10, 1, 0.2, [5, 5]],
    // Nobody yet: the cheaper group answers, e-mail has one choice only.
    [[0, 0], 10, 3, 0.2, [10, 3]],
    // Too many of both: the dearer go, but for those whom e-mail needs.
    [[14, 9], 10, 3, 0, [10, 3]],
  ])('of a plan of %j for %d and %d are found on paper', (plan, phone, email, idle, answer) => {
    expect(teams(voiceAndFlex, plan, [phone, email], idle)).toEqual(answer);
  });

  it('ask nobody of a channel that nobody serves', () => {
    expect(teams({ ...voiceAndFlex, skills: [[skill(PHONE)], []] }, [1, 1], [2, 5])).toEqual([2, 0]);
  });

  it('stay within the most there may be where that is enough', () => {
    expect(teams(voiceAndFlex, [0, 0], [4, 0], 0, [1, 5])).toEqual([1, 3]);
    expect(teams(voiceAndFlex, [0, 0], [9, 0], 0, [1, 5])).toEqual([4, 5]);
  });

  const small = fc.integer({ min: 0, max: 4 });
  const three = fc.tuple(small, small, small);
  const subsets = [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]];
  const cases = fc.record({
    served: fc.tuple(fc.constantFrom(...subsets), fc.constantFrom(...subsets), fc.constantFrom(...subsets)),
    hourCost: fc.tuple(fc.constantFrom(20, 30), fc.constantFrom(25, 30), fc.constantFrom(15, 40)),
    plan: three,
    required: three,
    deferred: fc.boolean(),
    idle: fc.constantFrom(0, 0.3),
  });
  const all = Array.from({ length: 13 ** 3 }, (_, k) => [
    k % 13,
    Math.floor(k / 13) % 13,
    Math.floor(k / 169),
  ]);

  it(
    'cost the least of all that live channels can be staffed with, out of a generous plan',
    { tags: 'slow' },
    () => {
      fc.assert(
        fc.property(cases, ({ served, hourCost, required }) => {
          const rules = {
            skills: served.map((own) => own.map(skill)),
            deferred: [false, false, false],
            hourCost,
          };
          const needed = required.map((need, c) => (served.some((own) => own.includes(c)) ? need : 0));
          const price = (agents: readonly number[]): number =>
            agents.reduce((sum, count, g) => sum + count * (hourCost[g] ?? 0), 0);
          // Hall's condition: every set of channels has enough agents who serve one of them.
          const staffed = (agents: readonly number[]): boolean =>
            subsets.every((some) => {
              const wanted = some.reduce((sum, c) => sum + (needed[c] ?? 0), 0);
              const have = agents.reduce(
                (sum, count, g) => sum + (served[g]?.some((c) => some.includes(c)) ? count : 0),
                0,
              );
              return have >= wanted;
            });
          const least = Math.min(...all.filter(staffed).map(price));
          expect(price(teams(rules, [12, 12, 12], required))).toBe(least);
        }),
        { numRuns: 60, seed: 20_261_126 },
      );
    },
  );

  it('are their own answer when they are the plan', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(cases, ({ served, hourCost, plan, required, deferred, idle }) => {
        const rules = {
          skills: served.map((own) => own.map(skill)),
          deferred: [false, false, deferred],
          hourCost,
        };
        const once = teams(rules, plan, required, idle);
        expect(teams(rules, once, required, idle)).toEqual(once);
      }),
      { numRuns: 500, seed: 20_261_126 },
    );
  });
});

describe.each(readdirSync('scenarios').filter((file) => file.endsWith('.json')))(
  'the advice for %s',
  (file) => {
    it.each(['expected', 'assured'] as const)(
      'asks nothing more once it is followed (%s)',
      { tags: 'slow' },
      (which) => {
        const result = readScenarioText(readFileSync(`scenarios/${file}`, 'utf8'));
        if (!result.ok) throw new Error('unsound');
        const { scenario } = result;
        const groups = withRequirement(scenario, analyse(scenario), which);
        for (const { planned, required, requiredAssured } of analyse({ ...scenario, groups }).groups)
          expect(which === 'assured' ? requiredAssured : required).toEqual(planned);
      },
    );
  },
);

it(
  'the advice for the retailer at 1.4 times the volume asks nothing more once it is followed',
  { tags: 'slow' },
  () => {
    const result = readScenarioText(readFileSync('scenarios/retail-peak-week.json', 'utf8'));
    if (!result.ok) throw new Error('unsound');
    const scenario = scaled(result.scenario, 'volume', 1.4);
    const groups = withRequirement(scenario, analyse(scenario), 'expected');
    for (const { planned, required } of analyse({ ...scenario, groups }).groups)
      expect(required).toEqual(planned);
  },
);

describe('a team whose e-mail outweighs its calls', () => {
  // Short of hours to keep agents free for calls, it kept its promise in 4 of 100 weeks, simulated as expected.
  it.each([10, 40, 150])(
    'keeps its promise once the advice is followed, %d times the e-mail',
    { tags: 'slow' },
    (volumeFactor) => {
      const result = readScenarioText(readFileSync('scenarios/small-team.json', 'utf8'));
      if (!result.ok) throw new Error('unsound');
      const channels = result.scenario.channels.map((channel) =>
        channel.id === 'email' ? { ...channel, volumeFactor } : channel,
      );
      const scenario = { ...result.scenario, channels };
      const groups = withRequirement(scenario, analyse(scenario), 'assured');
      const after = analyse({ ...scenario, groups });
      expect(after.chanceOfAll).toBeGreaterThan(scenario.assurance);
      expect(after.groups.map(({ requiredAssured }) => requiredAssured)).toEqual(
        after.groups.map(({ planned }) => planned),
      );
    },
  );
});

describe('an offer of callbacks, which the models leave out', () => {
  it.each([1, 1.5])(
    'changes nothing that they say of calls and e-mail, %d times the volume',
    { tags: 'slow' },
    (volumeFactor) => {
      const result = readScenarioText(readFileSync('scenarios/small-team.json', 'utf8'));
      if (!result.ok) throw new Error('unsound');
      const channels = result.scenario.channels.map((channel) => ({ ...channel, volumeFactor }));
      const scenario = { ...result.scenario, channels };
      const [before, after] = [analyse(scenario), analyse(withCallbackOffer(scenario, 'phone'))];
      before.channels.forEach(({ id, planned, targets }, c) => {
        expect(after.channels[c]).toMatchObject({ id, planned, targets });
      });
      expect(after.groups.map(({ required }) => required)).toEqual(
        before.groups.map(({ required }) => required),
      );
    },
  );
});
