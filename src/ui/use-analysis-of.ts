/** The analysis of a scenario other than the open one: with the actions applied, or a second one to compare. */
import { startTransition, useEffect, useRef, useState } from 'react';
import type { Analysis } from '../scenario/analysis.ts';
import type { Scenario } from '../scenario/schema.ts';
import { useRoot } from './use-app.ts';

/** A slider on the move asks for nothing here until it rests; what is asked anew, after nothing, is asked at once. */
const PAUSE = 250;

type Answer = { readonly of: Scenario; readonly analysis: Analysis };

/** Null while it is computed, when there is nothing to compute, and when it failed. */
export function useAnalysisOf(scenario: Scenario | null): Analysis | null {
  const { engines } = useRoot().app;
  const [answer, setAnswer] = useState<Answer | null>(null);
  const before = useRef<Scenario | null>(null);
  useEffect(() => {
    const pause = before.current ? PAUSE : 0;
    before.current = scenario;
    if (!scenario) return undefined;
    let wanted = true;
    const ask = (): Promise<void> =>
      engines.analyseAside(scenario).then(
        (analysis) => {
          // It adds to what is on screen, and is drawn in slices that leave the page free.
          if (wanted) startTransition(() => setAnswer({ of: scenario, analysis }));
        },
        () => {
          if (wanted) setAnswer(null);
        },
      );
    const timer = setTimeout(() => void ask(), pause);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [scenario, engines]);
  return answer && answer.of === scenario ? answer.analysis : null;
}
