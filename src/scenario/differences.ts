/**
 * What differs between two scenarios, input by input: for the compare page, and for anyone who wants
 * to know what a file changes.
 */
import type { Scenario } from './schema.ts';

export type Difference = {
  /** Section and id of what it belongs to: `channel phone`, `group voice`; `scenario` for the rest. */
  readonly section: 'scenario' | 'channel' | 'group';
  readonly id: string | null;
  /** Path of the field within it: `handling.mean`, `staffing`. */
  readonly field: string;
  /** Null where it is absent, or a list. */
  readonly before: string | number | null;
  readonly after: string | number | null;
  /** For lists: how many entries differ. */
  readonly entries: number | null;
};

/** All differences, in the order of the document; lists (counts, shares, opening hours) are one each. */
export function differences(before: Scenario, after: Scenario): Difference[] {
  const { channels: channelsBefore, groups: groupsBefore, ...restBefore } = before;
  const { channels: channelsAfter, groups: groupsAfter, ...restAfter } = after;
  return [
    ...compare('scenario', null, '', restBefore, restAfter),
    ...byId('channel', channelsBefore, channelsAfter),
    ...byId('group', groupsBefore, groupsAfter),
  ];
}

type Identified = { readonly id: string };

function byId(
  section: Difference['section'],
  before: readonly Identified[],
  after: readonly Identified[],
): Difference[] {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const old = before.find((one) => one.id === id);
    const now = after.find((one) => one.id === id);
    if (!old || !now) {
      return [{ section, id, field: '', before: old ? id : null, after: now ? id : null, entries: null }];
    }
    return compare(section, id, '', old, now);
  });
}

function compare(
  section: Difference['section'],
  id: string | null,
  field: string,
  before: unknown,
  after: unknown,
): Difference[] {
  if (Object.is(before, after) || UNSEEN.test(field)) return [];
  const [kindBefore, kindAfter] = [kindOf(before), kindOf(after)];
  // Of another kind the fields have little in common: that it is one says more than they do.
  if (kindBefore !== null && kindAfter !== null && kindBefore !== kindAfter)
    return [{ section, id, field, before: kindBefore, after: kindAfter, entries: null }];
  if (isPart(before) && isPart(after) && (isRecord(before) || isRecord(after))) {
    const [old, now] = [before ?? {}, after ?? {}];
    const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
    return keys.flatMap((key) => compare(section, id, field ? `${field}.${key}` : key, old[key], now[key]));
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const entries = countDifferent(before, after);
    return entries > 0 ? [{ section, id, field, before: null, after: null, entries }] : [];
  }
  return [{ section, id, field, before: leaf(before), after: leaf(after), entries: null }];
}

/** What follows from a forecast's contacts, or names where it came from. */
const UNSEEN = /^demand\.source\.(history|backtest|bands)$/;

function kindOf(part: unknown): string | null {
  return isRecord(part) && typeof part['kind'] === 'string' ? part['kind'] : null;
}

function countDifferent(before: readonly unknown[], after: readonly unknown[]): number {
  let count = 0;
  for (let i = 0; i < Math.max(before.length, after.length); i++) {
    if (JSON.stringify(before[i]) !== JSON.stringify(after[i])) count++;
  }
  return count;
}

/** A record, or the place where one may be: a bot or a patience that a channel has or has not. */
function isPart(value: unknown): value is Readonly<Record<string, unknown>> | null | undefined {
  return value === null || value === undefined || isRecord(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function leaf(value: unknown): string | number | null {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
