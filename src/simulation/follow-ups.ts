/**
 * Customers who will be back: redials, channel switches, recontacts, hand-overs from a bot.
 *
 * Who comes back depends on what happened before, so these draws are made by counter: (customer,
 * stream number of his first contact's class, attempt, purpose) under the replication's key. One redial more or
 * fewer in another plan then shifts nobody else's numbers.
 */
import { philox, uniformOfWords } from '../random/philox.ts';
import { filled } from './filled.ts';
import { TimerHeap } from './timer-heap.ts';

/** What the two uniform numbers of a draw are for. */
export const DRAW_AFTERWARDS = 0;
export const DRAW_CONTACT = 1;
export const DRAW_PATIENCE = 2;
export const DRAW_BOT = 3;
export const DRAW_CALLBACK = 4;
export const DRAW_SILENT = 5;
/** Of an agent, not a customer (absences.ts). */
export const DRAW_ABSENCE = 6;
/** Of contacts that waited at the start. */
export const DRAW_REASON = 7;
/** The last: a reply with many messages before it takes further purposes, upwards. */
export const DRAW_REPLY = 8;

/** A customer is his number within the class of his first contact, and `origin`: that class, how often he came back, and why he came. */
const ORIGIN_CLASSES = 4096;
const MOST_ATTEMPTS = 4096;
/** Set on contacts that a bot handed over. */
const HANDED_OVER = ORIGIN_CLASSES * MOST_ATTEMPTS;
/** Set on callbacks. */
const CALLED_BACK = 2 * HANDED_OVER;
/** Every origin without its reason is below this. */
export const ORIGINS = 2 * CALLED_BACK;
/** Above it the reason why he came, of those of his first contact's class. */
const REASON_SHIFT = 26;
const PASSED_BY_BOT_OR_PROMISE = HANDED_OVER | CALLED_BACK;

export const originClass = (origin: number): number => origin & (ORIGIN_CLASSES - 1);
export const attemptOf = (origin: number): number => (origin >> 12) & (MOST_ATTEMPTS - 1);
export const reasonOf = (origin: number): number => origin >> REASON_SHIFT;
export const withReason = (origin: number, reason: number): number => origin | (reason << REASON_SHIFT);
export const withoutReason = (origin: number): number => origin & (ORIGINS - 1);
export const isHandedOver = (origin: number): boolean => (origin & HANDED_OVER) !== 0;
export const isCalledBack = (origin: number): boolean => (origin & CALLED_BACK) !== 0;
export const handedOver = (origin: number): number => origin | HANDED_OVER;
export const calledBack = (origin: number): number => origin | CALLED_BACK;
/** The same customer's next contact. */
export const nextAttempt = (origin: number): number => (origin & ~PASSED_BY_BOT_OR_PROMISE) + ORIGIN_CLASSES;
/** The contact that the bot handed over, the one that accepted a callback, and the one of the attempt before (which a bot may have handed over too). */
export const beforeHandOver = (origin: number): number => origin & ~PASSED_BY_BOT_OR_PROMISE;
export const beforeCallback = (origin: number): number => origin & ~CALLED_BACK;
export const lastAttempt = (origin: number): number => (origin & ~PASSED_BY_BOT_OR_PROMISE) - ORIGIN_CLASSES;

/** How a customer comes again; the first four are columns from `CAME_AGAIN` on. */
export const REDIAL = 0;
export const SWITCH = 1;
export const RECONTACT = 2;
export const HANDED_OVER_BY_BOT = 3;
/** An agent passed him on, or he waits for a callback: he is counted as a recontact, but makes no attempt of his own. */
export const PASSED_ON = 4;
export type Way =
  typeof REDIAL | typeof SWITCH | typeof RECONTACT | typeof HANDED_OVER_BY_BOT | typeof PASSED_ON;

export class FollowUps {
  /** When, class, and slot of the customer. */
  readonly timers = new TimerHeap();
  /** The two uniform numbers of the last draw. */
  first = 0;
  second = 0;
  customer = new Int32Array(64);
  origin = new Int32Array(64);
  /** Who served the customer last; -1 for nobody. */
  agent = new Int32Array(64);
  way = new Uint8Array(64);
  /** What had not helped him, as a column of the returns of all classes; -1 for nothing of that kind. */
  after = new Int32Array(64);
  readonly #words = new Uint32Array(4);
  /** Stream number of each class, in two words of the counter. */
  readonly #streamLow: Int32Array;
  readonly #streamHigh: Int32Array;
  #key0 = 0;
  #key1 = 0;
  #free: number[] = [];
  #used = 0;

  /** @param streams stream number of each class */
  constructor(streams: Uint32Array) {
    this.#streamLow = Int32Array.from(streams, (stream) => stream % ORIGIN_CLASSES);
    this.#streamHigh = Int32Array.from(streams, (stream) => Math.floor(stream / ORIGIN_CLASSES));
  }

  /** `replicationStart` is the generator's state where the replication's streams begin. */
  start(replicationStart: Int32Array): void {
    this.timers.clear();
    this.#free = [];
    this.#used = 0;
    this.#key0 = replicationStart[0]!;
    this.#key1 = replicationStart[1]!;
  }

  draw(customer: number, origin: number, purpose: number): void {
    const words = this.#words;
    words[0] = customer;
    const first = originClass(origin);
    words[1] = attemptOf(origin) * ORIGIN_CLASSES + this.#streamLow[first]!;
    words[2] = purpose;
    words[3] = this.#streamHigh[first]!;
    philox(words, this.#key0, this.#key1);
    this.first = uniformOfWords(words[0], words[1]);
    this.second = uniformOfWords(words[2], words[3]);
  }

  schedule(
    time: number,
    toClass: number,
    customer: number,
    origin: number,
    way: Way,
    after = -1,
    agent = -1,
  ): void {
    const slot = this.#free.pop() ?? this.#used++;
    if (slot >= this.customer.length) this.#grow(2 * slot);
    this.customer[slot] = customer;
    this.origin[slot] = origin;
    this.agent[slot] = agent;
    this.way[slot] = way;
    this.after[slot] = after;
    this.timers.push(time, toClass, slot);
  }

  #grow(size: number): void {
    this.customer = filled(new Int32Array(size), this.customer);
    this.origin = filled(new Int32Array(size), this.origin);
    this.agent = filled(new Int32Array(size), this.agent);
    this.way = filled(new Uint8Array(size), this.way);
    this.after = filled(new Int32Array(size), this.after);
  }

  /** Takes the earliest out; returns his slot, valid until the next `schedule`. */
  take(): number {
    const slot = this.timers.second[0]!;
    this.timers.pop();
    this.#free.push(slot);
    return slot;
  }
}
