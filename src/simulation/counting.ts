/** What the other modules share: cells, books of the queues, business hours, who comes back. */
import type { CompiledFollowUp } from './compile.ts';
import {
  ARRIVED,
  CLOCK,
  type ContactQueue,
  CUSTOMER,
  DEADLINE,
  GONE,
  INTERRUPTED,
  INTERVAL,
  ORIGIN,
  SILENT,
  STATE,
  WAITING,
  WORK,
} from './contact-queue.ts';
import * as K from './counters.ts';
import type { EngineState } from './engine-state.ts';
import { LOG_ABANDONED } from './event-log.ts';
import { attemptOf, DRAW_AFTERWARDS, nextAttempt, originClass, PASSED_ON } from './follow-ups.ts';
import { J_GAVE_UP } from './journey-books.ts';

export function cellOf(s: EngineState, interval: number, c: number): number {
  return (interval * s.classes + c) * K.CLASS_FIELDS;
}

/** Counts a contact of `s.interval` as answered after `s.wait` seconds. */
export function countAnswered(s: EngineState, c: number): void {
  const { cells, interval, wait } = s;
  const cell = (interval * s.classes + c) * K.CLASS_FIELDS;
  const response = s.limit[c] === 0 ? wait : wait + s.reply;
  cells[cell + K.ANSWERED]!++;
  cells[cell + K.WAIT_ANSWERED]! += wait;
  cells[cell + K.RESPONSE_SECONDS]! += response;
  if (wait <= s.threshold[c]!) cells[cell + K.WITHIN]!++;
  if (response <= s.responseWithin[c]!) cells[cell + K.RESPONSE_WITHIN]!++;
  if (interval >= s.intervals) return;
  s.histogram[c * K.HISTOGRAM_BINS + (response > 0 ? K.binOf(response) : 0)]!++;
  const own = s.waitHistogram[c]!;
  if (own !== c) s.histogram[own * K.HISTOGRAM_BINS + (wait > 0 ? K.binOf(wait) : 0)]!++;
}

/** A live contact that was answered goes back to the queue: what is known of its first answer stands. */
export function putBack(s: EngineState, c: number, interval: number): void {
  const cell = cellOf(s, interval, c);
  s.cells[cell + K.ANSWERED]!--;
  s.cells[cell + K.PUT_BACK]!++;
}

/** An agent takes it up again. */
export function takenUpAgain(s: EngineState, c: number, interval: number): void {
  const cell = cellOf(s, interval, c);
  s.cells[cell + K.ANSWERED]!++;
  s.cells[cell + K.PUT_BACK]!--;
}

/** `state` tells who leaves without a sign (SILENT), and who was judged when he was answered before (INTERRUPTED). */
export function countAbandoned(
  s: EngineState,
  c: number,
  cell: number,
  wait: number,
  time: number,
  customer: number,
  origin: number,
  state: number = WAITING,
): void {
  const cells = s.cells;
  cells[cell + K.ABANDONED]!++;
  if (state !== INTERRUPTED || s.deferred[c] === 1) {
    cells[cell + K.WAIT_ABANDONED]! += wait;
    if (wait <= s.threshold[c]!) cells[cell + K.ABANDONED_WITHIN]!++;
    if (wait <= s.shortAbandon[c]!) cells[cell + K.ABANDONED_SHORT]!++;
  }
  s.log?.add(time, LOG_ABANDONED, c, customer, origin, -1);
  let fate = LEAVES;
  if (s.watched[c] === 1 && state !== SILENT) {
    const compiled = s.model.classes[c]!;
    if (compiled.lines >= 0) s.linesUsed[compiled.lines]!--;
    const counted = cell < s.intervals * s.classes * K.CLASS_FIELDS;
    fate = comeBack(s, compiled.onAbandoned, counted, time, customer, origin);
  }
  if (!s.journeys) return;
  s.journeys.spend(c, originClass(origin), customer, wait, s.deferred[c] === 0);
  comeToNothing(s, fate, time, customer, origin);
}

export function countStillWaiting(
  s: EngineState,
  c: number,
  interval: number,
  clock: number,
  end: number,
  judged = false,
): void {
  const cell = cellOf(s, interval, c);
  const waited = (s.deferred[c] === 1 ? businessClock(s, c, end) : end) - clock;
  s.cells[cell + K.STILL_WAITING]!++;
  if (judged) s.cells[cell + K.PUT_BACK_WAITING]!++;
  else if (waited <= s.threshold[c]!) s.cells[cell + K.UNDECIDED]!++;
}

/** The contact with this record gives up at `time`. */
export function abandon(s: EngineState, c: number, queue: ContactQueue, at: number, time: number): void {
  const { data } = queue;
  leaveQueue(s, c, time);
  const wait =
    s.deferred[c] === 1 ? pastClock(s, c, time) - data[at + CLOCK]! : Math.max(0, time - data[at + ARRIVED]!);
  const cell = cellOf(s, data[at + INTERVAL]!, c);
  // Who is sent home by a closing class is there to be told, whatever he would have done.
  const state = data[at + STATE] === INTERRUPTED ? INTERRUPTED : WAITING;
  countAbandoned(s, c, cell, wait, time, data[at + CUSTOMER]!, data[at + ORIGIN]!, state);
}

/** Drops contacts whose patience is over from the head; true when one still waits there. */
export function purge(s: EngineState, c: number): boolean {
  const time = s.now;
  const queue = s.queues[c]!;
  while (queue.head < queue.tail) {
    const at = queue.at(queue.head);
    const { data } = queue;
    const gone = data[at + STATE] === GONE;
    const deadline = data[at + DEADLINE]!;
    if (!gone && (deadline > time || data[at + STATE] === SILENT)) return true;
    const judged = data[at + STATE] === INTERRUPTED && s.deferred[c] === 0;
    if (gone) s.gone[c]!--;
    else abandon(s, c, queue, at, deadline);
    if (!judged && deadline <= time && virtualWait(s, c, queue, at) <= s.threshold[c]!)
      s.cells[cellOf(s, data[at + INTERVAL]!, c) + K.ABANDONED_VIRTUAL]!++;
    queue.head++;
  }
  return false;
}

/** What it would have waited with endless patience, its place having come up now: at work, until the reply is done. */
function virtualWait(s: EngineState, c: number, queue: ContactQueue, at: number): number {
  const { data } = queue;
  if (s.deferred[c] === 0) return s.now - data[at + ARRIVED]!;
  return businessClock(s, c, s.now) - data[at + CLOCK]! + secondsOfWork(s, c, queue, at);
}

/** Work left in a waiting contact, at the class's own pace. */
export function secondsOfWork(s: EngineState, c: number, queue: ContactQueue, at: number): number {
  const work = queue.data[at + WORK]!;
  const state = queue.data[at + STATE];
  // What was begun has its own seconds left, and so has what `giveUp` has asked about.
  if (state === INTERRUPTED || state === GONE) return work;
  const { workByUniform, handle, handleFactor, afterContact } = s.model.classes[c]!;
  if (!workByUniform) return work + afterContact;
  const row = queue.data[at + INTERVAL]!;
  return handle.at(work) * (handleFactor?.[row < s.intervals ? row : 0] ?? 1) + afterContact;
}

/** Books the end of one contact's waiting, which may lie before the interval now. */
export function leaveQueue(s: EngineState, c: number, time: number): void {
  s.waiting[c]!--;
  if (time >= s.intervalStart) {
    s.queueBooks[c]! += time;
    return;
  }
  s.queueBooks[c]! += s.intervalStart;
  const { intervalSeconds, intervals, warmUp } = s.model;
  // Earlier intervals were closed as if it still waited: take the excess back.
  for (let i = s.openInterval - 1; i >= (warmUp > 0 ? -1 : 0); i--) {
    const end = (i + 1) * intervalSeconds;
    if (end <= time) break;
    const start = i < 0 ? -warmUp : i * intervalSeconds;
    s.cells[cellOf(s, i < 0 ? intervals : i, c) + K.QUEUE_SECONDS]! -= end - Math.max(start, time);
  }
}

/** Open seconds of a deferred class up to now. */
export function businessClock(s: EngineState, c: number, time: number): number {
  return s.clockBase[c]! + (s.open[c] === 1 ? time - s.clockSince[c]! : 0);
}

/** The same for a moment that may lie back, before the class last opened or closed. */
function pastClock(s: EngineState, c: number, time: number): number {
  const { open } = s.model.classes[c]!;
  if (time >= s.now || open === null) return businessClock(s, c, time);
  let seconds = 0;
  for (const [from, to] of open) seconds += Math.max(0, Math.min(to, time) - Math.max(0, from));
  return seconds;
}

/** The moment at which so many open seconds have passed; beyond the last span it runs on without a close. */
export function dueTime(s: EngineState, c: number, openSeconds: number): number {
  const spans = s.model.classes[c]!.open;
  if (!spans) return openSeconds;
  let left = openSeconds;
  let last = 0;
  for (let i = 0; i < spans.length; i++) {
    const from = Math.max(0, spans[i]![0]);
    last = spans[i]![1];
    if (last <= 0) continue;
    if (left <= last - from) return from + left;
    left -= last - from;
  }
  return last + left;
}

/** What `comeBack` says: he leaves for good, he will be back, or he would be but for `most`. */
export const LEAVES = 0;
export const RETURNS = 1;
export const STAYS_UNSERVED = 2;

/** A contact given up, blocked or turned away, for the books of the customer's journey. */
export function comeToNothing(
  s: EngineState,
  fate: number,
  time: number,
  customer: number,
  origin: number,
): void {
  if (!s.journeys) return;
  s.journeys.settle(originClass(origin), customer, false);
  if (fate !== RETURNS) s.journeys.end(originClass(origin), customer, J_GAVE_UP, time);
}

/**
 * Decides whether and how the customer comes back after what just happened to him. `counted`: the contact
 * that ended is in the totals, so whoever returns from it is as well; one that joined during the warm-up is not.
 */
export function comeBack(
  s: EngineState,
  options: readonly CompiledFollowUp[],
  counted: boolean,
  time: number,
  customer: number,
  origin: number,
  agent = -1,
): number {
  if (options.length === 0) return LEAVES;
  s.followUps.draw(customer, origin, DRAW_AFTERWARDS);
  let chance = s.followUps.first;
  for (const option of options) {
    if (chance < option.probability) {
      if (attemptOf(origin) >= option.most) return STAYS_UNSERVED;
      const at = time + option.delay.at(s.followUps.second);
      const { to, way } = option;
      const after = counted ? option.after : -1;
      // Whom he passes on is meant for somebody else.
      const known = way === PASSED_ON ? -1 : agent;
      s.followUps.schedule(at, to, customer, nextAttempt(origin), way, after, known);
      return RETURNS;
    }
    chance -= option.probability;
  }
  return LEAVES;
}
