/** What stands behind the effect of one change: what is counted, how, and from what. */
import { CHANGED_BY, type Change } from '../../../scenario/interval-change.ts';
import type { IntervalEffects } from '../../../scenario/interval-effects.ts';
import type { Explanation } from '../../inputs/explain.tsx';
import { REFERENCES } from '../../references.ts';
import { isOfAgents, type Measure } from './effect-grid.ts';
import { queueInputs, type AboutInterval } from './explain-interval.ts';

type Method = Pick<IntervalEffects, 'method' | 'within' | 'firstReply' | 'shared'>;
type Words = Pick<AboutInterval, 'c' | 'f'>;

/** Of agents those in time are told, of the others those who are not. */
export function toldOf(change: Change, measure: Measure): Measure | 'missed' {
  return measure === 'inTime' && !isOfAgents(change) ? 'missed' : measure;
}

export function changeText(change: Change, { c, f }: Words): string {
  return c.changeOf[change](f.share(CHANGED_BY));
}

export function effectText(
  { method, within, firstReply, shared }: Method,
  change: Change,
  measure: Measure,
  { c, f }: Words,
): string {
  const text = c.effectBy[method](c.effectWhat[toldOf(change, measure)](f.limit(within), firstReply));
  return shared ? `${text} ${c.effectShared}` : text;
}

export function signedEffect(measure: Measure, effect: number, { c, f }: Words): string {
  return measure === 'level' ? c.points(f.points(effect, 2)) : f.count(effect, true);
}

export function explainEffect(
  change: Change,
  measure: Measure,
  effect: number,
  method: Method,
  about: AboutInterval & { readonly when: string },
): Explanation {
  const { t, f, c, figures, when } = about;
  const exact = method.method === 'day';
  const told = toldOf(change, measure);
  const [plain, changed] = c.changedFrom[change](f.number(1 + CHANGED_BY, 1));
  const what = c.effectTerm[told];
  return {
    term: `${changeText(change, about)}, ${c.measureOf[told]}, ${when}`,
    definition: effectText(method, change, measure, about),
    formula: c.effectFormula(what, changed, plain),
    worked: signedEffect(measure, effect, about),
    inputs: [...queueInputs(about), [c.threshold, f.limit(method.within)]],
    model: exact ? t.staffing.rung.exact.definition : t.explain.modelOf[figures.model],
    reference: REFERENCES[exact ? 'exact' : figures.model],
  };
}
