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
  const { heap, floor } = s;
  const { time: times, agent: agents } = heap;
  const source = s.sources[0]!;
  const slowness = Float64Array.from(floor.group, (_, agent) => s.slowness(agent, 0));
  const run: Run = { slowness, planned: 0, tied: false, last: -Infinity, leaving: [], gone: 0, goneAt: 0 };
  const controlTime = s.model.controls.time;
  for (let control = 0; control < controlTime.length; control++) {
    run.planned = controlTime[control]!;
    if (source.at[source.next]! < run.planned || times[0]! <= run.planned) {
      setAside(s, run);
      if (s.open[0] === 1) {
        takeWaiting(s, run);
        meetIdle(s, run);
        meetDone(s, run);
      } else turnAway(s, run);
      // Who is done before the change goes idle, in order.
      while (times[0]! <= run.planned) {
        const done = times[0]!;
        run.tied ||= done === run.last;
        run.last = done;
        if (done >= run.goneAt) restUntil(s, run, done);
        rest(s, agents[0]!, done);
        floor.list(agents[0]!);
        heap.hole = true;
        heap.close();
      }
      restUntil(s, run, run.planned);
      for (let i = run.gone; i < run.leaving.length; i++) {
        heap.key = run.leaving[i]!.done;
        heap.add(run.leaving[i]!.agent);
      }
    }
    s.setNow(run.planned);
    change(s, control);
  }
  return !run.tied;
}

type Run = {
  readonly slowness: Float64Array;
  /** The next planned change. */
  planned: number;
  tied: boolean;
  /** When an agent was done last. */
  last: number;
  leaving: readonly Leaving[];
  /** The first of them who has not left yet, and when he will. */
  gone: number;
  goneAt: number;
};

/** Who waited before the change that came last is taken by whoever is done before the next. */
function takeWaiting(s: EngineState, run: Run): void {
  const { cells, histogram, heap, waiting } = s;
  const queue = s.queues[0]!;
  while (waiting[0]! > 0 && heap.time[0]! <= run.planned) {
    const done = heap.time[0]!;
    s.setNow(done);
    if (!purge(s, 0)) break;
    const { data } = queue;
    const at = queue.at(queue.head++);
    waiting[0]!--;
    s.queueBooks[0]! += done;
    const wait = done - data[at + ARRIVED]!;
    const interval = data[at + INTERVAL]!;
    const cell = interval * K.CLASS_FIELDS;
    cells[cell + K.ANSWERED]!++;
    cells[cell + K.WAIT_ANSWERED]! += wait;
    if (wait <= s.threshold[0]!) cells[cell + K.WITHIN]!++;
    if (wait <= s.responseWithin[0]!) cells[cell + K.RESPONSE_WITHIN]!++;
    if (interval < s.intervals) histogram[wait > 0 ? K.binOf(wait) : 0]!++;
    run.tied ||= done === run.last;
    run.last = done;
    const agent = heap.agent[0]!;
    heap.hole = true;
    heap.key = done + (data[at + WORK]! + s.afterContact[0]!) * run.slowness[agent]!;
    heap.add(agent);
  }
}

/** Contacts that come go to whoever was idle at the change: longer than anybody who is done after it. */
function meetIdle(s: EngineState, run: Run): void {
  const { floor, heap } = s;
  const source = s.sources[0]!;
  for (let at = source.at[source.next]!; at < run.planned; at = source.at[source.next]!) {
    const agent = floor.head[0]!;
    if (agent < 0) return;
    s.cells[s.row * K.CLASS_FIELDS + K.OFFERED]!++;
    floor.now = at;
    floor.unlist(agent);
    floor.begin(agent);
    heap.key = at + (source.work[source.next]! + s.afterContact[0]!) * run.slowness[agent]!;
    heap.add(agent);
    source.advance();
  }
}

function turnAway(s: EngineState, run: Run): void {
  const source = s.sources[0]!;
  for (; source.at[source.next]! < run.planned; source.advance())
    s.cells[s.row * K.CLASS_FIELDS + K.TURNED_AWAY]!++;
}

/** All contacts up to the next change, each with the agent who is, or will be, done first. */
function meetDone(s: EngineState, run: Run): void {
  const { cells, histogram, heap, queueBooks, queueJoined } = s;
  const { books, begun } = s.floor;
  const { time: times, agent: agents, size } = heap;
  const { planned, slowness } = run;
  const source = s.sources[0]!;
  const { at: arrivals, work, patience } = source;
  const block = patience.length;
  const threshold = s.threshold[0]!;
  const shortAbandon = s.shortAbandon[0]!;
  const responseWithin = s.responseWithin[0]!;
  const after = s.afterContact[0]!;
  const cell = s.row * K.CLASS_FIELDS;
  const counted = s.row < s.intervals;
  let { tied, last, goneAt } = run;
  let next = source.next;
  let arrived = arrivals[next]!;
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
        restUntil(s, run, done);
        goneAt = run.goneAt;
        rested = books[K.BUSY_SECONDS]!;
      }
      rested += done;
      began += arrived;
    } else {
      delayed++;
      joined += arrived;
      const deadline = patience[next]! + arrived;
      if (done > planned) {
        wait(s, arrived, deadline, work[next]!);
        taken = false;
      } else if (deadline > done) {
        left += done;
        const waited = done - arrived;
        answered++;
        waits += waited;
        if (waited <= threshold) within++;
        if (waited <= responseWithin) responded++;
        if (counted) histogram[K.binOf(waited)]!++;
        from = done;
      } else {
        left += deadline;
        const waited = Math.max(0, deadline - arrived);
        cells[cell + K.ABANDONED]!++;
        cells[cell + K.WAIT_ABANDONED]! += waited;
        if (waited <= threshold) cells[cell + K.ABANDONED_WITHIN]!++;
        if (waited <= shortAbandon) cells[cell + K.ABANDONED_SHORT]!++;
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
      // branched on, because a processor guesses half of these branches wrong. Written out here and in
      // plain-loop.ts: as one function that both call, this loop takes 1.3 times as long.
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
  run.tied = tied;
  run.last = last;
}

/** Who takes this contact is known after the next change only: it joins the queue. */
function wait(s: EngineState, arrived: number, deadline: number, work: number): void {
  const queue = s.queues[0]!;
  const at = queue.pushBack();
  const { data } = queue;
  data[at + ARRIVED] = arrived;
  data[at + DEADLINE] = deadline;
  data[at + WORK] = work;
  data[at + INTERVAL] = s.row;
  data[at + STATE] = WAITING;
  s.waiting[0]!++;
}

function rest(s: EngineState, agent: number, done: number): void {
  const { floor } = s;
  floor.load[agent] = 0;
  floor.exclusive[agent] = 0;
  floor.now = done;
  floor.rest(agent);
}

/** Those who have finished their last contact by `time` have nothing in hand any more, in order. */
function restUntil(s: EngineState, run: Run, time: number): void {
  const { leaving } = run;
  for (; run.gone < leaving.length && leaving[run.gone]!.done <= time; run.gone++)
    rest(s, leaving[run.gone]!.agent, leaving[run.gone]!.done);
  run.goneAt = leaving[run.gone]?.done ?? Infinity;
}

type Leaving = { readonly agent: number; readonly done: number };

/** Takes agents who finish their last contact out of the heap, in the order in which they will be done. */
function setAside(s: EngineState, run: Run): void {
  const { heap, floor } = s;
  const leaving: Leaving[] = [];
  for (let i = 0; i < heap.size; i++)
    if (floor.on[heap.agent[i]!] === 0) leaving.push({ agent: heap.agent[i]!, done: heap.time[i]! });
  for (let i = 0; i < leaving.length; i++) heap.remove(leaving[i]!.agent);
  run.leaving = leaving.sort((a, b) => a.done - b.done);
  run.gone = 0;
  run.goneAt = leaving[0]?.done ?? Infinity;
}
