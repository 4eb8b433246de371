/** A log chosen on the page: read in a worker, then played by the pool of simulation workers. */
import { useEffect, useRef, useState } from 'react';
import { historyImport, type HistoryImport } from '../../../app/import-history.ts';
import type { PlayedLog, Refused } from '../../../app/simulator.ts';
import type { Issue } from '../../../errors.ts';
import type { ContactLog } from '../../../history/contact-log.ts';
import type { ImportReport } from '../../../history/report.ts';
import {
  contactsByDay,
  contactsFrom,
  replayStarts,
  type ContactsByDay,
} from '../../../scenario/replay-days.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { useRoot } from '../../use-app.ts';

export type ReadLog = {
  readonly file: string;
  readonly log: ContactLog;
  readonly report: ImportReport;
  readonly byDay: ContactsByDay;
};

export type LogState =
  | { readonly step: 'none' }
  | { readonly step: 'reading'; readonly file: string }
  | { readonly step: 'refused'; readonly file: string; readonly issues: readonly Issue[] }
  | {
      readonly step: 'read';
      readonly read: ReadLog;
      /** Day of the log that is the first day planned. */
      readonly first: string;
      readonly play: PlayState;
    };

export type PlayState =
  | { readonly status: 'playing'; readonly done: number; readonly total: number }
  | { readonly status: 'stopped' | 'failed' }
  | {
      readonly status: 'done';
      readonly of: Scenario;
      readonly answer: PlayedLog | Refused;
    };

/** Contacts that a play is worth: many of them are played fewer times, they swing the less. */
const MOST_CONTACTS = 4_000_000;
const FEWEST = 8;

export type LogPlay = {
  readonly state: LogState;
  readonly choose: (file: File) => void;
  readonly playFrom: (first: string) => void;
  readonly stop: () => void;
};

export function useLogPlay(scenario: Scenario): LogPlay {
  const { simulations } = useRoot();
  const [state, setState] = useState<LogState>({ step: 'none' });
  const running = useRef<AbortController | null>(null);
  const history = useRef<HistoryImport | null>(null);
  useEffect(
    () => () => {
      running.current?.abort();
      history.current?.stop();
    },
    [],
  );

  function begin(): AbortSignal {
    running.current?.abort();
    running.current = new AbortController();
    return running.current.signal;
  }

  async function play(read: ReadLog, first: string, signal: AbortSignal): Promise<void> {
    const tell = (next: PlayState): void => {
      if (!signal.aborted) setState({ step: 'read', read, first, play: next });
    };
    const asked = Math.max(
      FEWEST,
      Math.floor(MOST_CONTACTS / contactsFrom(read.byDay, first, scenario.calendar)),
    );
    const replications = Math.min(scenario.simulation.replications, asked);
    tell({ status: 'playing', done: 0, total: replications });
    try {
      const engine = await simulations();
      const answer = await engine.playLog(scenario, read.log, {
        from: first,
        replications,
        signal,
        onProgress: (done, total) => tell({ status: 'playing', done, total }),
      });
      tell({ status: 'done', of: scenario, answer });
    } catch {
      tell({ status: 'failed' });
    }
  }

  async function take(file: File, signal: AbortSignal): Promise<void> {
    const { name } = file;
    setState({ step: 'reading', file: name });
    const { timeZone, intervalMinutes } = scenario.calendar;
    const refuse = (issues: readonly Issue[]): void => {
      if (!signal.aborted) setState({ step: 'refused', file: name, issues });
    };
    try {
      history.current ??= historyImport();
      const reading = await history.current.readLog(file, { timeZone, intervalMinutes }, { signal });
      if (!reading.ok) return refuse(reading.issues);
      if (signal.aborted) return;
      const { log, report } = reading;
      const byDay = contactsByDay(log.at);
      if (byDay.size === 0) return refuse([]);
      const read: ReadLog = { file: name, log, report, byDay };
      await play(read, replayStarts(scenario.calendar, byDay).best, signal);
    } catch {
      refuse([]);
    }
  }

  return {
    state,
    choose: (file) => void take(file, begin()),
    playFrom(first) {
      if (state.step === 'read') void play(state.read, first, begin());
    },
    stop() {
      running.current?.abort();
      setState(state.step === 'read' ? { ...state, play: { status: 'stopped' } } : { step: 'none' });
    },
  };
}
