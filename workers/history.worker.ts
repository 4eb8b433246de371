/** Reads history files off the page's thread. Cancelled by being terminated. */
import * as Comlink from 'comlink';
import type { Issue } from '../src/errors.ts';
import type { Mapping } from '../src/history/mapping.ts';
import {
  compareHistories,
  joinedHistory,
  type ChannelDay,
  type Joined,
  type Preference,
} from '../src/history/merge.ts';
import type { ImportReport, ImportResult, SeriesColumns } from '../src/history/report.ts';
import {
  inspectSource,
  previewSource,
  readLogSource,
  readSource,
  type Progress,
  type Source,
} from './history-source.ts';
import { packLog, type PackedLog } from './packed-log.ts';

export type PackedReading =
  | { readonly ok: true; readonly log: PackedLog; readonly report: ImportReport }
  | { readonly ok: false; readonly issues: readonly Issue[] };

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
    mapping: Mapping,
    onProgress: (progress: Progress) => void | Promise<void>,
  ): Promise<PackedReading> {
    const reading = await readLogSource(source, mapping, onProgress);
    return reading.ok ? { ...reading, log: packLog(reading.log) } : reading;
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
