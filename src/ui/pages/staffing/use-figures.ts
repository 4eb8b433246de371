/**
 * The document and what the analysis says of it, as a pair for the pictures and tables of a page.
 *
 * While newer figures are under way the older pair stays, and drawing gives way to the hand on a
 * slider: the page is drawn once per answer, not once per movement.
 */
import { useDeferredValue, useMemo, useState } from 'react';
import type { Analysis, FullAnalysis } from '../../../scenario/analysis.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { useApp, useFullAnalysis } from '../../use-app.ts';

export type Figures = {
  readonly scenario: Scenario;
  readonly analysis: Analysis | null;
  readonly fullAnalysis: FullAnalysis | null;
  /** Newer figures are under way. */
  readonly pending: boolean;
};

export function useFigures(): Figures {
  const scenario = useApp((state) => state.scenario);
  const analysis = useApp((state) => state.analysis);
  const fullAnalysis = useFullAnalysis();
  const pending = useApp((state) => state.analysisPending);
  const now = useMemo(
    (): Figures => ({ scenario, analysis, fullAnalysis, pending }),
    [scenario, analysis, fullAnalysis, pending],
  );
  const [kept, setKept] = useState(now);
  // A document alone changes nothing on the page; its answer does.
  const fresh = now !== kept && (!pending || analysis !== kept.analysis);
  if (fresh) setKept(now);
  return useDeferredValue(fresh ? now : kept);
}
