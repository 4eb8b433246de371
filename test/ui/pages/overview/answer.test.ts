import { describe, expect, it } from 'vitest';
import type { Action } from '../../../../src/scenario/analysis.ts';
import { analyse } from '../../../../src/scenario/analyse.ts';
import { buildAxis } from '../../../../src/scenario/axis.ts';
import { formatsFor } from '../../../../src/ui/format.ts';
import { en } from '../../../../src/ui/i18n/en.ts';
import type { LocaleValue } from '../../../../src/ui/locale.tsx';
import { overviewAnswer } from '../../../../src/ui/pages/overview/answer.ts';
import { visibleActions } from '../../../../src/ui/pages/overview/visible-actions.ts';
import { exampleScenario } from '../../../scenario/example.ts';

const f = formatsFor('en', 'EUR');
const locale: LocaleValue = {
  locale: 'en',
  t: en,
  f,
  text: (text) => (typeof text === 'string' ? text : text.en),
};

function action(chanceBefore: number, chanceAfter: number): Action {
  return {
    channel: 'phone',
    group: 'team',
    from: 10,
    to: 12,
    agents: [1, 1],
    costPerWeek: 50,
    lostPerWeek: 0,
    chanceBefore,
    chanceAfter,
    shareBefore: null,
    shareAfter: null,
  };
}

describe('actions offered', () => {
  it('change the chance as it is shown', () => {
    const seen = [action(0.001, 0.006), action(0.3, 0.4), action(0.994, 0.996)];
    const unseen = [action(0.001, 0.004), action(0.996, 0.999), action(0.301, 0.304), action(0, 0)];
    expect(visibleActions([...unseen, ...seen], f)).toEqual(seen);
  });
});

describe('the overview’s answer', () => {
  const scenario = exampleScenario();
  const analysis = analyse(scenario);
  const whole = { chance: 0.9, staffPerWeek: 900, costPerWeek: 800, fte: 3 };
  const said = (now: number, then: number | null, required: typeof whole | null): string =>
    overviewAnswer({
      analysis: { ...analysis, chanceOfAll: now },
      after: then === null ? null : { ...analysis, chanceOfAll: then },
      actions: then === null ? [] : [action(0.3, 0.4)],
      whole: required,
      short: [],
      scenario,
      axis: buildAxis(scenario.calendar),
      locale,
    });

  it('says what the actions bring where it is seen', () => {
    expect(said(0.3, 0.4, null)).toMatch(/The action beside would make it \*\*40/);
    expect(said(0.3, 0.4, whole)).toMatch(/The first action beside would make it .*Staffed as required/);
  });

  it('names only the whole requirement where it is not', () => {
    for (const answer of [said(0.001, 0.003, whole), said(0.001, null, whole)]) {
      expect(answer).not.toContain('would make it');
      expect(answer).toContain('Staffed as required: **90');
    }
    expect(said(0.996, 0.999, null)).not.toContain('would make it');
  });
});
