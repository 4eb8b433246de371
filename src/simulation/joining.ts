/** Customers who come: past the bot or not, to an agent or into the queue. */
import { BOT_DRAWS } from './arrival-source.ts';
import { ARRIVED, SILENT, WAITING } from './contact-queue.ts';
import * as K from './counters.ts';
import { businessClock, cellOf, columnOf, comeBack, comeToNothing, LEAVES, purge } from './counting.ts';
import type { EngineState } from './engine-state.ts';
import {
  LOG_BLOCKED,
  LOG_BOT_HANDED_OVER,
  LOG_BOT_SOLVED,
  LOG_BOT_UNSOLVED,
  LOG_CALLED_BACK,
  LOG_JOINED,
  LOG_MET_BOT,
  LOG_TURNED_AWAY,
} from './event-log.ts';
import {
  calledBack,
  DRAW_BOT,
  DRAW_CALLBACK,
  DRAW_CONTACT,
  DRAW_PATIENCE,
  DRAW_REASON,
  DRAW_SILENT,
  HANDED_OVER_BY_BOT,
  handedOver,
  nextAttempt,
  PASSED_ON,
  RECONTACT,
  withReason,
} from './follow-ups.ts';
import { handoverFactor, take, write } from './handling.ts';
import { J_LEFT_BY_BOT, J_SERVED } from './journey-books.ts';
import { above } from './patience-left.ts';
import { reasonAt } from './reasons.ts';
import { chooseAgent, knownAgent } from './routing.ts';

/** The next customer of this class comes. */
export function arrive(s: EngineState, c: number): void {
  const source = s.sources[c]!;
  const i = source.next;
  s.customer = source.customer;
  s.origin = s.reasons !== null && s.reasons.count[c]! > 0 ? withReason(c, source.reason[i]!) : c;
  s.cells[cellOf(s, s.row, columnOf(s, c, s.origin)) + K.ARRIVALS]!++;
  s.journeys?.begin(c, s.customer, s.now);
  if (s.hasBot[c] === 1 && meetsBot(s, c, source.bot, i * BOT_DRAWS)) return;
  s.work = source.work[i]!;
  s.deadline = source.patience[i]!;
  join(s, c);
}

/** True when the bot keeps the customer, for now or for good. */
function meetsBot(s: EngineState, c: number, draws: Float64Array, at: number): boolean {
  const column = columnOf(s, c, s.origin);
  const bot = s.model.columns[column]!.bot!;
  const counts = s.counters.bot;
  const offset = column * K.BOT_FIELDS;
  const counted = s.row < s.intervals ? 1 : 0;
  counts[offset + K.BOT_CAME]! += counted;
  if (draws[at]! >= bot.reach) return false;
  counts[offset + K.BOT_REACHED]! += counted;
  let done = s.now;
  if (bot.duration) {
    s.followUps.draw(s.customer, s.origin, DRAW_BOT);
    done += bot.duration.at(s.followUps.first);
  }
  s.log?.add(s.now, LOG_MET_BOT, c, s.customer, s.origin, -1);
  s.journeys?.spend(c, c, s.customer, done - s.now, done - s.now);
  if (draws[at + 1]! >= bot.containment) {
    counts[offset + K.BOT_ESCALATED]! += counted;
    s.log?.add(done, LOG_BOT_HANDED_OVER, c, s.customer, s.origin, -1);
    s.followUps.schedule(done, bot.escalateTo, s.customer, handedOver(s.origin), HANDED_OVER_BY_BOT);
    return true;
  }
  counts[offset + K.BOT_CONTAINED]! += counted;
  const solved = draws[at + 2]! < bot.resolution;
  s.log?.add(done, solved ? LOG_BOT_SOLVED : LOG_BOT_UNSOLVED, c, s.customer, s.origin, -1);
  if (solved) {
    counts[offset + K.BOT_RESOLVED]! += counted;
    s.journeys?.end(c, s.customer, J_SERVED, done);
  } else if (draws[at + 3]! < bot.recontact) {
    counts[offset + K.BOT_RECONTACTED]! += counted;
    s.followUps.draw(s.customer, s.origin, DRAW_BOT);
    const back = done + bot.recontactDelay.at(s.followUps.second);
    const after = counted > 0 ? c * K.RETURN_FIELDS + K.BOT_LEFT_RECONTACTED : -1;
    s.followUps.schedule(back, bot.escalateTo, s.customer, nextAttempt(s.origin), RECONTACT, after);
  } else {
    counts[offset + K.BOT_LEFT]! += counted;
    s.journeys?.end(c, s.customer, J_LEFT_BY_BOT, done);
  }
  return true;
}

/**
 * Work and patience of a contact that no stream provides for.
 *
 * @param waited so long already, without giving up; absent: it comes only now
 */
export function drawContact(
  s: EngineState,
  c: number,
  customer: number,
  origin: number,
  waited?: number,
): void {
  const compiled = s.model.classes[c]!;
  const draws = s.followUps;
  draws.draw(customer, origin, DRAW_CONTACT);
  s.customer = customer;
  s.origin = origin;
  const { handle, patience, leavesAtOnce } = s.model.columns[columnOf(s, c, origin)]!;
  s.work = compiled.workByUniform ? draws.first : handle.at(draws.first);
  s.deadline = Infinity;
  if (patience) {
    const uniform = draws.second;
    draws.draw(customer, origin, DRAW_PATIENCE);
    if (waited === undefined) s.deadline = draws.first < leavesAtOnce ? 0 : patience.at(uniform);
    else s.deadline = above(patience, waited, uniform);
  }
}

/** A contact asks for an agent; its work, its patience (in `deadline`), customer and origin are set. */
export function join(s: EngineState, c: number): void {
  const time = s.now;
  const cell = cellOf(s, s.row, columnOf(s, c, s.origin));
  const { cells } = s;
  if (s.open[c] === 0 && s.deferred[c] === 0) {
    cells[cell + K.TURNED_AWAY]!++;
    s.log?.add(time, LOG_TURNED_AWAY, c, s.customer, s.origin, -1);
    comeToNothing(s, LEAVES, time, s.customer, s.origin);
    return;
  }
  s.interval = s.row;
  s.state = WAITING;
  s.arrived = time;
  s.clock = time;
  cells[cell + K.OFFERED]!++;
  if (s.special[c] === 1 && !prepare(s, c, cell)) return;
  s.log?.add(time, LOG_JOINED, c, s.customer, s.origin, -1);
  s.deadline += time;
  if (s.open[c] === 1) {
    const known = s.preferred >= 0 ? knownAgent(s, c) : -1;
    const agent = known >= 0 ? known : chooseAgent(s, c, 0);
    if (agent >= 0) {
      take(s, agent, c);
      return;
    }
  }
  if (s.special[c] === 1 && acceptsCallback(s, c, cell)) return;
  cells[cell + K.DELAYED]!++;
  enqueue(s, c);
}

/** True when the contact being routed, which would have to wait, is called back instead. */
function acceptsCallback(s: EngineState, c: number, cell: number): boolean {
  const { callback, lines } = s.model.classes[c]!;
  if (!callback) return false;
  const queue = s.queues[c]!;
  const headWaits = purge(s, c) ? s.now - queue.data[queue.at(queue.head) + ARRIVED]! : 0;
  if (headWaits < callback.headWaits) return false;
  s.followUps.draw(s.customer, s.origin, DRAW_CALLBACK);
  if (s.followUps.first >= callback.accept) return false;
  s.cells[cell + K.OFFERED]!--;
  s.cells[cell + K.CALLED_BACK]!++;
  if (lines >= 0) s.linesUsed[lines]!--;
  s.log?.add(s.now, LOG_CALLED_BACK, c, s.customer, s.origin, -1);
  s.followUps.schedule(s.now, callback.to, s.customer, calledBack(s.origin), PASSED_ON);
  return true;
}

/** Factors, hand-over, business clock and lines; false when every line is taken. */
function prepare(s: EngineState, c: number, cell: number): boolean {
  const compiled = s.model.classes[c]!;
  // During the warm-up the first interval's plan holds.
  const row = s.row < s.intervals ? s.row : 0;
  if (!compiled.workByUniform)
    s.work *= (compiled.handleFactor ? compiled.handleFactor[row]! : 1) * handoverFactor(s);
  if (compiled.patienceFactor) s.deadline *= compiled.patienceFactor[row]!;
  if (compiled.deferred) s.clock = businessClock(s, c, s.now);
  if (compiled.lines < 0) return true;
  if (s.linesUsed[compiled.lines]! < s.model.lineCounts[compiled.lines]!) {
    s.linesUsed[compiled.lines]!++;
    return true;
  }
  s.cells[cell + K.BLOCKED]!++;
  s.log?.add(s.now, LOG_BLOCKED, c, s.customer, s.origin, -1);
  const { onBlocked } = s.model.columns[columnOf(s, c, s.origin)]!;
  const fate = comeBack(s, onBlocked, s.row < s.intervals, s.now, s.customer, s.origin);
  comeToNothing(s, fate, s.now, s.customer, s.origin);
  return false;
}

function enqueue(s: EngineState, c: number): void {
  if (s.silentShare[c]! > 0) {
    s.followUps.draw(s.customer, s.origin, DRAW_SILENT);
    if (s.followUps.first < s.silentShare[c]!) s.state = SILENT;
  }
  const queue = s.queues[c]!;
  const index = queue.tail;
  write(s, queue, queue.pushBack(), c);
  s.waiting[c]!++;
  s.queueJoined[c]! += s.now;
  if (s.watched[c] === 1 && s.deadline < Infinity) s.deadlines.push(s.deadline, c, index);
}

/** Why somebody who waits at the start has come. */
function backlogOrigin(s: EngineState, c: number, customer: number): number {
  const { reasons, reasonShares } = s.model.classes[c]!;
  if (reasons === 0) return c;
  s.followUps.draw(customer, c, DRAW_REASON);
  return withReason(c, reasonAt(reasonShares, reasons, 0, s.followUps.first));
}

/** Contacts left over from before, of all classes but the live ones that open later. */
export function seedBacklogs(s: EngineState): void {
  s.model.classes.forEach(({ open, waitingAtStart }, c) => {
    if (waitingAtStart.length > 0 && (open === null || s.deferred[c] === 1)) seedBacklog(s, c);
  });
}

/** Of a live class that opens, those who wait from the first time on. */
export function seedAtOpening(s: EngineState, c: number): void {
  const { open, waitingAtStart } = s.model.classes[c]!;
  if (waitingAtStart.length === 0 || open === null || s.deferred[c] === 1) return;
  const first = open.find(([, to]) => to > 0);
  if (first && Math.max(0, first[0]) === Math.max(0, s.now)) seedBacklog(s, c);
}

/** The longest waiting first, with draws by counter. */
function seedBacklog(s: EngineState, c: number): void {
  const { now } = s;
  const { lines, waitingAtStart } = s.model.classes[c]!;
  const waits = [...waitingAtStart].sort((a, b) => b - a);
  waits.forEach((wait, n) => {
    drawContact(s, c, -1 - n, backlogOrigin(s, c, -1 - n), wait);
    s.interval = s.row;
    s.state = WAITING;
    s.arrived = now - wait;
    s.clock = s.arrived;
    s.deadline = Math.max(now, s.arrived + s.deadline);
    const cell = cellOf(s, s.row, columnOf(s, c, s.origin));
    s.cells[cell + K.OFFERED]!++;
    s.cells[cell + K.ARRIVALS]!++;
    s.cells[cell + K.DELAYED]!++;
    if (lines >= 0) s.linesUsed[lines]!++;
    // Before the day they came one after the other; in it they are there together.
    s.log?.add(now > 0 ? now : s.arrived, LOG_JOINED, c, s.customer, s.origin, -1);
    enqueue(s, c);
  });
}
