/**
 * The event loop of plain models with one class and one group: contact by contact instead of event by event.
 *
 * With one queue in order of arrival, the agent who takes a contact is the one who is done first, whether
 * that moment has passed (he is the longest idle) or is still to come (the contact waits for it). So one
 * heap holds when each agent is or was done, and a contact costs one sift: its fate is known when it comes.
 * That holds until the next planned change; who would be taken later waits in the queue, as elsewhere.
 * Changes go to the modules that the general loop uses, which find everything as it would have left it.
 *
 * Everything is added in the order of the general loop, or is a count, so the bytes are the same; a test
 * compares them. Only where two agents are done at the very same moment does the order hang on the heap's
 * history: the loop then says so, and the replication is run by plain-loop.ts.
 *
 * Reference: Kiefer & Wolfowitz (1955), "On the theory of queues with many servers", Trans. AMS 78(1).
 */
import { ARRIVED, DEADLINE, INTERVAL, STATE, WAITING, WORK } from './contact-queue.ts';
import * as K from './counters.ts';
import { purge } from './counting.ts';
import type { EngineState } from './engine-state.ts';
import { isPlain } from './plain-loop.ts';
import { change } from './planned-changes.ts';

export function isSingle(s: EngineState): boolean {
  return (
    isPlain(s) &&
    s.classes === 1 &&
    s.model.groups.length === 1 &&
    s.tiers.length > 0 &&
    s.orderClass.length > 0
  );
}

/** False when two agents were done at the same moment: the replication is then to be run by the plain loop. */
export function singleLoop(s: EngineState): boolean {
  const { cells, histogram, intervals, heap, floor, waiting, queueBooks, queueJoined } = s;
  const { time: times, agent: agents } = heap;
  const { head, books, begun } = floor;
  const source = s.sources[0]!;
  const { at: arrivals, work, patience } = source;
  const block = patience.length;
  const queue = s.queues[0]!;
  const threshold = s.threshold[0]!;
  const shortAbandon = s.shortAbandon[0]!;
  const responseWithin = s.responseWithin[0]!;
  const after = s.afterContact[0]!;
  const slowness = Float64Array.from(floor.group, (_, agent) => s.slowness(agent, 0));
  const controlTime = s.model.controls.time;
  let tied = false;
  let last = -Infinity;
  for (let control = 0; control < controlTime.length; control++) {
    const planned = controlTime[control]!;
    let next = source.next;
    let arrived = arrivals[next]!;
    if (arrived < planned || times[0]! <= planned) {
      const open = s.open[0] === 1;
      const leaving = setAside(s);
      // Of those, the next who will be done while still on the floor: that is added to the same sum as the others'.
      let gone = 0;
      let goneAt = leaving[0]?.done ?? Infinity;
      // Who waited before the change that came last.
      while (open && waiting[0]! > 0 && times[0]! <= planned) {
        const done = times[0]!;
        s.setNow(done);
        if (!purge(s, 0)) break;
        const { data } = queue;
        const at = queue.at(queue.head++);
        waiting[0]!--;
        queueBooks[0]! += done;
        const wait = done - data[at + ARRIVED]!;
        const interval = data[at + INTERVAL]!;
        const cell = interval * K.CLASS_FIELDS;
        cells[cell + K.ANSWERED]!++;
        cells[cell + K.WAIT_ANSWERED]! += wait;
        if (wait <= threshold) cells[cell + K.WITHIN]!++;
        if (wait <= responseWithin) cells[cell + K.RESPONSE_WITHIN]!++;
        if (interval < intervals) histogram[wait > 0 ? K.binOf(wait) : 0]!++;
        tied ||= done === last;
        last = done;
        const agent = agents[0]!;
        heap.hole = true;
        heap.key = done + (data[at + WORK]! + after) * slowness[agent]!;
        heap.add(agent);
      }
      // Who was idle at that change: longer than anybody who is done after it.
      while (open && arrived < planned && head[0]! >= 0) {
        const agent = head[0]!;
        cells[s.row * K.CLASS_FIELDS + K.OFFERED]!++;
        floor.now = arrived;
        floor.unlist(agent);
        floor.begin(agent);
        heap.key = arrived + (work[next]! + after) * slowness[agent]!;
        heap.add(agent);
        source.advance();
        next = source.next;
        arrived = arrivals[next]!;
      }
      const cell = s.row * K.CLASS_FIELDS;
      while (!open && arrived < planned) {
        cells[cell + K.TURNED_AWAY]!++;
        source.advance();
        next = source.next;
        arrived = arrivals[next]!;
      }
      const counted = s.row < intervals;
      const size = heap.size;
      let offered = 0;
      let delayed = 0;
      let answered = 0;
      let within = 0;
      let responded = 0;
      let waits = cells[cell + K.WAIT_ANSWERED]!;
      let joined = queueJoined[0]!;
      let left = queueBooks[0]!;
      let rested = books[K.BUSY_SECONDS]!;
      let began = begun[K.BUSY_SECONDS]!;
      while (arrived < planned) {
        offered++;
        const done = times[0]!;
        let from = arrived;
        let taken = true;
        if (done <= arrived) {
          if (done >= goneAt) {
            books[K.BUSY_SECONDS] = rested;
            tied ||= done === goneAt;
            gone = restUntil(s, leaving, gone, done);
            goneAt = leaving[gone]?.done ?? Infinity;
            rested = books[K.BUSY_SECONDS]!;
          }
          rested += done;
          began += arrived;
        } else {
          delayed++;
          joined += arrived;
          const deadline = patience[next]! + arrived;
          if (done > planned) {
            const at = queue.pushBack();
            const { data } = queue;
            data[at + ARRIVED] = arrived;
            data[at + DEADLINE] = deadline;
            data[at + WORK] = work[next]!;
            data[at + INTERVAL] = s.row;
            data[at + STATE] = WAITING;
            waiting[0]!++;
            taken = false;
          } else if (deadline > done) {
            left += done;
            const wait = done - arrived;
            answered++;
            waits += wait;
            if (wait <= threshold) within++;
            if (wait <= responseWithin) responded++;
            if (counted) histogram[K.binOf(wait)]!++;
            from = done;
          } else {
            left += deadline;
            const wait = Math.max(0, deadline - arrived);
            cells[cell + K.ABANDONED]!++;
            cells[cell + K.WAIT_ABANDONED]! += wait;
            if (wait <= threshold) cells[cell + K.ABANDONED_WITHIN]!++;
            if (wait <= shortAbandon) cells[cell + K.ABANDONED_SHORT]!++;
            if (done - arrived <= threshold) cells[cell + K.ABANDONED_VIRTUAL]!++;
            taken = false;
          }
        }
        if (taken) {
          if (done === last) tied = true;
          last = done;
          const agent = agents[0]!;
          const key = from + (work[next]! + after) * slowness[agent]!;
          // Down from the top of the heap, as `CompletionHeap` does; comparisons are added (0 or 1) instead of
          // branched on, because a processor guesses half of these branches wrong.
          let i = 0;
          for (;;) {
            const child = 4 * i + 1;
            if (child >= size) break;
            const first = child + +(times[child + 1]! < times[child]!);
            const second = child + 2 + +(times[child + 3]! < times[child + 2]!);
            const least = first + (second - first) * +(times[second]! < times[first]!);
            const below = times[least]!;
            if (below >= key) break;
            times[i] = below;
            agents[i] = agents[least]!;
            i = least;
          }
          times[i] = key;
          agents[i] = agent;
        }
        if (++next === block) {
          source.refill();
          next = 0;
        }
        arrived = arrivals[next]!;
      }
      source.next = next;
      cells[cell + K.OFFERED]! += offered;
      cells[cell + K.DELAYED]! += delayed;
      cells[cell + K.ANSWERED]! += answered;
      cells[cell + K.WITHIN]! += within;
      cells[cell + K.RESPONSE_WITHIN]! += responded;
      cells[cell + K.WAIT_ANSWERED] = waits;
      queueJoined[0] = joined;
      queueBooks[0] = left;
      books[K.BUSY_SECONDS] = rested;
      begun[K.BUSY_SECONDS] = began;
      // Who is done before the change goes idle, in order.
      while (times[0]! <= planned) {
        const done = times[0]!;
        tied ||= done === last || done === goneAt;
        last = done;
        if (done >= goneAt) {
          gone = restUntil(s, leaving, gone, done);
          goneAt = leaving[gone]?.done ?? Infinity;
        }
        rest(s, agents[0]!, done);
        floor.list(agents[0]!);
        heap.hole = true;
        heap.close();
      }
      gone = restUntil(s, leaving, gone, planned);
      for (; gone < leaving.length; gone++) {
        heap.key = leaving[gone]!.done;
        heap.add(leaving[gone]!.agent);
      }
    }
    s.setNow(planned);
    change(s, control);
  }
  return !tied;
}

function rest(s: EngineState, agent: number, done: number): void {
  const { floor } = s;
  floor.load[agent] = 0;
  floor.exclusive[agent] = 0;
  floor.now = done;
  floor.rest(agent);
}

/** Those who finish their last contact by `time`, from this one on, have nothing in hand any more; the number of the first who comes later. */
function restUntil(s: EngineState, leaving: readonly Leaving[], from: number, time: number): number {
  let i = from;
  for (; i < leaving.length && leaving[i]!.done <= time; i++) rest(s, leaving[i]!.agent, leaving[i]!.done);
  return i;
}

type Leaving = { readonly agent: number; readonly done: number };
const NOBODY: readonly Leaving[] = [];

/** Takes agents who finish their last contact out of the heap, in the order in which they will be done. */
function setAside(s: EngineState): readonly Leaving[] {
  const { heap, floor } = s;
  const { agent: agents, time: times } = heap;
  let leaving: Leaving[] | null = null;
  for (let i = 0; i < heap.size; i++)
    if (floor.on[agents[i]!] === 0) (leaving ??= []).push({ agent: agents[i]!, done: times[i]! });
  if (!leaving) return NOBODY;
  for (const { agent } of leaving) heap.remove(agent);
  return leaving.sort((a, b) => a.done - b.done);
}
