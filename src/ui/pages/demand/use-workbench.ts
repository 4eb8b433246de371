/** The history behind a channel's forecast and everything computed from it; the worker does the work. */
import { useEffect, useMemo, useState } from 'react';
import { indexedDbHistories } from '../../../app/history-store.ts';
import { workbenchJob, type WorkbenchJob } from '../../../app/workbench-job.ts';
import type { SeriesColumns } from '../../../history/report.ts';
import type { Calendar, Channel, CleaningDecision, Scenario } from '../../../scenario/schema.ts';
import { forecastMarks } from '../../../scenario/special-days.ts';
import type { HistoryQuestion, Workbench } from '../../../scenario/workbench.ts';

export type HistoryState =
  /** The channel's figures do not come from a history. */
  | { readonly kind: 'none' }
  /** They do, but this browser does not have it. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string }
  | {
      readonly kind: 'ready';
      readonly bench: Workbench;
      readonly question: HistoryQuestion;
      /** What is shown is of decisions just changed. */
      readonly pending: boolean;
    };

const NO_DECISIONS: readonly CleaningDecision[] = [];
const histories = indexedDbHistories();
const loaded = new Map<string, readonly SeriesColumns[]>();
let shared: WorkbenchJob | null = null;

export function historyJob(): WorkbenchJob {
  shared ??= workbenchJob();
  return shared;
}

async function load(id: string): Promise<readonly SeriesColumns[] | null> {
  const known = loaded.get(id);
  if (known) return known;
  const series = await histories.load(id);
  if (series) loaded.set(id, series);
  return series;
}

type Answer = { readonly id: string; readonly of: object; readonly state: HistoryState };

export function useWorkbench(channel: Channel | null, scenario: Scenario): HistoryState {
  const source = channel?.demand.source;
  const history = source?.kind === 'forecast' ? source.history : null;
  const id = history?.id;
  const cleaning = history?.cleaning ?? NO_DECISIONS;
  const { calendar, specialDays } = scenario;
  const channelId = channel?.id ?? '';
  const asked = useMemo(
    () => ({ cleaning, specialDays: forecastMarks(specialDays, channelId), calendar }),
    [cleaning, specialDays, channelId, calendar],
  );
  const [answer, setAnswer] = useState<Answer | null>(null);

  useEffect(() => {
    if (id === undefined) return undefined;
    let wanted = true;
    const tell = (state: HistoryState) => {
      if (wanted) setAnswer({ id, of: asked, state });
    };
    ask(id, asked.cleaning, asked.specialDays, asked.calendar).then(tell, (error: unknown) =>
      tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      wanted = false;
    };
  }, [id, asked]);

  return useMemo(() => {
    if (!history) return { kind: 'none' };
    if (id === undefined) return { kind: 'missing' };
    if (answer?.id !== id) return { kind: 'loading' };
    return answer.state.kind === 'ready' ? { ...answer.state, pending: answer.of !== asked } : answer.state;
  }, [history, id, answer, asked]);
}

async function ask(
  id: string,
  cleaning: readonly CleaningDecision[],
  specialDays: HistoryQuestion['specialDays'],
  calendar: Calendar,
): Promise<HistoryState> {
  const imported = await load(id);
  if (!imported) return { kind: 'missing' };
  const question = { imported, cleaning, specialDays };
  const options = { from: calendar.start, days: calendar.days, quantiles: [0.1, 0.5, 0.9] };
  const bench = await historyJob().workbench(question, options);
  return bench ? { kind: 'ready', bench, question, pending: false } : { kind: 'missing' };
}
