/**
 * History files read in a worker: a first look, the preview of a corrected mapping, and the whole.
 *
 * The page's thread sees messages only. A worker busy with a file cannot hear that it is no longer
 * wanted, so cancelling ends it; the next question starts another.
 */
import * as Comlink from 'comlink';
import type { Progress, Source } from '../../workers/history-source.ts';
import type { HistoryEndpoint, PackedReading } from '../../workers/history.worker.ts';
import type { Mapping } from '../history/mapping.ts';
import type { ChannelDay, HistoryChanges, Joined, Preference } from '../history/merge.ts';
import type { ImportResult, Inspection, Preview, SeriesColumns } from '../history/report.ts';
import type { InspectOptions } from '../history/sniff.ts';
import { remoteWorker } from './remote-worker.ts';

export type { PackedReading, Progress, Source };
export type { PackedLog } from '../../workers/packed-log.ts';

export type ReadOptions = {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
};

export type HistoryImport = {
  inspect(source: Source, options: InspectOptions): Promise<Inspection>;
  preview(source: Source, mapping: Mapping): Promise<Preview>;
  /** Rejects with the signal's reason when it fires; nothing of the file is kept then. */
  read(source: Source, mapping: Mapping, options?: ReadOptions): Promise<ImportResult>;
  /** A log with one row per contact; cancelled as above. */
  readLog(source: Source, mapping: Mapping, options?: ReadOptions): Promise<PackedReading>;
  /** What these series change in earlier ones; null when they have none in common. */
  compare(earlier: readonly SeriesColumns[], fresh: readonly SeriesColumns[]): Promise<HistoryChanges | null>;
  join(
    earlier: readonly SeriesColumns[],
    fresh: readonly SeriesColumns[],
    preferred: Preference,
    exceptions: readonly ChannelDay[],
  ): Promise<Joined>;
  /** Ends the worker, and with it whatever runs. */
  stop(): void;
};

const startWorker = () =>
  new Worker(new URL('../../workers/history.worker.ts', import.meta.url), {
    type: 'module',
    name: 'history',
  });

type Listener = ((progress: Progress) => void) & Comlink.ProxyMarked;

export function historyImport(start: () => Worker = startWorker): HistoryImport {
  const worker = remoteWorker<HistoryEndpoint>(start);
  async function heard<Result>(
    { signal, onProgress }: ReadOptions = {},
    ask: (remote: Comlink.Remote<HistoryEndpoint>, listener: Listener) => Promise<Result>,
  ): Promise<Result> {
    signal?.throwIfAborted();
    const cancel = () => worker.stop(reasonOf(signal));
    signal?.addEventListener('abort', cancel);
    try {
      const listener = Comlink.proxy((progress: Progress) => {
        if (signal?.aborted !== true) onProgress?.(progress);
      });
      return await worker.call(async (remote) => await ask(remote, listener));
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }
  return {
    inspect: (source, options) => worker.call(async (remote) => await remote.inspect(source, options)),
    preview: (source, mapping) => worker.call(async (remote) => await remote.preview(source, mapping)),
    read: (source, mapping, options) =>
      heard(options, async (remote, listener) => await remote.read(source, mapping, listener)),
    readLog: (source, mapping, options) =>
      heard(options, async (remote, listener) => await remote.readLog(source, mapping, listener)),
    compare: (earlier, fresh) => worker.call(async (remote) => await remote.compare(earlier, fresh)),
    join: (earlier, fresh, preferred, exceptions) =>
      worker.call(async (remote) => await remote.join(earlier, fresh, preferred, exceptions)),
    stop: () => worker.stop(),
  };
}

function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new DOMException('stopped', 'AbortError');
}
