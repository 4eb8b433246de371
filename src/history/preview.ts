/** The first rows of a file as a mapping understands them. */
import { startText } from './findings.ts';
import { checkMapping } from './mapping-check.ts';
import { isSecret, type Mapping } from './mapping.ts';
import { describeRefusal, type RejectionCode } from './refusals.ts';
import type { Preview, PreviewRow } from './report.ts';
import { RowInterpreter } from './row-reading.ts';
import { RowReader } from './rows.ts';
import { headingsOf } from './sniff-vendor.ts';

export const PREVIEW_ROWS = 20;
/** What stands in place of an identifier. */
const MASK = '•••';

/** First rows with data of the text at hand. An unusable mapping leaves the rows without records. */
export function previewRows(head: string, mapping: Mapping, most = PREVIEW_ROWS): Preview {
  const rows: PreviewRow[] = [];
  let header: readonly string[] = [];
  const masked = (cells: readonly string[]) =>
    cells.map((cell, index) =>
      isSecret(mapping.columns[index]?.role) && cell !== '' ? MASK : cell.slice(0, 200),
    );
  const issues = checkMapping(mapping);
  let interpreter: RowInterpreter | null = null;
  let current: { records: PreviewRow['records'][number][]; problems: PreviewRow['problems'][number][] };
  let rowNumber = 0;
  const reader = new RowReader(mapping, (cells, row, malformed) => {
    if (row <= mapping.skipRows || rows.length >= most || cells.every((cell) => cell === '')) return;
    if (mapping.header && row === mapping.skipRows + 1) {
      header = headingsOf(cells);
      return;
    }
    rowNumber = row;
    current = { records: [], problems: [] };
    const refuse = (code: RejectionCode, column: number, text: string) =>
      current.problems.push(describeRefusal(code, rowNumber, header[column], text, mapping));
    if (issues.length === 0)
      interpreter ??= new RowInterpreter(mapping, header, {
        figures: (channel, minute, contacts, seconds, handled) =>
          current.records.push({
            channel,
            start: startText(minute),
            contacts: Number.isNaN(contacts) ? null : contacts,
            ...(handled > 0 ? { handleTime: seconds / handled } : {}),
          }),
        refused: refuse,
        unread: () => undefined,
        noticed: () => undefined,
      });
    if (malformed) refuse('malformedQuotes', mapping.columns.length, '');
    else interpreter?.read(cells);
    rows.push({ row, cells: masked(cells), ...current });
  });
  // in pieces, so that twenty rows do not cost the whole head
  for (let at = 0; at < head.length && rows.length < most; at += 4096) reader.push(head.slice(at, at + 4096));
  if (rows.length < most) reader.end();
  return { header: [...header], rows };
}
