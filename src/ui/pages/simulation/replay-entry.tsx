/** A button until somebody wants to watch: the replay is a chunk of its own. */
import { lazy, memo, Suspense, useState } from 'react';
import type { Axis } from '../../../scenario/axis.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { useLocale } from '../../locale.tsx';
import { Waiting } from '../../page/page.tsx';

const ReplayPanel = lazy(async () => ({ default: (await import('./replay/replay-panel.tsx')).ReplayPanel }));

type ReplayEntryProps = { readonly scenario: Scenario; readonly axis: Axis; readonly date: number };

export const ReplayEntry = memo(function ReplayEntry({ scenario, axis, date }: ReplayEntryProps) {
  const { t } = useLocale();
  const [wanted, setWanted] = useState(false);
  if (wanted)
    return (
      <Suspense fallback={<Waiting lines={8} />}>
        <ReplayPanel {...{ scenario, axis, date }} />
      </Suspense>
    );
  return (
    <section className="why">
      <h2>{t.simulation.replay.title}</h2>
      <p className="quiet-text">{t.simulation.replay.note}</p>
      <p>
        <button type="button" className="button" onClick={() => setWanted(true)}>
          {t.simulation.replay.show}
        </button>
      </p>
    </section>
  );
});
