/** The forecast of the rest of the day, given what has come; null until it is there. */
import { useEffect, useState } from 'react';
import type { WithinDayOutcome } from '../../../forecast/within-day.ts';
import { observedSlots } from '../../../scenario/within-day-demand.ts';
import type { Demand } from '../../../scenario/schema-demand.ts';
import type { HistoryQuestion } from '../../../scenario/workbench.ts';
import { historyJob } from './use-workbench.ts';

type Actuals = NonNullable<Demand['actuals']>;
type Answer = {
  readonly of: Actuals;
  readonly question: HistoryQuestion;
  readonly outcome: WithinDayOutcome;
};

export function useRestOfDay(
  question: HistoryQuestion,
  actuals: Actuals | undefined,
  gridSlots: number,
  historySlots: number,
): WithinDayOutcome | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    if (!actuals) return undefined;
    let wanted = true;
    const observed = observedSlots(actuals.contacts, gridSlots, historySlots);
    historyJob()
      .restOfDay(question, { date: actuals.date, observed, quantiles: [0.1, 0.5, 0.9] })
      .then(
        (outcome) => {
          if (wanted) setAnswer({ of: actuals, question, outcome });
        },
        () => {
          if (wanted) setAnswer(null);
        },
      );
    return () => {
      wanted = false;
    };
  }, [question, actuals, gridSlots, historySlots]);
  return answer && answer.of === actuals && answer.question === question ? answer.outcome : null;
}
