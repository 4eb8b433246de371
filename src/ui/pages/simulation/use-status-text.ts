/** How the run stands, in a sentence; of one that waits for a word, what it would take beside the page. */
import { useMemo } from 'react';
import { isLong, runBudget, workersUnasked } from '../../../app/simulation-budget.ts';
import { useLocale } from '../../locale.tsx';
import { useApp } from '../../use-app.ts';

/** @param shown whether anybody reads it: a page that does not is not drawn anew for what it would say */
export function useStatusText(done: number, total: number, shown = true): string {
  const { t, f } = useLocale();
  const status = useApp((state) => state.simulation.status);
  const held = shown && status === 'held';
  const pace = useApp((state) => (held ? state.simulation.pace : null)) ?? undefined;
  const scenario = useApp((state) => (held ? state.scenario : null));
  const analysis = useApp((state) => (held ? state.analysis : null));
  const precision = useApp((state) => (held ? state.precision : null));
  // By what is asked now: the run that was held may have been of more replications.
  const budget = useMemo(() => {
    if (!scenario || !analysis) return null;
    const workers = workersUnasked(navigator.hardwareConcurrency);
    const most = precision?.atMost ?? scenario.simulation.replications;
    return runBudget(scenario, analysis, most, { workers, pace });
  }, [scenario, analysis, precision, pace]);
  if (!budget) return t.simulation.status[status](f.number(done, 0), f.number(total, 0));
  if (!isLong(budget)) return t.simulation.status.none();
  const memory = t.simulation.megabytes(f.number(Math.max(1, budget.bytes / 1e6), 0));
  return t.simulation.held(f.duration(Math.max(1, budget.seconds)), memory);
}
