/** The history behind a channel's forecast and everything computed from it; the worker does the work. */
import { useEffect, useMemo, useState } from 'react';
import { indexedDbHistories } from '../../../app/history-store.ts';
import { workbenchJob, type WorkbenchJob } from '../../../app/workbench-job.ts';
import type { SeriesColumns } from '../../../history/report.ts';
import type { Calendar, Channel, Scenario } from '../../../scenario/schema.ts';
import type { CleaningDecision } from '../../../scenario/schema-demand.ts';
import { forecastMarks } from '../../../scenario/special-days.ts';
import { leansOnOthers, volumesOf, type SiblingHistory } from '../../../scenario/sibling-histories.ts';
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

/** A history kept in this browser, and what was decided about it. */
type NamedHistory = {
  readonly channel: string;
  readonly id: string;
  readonly cleaning: readonly CleaningDecision[];
};

type Asked = {
  readonly cleaning: readonly CleaningDecision[];
  readonly specialDays: Scenario['specialDays'];
  readonly channelId: string;
  readonly others: readonly NamedHistory[];
  readonly calendar: Calendar;
};

type Answer = { readonly id: string; readonly of: object; readonly state: HistoryState };

export function useWorkbench(channel: Channel | null, scenario: Scenario): HistoryState {
  const source = channel?.demand.source;
  const history = source?.kind === 'forecast' ? source.history : null;
  const id = history?.id;
  const cleaning = history?.cleaning ?? NO_DECISIONS;
  const { calendar, specialDays } = scenario;
  const channelId = channel?.id ?? '';
  const others = useOthers(scenario.channels, channelId);
  const asked = useMemo(
    () => ({ cleaning, specialDays, channelId, others, calendar }),
    [cleaning, specialDays, channelId, others, calendar],
  );
  const [answer, setAnswer] = useState<Answer | null>(null);

  useEffect(() => {
    if (id === undefined) return undefined;
    let wanted = true;
    const tell = (state: HistoryState) => {
      if (wanted) setAnswer({ id, of: asked, state });
    };
    ask(id, asked).then(tell, (error: unknown) =>
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

/** Named histories of the other channels; the same list until one of them changes. */
function useOthers(channels: readonly Channel[], own: string): readonly NamedHistory[] {
  const now = channels.flatMap(({ id: channel, demand: { source } }) =>
    channel !== own && source.kind === 'forecast' && source.history.id !== undefined
      ? [{ channel, id: source.history.id, cleaning: source.history.cleaning ?? NO_DECISIONS }]
      : [],
  );
  const [others, setOthers] = useState<readonly NamedHistory[]>(now);
  const isSame =
    now.length === others.length &&
    now.every(({ channel, id, cleaning }, index) => {
      const other = others[index];
      return other?.channel === channel && other.id === id && other.cleaning === cleaning;
    });
  if (!isSame) setOthers(now);
  return isSame ? others : now;
}

async function siblingOf(
  { channel, id, cleaning }: NamedHistory,
  specialDays: Scenario['specialDays'],
): Promise<readonly SiblingHistory[]> {
  const imported = await load(id).catch(() => null);
  return imported === null
    ? []
    : [volumesOf({ imported, cleaning, specialDays: forecastMarks(specialDays, channel) })];
}

async function ask(
  id: string,
  { cleaning, specialDays, channelId, others, calendar }: Asked,
): Promise<HistoryState> {
  const imported = await load(id);
  if (!imported) return { kind: 'missing' };
  const siblings = leansOnOthers(imported, calendar.start)
    ? await Promise.all(others.map((other) => siblingOf(other, specialDays)))
    : [];
  const question = {
    imported,
    cleaning,
    specialDays: forecastMarks(specialDays, channelId),
    others: siblings.flat(),
  };
  const options = { from: calendar.start, days: calendar.days, quantiles: [0.1, 0.5, 0.9] };
  const bench = await historyJob().workbench(question, options);
  return bench ? { kind: 'ready', bench, question, pending: false } : { kind: 'missing' };
}
