/** Contacts in the hands of agents: taken, worked on, finished, put down again. */
import {
  ARRIVED,
  CLOCK,
  type ContactQueue,
  CUSTOMER,
  DEADLINE,
  DUE,
  INTERRUPTED,
  INTERVAL,
  ORIGIN,
  SILENT,
  STATE,
  WORK,
} from './contact-queue.ts';
import { BUSY_SECONDS, OVERRUN_SECONDS } from './counters.ts';
import {
  businessClock,
  cellOf,
  columnOf,
  comeBack,
  countAbandoned,
  countAnswered,
  countWork,
  dueTime,
  LEAVES,
  leaveQueue,
  purge,
  putBack,
  RETURNS,
  takenUpAgain,
} from './counting.ts';
import { firstReply, freeHand, progress, retime } from './conversations.ts';
import {
  type EngineState,
  HAND,
  IN_ARRIVED,
  IN_CLOCK,
  IN_CUSTOMER,
  IN_DEADLINE,
  IN_INTERVAL,
  IN_ORIGIN,
  IN_START,
} from './engine-state.ts';
import { LOG_FINISHED, LOG_LEFT, LOG_PUT_DOWN, LOG_TAKEN } from './event-log.ts';
import { isCalledBack, isHandedOver, originClass } from './follow-ups.ts';
import { J_GAVE_UP, J_SERVED, type Journeys } from './journey-books.ts';
import { chooseAgent, isSomeoneFree, pick } from './routing.ts';

/** Writes the contact being routed into a queue's record. */
export function write(s: EngineState, queue: ContactQueue, at: number, c: number): void {
  const { data } = queue;
  data[at + ARRIVED] = s.arrived;
  data[at + DEADLINE] = s.deadline;
  data[at + WORK] = s.work;
  data[at + INTERVAL] = s.interval;
  data[at + STATE] = s.state;
  if (s.full[c] === 0) return;
  data[at + CLOCK] = s.clock;
  data[at + DUE] = s.deferred[c] === 1 ? dueTime(s, c, s.clock + s.due[c]!) : s.arrived + s.due[c]!;
  data[at + CUSTOMER] = s.customer;
  data[at + ORIGIN] = s.origin;
}

/** The contact with this record becomes the one being routed. */
export function read(s: EngineState, queue: ContactQueue, at: number, c: number): void {
  const { data } = queue;
  s.arrived = data[at + ARRIVED]!;
  s.deadline = data[at + DEADLINE]!;
  s.work = data[at + WORK]!;
  s.interval = data[at + INTERVAL]!;
  s.state = data[at + STATE]!;
  if (s.full[c] === 0) return;
  s.clock = data[at + CLOCK]!;
  s.customer = data[at + CUSTOMER]!;
  s.origin = data[at + ORIGIN]!;
}

function popHead(s: EngineState, c: number): void {
  const queue = s.queues[c]!;
  read(s, queue, queue.at(queue.head), c);
  queue.head++;
  if (s.state === SILENT && s.deadline <= s.now) {
    leaveQueue(s, c, s.deadline);
    return;
  }
  // As `leaveQueue` does for a moment that does not lie back.
  s.waiting[c]!--;
  s.queueBooks[c]! += s.now;
}

/** The agent begins the contact being routed. */
export function take(s: EngineState, agent: number, c: number): void {
  const { floor } = s;
  floor.unlist(agent);
  if (s.limit[c] === 0) {
    floor.begin(agent);
    takeWhole(s, agent, c);
    return;
  }
  progress(s, agent);
  const hand = agent * s.slots + floor.load[agent]!;
  if (s.state === SILENT && s.deadline <= s.now) holdPlace(s, hand, agent, c);
  else {
    s.reply = firstReply(s, agent, c);
    begin(s, hand, agent, c);
    s.workLeft[hand] = s.work;
    s.isSilent[hand] = 0;
  }
  retime(s, agent, floor.load[agent]!++ === 0);
}

/** The contact being routed has left without a sign: a place of the agent's is taken until the time-out. */
function holdPlace(s: EngineState, hand: number, agent: number, c: number): void {
  const wait = s.deadline - s.arrived;
  const cell = cellOf(s, s.interval, columnOf(s, c, s.origin));
  countAbandoned(s, c, cell, wait, s.deadline, s.customer, s.origin, SILENT);
  s.inClass[hand] = c;
  s.workLeft[hand] = s.model.classes[c]!.silentTimeOut;
  s.isSilent[hand] = 1;
  s.silent[agent]!++;
}

/** An agent who is at work on the floor's books turns to the contact being routed, which takes him whole. */
function takeWhole(s: EngineState, agent: number, c: number): void {
  const hand = agent * s.slots;
  begin(s, hand, agent, c);
  s.heap.key = s.now + (s.even ? s.work : s.work * s.slowness(agent, c));
  s.heap.add(agent);
}

/** Counts the answer, settles how much work there is, and keeps in hand what must be remembered. */
function begin(s: EngineState, hand: number, agent: number, c: number): void {
  if (s.state === INTERRUPTED) {
    if (s.deferred[c] === 0) takenUpAgain(s, c, agent);
  } else {
    if (s.deferred[c] === 0) {
      s.wait = s.now - s.arrived;
      countAnswered(s, c, agent);
    }
    s.work = s.workByUniform[c] === 1 ? workAt(s, agent, c) : s.work + s.afterContact[c]!;
  }
  if (s.reasons) countWork(s, c, agent, s.work * s.slowness(agent, c));
  s.inClass[hand] = c;
  if (s.plain[c] === 1) return;
  s.log?.add(s.now, LOG_TAKEN, c, s.customer, s.origin, agent);
  const { hands } = s;
  const at = hand * HAND;
  hands[at + IN_ARRIVED] = s.arrived;
  hands[at + IN_START] = s.now;
  hands[at + IN_DEADLINE] = s.deadline;
  hands[at + IN_INTERVAL] = s.interval;
  hands[at + IN_CUSTOMER] = s.customer;
  hands[at + IN_ORIGIN] = s.origin;
  hands[at + IN_CLOCK] = s.clock;
}

/** Whole seconds of work: his own, or from the customer's uniform number, by the group's own handle time if it has one. */
function workAt(s: EngineState, agent: number, c: number): number {
  if (s.work <= 0) return -s.work;
  const { skillHandle, columns, classes } = s.model;
  const column = columnOf(s, c, s.origin);
  const sampler = skillHandle[s.floor.group[agent]! * s.columns + column] ?? columns[column]!.handle;
  const row = s.interval < s.intervals ? s.interval : 0;
  const { handleFactor } = classes[c]!;
  const factor = (handleFactor ? handleFactor[row]! : 1) * handoverFactor(s);
  return sampler.at(s.work) * factor + s.afterContact[c]!;
}

/** What the bot's hand-over does to the work of the contact being routed. */
export function handoverFactor(s: EngineState): number {
  if (!isHandedOver(s.origin)) return 1;
  return s.model.columns[columnOf(s, originClass(s.origin), s.origin)]!.bot?.workFactor ?? 1;
}

/** The agent at the top of the heap finishes a contact. */
export function complete(s: EngineState): void {
  const { floor, heap } = s;
  const agent = heap.agent[0]!;
  if (floor.exclusive[agent] === 1) completeWhole(s, agent);
  else completeConversation(s, agent);
  heap.close();
}

function completeWhole(s: EngineState, agent: number): void {
  const { floor } = s;
  const hand = agent * s.slots;
  const c = s.inClass[hand]!;
  s.heap.hole = true;
  if (s.plain[c] === 0) settle(s, hand, agent, c);
  floor.load[agent] = 0;
  if (floor.on[agent] === 1 && s.debt[floor.group[agent]!] === 0) {
    const next = pick(s, agent);
    if (next >= 0 && s.limit[next] === 0) {
      // From one contact straight to the next: for the floor's books he never stopped.
      popHead(s, next);
      floor.load[agent] = 1;
      takeWhole(s, agent, next);
      return;
    }
  }
  floor.rest(agent);
  floor.exclusive[agent] = 0;
  release(s, agent);
}

function completeConversation(s: EngineState, agent: number): void {
  const { floor } = s;
  progress(s, agent);
  const done = s.doneFirst[agent]!;
  if (s.isSilent[done] === 1) {
    const { lines } = s.model.classes[s.inClass[done]!]!;
    if (lines >= 0) s.linesUsed[lines]!--;
    s.silent[agent]!--;
  } else settle(s, done, agent, s.inClass[done]!);
  freeHand(s, agent, done);
  if (floor.load[agent] === 0) {
    s.heap.hole = true;
    floor.work(agent, 0);
  }
  release(s, agent);
}

/** The contact in this hand is finished. */
function settle(s: EngineState, hand: number, agent: number, c: number): void {
  const { hands } = s;
  const at = hand * HAND;
  s.log?.add(s.now, LOG_FINISHED, c, hands[at + IN_CUSTOMER]!, hands[at + IN_ORIGIN]!, agent);
  if (s.deferred[c] === 1) {
    s.interval = hands[at + IN_INTERVAL]!;
    s.wait = businessClock(s, c, s.now) - hands[at + IN_CLOCK]!;
    s.origin = hands[at + IN_ORIGIN]!;
    countAnswered(s, c, agent);
  }
  const customer = hands[at + IN_CUSTOMER]!;
  const origin = hands[at + IN_ORIGIN]!;
  const { lines, onAnswered } = s.model.columns[columnOf(s, c, origin)]!;
  if (lines >= 0) s.linesUsed[lines]!--;
  const fate = comeBack(s, onAnswered, true, s.now, customer, origin, agent);
  if (s.journeys) handled(s, s.journeys, hand, agent, c, fate);
}

/** The same for the customer's journey; what the agent does after the contact is no time of the customer's. */
function handled(
  s: EngineState,
  journeys: Journeys,
  hand: number,
  agent: number,
  c: number,
  fate: number,
): void {
  const at = hand * HAND;
  const customer = s.hands[at + IN_CUSTOMER]!;
  const first = originClass(s.hands[at + IN_ORIGIN]!);
  const after = s.limit[c] === 0 ? s.afterContact[c]! * s.slowness(agent, c) : 0;
  const seconds = Math.max(0, s.now - after - s.hands[at + IN_ARRIVED]!);
  // Who is called back waits off the line, and talks on it.
  const talk = isCalledBack(s.hands[at + IN_ORIGIN]!)
    ? Math.max(0, s.now - after - s.hands[at + IN_START]!)
    : 0;
  journeys.spend(c, first, customer, seconds, s.deferred[c] === 0 ? seconds : talk);
  journeys.settle(first, customer, true);
  if (fate !== RETURNS) journeys.end(first, customer, fate === LEAVES ? J_SERVED : J_GAVE_UP, s.now - after);
}

/** An agent with a hand free looks for contacts, waits for one, or goes home. */
export function release(s: EngineState, agent: number): void {
  const { floor } = s;
  if (floor.load[agent]! > 0) progress(s, agent);
  if (floor.on[agent] === 0) {
    idle(s, agent);
    return;
  }
  const g = floor.group[agent]!;
  if (s.debt[g]! > 0 && floor.load[agent] === 0) {
    s.debt[g]!--;
    floor.on[agent] = 0;
    floor.shift(g, BUSY_SECONDS, 1);
    floor.shift(g, OVERRUN_SECONDS, -1);
    s.log?.add(s.now, LOG_LEFT, -1, -1, 0, agent);
    idle(s, agent);
    return;
  }
  floor.unlist(agent);
  for (;;) {
    const c = pick(s, agent);
    if (c < 0) break;
    popHead(s, c);
    take(s, agent, c);
    if (floor.exclusive[agent] === 1) return;
    floor.unlist(agent);
  }
  idle(s, agent);
}

/** Nothing more to take: what is left in hand goes on, and the agent is listed if he takes contacts. */
export function idle(s: EngineState, agent: number): void {
  const { floor } = s;
  if (floor.load[agent]! > 0) retime(s, agent, false);
  else {
    floor.work(agent, 0);
    if (floor.on[agent] === 1) floor.list(agent);
  }
}

/** Waiting contacts of a class meet the agents who are free for them. */
export function dispatch(s: EngineState, c: number): void {
  for (;;) {
    const agent = agentForHead(s, c);
    if (agent < 0) return;
    popHead(s, c);
    take(s, agent, c);
  }
}

/** The agent whom the first contact in line of a class would be given; -1 for none. */
function agentForHead(s: EngineState, c: number): number {
  if (s.open[c] === 0 || !isSomeoneFree(s, c) || !purge(s, c)) return -1;
  const queue = s.queues[c]!;
  return chooseAgent(s, c, s.now - queue.data[queue.at(queue.head) + ARRIVED]!);
}

/**
 * The same for classes that open at one moment: a contact is given the agent it would be given alone, unless
 * another comes first for him, which then chooses before it.
 */
export function dispatchTogether(s: EngineState, classes: ArrayLike<number>): void {
  for (let k = 0; k < classes.length; k++)
    for (;;) {
      let c = classes[k]!;
      let agent = agentForHead(s, c);
      if (agent < 0) break;
      // Who chooses before whom may go round, each with an agent of its own: then nobody is in the other's way.
      for (let round = 0; round < s.classes; round++) {
        const before = pick(s, agent, true);
        if (before < 0 || before === c) break;
        const other = agentForHead(s, before);
        if (other < 0) break;
        c = before;
        agent = other;
      }
      popHead(s, c);
      take(s, agent, c);
    }
}

/** What an agent has in hand, all of him, returns to the head of its queue with the work that is left. */
export function putDown(s: EngineState, agent: number): void {
  const hand = agent * s.slots;
  const at = hand * HAND;
  const { hands } = s;
  const c = s.inClass[hand]!;
  s.arrived = hands[at + IN_ARRIVED]!;
  s.clock = hands[at + IN_CLOCK]!;
  // The patience it had left when it was taken begins to run again.
  s.deadline = s.now + (hands[at + IN_DEADLINE]! - hands[at + IN_START]!);
  s.work = Math.max(0, s.heap.timeOf(agent) - s.now) / s.slowness(agent, c);
  s.interval = hands[at + IN_INTERVAL]!;
  s.customer = hands[at + IN_CUSTOMER]!;
  s.origin = hands[at + IN_ORIGIN]!;
  s.state = INTERRUPTED;
  s.log?.add(s.now, LOG_PUT_DOWN, c, s.customer, s.origin, agent);
  if (s.deferred[c] === 0) putBack(s, c, agent);
  if (s.reasons) countWork(s, c, agent, -s.work * s.slowness(agent, c));
  const queue = s.queues[c]!;
  write(s, queue, queue.pushFront(), c);
  if (s.watched[c] === 0) queue.settleHead();
  s.waiting[c]!++;
  s.queueJoined[c]! += s.now;
  if (s.watched[c] === 1 && s.deadline < Infinity) s.deadlines.push(s.deadline, c, queue.head);
  s.heap.remove(agent);
  s.floor.rest(agent);
  s.floor.load[agent] = 0;
  s.floor.exclusive[agent] = 0;
}
