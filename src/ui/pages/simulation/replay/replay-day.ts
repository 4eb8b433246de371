/**
 * A recorded day made ready to be read at any moment: who waits, who works on what, who is there.
 *
 * Spans are sorted into buckets of time, so that a moment looks at a few hundred of them, not at all.
 */
import { type DayRecord, OUTCOMES } from '../../../../simulation/day-record.ts';
import type { Seconds } from '../../../../units.ts';

const BUCKET: Seconds = 600;
const MINUTE: Seconds = 60;

/** Indices by bucket: those of bucket b are `index[start[b]]` to `index[start[b + 1] - 1]`. */
type Buckets = { readonly start: Int32Array; readonly index: Int32Array };

export type ReplayDay = {
  readonly record: DayRecord;
  readonly from: Seconds;
  readonly to: Seconds;
  /** Contacts by the time in which they wait, work and presence by theirs. */
  readonly waiting: Buckets;
  readonly work: Buckets;
  readonly presence: Buckets;
  /** Until when each contact waits. */
  readonly left: Float64Array;
  /** Moments of answers and losses of each class since `from`, ascending. */
  readonly answered: readonly Float64Array[];
  readonly lost: readonly Float64Array[];
  /** When each agent took up contacts since `from`, ascending. */
  readonly taken: ReadonlyMap<number, readonly Seconds[]>;
};

export type ClassMoment = {
  /** Contacts waiting, oldest first. */
  readonly waiting: readonly number[];
  readonly longest: Seconds;
  readonly answered: number;
  readonly lost: number;
};

export type GroupMoment = {
  /** Agents on the floor, or still finishing a contact. */
  readonly agents: readonly number[];
  readonly busy: number;
  readonly hands: number;
};

export type Moment = {
  readonly at: Seconds;
  readonly classes: readonly ClassMoment[];
  readonly groups: readonly GroupMoment[];
  /** Contacts that each agent at work has in hand. */
  readonly hands: ReadonlyMap<number, number>;
  /** Spans of work that go on. */
  readonly spans: readonly number[];
};

const LOST = new Set(
  ['abandoned', 'blocked', 'turnedAway'].map((name) => OUTCOMES.findIndex((one) => one === name)),
);
const BOT = new Set(
  ['solvedByBot', 'leftByBot', 'handedOver'].map((name) => OUTCOMES.findIndex((one) => one === name)),
);
const ANSWERED = OUTCOMES.indexOf('answered');

/** The stretch [from, to) of a record, usually one day. */
export function prepareDay(record: DayRecord, from: Seconds, to: Seconds): ReplayDay {
  const { contacts, work, presence, classes } = record;
  const left = contacts.arrival.map((_, i) => Math.min(contacts.start[i] ?? 0, contacts.end[i] ?? 0));
  // A stay with the bot is not a wait for an agent.
  const waits = contacts.arrival.map((at, i) => (BOT.has(contacts.outcome[i] ?? -1) ? Infinity : at));
  const momentsByClass = (pick: (i: number) => number): Float64Array[] => {
    const moments = classes.map((): number[] => []);
    contacts.class.forEach((own, i) => {
      const at = pick(i);
      if (at >= from && at < to) moments[own]?.push(at);
    });
    return moments.map((own) => Float64Array.from(own).sort());
  };
  const taken = new Map<number, Seconds[]>();
  work.from.forEach((at, i) => {
    if (at < from || at >= to) return;
    const agent = work.agent[i] ?? -1;
    const own = taken.get(agent);
    if (own) own.push(at);
    else taken.set(agent, [at]);
  });
  return {
    record,
    from,
    to,
    taken,
    waiting: bucketsOf(waits, left, from, to),
    work: bucketsOf(work.from, work.to, from, to),
    presence: bucketsOf(presence.from, presence.to, from, to),
    left,
    answered: momentsByClass((i) => (contacts.outcome[i] === ANSWERED ? (left[i] ?? Infinity) : Infinity)),
    lost: momentsByClass((i) =>
      LOST.has(contacts.outcome[i] ?? -1) ? (contacts.end[i] ?? Infinity) : Infinity,
    ),
  };
}

/** First and last moment between which anybody is there or waits, on the clock of the record; null: nothing happens. */
export function activeSpan(day: ReplayDay): readonly [Seconds, Seconds] | null {
  const { presence, contacts } = day.record;
  let first = Infinity;
  let last = -Infinity;
  const take = (from: number, to: number): void => {
    if (from >= day.to || to <= day.from) return;
    first = Math.min(first, Math.max(from, day.from));
    last = Math.max(last, Math.min(to, day.to));
  };
  presence.from.forEach((from, i) => take(from, presence.to[i] ?? from));
  // Whoever waits overnight does not make a night worth watching.
  contacts.arrival.forEach((at, i) => {
    if (contacts.start[i] !== Infinity) take(at >= day.from ? at : day.to, at + 1);
  });
  // Whole minutes: every step of the slider, the last too, is a moment that a clock shows.
  return first < last
    ? [
        Math.max(day.from, Math.floor(first / MINUTE) * MINUTE),
        Math.min(day.to, Math.ceil(last / MINUTE) * MINUTE),
      ]
    : null;
}

export function momentAt(day: ReplayDay, at: Seconds): Moment {
  const { record, left } = day;
  const waiting: number[][] = record.classes.map(() => []);
  each(day.waiting, day, at, (i) => {
    if ((record.contacts.arrival[i] ?? 0) <= at && at < (left[i] ?? 0))
      waiting[record.contacts.class[i] ?? 0]?.push(i);
  });
  const hands = new Map<number, number>();
  const spans: number[] = [];
  each(day.work, day, at, (i) => {
    if ((record.work.from[i] ?? 0) > at || at >= (record.work.to[i] ?? 0)) return;
    spans.push(i);
    const agent = record.work.agent[i] ?? 0;
    hands.set(agent, (hands.get(agent) ?? 0) + 1);
  });
  const there = new Set(hands.keys());
  each(day.presence, day, at, (i) => {
    if ((record.presence.from[i] ?? 0) <= at && at < (record.presence.to[i] ?? 0))
      there.add(record.presence.agent[i] ?? 0);
  });
  const agents: number[][] = record.groups.map(() => []);
  for (const agent of [...there].toSorted((a, b) => a - b))
    agents[record.agentGroup[agent] ?? 0]?.push(agent);
  return {
    at,
    classes: waiting.map((own, c) => ({
      waiting: own,
      longest: own.length > 0 ? at - (record.contacts.arrival[own[0] ?? 0] ?? at) : 0,
      answered: countUntil(day.answered[c], at),
      lost: countUntil(day.lost[c], at),
    })),
    groups: agents.map((own) => ({
      agents: own,
      busy: own.filter((agent) => hands.has(agent)).length,
      hands: own.reduce((sum, agent) => sum + (hands.get(agent) ?? 0), 0),
    })),
    hands,
    spans,
  };
}

/** Contacts that left their queue in (from, to]: taken by an agent, or lost. */
export function leftBetween(day: ReplayDay, from: Seconds, to: Seconds): number[] {
  const found: number[] = [];
  const seen = new Set<number>();
  for (const at of bucketOf(day, from) === bucketOf(day, to) ? [to] : [from, to])
    each(day.waiting, day, at, (i) => {
      const end = day.left[i] ?? Infinity;
      if (end > from && end <= to && !seen.has(i)) {
        seen.add(i);
        found.push(i);
      }
    });
  return found;
}

function bucketOf(day: { readonly from: Seconds }, at: Seconds): number {
  return Math.max(0, Math.floor((at - day.from) / BUCKET));
}

function each({ start, index }: Buckets, day: ReplayDay, at: Seconds, visit: (i: number) => void): void {
  const b = Math.min(start.length - 2, bucketOf(day, at));
  for (let k = start[b] ?? 0; k < (start[b + 1] ?? 0); k++) visit(index[k] ?? 0);
}

/** Spans that touch each bucket, in their own order (of beginning). */
function bucketsOf(froms: Float64Array, tos: Float64Array, from: Seconds, to: Seconds): Buckets {
  const count = Math.max(1, Math.ceil((to - from) / BUCKET));
  const range = (i: number): readonly [number, number] | null => {
    const begin = froms[i] ?? Infinity;
    const end = Math.min(tos[i] ?? 0, to);
    if (begin >= to || end < from || end < begin) return null;
    return [
      Math.max(0, Math.floor((begin - from) / BUCKET)),
      Math.min(count - 1, Math.max(0, Math.floor((end - from) / BUCKET))),
    ];
  };
  const start = new Int32Array(count + 1);
  for (let i = 0; i < froms.length; i++) {
    const span = range(i);
    if (span) for (let b = span[0]; b <= span[1]; b++) start[b + 1] = (start[b + 1] ?? 0) + 1;
  }
  for (let b = 0; b < count; b++) start[b + 1] = (start[b + 1] ?? 0) + (start[b] ?? 0);
  const index = new Int32Array(start[count] ?? 0);
  const next = start.slice();
  for (let i = 0; i < froms.length; i++) {
    const span = range(i);
    if (!span) continue;
    for (let b = span[0]; b <= span[1]; b++) {
      index[next[b] ?? 0] = i;
      next[b] = (next[b] ?? 0) + 1;
    }
  }
  return { start, index };
}

/** How many of ascending moments are not after `at`. */
function countUntil(moments: Float64Array | undefined, at: Seconds): number {
  if (!moments) return 0;
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Most agents of each group on the floor at once. */
export function mostAgents({ record, from, to }: ReplayDay): number[] {
  const { presence, agentGroup, groups } = record;
  const changes: { at: number; group: number; by: number }[] = [];
  presence.from.forEach((begin, i) => {
    const end = presence.to[i] ?? begin;
    if (begin >= to || end <= from) return;
    const group = agentGroup[presence.agent[i] ?? 0] ?? 0;
    changes.push({ at: begin, group, by: 1 }, { at: end, group, by: -1 });
  });
  const now = groups.map(() => 0);
  const most = groups.map(() => 0);
  for (const { group, by } of changes.toSorted((a, b) => a.at - b.at || a.by - b.by)) {
    now[group] = (now[group] ?? 0) + by;
    most[group] = Math.max(most[group] ?? 0, now[group] ?? 0);
  }
  return most;
}
