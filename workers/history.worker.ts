/** Reads history files off the page's thread. Cancelled by being terminated. */
import * as Comlink from 'comlink';
import type { Mapping } from '../src/history/mapping.ts';
import type { ImportResult } from '../src/history/report.ts';
import { inspectSource, previewSource, readSource, type Progress, type Source } from './history-source.ts';

const endpoint = {
  inspect: inspectSource,
  preview: previewSource,
  /** Series columns are transferred, not copied. */
  async read(
    source: Source,
    mapping: Mapping,
    onProgress: (progress: Progress) => void | Promise<void>,
  ): Promise<ImportResult> {
    const result = await readSource(source, mapping, onProgress);
    return result.ok ? Comlink.transfer(result, buffersOf(result)) : result;
  },
};

function buffersOf(result: ImportResult): Transferable[] {
  if (!result.ok) return [];
  return result.series.flatMap(({ starts, values, known, handleSeconds, handled }) =>
    [starts, values, known, handleSeconds, handled].flatMap((column) =>
      column?.buffer instanceof ArrayBuffer ? [column.buffer] : [],
    ),
  );
}

export type HistoryEndpoint = typeof endpoint;
Comlink.expose(endpoint);
