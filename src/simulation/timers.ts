/** What only some models have: customers who come back, deadlines that others watch, tiers that open after a wait. */
import type { CompiledTier } from './compile.ts';
import {
  ARRIVED,
  type ContactQueue,
  DEADLINE,
  GONE,
  INTERRUPTED,
  SILENT,
  STATE,
  WORK,
} from './contact-queue.ts';
import { abandon, leaveQueue, secondsOfWork } from './counting.ts';
import * as K from './counters.ts';
import type { EngineState } from './engine-state.ts';
import { originClass, PASSED_ON, RECONTACT } from './follow-ups.ts';
import { read, take } from './handling.ts';
import { drawContact, join } from './joining.ts';
import { chooseWithin } from './routing.ts';

/** When the next tier opens to a waiting contact; Infinity for never. */
export function nextOfAge(s: EngineState): number {
  let earliest = Infinity;
  for (let k = 0; k < s.agingNext.length; k++) {
    const queue = s.queues[s.agingClass[k]!]!;
    const next = Math.max(s.agingNext[k]!, queue.head);
    s.agingNext[k] = next;
    if (next < queue.tail)
      earliest = Math.min(earliest, queue.data[queue.at(next) + ARRIVED]! + s.agingTier[k]!.after);
  }
  return earliest;
}

export function fire(s: EngineState): void {
  const time = s.now;
  if (s.deadlines.time[0] === time) {
    giveUp(s);
    return;
  }
  const { followUps } = s;
  if (followUps.timers.time[0] === time) {
    const c = followUps.timers.first[0]!;
    const slot = followUps.take();
    const customer = followUps.customer[slot]!;
    const origin = followUps.origin[slot]!;
    const way = followUps.way[slot]!;
    if (s.row < s.intervals) countReturn(s, c, way, followUps.after[slot]!);
    s.journeys?.visit(c, originClass(origin), customer, way <= RECONTACT);
    drawContact(s, c, customer, origin);
    s.preferred = followUps.agent[slot]!;
    join(s, c);
    s.preferred = -1;
    return;
  }
  for (let k = 0; k < s.agingNext.length; k++) {
    const queue = s.queues[s.agingClass[k]!]!;
    const index = s.agingNext[k]!;
    const tier = s.agingTier[k]!;
    if (index >= queue.tail || queue.data[queue.at(index) + ARRIVED]! + tier.after !== time) continue;
    s.agingNext[k] = index + 1;
    comeOfAge(s, s.agingClass[k]!, queue, index, tier);
    return;
  }
}

function countReturn(s: EngineState, c: number, way: number, after: number): void {
  const { returns } = s.counters;
  returns[c * K.RETURN_FIELDS + K.CAME_AGAIN + (way === PASSED_ON ? RECONTACT : way)]!++;
  if (after >= 0) returns[after]!++;
}

/** A waiting contact has waited long enough for one more tier. */
function comeOfAge(s: EngineState, c: number, queue: ContactQueue, index: number, tier: CompiledTier): void {
  const at = queue.at(index);
  if (queue.data[at + STATE] === GONE || queue.data[at + DEADLINE]! <= s.now || s.open[c] === 0) return;
  const agent = chooseWithin(s, tier, c);
  if (agent < 0) return;
  read(s, queue, at, c);
  // Gone without a deadline in the past: it will not be taken for an abandoned one.
  queue.data[at + STATE] = GONE;
  s.gone[c]!++;
  queue.data[at + DEADLINE] = Infinity;
  leaveQueue(s, c, s.now);
  take(s, agent, c);
}

/** A watched contact's patience ends, if it still waits. */
function giveUp(s: EngineState): void {
  const time = s.now;
  const c = s.deadlines.first[0]!;
  const index = s.deadlines.second[0]!;
  s.deadlines.pop();
  const queue = s.queues[c]!;
  if (index < queue.head || index >= queue.tail) return;
  const at = queue.at(index);
  const state = queue.data[at + STATE];
  if (state === GONE || state === SILENT || queue.data[at + DEADLINE] !== time) return;
  abandon(s, c, queue, at, time);
  if (s.deferred[c] === 1) queue.data[at + WORK] = secondsOfWork(s, c, queue, at);
  // Judged when he was first answered: nobody asks what he would have got with endless patience.
  else if (state === INTERRUPTED) queue.data[at + DEADLINE] = Infinity;
  queue.data[at + STATE] = GONE;
  s.gone[c]!++;
}
