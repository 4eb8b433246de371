/** The bands of every model in the past, asked for once somebody looks at them. */
import { useEffect, useState } from 'react';
import type { BacktestRow } from '../../../forecast/result.ts';
import type { Calendar } from '../../../scenario/schema.ts';
import type { HistoryQuestion } from '../../../scenario/workbench.ts';
import { historyJob } from './use-workbench.ts';

type Answer = {
  readonly question: HistoryQuestion;
  readonly rows: readonly BacktestRow[];
  readonly failure: string | null;
};

/** `rows`: null until they have come. */
export function useEveryModel(
  question: HistoryQuestion,
  { start, days }: Pick<Calendar, 'start' | 'days'>,
): { readonly rows: readonly BacktestRow[] | null; readonly failure: string | null } {
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    let wanted = true;
    const tell = (rows: readonly BacktestRow[], failure: string | null) => {
      if (wanted) setAnswer({ question, rows, failure });
    };
    historyJob()
      .everyModel(question, { from: start, days })
      .then(
        (rows) => tell(rows, null),
        (error: unknown) => tell([], error instanceof Error ? error.message : String(error)),
      );
    return () => {
      wanted = false;
    };
  }, [question, start, days]);
  return answer?.question === question
    ? { rows: answer.rows, failure: answer.failure }
    : { rows: null, failure: null };
}
