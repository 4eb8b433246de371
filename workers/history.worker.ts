/** Reads history files off the page's thread. Cancelled by being terminated. */
import * as Comlink from 'comlink';
import type { LogReading } from '../src/history/contact-log.ts';
import type { Mapping } from '../src/history/mapping.ts';
import {
  compareHistories,
  joinedHistory,
  type ChannelDay,
  type Joined,
  type Preference,
} from '../src/history/merge.ts';
import type { ImportResult, SeriesColumns } from '../src/history/report.ts';
import type { InspectOptions } from '../src/history/sniff.ts';
import {
  inspectSource,
  previewSource,
  readLogSource,
  readSource,
  type Progress,
  type Source,
} from './history-source.ts';

const endpoint = {
  compare: compareHistories,
  /** The joined history with everything that is asked of it. */
  join(
    earlier: readonly SeriesColumns[],
    fresh: readonly SeriesColumns[],
    preferred: Preference,
    exceptions: readonly ChannelDay[],
  ): Joined {
    const joined = joinedHistory(earlier, fresh, preferred, exceptions);
    return Comlink.transfer(joined, buffersOf(joined.series));
  },
  inspect: inspectSource,
  preview: previewSource,
  /** Series columns are transferred, not copied. */
  async read(
    source: Source,
    mapping: Mapping,
    onProgress: (progress: Progress) => void | Promise<void>,
  ): Promise<ImportResult> {
    const result = await readSource(source, mapping, onProgress);
    return result.ok ? Comlink.transfer(result, buffersOf(result.series)) : result;
  },
  async readLog(
    source: Source,
    options: InspectOptions,
    onProgress: (progress: Progress) => void | Promise<void>,
  ): Promise<LogReading> {
    const reading = await readLogSource(source, options, onProgress);
    if (!reading.ok) return reading;
    const { channel, at, reason } = reading.log;
    return Comlink.transfer(
      reading,
      [channel, at, reason].flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : [])),
    );
  },
};

function buffersOf(list: readonly SeriesColumns[]): Transferable[] {
  return list.flatMap(({ starts, values, known, handleSeconds, handled, tenure }) =>
    [starts, values, known, handleSeconds, handled, tenure?.days, tenure?.handled, tenure?.seconds].flatMap(
      (column) => (column?.buffer instanceof ArrayBuffer ? [column.buffer] : []),
    ),
  );
}

export type HistoryEndpoint = typeof endpoint;
Comlink.expose(endpoint);
