/** The beginning of a sheet, for a first look. */
import type { Issue } from '../errors.ts';
import { HEAD_CHARACTERS } from './sniff.ts';
import type { Workbook } from './workbook.ts';

/** One character more than is looked at, so that what is cut off is known to be. */
export function headOfSheet(
  book: Workbook,
  sheet?: string,
): { readonly head: string; readonly problem: Issue | null } {
  let head = '';
  for (const { text, problem } of book.text(sheet)) {
    if (problem !== null) return { head, problem };
    head += text;
    if (head.length > HEAD_CHARACTERS) break;
  }
  return { head: head.slice(0, HEAD_CHARACTERS + 1), problem: null };
}
