/** How the run stands, in a sentence; of one that waits for a word, what it would take beside the page. */
import { useMemo } from 'react';
import { isLong, runBudget, workersUnasked } from '../../../app/simulation-budget.ts';
import { useLocale } from '../../locale.tsx';
import { useApp } from '../../use-app.ts';

export function useStatusText(done: number, total: number): string {
  const { t, f } = useLocale();
  const status = useApp((state) => state.simulation.status);
  const pace = useApp((state) => state.simulation.pace) ?? undefined;
  const scenario = useApp((state) => state.scenario);
  const analysis = useApp((state) => state.analysis);
  const most = useApp((state) => state.precision?.atMost ?? state.scenario.simulation.replications);
  // By what is asked now: the run that was held may have been of more replications.
  const budget = useMemo(() => {
    if (status !== 'held' || !analysis) return null;
    const workers = workersUnasked(navigator.hardwareConcurrency);
    return runBudget(scenario, analysis, most, { workers, pace });
  }, [status, scenario, analysis, most, pace]);
  if (!budget) return t.simulation.status[status](f.number(done, 0), f.number(total, 0));
  if (!isLong(budget)) return t.simulation.status.none();
  const memory = t.simulation.megabytes(f.number(Math.max(1, budget.bytes / 1e6), 0));
  return t.simulation.held(f.duration(Math.max(1, budget.seconds)), memory);
}
