/**
 * Where a text stops being JSON. Engines report it differently or not at all, so it is found here,
 * by a scanner that keeps its open brackets in a list and not on the call stack.
 */
export type JsonFault = {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units as editors count them. */
  readonly column: number;
  readonly reason: 'ends-early' | 'unexpected';
};

const SPACE = /[ \t\n\r]*/y;
// oxlint-disable-next-line no-control-regex -- JSON forbids control characters within a string
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y;

type Expecting = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | 'after value';

/** The first place at which the text can no longer become JSON, or null when it is JSON. O(length). */
export function findJsonFault(text: string): JsonFault | null {
  const open: ('{' | '[')[] = [];
  let expecting: Expecting = 'value';
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return false;
    at += found[0].length;
    return true;
  };
  for (;;) {
    take(SPACE);
    const next = text[at];
    if (next === undefined)
      return expecting === 'after value' && open.length === 0 ? null : faultAt(text, at, 'ends-early');
    if ((expecting === 'value' || expecting === 'value or ]') && (next === '{' || next === '[')) {
      open.push(next);
      expecting = next === '{' ? 'key or }' : 'value or ]';
      at++;
    } else if (
      (next === '}' && open.at(-1) === '{' && (expecting === 'key or }' || expecting === 'after value')) ||
      (next === ']' && open.at(-1) === '[' && (expecting === 'value or ]' || expecting === 'after value'))
    ) {
      open.pop();
      expecting = 'after value';
      at++;
    } else if ((expecting === 'value' || expecting === 'value or ]') && (take(STRING) || take(SCALAR))) {
      expecting = 'after value';
    } else if ((expecting === 'key' || expecting === 'key or }') && take(STRING)) {
      expecting = ':';
    } else if (expecting === ':' && next === ':') {
      expecting = 'value';
      at++;
    } else if (expecting === 'after value' && next === ',' && open.length > 0) {
      expecting = open.at(-1) === '{' ? 'key' : 'value';
      at++;
    } else {
      return expecting === ':' || expecting === 'after value'
        ? faultAt(text, at, 'unexpected')
        : brokenToken(text, at);
    }
  }
}

/** A token cut off by the end of the text ends early; any other is unexpected where it starts. */
function brokenToken(text: string, at: number): JsonFault {
  const rest = text.slice(at, at + 100_000);
  const unfinished =
    text[at] === '"' ? !/["\n]/.test(rest.slice(1)) : /^-?[\w.+]*$/.test(rest) && rest.length < 30;
  return unfinished ? faultAt(text, text.length, 'ends-early') : faultAt(text, at, 'unexpected');
}

function faultAt(text: string, offset: number, reason: JsonFault['reason']): JsonFault {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1, reason };
}
