/**
 * How a source was read last time, recognised by its headings and its form; kept in this browser.
 *
 * What is kept is the mapping: roles, separators, names of channels. No cell of a file is among it.
 */
import { isDate, isClock } from '../history/cell-kinds.ts';
import type { Guess, Mapping } from '../history/mapping.ts';
import { hashText } from '../scenario/fingerprint.ts';
import { MINUTES_PER_DAY } from '../units.ts';

export type MappingMemory = {
  /** The mapping used last for a file of this form and headings, fitted to this look; null: never seen, or no longer usable. */
  recall(headings: readonly string[], guess: Mapping): Mapping | null;
  /** `guess`: how the file looked before anything was corrected. */
  remember(headings: readonly string[], guess: Mapping, mapping: Mapping): void;
};

const KEY = 'effectif.mapping.1.';
/** When each was used, by a counter: a browser tells its keys in no particular order. */
const USED = 'effectif.mapping.used.1.';
/** Sources remembered; the one used longest ago is forgotten first. */
const MOST_SOURCES = 40;

/** Of this browser, as far as it lets anything be kept. */
export function browserMemory(): MappingMemory {
  try {
    return mappingMemory(globalThis.localStorage ?? null);
  } catch {
    return mappingMemory(null);
  }
}

export function mappingMemory(storage: Storage | null): MappingMemory {
  return {
    recall(headings, guess) {
      const name = nameOf(headings, guess);
      const text = name === null ? null : (storage?.getItem(name) ?? null);
      return text === null ? null : fitted(text, guess);
    },
    remember(headings, guess, mapping) {
      const name = nameOf(headings, guess);
      if (name === null || storage === null) return;
      try {
        const others = namesIn(storage).filter((other) => other !== name);
        const last = Math.max(0, ...others.map((other) => usedAt(storage, other)));
        others.sort((a, b) => usedAt(storage, b) - usedAt(storage, a));
        for (const old of others.slice(MOST_SOURCES - 1)) {
          storage.removeItem(old);
          storage.removeItem(usedKey(old));
        }
        storage.setItem(usedKey(name), String(last + 1));
        storage.setItem(
          name,
          JSON.stringify({ ...mapping, corrected: structure(mapping) !== structure(guess) }),
        );
      } catch {
        // a full or forbidden storage costs only the convenience
      }
    },
  };
}

/** From here on a guess counts as what the file shows. */
const SHOWN = 0.9;

/**
 * The mapping used last time, but for what this file shows by itself: how far its rows are apart, and the
 * order of day and month where only one is possible. Both are looked for where the dates were last time.
 */
export function withFacts(remembered: Mapping, { mapping, fileMinutes, dateOrder }: Guess): Mapping {
  const when = ({ columns }: Mapping) =>
    columns.map(({ role }) => (['start', 'date', 'time'].includes(role) ? role : '')).join();
  if (remembered.layout !== mapping.layout || when(remembered) !== when(mapping)) return remembered;
  const { value, confidence, alternatives } = fileMinutes;
  // one row a day is over where rows have times
  const isWithinDays =
    remembered.fileMinutes === MINUTES_PER_DAY && ![value, ...alternatives].includes(MINUTES_PER_DAY);
  return {
    ...remembered,
    ...(confidence >= SHOWN || isWithinDays ? { fileMinutes: value } : {}),
    ...(dateOrder.confidence === 1 ? { dateOrder: dateOrder.value } : {}),
  };
}

function namesIn(storage: Storage): string[] {
  return Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '').filter((name) =>
    name.startsWith(KEY),
  );
}

const usedKey = (name: string) => USED + name.slice(KEY.length);

/** 0: remembered before uses were counted. */
function usedAt(storage: Storage, name: string): number {
  const count = Number(storage.getItem(usedKey(name)) ?? 0);
  return Number.isSafeInteger(count) ? count : 0;
}

/**
 * Dates and times among the headings change from file to file; null: no headings to recognise. A
 * text and a workbook, or another delimiter, are another source: its cells would not come apart.
 */
function nameOf(headings: readonly string[], { delimiter, sheet }: Mapping): string | null {
  if (headings.length < 2 || headings.every((heading) => heading.trim() === '')) return null;
  const words = headings.map((heading) =>
    isDate(heading) || isClock(heading) ? '#' : heading.trim().toLowerCase(),
  );
  const form = sheet === undefined ? delimiter : 'workbook';
  return KEY + hashText([form, ...new Set(words)].join('\n'));
}

/** What the rows and columns were taken for. */
function structure({ layout, columns }: Mapping): string {
  return [layout, ...columns.map(({ role }) => role)].join();
}

/**
 * What was stored, in the form of today's mapping; calendar and sheet are those of this look. A guess that
 * nobody corrected binds no other file: where rows or columns look otherwise today, it is forgotten.
 */
function fitted(text: string, guess: Mapping): Mapping | null {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isLike(stored, guess) || stored.columns.length !== guess.columns.length) return null;
  const { sheet: _, corrected = true, ...rest }: Mapping & { readonly corrected?: boolean } = stored;
  if (!corrected && structure(stored) !== structure(guess)) return null;
  const { timeZone, intervalMinutes, sheet } = guess;
  return { ...rest, timeZone, intervalMinutes, ...(sheet === undefined ? {} : { sheet }) };
}

/** Whether every field of today's mapping is there with a value of its kind. */
function isLike(stored: unknown, guess: Mapping): stored is Mapping {
  if (typeof stored !== 'object' || stored === null) return false;
  const fields = new Map<string, unknown>(Object.entries(stored));
  const columns = fields.get('columns');
  const handleTime = fields.get('handleTime');
  return (
    Object.entries(guess).every(
      ([name, value]) => name === 'sheet' || typeof fields.get(name) === typeof value,
    ) &&
    typeof handleTime === 'object' &&
    handleTime !== null &&
    'kind' in handleTime &&
    Array.isArray(columns) &&
    columns.every((column: unknown) => typeof column === 'object' && column !== null && 'role' in column)
  );
}
