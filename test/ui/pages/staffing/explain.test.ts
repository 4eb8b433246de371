/** Each figure of the closer looks says what it is, by which formula, from what, and where that is described. */
import { describe, expect, it } from 'vitest';
import { CHANGES } from '../../../../src/scenario/interval-change.ts';
import { levelsByDefinition } from '../../../../src/scenario/level-definitions.ts';
import { liveLine } from '../../../../src/scenario/live-line.ts';
import { formatsFor } from '../../../../src/ui/format.ts';
import { closer as closerEn } from '../../../../src/ui/i18n/en/closer.ts';
import { en } from '../../../../src/ui/i18n/en.ts';
import { closer as closerFr } from '../../../../src/ui/i18n/fr/closer.ts';
import { fr } from '../../../../src/ui/i18n/fr.ts';
import type { Explanation } from '../../../../src/ui/inputs/explain.tsx';
import { MEASURES } from '../../../../src/ui/pages/staffing/effect-grid.ts';
import { explainEffect } from '../../../../src/ui/pages/staffing/explain-effect.ts';
import {
  explainAssurance,
  explainNeed,
  explainRung,
  explainRungFigure,
} from '../../../../src/ui/pages/staffing/explain-figure.ts';
import {
  explainMeasure,
  explainPlain,
  groupsAt,
} from '../../../../src/ui/pages/staffing/explain-interval.ts';
import { formulaDay, modelLadder } from '../../../../src/ui/pages/staffing/ladder.ts';
import { analysis, axis, scenario } from '../week.ts';

const days = axis.intervals.flatMap((place, i) => (place.day === 0 ? [i] : []));
const abouts = scenario.channels.flatMap((channel, index) => {
  const figures = analysis.channels[index];
  if (!figures || figures.model === 'bot') return [];
  const interval = days.find((i) => (figures.offered[i] ?? 0) > 0 && (figures.planned[i] ?? 0) > 0) ?? 0;
  const groups = groupsAt(scenario, analysis, channel.id, interval, String);
  return [
    { t: en, f: formatsFor('en', 'EUR'), c: closerEn },
    { t: fr, f: formatsFor('fr', 'EUR'), c: closerFr },
  ].map((locale) => ({ ...locale, figures, channel, interval, axis, groups }));
});

function complete({ term, definition, formula, worked, inputs, model, reference }: Explanation): void {
  for (const text of [term, definition, formula, worked, model]) {
    expect(text, term).toMatch(/\S{1,}/);
    expect(text, term).not.toMatch(/NaN|undefined|null|Infinity/);
  }
  expect(inputs?.length, term).toBeGreaterThan(2);
  for (const [name, value] of inputs ?? []) expect([name, value], term).not.toContain('');
  expect(reference, term).toMatch(/\(\d{4}\)/);
}

describe.each(abouts)('figures of $channel.id in $t.staffing.planned', (about) => {
  const { channel, figures, interval } = about;

  it('explain every rung, and every figure on it', { tags: 'slow' }, () => {
    const place = { at: days.indexOf(interval), intervals: days, intervalSeconds: axis.intervalSeconds };
    const rungs = modelLadder(
      {
        channel,
        figures,
        formulas: formulaDay(channel, figures, days, axis.intervalSeconds),
        exact: { levels: days.map(() => 0.9), required: days.map(() => 2) },
        simulated: { value: 0.8, low: 0.7, high: 0.9 },
        circumstances: {
          model: figures.model,
          hangUps: true,
          overloaded: false,
          longPatience: false,
          backlog: true,
          shiftEnds: 'finished',
          shared: 'others',
          leftOut: [],
          quietCounted: false,
          otherTimes: true,
          fillsUp: false,
          exactPending: false,
          simulation: 'enough',
        },
      },
      place,
    );
    expect(rungs.length).toBeGreaterThan(2);
    for (const rung of rungs) {
      complete(explainRung(rung, about));
      for (const figure of ['agents', 'gap', 'hours', 'level'] as const)
        if (rung[figure] !== null) complete(explainRungFigure(figure, rung, about));
    }
  });

  it('explain every change by every measure, and what assurance takes', () => {
    for (const method of ['day', 'flow'] as const)
      for (const firstReply of [true, false])
        for (const change of CHANGES)
          for (const measure of MEASURES) {
            const counted = { method, within: 20, firstReply, shared: firstReply };
            complete(explainEffect(change, measure, 1.5, counted, { ...about, when: 'Monday' }));
          }
    complete(explainAssurance(0.8, 120, about, 0.3));
  });

  it('explain the heads of all numbers, with sums told without a source', () => {
    const kinds = [
      'serviceLevel',
      'meanWaitAnswered',
      'firstResponseMean',
      'abandonment',
      'occupancy',
    ] as const;
    for (const kind of kinds) complete(explainMeasure(kind, kind, about));
    complete(explainPlain('required', 'required', about));
    for (const key of ['offered', 'aht', 'planned', 'gap'] as const) {
      const { definition, formula, worked, inputs } = explainPlain(key, key, about);
      for (const text of [definition, formula, worked]) expect(text, key).toMatch(/\S/);
      expect(inputs?.length, key).toBeGreaterThan(0);
    }
  });

  it('explain the agents of each definition', () => {
    const line = liveLine(scenario, analysis, channel.id);
    if (!line) return;
    const { levels, share, threshold } = levelsByDefinition(line, 0);
    for (const level of levels)
      complete(explainNeed(level, level.required[days.indexOf(interval)] ?? 3, share, threshold, about));
  });
});
