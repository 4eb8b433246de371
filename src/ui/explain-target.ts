/** What a target's number means: definition, formula, what went in, and the model that gave it. */
import type { ChannelModel, TargetResult } from '../scenario/analysis.ts';
import type { Explanation } from './inputs/explain.tsx';
import type { LocaleValue } from './locale.tsx';
import { REFERENCES } from './references.ts';
import { targetSentence, targetUnit } from './target-text.ts';

export function explainTarget(target: TargetResult, model: ChannelModel, { t, f }: LocaleValue): Explanation {
  const show = (value: number | null): string =>
    targetUnit(target.kind) === 'share' ? f.share(value) : f.duration(value);
  return {
    term: t.words[target.kind],
    definition: t.explain.definition[target.kind],
    formula: t.explain.formulaOf[target.kind],
    inputs: [
      [t.explain.goal, targetSentence(target, t, f)],
      [t.explain.range, `${show(target.low)} – ${show(target.high)}`],
      [t.explain.chance, f.share(target.chance)],
    ],
    model: t.explain.modelOf[model],
    reference: REFERENCES[model],
  };
}
