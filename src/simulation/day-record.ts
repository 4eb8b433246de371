/**
 * One replication, contact by contact and agent by agent: enough to replay it, and to see which customers
 * fare differently under another plan.
 *
 * A contact is known by (first class, customer, attempt): the same customer under every plan of one seed.
 * Times are seconds from the start of the horizon; Infinity for what did not happen before its end. Numbers
 * of contacts, agents and groups are -1 for none.
 */
import type { CompiledClass, CompiledModel } from './compile.ts';
import * as L from './event-log.ts';
import {
  attemptOf,
  beforeCallback,
  beforeHandOver,
  calledBack,
  handedOver,
  isCalledBack,
  isHandedOver,
  lastAttempt,
  ORIGINS,
  originClass,
  reasonOf,
  withoutReason,
} from './follow-ups.ts';

/** What `outcome` counts in; a contact still `waiting` (deferred: or in hand) at the end is neither good nor bad. */
export const OUTCOMES = [
  'answered',
  'abandoned',
  'blocked',
  'turnedAway',
  'waiting',
  'solvedByBot',
  'leftByBot',
  'handedOver',
  'calledBack',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

type Integers = Int32Array<ArrayBuffer>;
type Times = Float64Array<ArrayBuffer>;
type Flags = Uint8Array<ArrayBuffer>;

/** One entry per contact, in order of arrival; a stay with a bot is a contact of its own. */
export type ContactRecords = {
  readonly class: Integers;
  /** Class of the customer's first contact, and his number within it: who he is. */
  readonly firstClass: Integers;
  readonly customer: Integers;
  /** Why he came: a number of that class's reasons. */
  readonly reason: Integers;
  /** How often he has come back before; a bot and the agent it hands over to are one attempt. */
  readonly attempt: Integers;
  /** The contact that this one follows from. */
  readonly parent: Integers;
  readonly arrival: Times;
  /** When an agent, or the bot, first turned to it. */
  readonly start: Times;
  /** When it was over: handled, given up, blocked, turned away, through with the bot. */
  readonly end: Times;
  /** Seconds waited by the clock of the service level: until first answered, given up or the horizon's end. */
  readonly waited: Times;
  /** 1: answered within the threshold, whatever a preemptive shift end did to it later. */
  readonly within: Flags;
  /** Index into `OUTCOMES`. */
  readonly outcome: Flags;
  /** Agent who took it last, and his group. */
  readonly agent: Integers;
  readonly group: Integers;
};

/** Spans with an agent: of a contact at work, or of his own presence. */
export type WorkSpans = {
  readonly contact: Integers;
  readonly agent: Integers;
  readonly from: Times;
  readonly to: Times;
};
export type PresenceSpans = { readonly agent: Integers; readonly from: Times; readonly to: Times };

export type DayRecord = {
  readonly end: number;
  readonly classes: readonly string[];
  readonly groups: readonly string[];
  /** Group of each agent. */
  readonly agentGroup: Integers;
  readonly contacts: ContactRecords;
  /** Who worked on what, in order of beginning; an interrupted contact has several. */
  readonly work: WorkSpans;
  /** When each agent was on the floor, in order of coming. */
  readonly presence: PresenceSpans;
};

/** The record that a replication's events tell. */
export function dayRecord(compiled: CompiledModel, log: L.ReplicationLog): DayRecord {
  const contacts = emptyContacts(countContacts(log));
  const work: Span[] = [];
  const presence: Span[] = [];
  const places = new Map<number, number>();
  const atWork = new Map<number, Span>();
  const onFloor = new Map<number, Span>();
  let used = 0;
  for (let i = 0; i < log.time.length; i++) {
    const kind = log.kind[i]!;
    const time = log.time[i]!;
    const agent = log.agent[i]!;
    if (kind === L.LOG_CAME || kind === L.LOG_LEFT) {
      follow(onFloor, agent, kind === L.LOG_CAME ? { contact: -1, agent, from: time, to: Infinity } : null, {
        time,
        list: presence,
      });
      continue;
    }
    const origin = log.origin[i]!;
    const key = keyOf(log.customer[i]!, origin);
    const known = places.get(key);
    const at = known ?? used++;
    if (known === undefined) {
      contacts.parent[at] = parentOf(places, log.customer[i]!, origin);
      places.set(key, at);
      contacts.class[at] = log.class[i]!;
      contacts.firstClass[at] = originClass(origin);
      contacts.customer[at] = log.customer[i]!;
      if (compiled.classes[originClass(origin)]!.reasons > 0) contacts.reason[at] = reasonOf(origin);
      contacts.attempt[at] = attemptOf(origin);
      contacts.arrival[at] = time;
    }
    const c = compiled.classes[log.class[i]!]!;
    const span = kind === L.LOG_TAKEN ? { contact: at, agent, from: time, to: Infinity } : null;
    if (span || kind === L.LOG_FINISHED || kind === L.LOG_PUT_DOWN)
      follow(atWork, at, span, { time, list: work });
    advance(contacts, at, c, kind, time, agent);
  }
  close(compiled, contacts);
  return {
    end: compiled.end,
    classes: compiled.classes.map(({ id }) => id),
    groups: compiled.groups.map(({ id }) => id),
    agentGroup: compiled.agents.group.slice(),
    contacts: {
      ...contacts,
      group: contacts.agent.map((agent) => (agent < 0 ? -1 : compiled.agents.group[agent]!)),
    },
    work: {
      contact: Int32Array.from(work, ({ contact }) => contact),
      ...columnsOf(work),
    },
    presence: columnsOf(presence),
  };
}

/** The buffers of a record, to hand over to another thread. */
export function recordBuffers({ agentGroup, contacts, work, presence }: DayRecord): ArrayBuffer[] {
  const columns = [...Object.values(contacts), ...Object.values(work), ...Object.values(presence)];
  return [agentGroup, ...columns].map(({ buffer }) => buffer);
}

type Span = { contact: number; agent: number; from: number; to: number };

/** Ends the open span of this key, and opens the next, if any. */
function follow(
  spans: Map<number, Span>,
  key: number,
  next: Span | null,
  { time, list }: { time: number; list: Span[] },
): void {
  const last = spans.get(key);
  if (last) last.to = time;
  spans.delete(key);
  if (!next) return;
  spans.set(key, next);
  list.push(next);
}

const columnsOf = (spans: readonly Span[]): PresenceSpans => ({
  agent: Int32Array.from(spans, ({ agent }) => agent),
  from: Float64Array.from(spans, ({ from }) => from),
  to: Float64Array.from(spans, ({ to }) => to),
});

/** One number for (customer, origin); customers who waited at the start are negative. */
const keyOf = (customer: number, origin: number): number => customer * ORIGINS + withoutReason(origin);

/** Where the contact that this one follows from is kept: before a hand-over the bot's, else the last of the attempt before. */
function parentOf(places: ReadonlyMap<number, number>, customer: number, origin: number): number {
  const find = (before: number) => places.get(keyOf(customer, before));
  if (isCalledBack(origin)) return find(beforeCallback(origin)) ?? -1;
  if (isHandedOver(origin)) return find(beforeHandOver(origin)) ?? -1;
  if (attemptOf(origin) === 0) return -1;
  const before = lastAttempt(origin);
  const shapes = [calledBack(handedOver(before)), calledBack(before), handedOver(before), before];
  return shapes.map(find).find((place) => place !== undefined) ?? -1;
}

function emptyContacts(count: number): Omit<ContactRecords, 'group'> {
  const integers = () => new Int32Array(count).fill(-1);
  const times = () => new Float64Array(count).fill(Infinity);
  return {
    class: integers(),
    firstClass: integers(),
    customer: integers(),
    reason: integers(),
    attempt: integers(),
    parent: integers(),
    arrival: times(),
    start: times(),
    end: times(),
    waited: new Float64Array(count),
    within: new Uint8Array(count),
    outcome: new Uint8Array(count).fill(OUTCOMES.indexOf('waiting')),
    agent: integers(),
  };
}

function countContacts({ kind, customer, origin }: L.ReplicationLog): number {
  const seen = new Set<number>();
  kind.forEach((what, i) => {
    if (what !== L.LOG_CAME && what !== L.LOG_LEFT) seen.add(keyOf(customer[i]!, origin[i]!));
  });
  return seen.size;
}

const SETTLING: ReadonlyMap<number, Outcome> = new Map([
  [L.LOG_FINISHED, 'answered'],
  [L.LOG_ABANDONED, 'abandoned'],
  [L.LOG_BLOCKED, 'blocked'],
  [L.LOG_TURNED_AWAY, 'turnedAway'],
  [L.LOG_CALLED_BACK, 'calledBack'],
  [L.LOG_BOT_SOLVED, 'solvedByBot'],
  [L.LOG_BOT_UNSOLVED, 'leftByBot'],
  [L.LOG_BOT_HANDED_OVER, 'handedOver'],
]);

/** What one event does to the record of its contact. */
function advance(
  contacts: Omit<ContactRecords, 'group'>,
  at: number,
  c: CompiledClass,
  kind: number,
  time: number,
  agent: number,
): void {
  const { start, end, waited, outcome } = contacts;
  const settled = SETTLING.get(kind);
  // A live contact put back and taken again was judged when it was first answered.
  const judged = !c.deferred && start[at]! < Infinity;
  const waits = kind === L.LOG_ABANDONED || kind === (c.deferred ? L.LOG_FINISHED : L.LOG_TAKEN);
  if (waits && !judged) waited[at] = clockAt(c, time) - clockAt(c, contacts.arrival[at]!);
  if (settled) {
    end[at] = time;
    outcome[at] = OUTCOMES.indexOf(settled);
  }
  if (kind === L.LOG_TAKEN) {
    contacts.agent[at] = agent;
    if (!c.deferred) outcome[at] = OUTCOMES.indexOf('answered');
  }
  if (kind === L.LOG_PUT_DOWN) outcome[at] = OUTCOMES.indexOf('waiting');
  if (kind === L.LOG_TAKEN || kind === L.LOG_MET_BOT) start[at] = Math.min(start[at]!, time);
}

/** What is known only when the horizon has ended. */
function close(compiled: CompiledModel, contacts: Omit<ContactRecords, 'group'>): void {
  contacts.outcome.forEach((outcome, at) => {
    const c = compiled.classes[contacts.class[at]!]!;
    const reached = !c.deferred && contacts.agent[at]! >= 0;
    if (OUTCOMES[outcome] === 'waiting' && !reached)
      contacts.waited[at] = clockAt(c, compiled.end) - clockAt(c, contacts.arrival[at]!);
    if ((reached || OUTCOMES[outcome] === 'answered') && contacts.waited[at]! <= c.threshold)
      contacts.within[at] = 1;
  });
}

/** Seconds on the clock of a class's service level: of deferred work open seconds, and those before the start as they are. */
function clockAt(c: CompiledClass, time: number): number {
  if (!c.deferred || !c.open || time <= 0) return time;
  return c.open.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, time) - Math.max(0, from)), 0);
}
