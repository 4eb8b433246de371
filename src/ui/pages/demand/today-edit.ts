/** Today's counts as pasted: numbers in rows or in a column, empty for unknown. */
import type { Locale } from '../../format.ts';
import { parseNumber } from '../../inputs/parse-number.ts';

export type Counts =
  | { readonly ok: true; readonly contacts: readonly (number | null)[] }
  /** The first entry that is no number of contacts. */
  | { readonly ok: false; readonly entry: string };

/** Groups of three digits behind plain spaces; the narrow and the no-break space never part counts. */
const THOUSANDS = /^[1-9]\d{0,2}(?: \d{3})+$/;

/**
 * The counts from slot `first` on. A line with a time before its number gives the number; a dash or
 * an empty entry between others is unknown. Tabs, semicolons and spaces part counts; in a text of
 * several lines or cells `1 234` is one count.
 */
export function pastedCounts(text: string, first: number, slotsPerDay: number, locale: Locale): Counts {
  const contacts: (number | null)[] = Array.from({ length: first }, () => null);
  const lines = text.replaceAll('\r', '').trimEnd().split('\n');
  for (const line of lines) {
    const cells = line.split(/[\t;]|(?<=\S) {2,}/).map((entry) => entry.trim());
    const alone = lines.length === 1 && cells.length === 1;
    const entries = cells.flatMap((cell) => (!alone && THOUSANDS.test(cell) ? [cell] : cell.split(/ +/)));
    const withoutTime =
      entries.length > 1 && /^\d{1,2}[:h]\d{0,2}/.test(entries[0] ?? '') ? entries.slice(1) : entries;
    for (const entry of withoutTime) {
      if (contacts.length >= slotsPerDay) break;
      if (entry === '' || entry === '-' || entry === '–') {
        contacts.push(null);
        continue;
      }
      const value = parseNumber(entry, locale);
      if (value === null || value < 0 || value > 1e7) return { ok: false, entry };
      contacts.push(value);
    }
  }
  while (contacts.length > 0 && contacts.at(-1) === null) contacts.pop();
  return { ok: true, contacts };
}
