/**
 * The forecast of the rest of the day in terms of the plan, given what has come; null until it is there.
 * `newest`: what the plan makes of the source by slot of the history (`plannedRatios`).
 */
import { useEffect, useState } from 'react';
import type { WithinDayOutcome } from '../../../forecast/within-day.ts';
import { inPlan, observedSlots, withoutPlan } from '../../../scenario/within-day-demand.ts';
import type { Demand } from '../../../scenario/schema-demand.ts';
import type { HistoryQuestion } from '../../../scenario/workbench.ts';
import { historyJob } from './use-workbench.ts';

type Ratios = readonly (number | null)[];
type Actuals = NonNullable<Demand['actuals']>;
type Answer = {
  readonly of: Actuals;
  readonly question: HistoryQuestion;
  readonly ratios: Ratios;
  readonly outcome: WithinDayOutcome;
};

export function useRestOfDay(
  question: HistoryQuestion,
  actuals: Actuals | undefined,
  gridSlots: number,
  newest: Ratios,
): WithinDayOutcome | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  // a what-if slider makes a new channel, and no other ratios
  const [ratios, setRatios] = useState(newest);
  if (ratios.length !== newest.length || newest.some((ratio, slot) => ratio !== ratios[slot]))
    setRatios(newest);
  useEffect(() => {
    if (!actuals) return undefined;
    let wanted = true;
    const observed = withoutPlan(observedSlots(actuals.contacts, gridSlots, ratios.length), ratios);
    historyJob()
      .restOfDay(question, { date: actuals.date, observed, quantiles: [0.1, 0.5, 0.9] })
      .then(
        (outcome) => {
          const forecast = outcome.ok ? inPlan(outcome.forecast, ratios) : null;
          if (wanted)
            setAnswer({
              of: actuals,
              question,
              ratios,
              outcome: forecast ? { ok: true, forecast } : outcome,
            });
        },
        () => {
          if (wanted) setAnswer(null);
        },
      );
    return () => {
      wanted = false;
    };
  }, [question, actuals, gridSlots, ratios]);
  return answer?.of === actuals && answer?.question === question && answer.ratios === ratios
    ? answer.outcome
    : null;
}
