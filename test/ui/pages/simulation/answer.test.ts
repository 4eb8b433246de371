import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/scenario/analyse.ts';
import { simulate } from '../../../../src/scenario/simulate.ts';
import { formatsFor } from '../../../../src/ui/format.ts';
import { en } from '../../../../src/ui/i18n/en.ts';
import type { LocaleValue } from '../../../../src/ui/locale.tsx';
import { simulationAnswer } from '../../../../src/ui/pages/simulation/answer.ts';
import { compareTargets } from '../../../../src/ui/pages/simulation/comparison.ts';
import { onePhoneDay } from '../../../scenario/one-phone-day.ts';

const scenario = onePhoneDay(14);
const { channels } = analyse(scenario);
const summary = simulate(scenario, { seed: 3, replications: 40 });
const locale: LocaleValue = {
  locale: 'en',
  t: en,
  f: formatsFor('en', 'EUR'),
  text: (text) => (typeof text === 'string' ? text : text.en),
};

/** The answer where the measure agrees, the models expect `chance` and 81 % of weeks (73–88 %) meet the goal. */
function answerExpecting(chance: number): string {
  const expecting = channels.map((channel) => ({
    ...channel,
    targets: channel.targets.map((target) => ({ ...target, chance })),
  }));
  const serviceLevel = { value: 0.81, low: 0.73, high: 0.88 };
  const met = {
    ...summary,
    channels: summary.channels.map((channel) => ({
      ...channel,
      targetMet: { ...channel.targetMet, serviceLevel },
    })),
  };
  const comparisons = compareTargets(expecting, met);
  return simulationAnswer(comparisons, met, scenario, locale, 'done', true);
}

const { share } = locale.f;
const range = `${share(0.73)}–${share(0.88)}`;

describe('simulationAnswer', () => {
  it('confirms the models where the chance they expect lies within the interval', () => {
    expect(answerExpecting(0.85)).toContain(en.simulation.confirms);
  });

  it('says of which channel the chance is another than expected, and on which side', () => {
    const better = answerExpecting(0.56);
    expect(better).not.toContain(en.simulation.confirms);
    expect(better).toContain(
      `in more weeks than the models expected ${en.simulation.chanceOf('on the phone', range, share(0.56))}`,
    );
    const worse = answerExpecting(0.97);
    expect(worse).not.toContain(en.simulation.confirms);
    expect(worse).toContain(
      `in fewer weeks than the models expected** ${en.simulation.chanceOf('on the phone', range, share(0.97))}`,
    );
  });

  it('names what only the simulation plays where it may be the reason', () => {
    const shifts = { kind: 'shifts', shifts: [], lastContactMinutes: 10 } as const;
    const late = { ...scenario, groups: scenario.groups.map((group) => ({ ...group, staffing: shifts })) };
    const answer = (verdict: 'better' | 'worse') => {
      const apart = compareTargets(channels, summary).map((one) => ({ ...one, verdict }));
      return simulationAnswer(apart, summary, late, locale, 'done', true);
    };
    const named = en.simulation.played(en.simulation.leftOut.lastContact);
    expect(answer('worse')).toContain(named);
    expect(answer('better')).not.toContain(named);
  });

  it('names the tightest of several promises only where one is tighter than kept each time', () => {
    const [one] = compareTargets(channels, summary);
    if (!one) throw new Error('no target was compared');
    const kept = (...values: readonly number[]) =>
      simulationAnswer(
        values.map((value) => ({ ...one, met: { value, low: 0.7, high: 1 } })),
        summary,
        scenario,
        locale,
        'done',
        true,
      );
    expect(kept(1, 1)).toContain(en.simulation.holdsAlways('40'));
    expect(kept(0.975)).toContain(en.simulation.holdsAlone('40', share(0.975), 'on the phone'));
    expect(kept(1, 0.975)).toContain(en.simulation.holds('40', share(0.975), 'phone'));
  });

  it('promises a new run of a changed plan only where one follows by itself', () => {
    const stale = (status: 'running' | 'cancelled' | 'held') =>
      simulationAnswer([], summary, scenario, locale, status, false);
    expect(stale('running')).toBe(en.simulation.stale);
    expect(stale('cancelled')).toBe(en.simulation.staleStill);
    expect(stale('held')).toBe(en.simulation.staleStill);
  });
});
