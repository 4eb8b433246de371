/** One replication of the scenario on screen, recorded in a worker. */
import { useEffect, useState } from 'react';
import type { Scenario } from '../../../../scenario/schema.ts';
import type { DayRecord } from '../../../../simulation/day-record.ts';
import { useRoot } from '../../../use-app.ts';

type Answer = { readonly of: Scenario; readonly replication: number; readonly record: DayRecord | 'failed' };

const PAUSE = 800;

/** Null while it is played. */
export function useRecord(scenario: Scenario, replication: number): DayRecord | 'failed' | null {
  const { simulations } = useRoot();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const first = answer === null;
  const known = answer?.of === scenario && answer.replication === replication;
  useEffect(() => {
    if (known) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    const load = (): Promise<void> =>
      simulations()
        .then((engine) => engine.record(scenario, { replication, signal }))
        .then(
          (record) => {
            if (!signal.aborted)
              setAnswer({ of: scenario, replication, record: 'issues' in record ? 'failed' : record });
          },
          () => {
            if (!signal.aborted) setAnswer({ of: scenario, replication, record: 'failed' });
          },
        );
    // While somebody types, a day is not recorded for every key.
    const timer = setTimeout(() => void load(), first ? 0 : PAUSE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [scenario, replication, known, first, simulations]);
  return known ? answer.record : null;
}
