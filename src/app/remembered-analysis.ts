/** The last analysis asked for, and its question: the same one is computed once. */
import type { Analysis } from '../scenario/analysis.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Engines } from './engines.ts';

export type Question = { readonly of: Scenario; readonly inFull: boolean };

/** An unedited document is its own baseline: asked twice, computed once. */
export function remembered(
  engines: Pick<Engines, 'analyse' | 'analyseInFull'>,
): (question: Question) => Promise<Analysis> {
  let last: (Question & { readonly analysis: Promise<Analysis> }) | null = null;
  return ({ of, inFull }) => {
    if (last?.of === of && (last.inFull || !inFull)) return last.analysis;
    const asked = { of, inFull, analysis: inFull ? engines.analyseInFull(of) : engines.analyse(of) };
    last = asked;
    asked.analysis.catch(() => {
      if (last === asked) last = null;
    });
    return asked.analysis;
  };
}
