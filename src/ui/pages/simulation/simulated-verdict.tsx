/** What the simulation says of the plan on screen, in a sentence, on the pages where the plan is made. */
import { useMemo } from 'react';
import { Link } from 'wouter';
import { Rich, useLocale } from '../../locale.tsx';
import { SideGroup } from '../../page/page.tsx';
import { useApp } from '../../use-app.ts';
import { whyNoVerdict } from '../nothing-yet.tsx';
import { simulationAnswer } from './answer.ts';
import { compareTargets } from './comparison.ts';
import { useStatusText } from './use-status-text.ts';

export function SimulatedVerdict() {
  const locale = useLocale();
  const { t } = locale;
  const scenario = useApp((state) => state.scenario);
  const analysis = useApp((state) => state.analysis);
  const pending = useApp((state) => state.analysisPending);
  const { summary, of, status, done, total } = useApp((state) => state.simulation);
  const current = of === scenario && !pending;
  const comparisons = useMemo(
    () => (analysis && summary && current ? compareTargets(analysis.channels, summary) : []),
    [analysis, summary, current],
  );
  const progress = useStatusText(done, total);
  const untested = analysis && whyNoVerdict(analysis, t);
  return (
    <SideGroup title={t.simulation.says}>
      <p className="quiet-text" aria-live="polite">
        {untested ? (
          untested
        ) : summary && current ? (
          <Rich text={simulationAnswer(comparisons, summary, scenario, locale, status, current)} />
        ) : (
          progress
        )}
      </p>
      <Link href="/simulation" className="text-link">
        {t.simulation.open}
      </Link>
    </SideGroup>
  );
}
