/** What the other modules share: cells, books of the queues, business hours, who comes back. */
import type { CompiledFollowUp } from './compile-follow-ups.ts';
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
import { attemptOf, DRAW_AFTERWARDS, nextAttempt, originClass, PASSED_ON, reasonOf } from './follow-ups.ts';
import { J_GAVE_UP } from './journey-books.ts';

/** The column of the books that counts a contact of class c. */
export function columnOf(s: EngineState, c: number, origin: number): number {
  if (s.reasons === null) return c;
  const { row, at } = s.reasons;
  return at[(row[originClass(origin)]! + reasonOf(origin)) * s.classes + c]!;
}

export function cellOf(s: EngineState, interval: number, column: number): number {
  return (interval * s.columns + column) * K.CLASS_FIELDS;
}

/** What the agent's group does for a reason; the column must be a reason's. */
export function reasonCellOf(s: EngineState, interval: number, column: number, agent: number): number {
  const reason = interval * (s.columns - s.classes) + column - s.classes;
  return (reason * s.model.groups.length + s.floor.group[agent]!) * K.REASON_FIELDS;
}

/** Counts a contact of `s.interval` and `s.origin` as answered by this agent after `s.wait` seconds. */
export function countAnswered(s: EngineState, c: number, agent: number): void {
  const { cells, interval, wait } = s;
  const column = columnOf(s, c, s.origin);
  const cell = cellOf(s, interval, column);
  const response = s.limit[c] === 0 ? wait : wait + s.reply;
  cells[cell + K.ANSWERED]!++;
  cells[cell + K.WAIT_ANSWERED]! += wait;
  cells[cell + K.RESPONSE_SECONDS]! += response;
  if (wait <= s.threshold[c]!) cells[cell + K.WITHIN]!++;
  if (response <= s.responseWithin[c]!) cells[cell + K.RESPONSE_WITHIN]!++;
  if (column >= s.classes) {
    const { reasonCells } = s.counters;
    const own = reasonCellOf(s, interval, column, agent);
    reasonCells[own + K.R_ANSWERED]!++;
    reasonCells[own + K.R_WAIT]! += wait;
    if (wait <= s.threshold[c]!) reasonCells[own + K.R_WITHIN]!++;
  }
  if (interval >= s.intervals) return;
  s.histogram[c * K.HISTOGRAM_BINS + (response > 0 ? K.binOf(response) : 0)]!++;
  const own = s.waitHistogram[c]!;
  if (own !== c) s.histogram[own * K.HISTOGRAM_BINS + (wait > 0 ? K.binOf(wait) : 0)]!++;
}

/** The live contact being routed, which was answered, goes back to the queue: what is known of its first answer stands. */
export function putBack(s: EngineState, c: number, agent: number): void {
  isAnswered(s, c, agent, -1);
}

/** An agent takes it up again. */
export function takenUpAgain(s: EngineState, c: number, agent: number): void {
  isAnswered(s, c, agent, 1);
}

function isAnswered(s: EngineState, c: number, agent: number, again: number): void {
  const column = columnOf(s, c, s.origin);
  const cell = cellOf(s, s.interval, column);
  s.cells[cell + K.ANSWERED]! += again;
  s.cells[cell + K.PUT_BACK]! -= again;
  if (column >= s.classes)
    s.counters.reasonCells[reasonCellOf(s, s.interval, column, agent) + K.R_ANSWERED]! += again;
}

/** Seconds of the agent's time that the contact being routed takes, or gives back where it is put down. */
export function countWork(s: EngineState, c: number, agent: number, seconds: number): void {
  const column = columnOf(s, c, s.origin);
  if (column < s.classes) return;
  const cell = reasonCellOf(s, s.interval, column, agent);
  s.counters.reasonCells[cell + K.R_WORK]! += seconds;
  if (s.state !== INTERRUPTED) s.counters.reasonCells[cell + K.R_TAKEN]!++;
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
    const { lines, onAbandoned } = s.model.columns[columnOf(s, c, origin)]!;
    if (lines >= 0) s.linesUsed[lines]!--;
    const counted = cell < s.intervals * s.columns * K.CLASS_FIELDS;
    fate = comeBack(s, onAbandoned, counted, time, customer, origin);
  }
  if (!s.journeys) return;
  s.journeys.spend(c, originClass(origin), customer, wait, s.deferred[c] === 0 ? wait : 0);
  comeToNothing(s, fate, time, customer, origin);
}

export function countStillWaiting(
  s: EngineState,
  c: number,
  column: number,
  interval: number,
  clock: number,
  end: number,
  judged = false,
): void {
  const cell = cellOf(s, interval, column);
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
  const cell = cellOf(s, data[at + INTERVAL]!, columnOf(s, c, data[at + ORIGIN]!));
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
      s.cells[cellOf(s, data[at + INTERVAL]!, columnOf(s, c, data[at + ORIGIN]!)) + K.ABANDONED_VIRTUAL]!++;
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
  const { workByUniform, handleFactor, afterContact } = s.model.classes[c]!;
  if (!workByUniform) return work + afterContact;
  if (work <= 0) return -work;
  const { handle } = s.model.columns[columnOf(s, c, queue.data[at + ORIGIN]!)]!;
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
    const cell = cellOf(s, i < 0 ? intervals : i, c);
    s.cells[cell + K.QUEUE_SECONDS]! -= end - Math.max(start, time);
    s.cells[cell + K.QUEUE_AT_END]!--;
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
