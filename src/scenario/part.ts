/** A part of an untrusted document that knows where it stands, so that checks can report its path. */
import type { Issue } from '../errors.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { parseClock, parseDayTime } from './civil.ts';
import { fieldIssue, type PathKey, type Requirement } from './issue.ts';

export type Part = {
  /** Undefined where the document has no such part. */
  readonly value: unknown;
  at(...keys: readonly PathKey[]): Part;
  /** The entries of the list under these keys; none where there is no list. */
  items(...keys: readonly PathKey[]): readonly Part[];
  /** Adds an issue at this part, or at one below it. */
  report(requirement: Requirement): void;
};

/** What a part is checked against besides itself. */
export type Surroundings = {
  /** Null while the calendar itself is wrong: no length can be checked then. */
  readonly grid: { readonly days: number; readonly slots: number } | null;
  /** Kinds of the channels by id. */
  readonly kinds: ReadonlyMap<unknown, unknown>;
  /** Ids of the channels whose agents hold several conversations. */
  readonly conversations: ReadonlySet<unknown>;
  /** Mean handle times of the channels by id, without after-contact work; of their shortest reason where there are any. */
  readonly handleTimes: ReadonlyMap<unknown, number>;
};

/** The whole document as a part; what is reported goes into `issues`. */
export function wholeDocument(json: unknown, issues: Issue[]): Part {
  return partAt(json, [], issues);
}

function partAt(value: unknown, path: readonly PathKey[], issues: Issue[]): Part {
  const part: Part = {
    value,
    at: (...keys) => partAt(keys.reduce(field, value), [...path, ...keys], issues),
    items: (...keys) => {
      const list = part.at(...keys);
      return Array.isArray(list.value) ? list.value.map((_, index) => list.at(index)) : [];
    },
    report: (requirement) => issues.push(fieldIssue(path, requirement, value)),
  };
  return part;
}

function field(value: unknown, key: PathKey): unknown {
  const present = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
  return present ? Reflect.get(value, key) : undefined;
}

/** Minutes since midnight of a part that holds a clock time, else null. */
export function minuteOf({ value }: Part, latest: number): number | null {
  return typeof value === 'string' ? parseClock(value, latest) : null;
}

/** A list must have this many entries. */
export function checkLength(part: Part, length: number, allowed: string): void {
  const { value } = part;
  if (Array.isArray(value) && value.length !== length)
    part.report({ code: 'wrong-length', allowed, values: { length, found: value.length } });
}

/** Each list of numbers on the grid must have one per interval. */
export function checkGrid(part: Part, { grid }: Surroundings): void {
  if (grid === null) return;
  const cells = grid.days * grid.slots;
  checkLength(part, cells, `one number per interval: ${cells} for ${grid.days} days`);
}

/** Spans of minutes: each must end after it starts, and none may overlap another. */
export function checkSpans(spans: readonly { part: Part; from: number | null; to: number | null }[]): void {
  const placed: { from: number; to: number }[] = [];
  for (const { part, from, to } of spans) {
    if (from === null || to === null) continue;
    if (to <= from) part.report({ code: 'wrong-order', allowed: 'from an earlier to a later time' });
    else if (placed.some((other) => from < other.to && to > other.from))
      part.report({ code: 'overlap', allowed: 'apart from the others of its list' });
    else placed.push({ from, to });
  }
}

/** A local date and time must lie after another; what is no such text is passed over. */
export function checkOrder(start: Part, end: Part): void {
  const [from, to] = [start, end].map(({ value }) =>
    typeof value === 'string' ? parseDayTime(value) : null,
  );
  if (!from || !to) return;
  if (to.day * MINUTES_PER_DAY + to.minute <= from.day * MINUTES_PER_DAY + from.minute)
    end.report({ code: 'wrong-order', allowed: 'after the start' });
}

/** Shares may miss 1 by their rounding. */
const SUM_TOLERANCE = 1e-3;

/** The shares must sum to 1, or, where that is allowed, to 0. */
export function checkSum(whole: Part, shares: readonly Part[], allowed: string, orZero = false): void {
  const sum = shares.reduce((total, { value }) => total + Number(value), 0);
  if ((orZero && sum === 0) || Math.abs(sum - 1) <= SUM_TOLERANCE || Number.isNaN(sum)) return;
  whole.report({
    code: 'wrong-sum',
    allowed: `${allowed} (these sum to ${Number(sum.toPrecision(4))})`,
    values: { sum },
  });
}

/** Each entry must name a channel that exists, and no channel twice. */
export function checkChannelIds(entries: readonly Part[], { kinds }: Surroundings): void {
  const ids = entries.map((entry) => entry.at('channel'));
  for (const id of ids)
    if (typeof id.value === 'string' && !kinds.has(id.value))
      id.report({ code: 'unknown-channel', allowed: 'the id of a channel' });
  checkUnique(ids, 'each channel once');
}

/** Work that can wait: nobody holds the line for it. */
export const isWaitless = (kind: unknown): boolean =>
  kind === 'email' || kind === 'social' || kind === 'callback';

/** Nobody waits on the line of such a channel; an unknown kind is reported by itself. */
export const hasNoLine = (kind: unknown): boolean => isWaitless(kind) || kind === 'selfService';

/** No value may occur a second time. */
export function checkUnique(parts: readonly Part[], allowed: string): void {
  const seen = new Set<unknown>();
  for (const part of parts) {
    if (part.value !== undefined && seen.has(part.value)) part.report({ code: 'duplicate', allowed });
    seen.add(part.value);
  }
}
