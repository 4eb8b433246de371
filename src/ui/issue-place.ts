/** The place of an issue as the pages name it: `channel 2, patience (s)` for `$.channels[1].patience.mean`. */
import type { Messages } from './i18n/en.ts';

type PathKey = string | number;

/** Null for a path that is not one of a field: a line of the file, the file itself. */
export function placeOf(path: string, t: Pick<Messages, 'compare' | 'issues'>): string | null {
  if (!path.startsWith('$')) return null;
  const keys = keysOf(path);
  const { part, entry, whole } = t.issues;
  const [first, index] = keys;
  const words: string[] = [];
  let rest = keys;
  if (isPart(first, part) && typeof index === 'number') {
    words.push(part[first](String(index + 1)));
    rest = keys.slice(2);
  }
  const named = fieldIn(rest, t.compare.field);
  if (named !== null) words.push(named.word);
  const left = rest.slice(named?.keys ?? 0);
  const at = left.findIndex((key) => typeof key === 'number');
  const last = left.findLast((key) => typeof key === 'string');
  if (at >= 0) words.push(entry(String(Number(left[at]) + 1)));
  // what has no name on the pages keeps the one it has in the file
  if (named === null && last !== undefined) words.push(t.issues.quoted(last));
  return words.length === 0 ? whole : words.join(', ');
}

function isPart<Part extends string>(key: PathKey | undefined, parts: Record<Part, unknown>): key is Part {
  return typeof key === 'string' && Object.hasOwn(parts, key);
}

/** The longest run of keys that has a name, from the first on; a record inside one is named by it. */
function fieldIn(
  keys: readonly PathKey[],
  names: Readonly<Record<string, string>>,
): { readonly word: string; readonly keys: number } | null {
  const plain = keys.findIndex((key) => typeof key === 'number');
  for (let count = plain < 0 ? keys.length : plain; count > 0; count--) {
    const key = keys.slice(0, count).join('_');
    // a file may have a field `constructor`, as every object has
    const word = Object.hasOwn(names, key) ? names[key] : undefined;
    if (word !== undefined) return { word, keys: count };
  }
  return null;
}

/** `['channels', 1, 'patience']` of `$.channels[1].patience`. */
function keysOf(path: string): PathKey[] {
  return [...path.matchAll(/\.([A-Za-z_$][\w$]*)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/g)].map(
    ([, name, index, quoted]) => (index === undefined ? (name ?? quoted ?? '') : Number(index)),
  );
}
