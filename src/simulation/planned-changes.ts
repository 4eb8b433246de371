/** Agents who come and leave, classes that open and close, intervals whose books are closed. */
import * as K from './counters.ts';
import { abandon, businessClock, cellOf, purge } from './counting.ts';
import { DEADLINE } from './contact-queue.ts';
import { type EngineState, HAND, IN_ARRIVED } from './engine-state.ts';
import { LOG_CAME, LOG_LEFT } from './event-log.ts';
import { dispatch, dispatchTogether, idle, putDown, release } from './handling.ts';
import { seedAtOpening } from './joining.ts';
import * as S from './staffing-plan.ts';

export function change(s: EngineState, control: number): void {
  const { kind, subject, amount, preempts } = s.model.controls;
  const { floor } = s;
  const who = subject[control]!;
  switch (kind[control]!) {
    case S.CLOSE_INTERVAL:
      closeInterval(s, who);
      return;
    case S.AGENT_COMES:
      if (isAbsent(s, amount[control]!)) return;
      floor.on[who] = 1;
      floor.come(who);
      s.log?.add(s.now, LOG_CAME, -1, -1, 0, who);
      if (floor.exclusive[who] === 0) release(s, who);
      return;
    case S.AGENT_TAKES_NO_MORE:
      floor.on[who] = 0;
      floor.unlist(who);
      return;
    case S.AGENT_LEAVES:
      if (isAbsent(s, amount[control]!)) return;
      floor.on[who] = 0;
      floor.unlist(who);
      floor.leave(who);
      pause(s, who);
      s.log?.add(s.now, LOG_LEFT, -1, -1, 0, who);
      return;
    case S.CAPACITY_RISES:
      raiseCapacity(s, who, amount[control]!);
      return;
    case S.CAPACITY_FALLS:
      lowerCapacity(s, who, amount[control]!, preempts[who] === 1);
      return;
    case S.CLASS_OPENS:
      s.open[who] = 1;
      s.clockSince[who] = Math.max(0, s.now);
      seedAtOpening(s, who);
      meetOpened(s, control);
      return;
    case S.CLASS_CLOSES:
      closeClass(s, who);
      return;
    case S.RESERVE_SHRINKS:
      dispatchAll(s, who);
      return;
  }
}

/** @param doubtful which of the doubtful people, -1 for one who surely comes */
function isAbsent(s: EngineState, doubtful: number): boolean {
  return doubtful >= 0 && s.absent[doubtful] === 1;
}

/** Once the last of the classes that open at this moment is open, who waits for them meets who is free. */
function meetOpened(s: EngineState, control: number): void {
  const { time, kind, subject } = s.model.controls;
  const opensNow = (other: number): boolean => kind[other] === S.CLASS_OPENS && time[other] === time[control];
  if (opensNow(control + 1)) return;
  let first = control;
  while (opensNow(first - 1)) first--;
  if (first === control) dispatch(s, subject[control]!);
  else dispatchTogether(s, subject.subarray(first, control + 1));
}

/** Waiting contacts of every class that a group serves meet who is free for them, in whatever group. */
function dispatchAll(s: EngineState, g: number): void {
  for (let k = s.orderStart[g]!; k < s.orderStart[g + 1]!; k++) dispatch(s, s.orderClass[k]!);
}

function closeInterval(s: EngineState, interval: number): void {
  const time = s.now;
  const row = interval < 0 ? s.intervals : interval;
  const groups = s.model.groups.length;
  s.floor.close(time, s.counters.groupCells, row * groups * K.GROUP_FIELDS);
  for (let c = 0; c < s.classes; c++) {
    const carried = s.waiting[c]! * time;
    const cell = cellOf(s, row, c);
    s.cells[cell + K.QUEUE_SECONDS]! += s.queueBooks[c]! - s.queueJoined[c]! + carried;
    s.cells[cell + K.QUEUE_AT_END]! += s.waiting[c]!;
    s.queueBooks[c] = -carried;
    s.queueJoined[c] = 0;
  }
  s.intervalStart = time;
  s.openInterval = interval + 1;
  if (interval + 1 < s.intervals) s.row = interval + 1;
}

/** An agent who leaves puts down what can be put down, for the others to resume. */
function pause(s: EngineState, agent: number): void {
  if (s.floor.exclusive[agent] === 0) return;
  const c = s.inClass[agent * s.slots]!;
  if (!s.model.classes[c]!.pauses) return;
  putDown(s, agent);
  idle(s, agent);
  dispatch(s, c);
}

function closeClass(s: EngineState, c: number): void {
  if (s.deferred[c] === 1) {
    closeDeferred(s, c);
    return;
  }
  s.open[c] = 0;
  const queue = s.queues[c]!;
  while (purge(s, c)) {
    const at = queue.at(queue.head);
    abandon(s, c, queue, at, Math.min(s.now, queue.data[at + DEADLINE]!));
    queue.head++;
  }
}

function closeDeferred(s: EngineState, c: number): void {
  const { floor, slots } = s;
  s.clockBase[c] = businessClock(s, c, s.now);
  s.open[c] = 0;
  if (!s.model.classes[c]!.pauses) return;
  const hands: number[] = [];
  for (let agent = 0; agent < floor.load.length; agent++)
    if (floor.exclusive[agent] === 1 && s.inClass[agent * slots] === c) hands.push(agent);
  youngestFirst(s, hands);
  for (const agent of hands) putDown(s, agent);
  for (const agent of hands) release(s, agent);
}

/** Agents in the order in which they put down what they have in hand: the contact that came first must end up at the head. */
function youngestFirst(s: EngineState, agents: number[]): void {
  const arrived = (agent: number) => s.hands[agent * s.slots * HAND + IN_ARRIVED]!;
  agents.sort((a, b) => arrived(b) - arrived(a) || b - a);
}

function raiseCapacity(s: EngineState, g: number, amount: number): void {
  const { floor } = s;
  floor.shift(g, K.STAFFED_SECONDS, amount);
  const forgiven = Math.min(amount, s.debt[g]!);
  s.debt[g]! -= forgiven;
  floor.shift(g, K.BUSY_SECONDS, forgiven);
  floor.shift(g, K.OVERRUN_SECONDS, -forgiven);
  let coming = amount - forgiven;
  for (let agent = 0; agent < floor.on.length && coming > 0; agent++) {
    if (floor.group[agent] !== g || floor.on[agent] === 1) continue;
    coming--;
    floor.on[agent] = 1;
    floor.present[agent] = 1;
    s.log?.add(s.now, LOG_CAME, -1, -1, 0, agent);
    release(s, agent);
  }
}

function lowerCapacity(s: EngineState, g: number, amount: number, preempts: boolean): void {
  const { floor } = s;
  floor.shift(g, K.STAFFED_SECONDS, -amount);
  let leaving = amount;
  while (leaving > 0 && floor.free[g]! > 0) {
    const agent = floor.lastFree(g);
    floor.unlist(agent);
    floor.on[agent] = 0;
    s.log?.add(s.now, LOG_LEFT, -1, -1, 0, agent);
    leaving--;
  }
  if (!preempts) {
    s.debt[g]! += leaving;
    floor.shift(g, K.BUSY_SECONDS, -leaving);
    floor.shift(g, K.OVERRUN_SECONDS, leaving);
    return;
  }
  const calledOff: number[] = [];
  for (let agent = floor.on.length - 1; agent >= 0 && calledOff.length < leaving; agent--)
    if (floor.group[agent] === g && floor.on[agent] === 1) calledOff.push(agent);
  youngestFirst(s, calledOff);
  for (const agent of calledOff) {
    floor.on[agent] = 0;
    putDown(s, agent);
    idle(s, agent);
    s.log?.add(s.now, LOG_LEFT, -1, -1, 0, agent);
  }
  // What was put down may be taken up at once by another group.
  dispatchAll(s, g);
}
