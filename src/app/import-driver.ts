/** Drives an import: hands files to the workers, their answers to the session, and the end to the document. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Mapping } from '../history/mapping.ts';
import { dayKey, type ChannelDay, type Joined, type Preference } from '../history/merge.ts';
import type { SeriesColumns } from '../history/report.ts';
import { correctedLook, firstLook, headingsOf } from './first-look.ts';
import { browserMemory, type MappingMemory } from './mapping-memory.ts';
import { seriesMinutes } from '../scenario/planning-calendar.ts';
import type { Channel } from '../scenario/schema.ts';
import { leansOnOthers, type SiblingHistory } from '../scenario/sibling-histories.ts';
import { forecastMarks } from '../scenario/special-days.ts';
import { forecastJob, type ForecastJob } from './forecast-job.ts';
import { indexedDbHistories, type HistoryStore } from './history-store.ts';
import { historyImport, type HistoryImport, type Source } from './import-history.ts';
import {
  channelDefaults,
  channelImports,
  decisionsOf,
  forecastOptions,
  importEdit,
  plannedCalendar,
  seriesDefaults,
} from './import-plan.ts';
import {
  advanced,
  IDLE,
  type ChannelChoice,
  type ImportEvent,
  type ImportSession,
  type Joining,
  type SeriesStep,
  type SourceInfo,
} from './import-session.ts';
import type { AppStore } from './store.ts';

export type ImportCommands = {
  /** Takes a file or a pasted text for a first look; ends an import in progress. */
  readonly choose: (source: Source, info: SourceInfo) => void;
  /** Another sheet of the workbook: a first look at that one. */
  readonly chooseSheet: (sheet: string) => void;
  readonly correct: (mapping: Mapping) => void;
  readonly read: () => void;
  /** Stops reading or forecasting; what was known before stays. */
  readonly cancel: () => void;
  readonly backToMapping: () => void;
  /** Uses the file alone, or joins it with the history that the scenario rests on. */
  readonly join: (joining: Joining) => void;
  /** On days that differ, says which side counts. */
  readonly chooseSide: (days: readonly ChannelDay[], side: Preference) => void;
  /** Drops what was remembered of such files, for this one. */
  readonly guessAfresh: () => void;
  readonly assign: (series: number, channel: string | null) => void;
  readonly decide: (channel: string, choice: Partial<ChannelChoice>) => void;
  readonly moveCalendar: (moves: boolean) => void;
  readonly keepEvent: (key: string, stays: boolean) => void;
  readonly takeTogether: (takes: boolean) => void;
  readonly forecast: () => void;
  /** Puts the finished forecasts into the document as one undo step. */
  readonly apply: () => void;
  readonly close: () => void;
};

export type ImportStore = { readonly store: StoreApi<ImportSession>; readonly commands: ImportCommands };

export function importDriver(
  app: AppStore,
  history: HistoryImport = historyImport(),
  forecasts: ForecastJob = forecastJob(),
  kept: HistoryStore = indexedDbHistories(),
  newId: () => string = () => crypto.randomUUID(),
  memory: MappingMemory = browserMemory(),
): ImportStore {
  const store = createStore<ImportSession>(() => IDLE);
  const tell = (event: ImportEvent) => store.setState(advanced(store.getState(), event), true);
  const scenario = () => app.store.getState().scenario;
  let source: Source = '';
  /** The file as it was read, and what it may be joined with. */
  let fresh: Joined = { series: [], facts: [], channels: [] };
  let earlier: { file: string; series: readonly SeriesColumns[] } | null = null;
  let running = new AbortController();

  /** Starts a piece of work; an earlier one is called off, and its late answers are dropped. */
  function start(work: (signal: AbortSignal) => Promise<ImportEvent | null>): void {
    running.abort();
    const own = new AbortController();
    running = own;
    work(own.signal).then(
      (event) => {
        if (own.signal.aborted) return;
        if (event) tell(event);
      },
      (error: unknown) => {
        if (own.signal.aborted) return;
        tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
      },
    );
  }

  // forecasts are of certain days: undo, another scenario, another interval make them worthless
  app.store.subscribe(({ scenario: now }, { scenario: before }) => {
    if (now.calendar === before.calendar || store.getState().step !== 'series') return;
    running.abort();
    const sameGrid = now.calendar.intervalMinutes === before.calendar.intervalMinutes;
    tell({ type: sameGrid ? 'calendarChanged' : 'backToMapping' });
  });

  // why a file could not be read is not said over another document
  app.store.subscribe(({ openings: now }, { openings: before }) => {
    if (now !== before && store.getState().step === 'refused') tell({ type: 'closed' });
  });

  function look(info: SourceInfo, sheet: { readonly sheet?: string }): void {
    tell({ type: 'chosen', source: info, ...sheet });
    const { timeZone, intervalMinutes } = scenario().calendar;
    start(async () => ({
      type: 'inspected',
      ...(await firstLook(history, memory, source, { timeZone, intervalMinutes, ...sheet })),
    }));
  }

  /** Keeps what the forecasts rest on for later visits; a browser that cannot keep it forecasts all the same. */
  function keepHistories(session: SeriesStep): ReadonlyMap<string, string> {
    const ids = new Map<string, string>();
    for (const { channel, series } of channelImports(session, scenario())) {
      const id = newId();
      ids.set(channel.id, id);
      kept.keep(id, series).catch(() => undefined);
    }
    return ids;
  }

  /** The histories that the scenario's forecasts rest on, as far as this browser has them. */
  async function earlierHistory(): Promise<{ file: string; series: readonly SeriesColumns[] } | null> {
    const sources = scenario().channels.flatMap(({ demand: { source: own } }) =>
      own.kind === 'forecast' && own.history.id !== undefined ? [{ ...own.history, id: own.history.id }] : [],
    );
    const lists = await Promise.all(sources.map(async ({ id }) => (await kept.load(id)) ?? []));
    const series = lists.flat();
    const files = [...new Set(sources.map(({ file }) => file))];
    return series.length === 0 ? null : { file: files.join(', '), series };
  }

  /** What was decided and marked of a channel goes with its history. */
  const historyOf = (channel: Channel, imported: readonly SeriesColumns[]): SiblingHistory => ({
    imported,
    cleaning: decisionsOf(channel),
    specialDays: forecastMarks(scenario().specialDays, channel.id),
  });

  /** Of the other channels, as they will be once the import is used: from the file, else those kept. */
  async function otherHistories(session: SeriesStep, own: string): Promise<readonly SiblingHistory[]> {
    const fresh = new Map(
      channelImports(session, scenario()).map(({ channel, series }) => [channel.id, series]),
    );
    const found = scenario()
      .channels.filter(({ id }) => id !== own)
      .map(async (channel) => {
        const series = fresh.get(channel.id) ?? (await loadKept(channel));
        return series === null ? [] : [historyOf(channel, series)];
      });
    return (await Promise.all(found)).flat();
  }

  /** Null where the channel has none, or this browser cannot say. */
  async function loadKept({ demand: { source: from } }: Channel): Promise<readonly SeriesColumns[] | null> {
    if (from.kind !== 'forecast' || from.history.id === undefined) return null;
    return await kept.load(from.history.id).catch(() => null);
  }

  /** What the file just read changes in them: told before anything is joined. */
  async function compared(): Promise<ImportEvent | null> {
    earlier = await earlierHistory().catch(() => null);
    if (earlier === null) return null;
    const changes = await history.compare(earlier.series, fresh.series);
    return changes === null ? null : { type: 'compared', earlier: { file: earlier.file, changes } };
  }

  /** The last word on it, so that a second one does not undo the first. */
  function joiningNow(): Pick<SeriesStep, 'joining' | 'exceptions'> | null {
    const session = store.getState();
    return session.step === 'series' ? (session.asked ?? session) : null;
  }

  function join({ joining, exceptions }: Pick<SeriesStep, 'joining' | 'exceptions'>): void {
    if (store.getState().step !== 'series' || earlier === null) return;
    const { series } = earlier;
    start(async () => {
      const joined =
        joining === 'alone' ? fresh : await history.join(series, fresh.series, joining, exceptions);
      const defaults = seriesDefaults(joined.facts, scenario());
      return { type: 'joined', joining, exceptions, joined, defaults };
    });
    tell({ type: 'joinAsked', asked: { joining, exceptions } });
  }

  const commands: ImportCommands = {
    choose(next, info) {
      source = next;
      history.stop();
      look(info, {});
    },
    chooseSheet(sheet) {
      const session = store.getState();
      if (session.step === 'mapping') look(session.source, { sheet });
    },
    correct(mapping) {
      tell({ type: 'corrected', mapping });
      start(async () => {
        const look = await correctedLook(history, source, mapping);
        if (look.mapping !== mapping) tell({ type: 'corrected', mapping: look.mapping });
        return { type: 'previewed', ...look };
      });
    },
    read() {
      const session = store.getState();
      if (session.step !== 'mapping') return;
      const { intervalMinutes } = scenario().calendar;
      const { mapping } = session;
      const fine = mapping.layout === 'perContact' ? intervalMinutes : mapping.fileMinutes;
      tell({ type: 'readingStarted' });
      start(async (signal) => {
        const result = await history.read(
          source,
          { ...mapping, intervalMinutes: seriesMinutes(fine, intervalMinutes) },
          { signal, onProgress: (progress) => tell({ type: 'progressed', progress }) },
        );
        const facts = result.ok ? result.facts : [];
        tell({ type: 'read', result, defaults: seriesDefaults(facts, scenario()) });
        if (!result.ok) return null;
        memory.remember(headingsOf(session.guess), session.guess.mapping, mapping);
        fresh = { series: result.series, facts, channels: result.report.channels };
        return await compared().catch(() => null);
      });
    },
    cancel() {
      running.abort();
      tell({ type: 'stopped' });
    },
    backToMapping() {
      running.abort();
      tell({ type: 'backToMapping' });
    },
    join(joining) {
      if (joiningNow()?.joining !== joining) join({ joining, exceptions: [] });
    },
    chooseSide(days, side) {
      const now = joiningNow();
      if (now === null || now.joining === 'alone') return;
      const chosen = new Set(days.map(dayKey));
      const others = now.exceptions.filter((day) => !chosen.has(dayKey(day)));
      const own = side === now.joining ? [] : days.map(({ channel, date }) => ({ channel, date }));
      join({ joining: now.joining, exceptions: [...others, ...own] });
    },
    guessAfresh() {
      const session = store.getState();
      if (session.step === 'mapping') commands.correct(session.guess.mapping);
    },
    assign(series, channel) {
      tell({ type: 'assigned', series, channel, choice: null });
      const session = store.getState();
      if (session.step !== 'series' || channel === null) return;
      // what is worth taking depends on all series of the channel
      const item = channelImports(session, scenario()).find((candidate) => candidate.channel.id === channel);
      if (item)
        tell({ type: 'assigned', series, channel, choice: channelDefaults(item.facts, item.channel) });
    },
    decide: (channel, choice) => tell({ type: 'channelChosen', channel, choice }),
    keepEvent: (key, stays) => tell({ type: 'eventChosen', key, stays }),
    takeTogether: (takes) => tell({ type: 'togetherChosen', takes }),
    moveCalendar: (moves) => tell({ type: 'calendarChosen', moves }),
    forecast() {
      const session = store.getState();
      // what is being joined is not what would be forecast
      if (session.step !== 'series' || session.asked !== null) return;
      const done = new Set(session.forecasts.map(({ channel }) => channel));
      const items = channelImports(session, scenario()).filter(({ channel }) => !done.has(channel.id));
      if (items.length === 0) return;
      const options = forecastOptions(plannedCalendar(session, scenario()));
      tell({ type: 'forecastStarted', channels: items.map(({ channel }) => channel.id) });
      start(async (signal) => {
        for (const { channel, series } of items) {
          const others = leansOnOthers(series, options.from) ? await otherHistories(session, channel.id) : [];
          const question = { ...historyOf(channel, series), others };
          const found = await forecasts.run(question, options, signal);
          signal.throwIfAborted();
          tell({ type: 'forecast', channel: channel.id, ...found });
        }
        return null;
      });
    },
    apply() {
      const session = store.getState();
      if (session.step !== 'series') return;
      const edit = importEdit(session, scenario());
      if (!edit) return;
      const ids = keepHistories(session);
      tell({ type: 'applied', applied: edit.applied });
      app.commands.endGesture();
      app.commands.edit('import', (draft) => {
        edit.recipe(draft);
        for (const { id, demand } of draft.channels) {
          const kept = ids.get(id);
          if (kept !== undefined && demand.source.kind === 'forecast') demand.source.history.id = kept;
        }
      });
      app.commands.endGesture();
    },
    close() {
      running.abort();
      history.stop();
      tell({ type: 'closed' });
    },
  };
  return { store, commands };
}
