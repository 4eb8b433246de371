/** Drives the play of a log: a file to the worker that reads it, what was read to the workers that play it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Issue } from '../errors.ts';
import { MOST_LOGGED, tellsTalkOnly } from '../history/contact-log.ts';
import { fileIssue } from '../history/file-issues.ts';
import type { Mapping } from '../history/mapping.ts';
import type { Analysis } from '../scenario/analysis.ts';
import { surelyMeant } from '../scenario/channel-named.ts';
import { contactsFrom, replayStarts } from '../scenario/replay-days.ts';
import type { Scenario } from '../scenario/schema.ts';
import { correctedLook, firstLook, headingsOf } from './first-look.ts';
import { historyImport, type HistoryImport } from './import-history.ts';
import {
  asContacts,
  logLook,
  NO_LOG,
  type LogLook,
  type LogSession,
  type PlayOptions,
  type PlayState,
  type ReadLog,
} from './log-session.ts';
import { browserMemory, type MappingMemory } from './mapping-memory.ts';
import { isLong, logBudget } from './simulation-budget.ts';
import type { Simulations } from './simulator.ts';

export type LogCommands = {
  readonly choose: (file: File) => void;
  readonly chooseSheet: (sheet: string) => void;
  readonly correct: (mapping: Mapping) => void;
  readonly guessAfresh: () => void;
  /** Reads the file again as it was corrected, and plays it. */
  readonly readAgain: () => void;
  readonly playWith: (options: Partial<PlayOptions>) => void;
  /** Plays what was held. */
  readonly playAllTheSame: () => void;
  /** What was there before stays. */
  readonly stop: () => void;
};

/** What it asks of the app around it. */
export type LogSurroundings = {
  readonly scenario: () => Scenario;
  readonly analysis: () => Analysis | null;
  readonly simulations: () => Promise<Simulations>;
  readonly workers: number;
};

/** Contacts that a play is worth: many of them are played fewer times, they swing the less. */
const MOST_CONTACTS = 4_000_000;
const FEWEST = 8;
/** Rows of a first look tell how long rows are; a file must be longer than this many times what is allowed. */
const SURELY = 1.25;

export function logDriver(
  app: LogSurroundings,
  history: HistoryImport = historyImport(),
  memory: MappingMemory = browserMemory(),
): { readonly store: StoreApi<LogSession>; readonly commands: LogCommands } {
  const store = createStore<LogSession>(() => NO_LOG);
  const set = (change: Partial<LogSession>): void => store.setState(change);
  let file: File | null = null;
  let running = new AbortController();

  /** Calls off what is under way; its late answers are dropped. */
  function begin(): AbortSignal {
    running.abort();
    running = new AbortController();
    const { busy, play: now } = store.getState();
    if (busy !== null) set({ busy: null });
    if (now.status === 'playing') set({ play: { status: 'stopped' } });
    return running.signal;
  }

  function start(name: string, work: (signal: AbortSignal) => Promise<void>): void {
    const signal = begin();
    work(signal).catch((error: unknown) => {
      if (signal.aborted) return;
      const message = error instanceof Error ? error.message : String(error);
      refuse(name, [{ path: 'file', code: 'failed', message }]);
    });
  }

  const refuse = (name: string, issues: readonly Issue[]): void =>
    set({ busy: null, refused: { file: name, issues } });

  function look(next: File, sheet: { readonly sheet?: string }): void {
    const { name } = next;
    file = next;
    start(name, async (signal) => {
      set({ busy: { step: 'looking', file: name }, refused: null });
      const { timeZone, intervalMinutes } = app.scenario().calendar;
      const found = await firstLook(history, memory, next, { timeZone, intervalMinutes, ...sheet });
      if (signal.aborted) return;
      const columns = logLook(name, found);
      if (columns === null) return refuse(name, found.inspection.ok ? [] : found.inspection.issues);
      set({ look: columns });
      await read(next, columns, signal);
    });
  }

  async function read(from: File, columns: LogLook, signal: AbortSignal): Promise<void> {
    const tooLong = surelyTooLong(from, columns);
    if (tooLong !== null) return refuse(columns.file, [tooLong]);
    set({ busy: { step: 'reading', file: columns.file, progress: null }, refused: null });
    const reading = await history.readLog(from, columns.mapping, {
      signal,
      onProgress: (progress) => {
        if (!signal.aborted) set({ busy: { step: 'reading', file: columns.file, progress } });
      },
    });
    if (signal.aborted) return;
    if (!reading.ok) return refuse(columns.file, reading.issues);
    const { log, report } = reading;
    const taken: ReadLog = { file: columns.file, log, report };
    const { scenario } = app;
    const { read: before, options: last } = store.getState();
    // The same file, read another way: what was said of its channels holds.
    const kept = before?.file === columns.file ? last.assigned : {};
    const options: PlayOptions = {
      from: replayStarts(scenario().calendar, log.byDay).best,
      assigned: { ...onlyChannel(log.channels, scenario()), ...kept },
      handleTimes:
        before?.file === columns.file
          ? last.handleTimes
          : tellsTalkOnly(columns.mapping, columns.preview.header)
            ? 'talk'
            : 'log',
    };
    set({ busy: null, read: taken, options });
    // The page draws what was read before it plays it.
    await nextTask();
    memory.remember(headingsOf(columns.guess), columns.guess.mapping, columns.mapping);
    if (signal.aborted) return;
    await play(taken, options, signal, false);
  }

  async function play(
    { log }: ReadLog,
    options: PlayOptions,
    signal: AbortSignal,
    asked: boolean,
  ): Promise<void> {
    const tell = (next: PlayState): void => {
      if (!signal.aborted) set({ play: next });
    };
    const scenario = app.scenario();
    const contacts = contactsFrom(log.byDay, options.from ?? scenario.calendar.start, scenario.calendar);
    const worth = Math.max(FEWEST, Math.floor(MOST_CONTACTS / contacts));
    const replications = Math.min(scenario.simulation.replications, worth);
    const analysis = app.analysis();
    if (!asked && analysis !== null) {
      const sizes = { all: log.contacts, played: contacts };
      const cost = logBudget(scenario, analysis, sizes, replications, { workers: app.workers });
      if (isLong(cost)) return tell({ status: 'held', cost });
    }
    tell({ status: 'playing', done: 0, total: replications });
    try {
      const engine = await app.simulations();
      const answer = await engine.playLog(scenario, log, {
        ...options,
        replications,
        signal,
        onProgress: (done, total) => tell({ status: 'playing', done, total }),
      });
      tell({ status: 'done', of: scenario, answer });
    } catch {
      tell({ status: 'failed' });
    }
  }

  function corrected(mapping: Mapping, recalled: boolean): void {
    const before = store.getState().look;
    const from = file;
    if (before === null || from === null) return;
    set({ look: { ...before, mapping, recalled, previewing: true, issues: [] } });
    const tell = (change: Partial<LogLook>): void => {
      const now = store.getState().look;
      if (now?.mapping === mapping) set({ look: { ...now, ...change, previewing: false } });
    };
    correctedLook(history, from, mapping).then(
      (next) => tell({ mapping: asContacts(next.mapping), preview: next.preview }),
      () => tell({}),
    );
  }

  const commands: LogCommands = {
    choose(next) {
      history.stop();
      look(next, {});
    },
    chooseSheet(sheet) {
      if (file !== null) look(file, { sheet });
    },
    correct: (mapping) => corrected(mapping, false),
    guessAfresh() {
      const { look: now } = store.getState();
      if (now) corrected(asContacts(now.guess.mapping), false);
    },
    readAgain() {
      const { look: now } = store.getState();
      const from = file;
      if (now === null || from === null) return;
      start(now.file, (signal) => read(from, now, signal));
    },
    playWith(change) {
      const { read: taken, options } = store.getState();
      if (taken === null) return;
      const next = { ...options, ...change };
      set({ options: next });
      void play(taken, next, begin(), false);
    },
    playAllTheSame() {
      const { read: taken, options } = store.getState();
      if (taken !== null) void play(taken, options, begin(), true);
    },
    stop: () => void begin(),
  };
  return { store, commands };
}

const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

/** A log that names no channel of the plan is of its only one. */
function onlyChannel(names: readonly string[], { channels }: Scenario): Readonly<Record<string, string>> {
  const [only, ...others] = channels.filter(({ kind }) => kind !== 'selfService' && kind !== 'callback');
  const isNamed = names.some((name) => surelyMeant(name, channels) !== null);
  if (only === undefined || others.length > 0 || isNamed) return {};
  return Object.fromEntries(names.map((name) => [name, only.id]));
}

/** More rows than can be played, by the length of its first ones; of a workbook nobody knows before it is read. */
function surelyTooLong({ size }: File, { preview, mapping }: LogLook): Issue | null {
  if (mapping.sheet !== undefined || preview.rows.length === 0) return null;
  const characters = preview.rows.reduce(
    (sum, { cells }) => sum + cells.reduce((length, cell) => length + cell.length + 1, 0),
    0,
  );
  const rows = size / (characters / preview.rows.length);
  return rows > SURELY * MOST_LOGGED ? fileIssue('tooManyContacts', { most: MOST_LOGGED }) : null;
}
