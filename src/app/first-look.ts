/** How a file seems to be written: as guessed, as its source was read last time, or as somebody corrects it. */
import type { Guess, Mapping } from '../history/mapping.ts';
import type { Inspection, Preview } from '../history/report.ts';
import { columnFacts, guessRoles } from '../history/sniff-columns.ts';
import type { InspectOptions } from '../history/sniff.ts';
import type { HistoryImport, Source } from './import-history.ts';
import { withFacts, type MappingMemory } from './mapping-memory.ts';

export type FirstLook = {
  readonly inspection: Inspection;
  /** How such a file was read last time; null: never, or that would read less of this one. */
  readonly recalled: { readonly mapping: Mapping; readonly preview: Preview } | null;
};

export async function firstLook(
  history: HistoryImport,
  memory: MappingMemory,
  source: Source,
  options: InspectOptions,
): Promise<FirstLook> {
  const inspection = await history.inspect(source, options);
  if (!inspection.ok) return { inspection, recalled: null };
  const last = memory.recall(headingsOf(inspection.guess), inspection.guess.mapping);
  const mapping = last && withFacts(last, inspection.guess);
  const preview = mapping && (await history.preview(source, mapping));
  // a memory that reads less than a fresh look is of another source with the same headings
  const helps = preview !== null && rowsRead(preview) >= rowsRead(inspection.preview);
  return { inspection, recalled: mapping && helps ? { mapping, preview } : null };
}

/** The first rows under a corrected mapping, which other columns may have to fit. */
export async function correctedLook(
  history: HistoryImport,
  source: Source,
  mapping: Mapping,
): Promise<{ readonly mapping: Mapping; readonly preview: Preview }> {
  const preview = await history.preview(source, mapping);
  const fitted = fittedTo(preview, mapping);
  if (fitted === mapping) return { mapping, preview };
  return { mapping: fitted, preview: await history.preview(source, fitted) };
}

export const headingsOf = ({ columns }: Guess) => columns.map(({ name }) => name);

const rowsRead = ({ rows }: Preview) => rows.filter(({ records }) => records.length > 0).length;

/** Another delimiter or heading row makes other columns: their roles are guessed anew. */
function fittedTo({ header, rows }: Preview, mapping: Mapping): Mapping {
  const width = Math.max(header.length, ...rows.map(({ cells }) => cells.length));
  if (width === mapping.columns.length || rows.length === 0) return mapping;
  const names = Array.from({ length: width }, (_, index) => header[index] ?? '');
  const roles = guessRoles(
    columnFacts(
      names,
      rows.map(({ cells }) => cells),
    ),
  );
  const columns = roles.map(({ value: role }, index) =>
    mapping.layout === 'wide' && role === 'volume'
      ? { role, channel: names[index] || mapping.channelName }
      : { role },
  );
  return { ...mapping, columns };
}
