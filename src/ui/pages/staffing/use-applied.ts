/** What the analysis would say with the requirement applied, asked when the hand is still. */
import { useEffect, useState } from 'react';
import type { Analysis } from '../../../scenario/analysis.ts';
import { withRequirement } from '../../../scenario/apply.ts';
import { useRoot } from '../../use-app.ts';
import type { Figures } from './use-figures.ts';

/** A slider on the move asks for nothing here until it rests. */
const PAUSE = 300;

/** Null while it is computed, and when it failed. */
export function useApplied({ scenario, fullAnalysis: analysis, pending }: Figures): Analysis | null {
  const { engines } = useRoot().app;
  const [answer, setAnswer] = useState<{ readonly of: Analysis; readonly analysis: Analysis } | null>(null);
  useEffect(() => {
    if (!analysis || pending) return undefined;
    let wanted = true;
    const timer = setTimeout(() => {
      const applied = { ...scenario, groups: withRequirement(scenario, analysis, 'assured') };
      engines.analyseAside(applied).then(
        (after) => wanted && setAnswer({ of: analysis, analysis: after }),
        () => wanted && setAnswer(null),
      );
    }, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [engines, scenario, analysis, pending]);
  return answer && answer.of === analysis ? answer.analysis : null;
}
