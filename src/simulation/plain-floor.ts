/**
 * The floor of plain models (plain-loop.ts): who is free, who works, whom an agent takes next, and what
 * the planned changes do to them.
 *
 * It keeps less than `AgentFloor`: who is free stands in a ring per group, longest idle first, and how many
 * are busy is counted when an interval's books are closed. What it adds to those books it adds in the same order.
 */
import { ARRIVED, DEADLINE, INTERVAL, WORK } from './contact-queue.ts';
import * as K from './counters.ts';
import { leaveQueue } from './counting.ts';
import type { EngineState } from './engine-state.ts';
import { change } from './planned-changes.ts';
import * as S from './staffing-plan.ts';

/** Places of `bits`: open classes of which somebody waits, and groups of which somebody is free, one bit each. */
export const WAITS = 0;
export const FREES = 1;

export class PlainFloor {
  readonly s: EngineState;
  readonly bits = new Int32Array(2);
  /** 1 while an agent has a contact in hand. */
  readonly busy: Int32Array;
  /** The field of the floor's books that an agent's work belongs to. */
  readonly field: Int32Array;
  /** Free agents: of group g from `ring[ringStart[g]]` on, with `ringMask[g]` places more, at `first[g]` to `last[g]`. */
  readonly ring: Int32Array;
  readonly ringStart: Int32Array;
  readonly ringMask: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Where the groups of a tier begin in `tierGroups`; within a tier the longest idle is taken. */
  readonly groupStart: Int32Array;
  readonly tierGroups: Int32Array;
  readonly groupsOfTier: Int32Array;
  readonly classesOfGroup: Int32Array;

  constructor(s: EngineState) {
    const { agents, groups } = s.model;
    this.s = s;
    this.busy = s.floor.load;
    this.field = new Int32Array(agents.count);
    this.ringStart = new Int32Array(groups.length);
    this.ringMask = new Int32Array(groups.length);
    this.first = new Int32Array(groups.length);
    this.last = new Int32Array(groups.length);
    for (const g of agents.group) this.last[g]!++;
    let start = 0;
    for (let g = 0; g < groups.length; g++) {
      const places = 2 ** Math.ceil(Math.log2(Math.max(1, this.last[g]!)));
      this.ringStart[g] = start;
      this.ringMask[g] = places - 1;
      start += places;
    }
    this.ring = new Int32Array(start);
    this.groupStart = new Int32Array(s.tiers.length + 1);
    s.tiers.forEach((tier, k) => (this.groupStart[k + 1] = this.groupStart[k]! + tier.groups.length));
    this.tierGroups = Int32Array.from(s.tiers.flatMap((tier) => tier.groups));
    this.groupsOfTier = Int32Array.from(s.tiers, (tier) =>
      tier.groups.reduce((bits, g) => bits | (1 << g), 0),
    );
    this.classesOfGroup = Int32Array.from(groups, ({ order }) =>
      order.reduce((bits, other) => bits | (1 << other.class), 0),
    );
  }

  /** Nobody is there; who waits from before does. */
  clear(): void {
    this.first.fill(0);
    this.last.fill(0);
    this.field.forEach((_, agent) => (this.field[agent] = this.fieldOf(agent, K.OVERRUN_SECONDS)));
    this.bits.fill(0);
    seeWaiting(this);
  }

  fieldOf(agent: number, field: number): number {
    return this.s.floor.group[agent]! * K.GROUP_FIELDS + field;
  }
}

/**
 * The agent takes the contact that comes next for him: its wait is counted, and `heap.key` is when he will be
 * done. False when nobody waits any more whom he serves.
 */
export function takeNext(p: PlainFloor, agent: number): boolean {
  const { s, bits } = p;
  const { now, cells, queues, orderClass, orderRank } = s;
  const g = s.floor.group[agent]!;
  const end = s.orderStart[g + 1]!;
  let c = -1;
  let oldest = Infinity;
  let rank = 0;
  for (let k = s.orderStart[g]!; k < end; k++) {
    const other = orderClass[k]!;
    if ((bits[WAITS]! & (1 << other)) === 0) continue;
    if (c >= 0 && orderRank[k] !== rank) break;
    const queue = queues[other]!;
    if (!(queue.data[queue.at(queue.head) + DEADLINE]! > now) && !loseImpatient(s, other)) {
      bits[WAITS]! &= ~(1 << other);
      continue;
    }
    const arrived = queue.data[queue.at(queue.head) + ARRIVED]!;
    if (arrived < oldest) {
      oldest = arrived;
      c = other;
      rank = orderRank[k]!;
    }
  }
  if (c < 0) return false;
  const queue = queues[c]!;
  const { data } = queue;
  const at = queue.at(queue.head++);
  if (--s.waiting[c]! === 0) bits[WAITS]! &= ~(1 << c);
  s.queueBooks[c]! += now;
  const wait = now - data[at + ARRIVED]!;
  const interval = data[at + INTERVAL]!;
  const cell = (interval * s.classes + c) * K.CLASS_FIELDS;
  cells[cell + K.ANSWERED]!++;
  cells[cell + K.WAIT_ANSWERED]! += wait;
  if (wait <= s.threshold[c]!) cells[cell + K.WITHIN]!++;
  if (wait <= s.responseWithin[c]!) cells[cell + K.RESPONSE_WITHIN]!++;
  if (interval < s.intervals) s.histogram[c * K.HISTOGRAM_BINS + (wait > 0 ? K.binOf(wait) : 0)]!++;
  const work = data[at + WORK]! + s.afterContact[c]!;
  s.heap.key = now + (s.even ? work : work * s.slowness(agent, c));
  return true;
}

/** Drops contacts whose patience is over from the head, as `purge` does; true when one still waits there. */
function loseImpatient(s: EngineState, c: number): boolean {
  const { cells, now } = s;
  const queue = s.queues[c]!;
  const { data } = queue;
  for (; queue.head < queue.tail; queue.head++) {
    const at = queue.at(queue.head);
    const deadline = data[at + DEADLINE]!;
    if (deadline > now) return true;
    leaveQueue(s, c, deadline);
    const arrived = data[at + ARRIVED]!;
    const wait = Math.max(0, deadline - arrived);
    const cell = (data[at + INTERVAL]! * s.classes + c) * K.CLASS_FIELDS;
    cells[cell + K.ABANDONED]!++;
    cells[cell + K.WAIT_ABANDONED]! += wait;
    if (wait <= s.threshold[c]!) cells[cell + K.ABANDONED_WITHIN]!++;
    if (wait <= s.shortAbandon[c]!) cells[cell + K.ABANDONED_SHORT]!++;
    if (now - arrived <= s.threshold[c]!) cells[cell + K.ABANDONED_VIRTUAL]!++;
  }
  return false;
}

/** An agent with nothing in hand takes what waits, and begins to work; or he waits himself. */
function begin(p: PlainFloor, agent: number): void {
  const { s } = p;
  if (takeNext(p, agent)) {
    p.busy[agent] = 1;
    s.floor.begun[p.field[agent]!]! += s.now;
    s.heap.add(agent);
  } else list(p, agent);
}

/** Puts him behind the free agents of his group. */
function list(p: PlainFloor, agent: number): void {
  const { floor, now } = p.s;
  floor.since[agent] = now;
  append(p, floor.group[agent]!, agent);
}

function append({ bits, ring, ringStart, ringMask, last }: PlainFloor, g: number, agent: number): void {
  ring[ringStart[g]! + (last[g]!++ & ringMask[g]!)] = agent;
  bits[FREES]! |= 1 << g;
}

/** Takes him out from among them, if he is one of them. */
function unlist(p: PlainFloor, agent: number): void {
  const { ring, first, last } = p;
  const { floor } = p.s;
  if (floor.on[agent] === 0 || p.busy[agent] === 1) return;
  const g = floor.group[agent]!;
  const start = p.ringStart[g]!;
  const mask = p.ringMask[g]!;
  let from = first[g]!;
  while (ring[start + (from & mask)] !== agent) from++;
  // Those before him move up.
  for (; from > first[g]!; from--) ring[start + (from & mask)] = ring[start + ((from - 1) & mask)]!;
  if (++first[g]! === last[g]!) p.bits[FREES]! &= ~(1 << g);
}

/** What `change` does, on this floor. */
export function changePlain(p: PlainFloor, control: number): void {
  const { s } = p;
  const { floor } = s;
  const { kind, subject, amount } = s.model.controls;
  const who = subject[control]!;
  const doubtful = amount[control]!;
  switch (kind[control]!) {
    case S.AGENT_COMES:
      if (doubtful >= 0 && s.absent[doubtful] === 1) return;
      unlist(p, who);
      floor.on[who] = 1;
      if (floor.present[who] === 0) setPresent(p, who, 1);
      if (p.busy[who] === 0) begin(p, who);
      return;
    case S.AGENT_TAKES_NO_MORE:
      unlist(p, who);
      floor.on[who] = 0;
      return;
    case S.AGENT_LEAVES:
      if (doubtful >= 0 && s.absent[doubtful] === 1) return;
      unlist(p, who);
      floor.on[who] = 0;
      if (floor.present[who] === 1) setPresent(p, who, 0);
      return;
    case S.CLASS_OPENS:
      openClass(p, control);
      return;
    case S.CLASS_CLOSES:
      p.bits[WAITS]! &= ~(1 << who);
      change(s, control);
      return;
    default:
      countBusy(p);
      change(s, control);
  }
}

/** He comes, or leaves; what he has in hand goes from one field of the books to the other. */
function setPresent(p: PlainFloor, agent: number, present: 0 | 1): void {
  const { floor, now } = p.s;
  const staffed = p.fieldOf(agent, K.STAFFED_SECONDS);
  const field = p.fieldOf(agent, present === 1 ? K.BUSY_SECONDS : K.OVERRUN_SECONDS);
  const change = present === 1 ? 1 : -1;
  floor.present[agent] = present;
  floor.level[staffed]! += change;
  floor.books[staffed]! -= change * now;
  if (p.busy[agent] === 1) {
    floor.books[p.field[agent]!]! += now;
    floor.books[field]! -= now;
  }
  p.field[agent] = field;
}

/** Writes how many agents are at work into the floor's levels, which `AgentFloor.close` reads. */
function countBusy({ s, busy, field }: PlainFloor): void {
  const { level } = s.floor;
  for (let at = 0; at < level.length; at += K.GROUP_FIELDS) {
    level[at + K.BUSY_SECONDS] = 0;
    level[at + K.OVERRUN_SECONDS] = 0;
  }
  for (let agent = 0; agent < busy.length; agent++) level[field[agent]!]! += busy[agent]!;
}

/** What it takes for a class to open is left to the modules of the general loop, which find the floor as they would have left it. */
function openClass(p: PlainFloor, control: number): void {
  const { s, busy, ring, ringStart, ringMask, first, last } = p;
  const { floor } = s;
  floor.exclusive.set(busy);
  floor.share.set(busy);
  floor.listed.fill(-1);
  floor.head.fill(-1);
  floor.tail.fill(-1);
  floor.free.fill(0);
  for (let g = 0; g < first.length; g++)
    for (; first[g]! < last[g]!; first[g]!++) {
      const agent = ring[ringStart[g]! + (first[g]! & ringMask[g]!)]!;
      const since = floor.since[agent]!;
      floor.list(agent);
      floor.since[agent] = since;
    }
  change(s, control);
  p.bits[FREES] = 0;
  for (let g = 0; g < first.length; g++)
    for (let agent = floor.head[g * floor.levels]!; agent >= 0; agent = floor.next[agent]!)
      append(p, g, agent);
  seeWaiting(p);
}

/** Sets the bits of the open classes that somebody waits for. */
function seeWaiting({ s, bits }: PlainFloor): void {
  bits[WAITS] = 0;
  for (let c = 0; c < s.classes; c++) if (s.waiting[c]! > 0 && s.open[c] === 1) bits[WAITS] |= 1 << c;
}
