/** Small files, written the way the tests need them. */
import type { ContactFacts } from '../../src/history/contact-facts.ts';
import { HistoryReader, readHistory } from '../../src/history/history-reader.ts';
import type { Mapping } from '../../src/history/mapping.ts';
import type { ImportReport, SeriesColumns } from '../../src/history/report.ts';
import type { SeriesFacts } from '../../src/history/series-facts.ts';
import { inspect } from '../../src/history/sniff.ts';

export const PARIS = { timeZone: 'Europe/Paris', intervalMinutes: 30 };

export function guessOf(text: string, options = PARIS) {
  const inspection = inspect(text, options);
  if (!inspection.ok) throw new Error(JSON.stringify(inspection.issues));
  return inspection.guess;
}

/** Import as guessed, with corrections. */
export function importOf(
  text: string,
  corrections: Partial<Mapping> = {},
): {
  report: ImportReport;
  series: readonly SeriesColumns[];
  facts: readonly SeriesFacts[];
  contacts: readonly ContactFacts[];
  mapping: Mapping;
} {
  const mapping = { ...guessOf(text).mapping, ...corrections };
  const result = readHistory([text], mapping);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return { ...result, mapping };
}

export function issuesOf(text: string, corrections: Partial<Mapping> = {}): readonly string[] {
  const inspection = inspect(text, PARIS);
  if (!inspection.ok) return inspection.issues.map(({ code }) => code);
  const reader = new HistoryReader({ ...inspection.guess.mapping, ...corrections });
  reader.push(text);
  const result = reader.end();
  return result.ok ? [] : result.issues.map(({ code }) => code);
}

const two = (n: number) => String(n).padStart(2, '0');

/** Stamps `step` minutes apart from a local day on, as `YYYY-MM-DDTHH:MM`. */
export function stamps(from: string, count: number, step = 30): string[] {
  const start = Date.parse(`${from}Z`);
  return Array.from({ length: count }, (_, i) =>
    new Date(start + i * step * 60_000).toISOString().slice(0, 16),
  );
}

/** The same stamps as the French write them: date and time apart. */
export function french(stamp: string): [string, string] {
  return [
    `${stamp.slice(8, 10)}/${stamp.slice(5, 7)}/${stamp.slice(0, 4)}`,
    `${stamp.slice(11, 13)}h${stamp.slice(14, 16)}`,
  ];
}

export function american(stamp: string): string {
  const hour = Number(stamp.slice(11, 13));
  const half = hour < 12 ? 'AM' : 'PM';
  return `${Number(stamp.slice(5, 7))}/${Number(stamp.slice(8, 10))}/${stamp.slice(0, 4)} ${((hour + 11) % 12) + 1}:${two(Number(stamp.slice(14, 16)))}:00 ${half}`;
}
