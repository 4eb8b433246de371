import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../src/scenario/compile.ts';
import { isLeftOut } from '../../src/scenario/left-out.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { simulate } from '../../src/scenario/simulate.ts';
import { withCallbackOffer } from '../../src/scenario/structure.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';
import { onePhoneDay } from './one-phone-day.ts';

/** A first team of nobody, and thirty agents who help after a minute. */
function helped(afterSeconds: number | undefined): Scenario {
  const day = onePhoneDay(30);
  const [team] = day.groups;
  if (!team) throw new Error('no team');
  const skills = [{ channel: 'phone', priority: 1, ...(afterSeconds === undefined ? {} : { afterSeconds }) }];
  const nobody = { kind: 'counts' as const, agents: Array.from({ length: 48 }, () => 0) };
  return {
    ...day,
    groups: [
      { ...team, staffing: nobody },
      { ...team, id: 'helpers', skills },
    ],
  };
}

describe('a group that helps after a wait', () => {
  it('is a tier that opens later', () => {
    expect(compileScenario(helped(undefined)).classes[0]?.tiers).toBeUndefined();
    expect(compileScenario(helped(60)).classes[0]?.tiers).toEqual([
      { groups: ['team'] },
      { groups: ['helpers'], after: 60 },
    ]);
    const three = helped(60);
    const third = exampleGroup({
      id: 'third',
      skills: [{ channel: 'phone', priority: 1, afterSeconds: 20 }],
    });
    expect(
      compileScenario({
        ...three,
        groups: [...three.groups, { ...third, staffing: three.groups[0]!.staffing }],
      }).classes[0]?.tiers,
    ).toEqual([{ groups: ['team'] }, { groups: ['third'], after: 20 }, { groups: ['helpers'], after: 60 }]);
  });

  it('answers exactly then, whom patience has kept until then', { tags: 'slow' }, () => {
    const [line] = simulate(helped(60), { seed: 6, replications: 8 }).channels;
    // thirty agents for ten erlangs are always free: who is answered has waited a minute, neither more nor less
    expect(line?.meanWaitAnswered?.value).toBeCloseTo(60, 6);
    // of a mean patience of two minutes e^(-1/2) last so long; the last minute of the day waits in vain
    const expected = 1 - Math.exp(-0.5) * (1 - 60 / 43_200);
    const offered = (line?.offered.value ?? 0) * 8;
    const deviation = Math.sqrt((expected * (1 - expected)) / offered);
    expect(Math.abs((line?.abandonment?.value ?? 0) - expected)).toBeLessThan(4 * deviation);
  });

  it('is named where the models count on it at once', () => {
    const left = (scenario: Scenario) =>
      scenario.channels.map((channel) => isLeftOut('overflow', scenario, channel));
    expect([left(helped(60)), left(helped(undefined))]).toEqual([[true], [false]]);
  });

  it('is told apart where no group is there at once', () => {
    const day = helped(60);
    const alone = { ...day, groups: day.groups.slice(1) };
    const told = (scenario: Scenario) =>
      scenario.channels.flatMap((channel) =>
        (['overflow', 'nobodyAtOnce'] as const).filter((what) => isLeftOut(what, scenario, channel)),
      );
    expect([told(day), told(alone), told({ ...day, groups: [] })]).toEqual([
      ['overflow'],
      ['nobodyAtOnce'],
      [],
    ]);
  });

  it('does not wait to call back', () => {
    const { groups } = withCallbackOffer(helped(60), 'phone');
    expect(groups[1]?.skills).toEqual([
      { channel: 'phone', priority: 1, afterSeconds: 60 },
      { channel: 'callback', priority: 2 },
    ]);
  });

  it('is refused where nobody waits on the line, and outside its range', () => {
    const issues = (kind: 'phone' | 'email', afterSeconds: number) => {
      const parsed = parseScenario({
        ...exampleScenario({ channels: [exampleChannel({ kind })] }),
        groups: [exampleGroup({ skills: [{ channel: 'phone', priority: 1, afterSeconds }] })],
      });
      return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
    };
    expect(issues('phone', 60)).toEqual([]);
    expect(issues('email', 60)).toEqual(['not-for-this-kind $.groups[0].skills[0].afterSeconds']);
    expect(issues('phone', -1)).toEqual(['out-of-range $.groups[0].skills[0].afterSeconds']);
  });
});
