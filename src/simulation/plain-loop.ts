/**
 * The event loop of plain models, written out: what arrivals and completions do there, and nothing else.
 *
 * Plain is a model of live contacts that take an agent whole, of agents with shifts of their own, longest
 * idle first. The loop acts on the same record as the general one (engine.ts), does the same additions
 * in the same order and so gives the same bytes, which a test compares; whatever is rare (agents who come
 * and leave, intervals that end) it leaves to the modules that the general one uses. Its arrays are local,
 * which the general one cannot afford: that is where its speed comes from.
 *
 * What is answered at once is not counted one by one: `settleAtOnce` adds offered less delayed at the end.
 */
import { ARRIVED, DEADLINE, INTERVAL, RECORD, STATE, WAITING, WORK } from './contact-queue.ts';
import * as K from './counters.ts';
import { purge } from './counting.ts';
import type { EngineState } from './engine-state.ts';
import { change } from './planned-changes.ts';
import { AGENT_COMES, AGENT_LEAVES, AGENT_TAKES_NO_MORE, CLOSE_INTERVAL } from './staffing-plan.ts';

const PLAIN_CHANGES = new Set([CLOSE_INTERVAL, AGENT_COMES, AGENT_LEAVES, AGENT_TAKES_NO_MORE]);

/** True when nothing in the model asks for more than the plain loop does. */
export function isPlain(s: EngineState): boolean {
  return (
    s.log === null &&
    !s.hasTimers &&
    s.model.controls.kind.every((kind) => PLAIN_CHANGES.has(kind)) &&
    s.model.classes.every(
      ({ open }, c) =>
        open === null &&
        s.plain[c] === 1 &&
        s.full[c] === 0 &&
        s.simple[c] === 1 &&
        s.special[c] === 0 &&
        s.hasBot[c] === 0,
    )
  );
}

export function plainLoop(s: EngineState): void {
  const { cells, histogram, classes, intervals, heap, floor, queues, sources, threshold, responseWithin } = s;
  const { waiting, queueBooks, queueJoined, afterContact, orderStart, orderClass, orderRank, even } = s;
  const times = heap.time;
  const agents = heap.agent;
  const { group, on, present, load, exclusive, since, next, previous, head, tail, listed, free } = floor;
  const { levels, level, books, begun, share } = floor;
  const arrivals = s.nextArrival;
  const controlTime = s.model.controls.time;
  // Groups that each class tries: tiers one after the other, within a tier the longest idle.
  const tierStart = s.tierStart;
  const groupStart = new Int32Array(s.tiers.length + 1);
  s.tiers.forEach((tier, k) => (groupStart[k + 1] = groupStart[k]! + tier.groups.length));
  const tierGroups = Int32Array.from(s.tiers.flatMap((tier) => tier.groups));
  let control = 0;
  let planned = controlTime[0]!;
  let arriving = 0;
  for (let c = 1; c < classes; c++) if (arrivals[c]! < arrivals[arriving]!) arriving = c;
  let arrival = arrivals[arriving]!;
  let row = s.row;
  for (;;) {
    const completion = times[0]!;
    if (completion <= planned && completion <= arrival) {
      const now = completion;
      const agent = agents[0]!;
      const g = group[agent]!;
      let c = -1;
      if (on[agent] === 1) {
        // The class whose oldest contact he takes next, as `pick` finds it.
        let oldest = Infinity;
        let rank = 0;
        const end = orderStart[g + 1]!;
        for (let k = orderStart[g]!; k < end; k++) {
          const other = orderClass[k]!;
          if (waiting[other] === 0) continue;
          if (c >= 0 && orderRank[k] !== rank) break;
          const queue = queues[other]!;
          const { data } = queue;
          const at = (queue.head & queue.mask) * RECORD;
          if (!(data[at + DEADLINE]! > now)) {
            s.setNow(now);
            if (!purge(s, other)) continue;
          }
          const arrived = data[(queue.head & queue.mask) * RECORD + ARRIVED]!;
          if (arrived < oldest) {
            oldest = arrived;
            c = other;
            rank = orderRank[k]!;
          }
        }
      }
      let key = 0;
      let moved = agent;
      let size = heap.size;
      if (c >= 0) {
        const queue = queues[c]!;
        const { data } = queue;
        const at = (queue.head & queue.mask) * RECORD;
        queue.head++;
        waiting[c]!--;
        queueBooks[c]! += now;
        const wait = now - data[at + ARRIVED]!;
        const interval = data[at + INTERVAL]!;
        const cell = (interval * classes + c) * K.CLASS_FIELDS;
        cells[cell + K.ANSWERED]!++;
        cells[cell + K.WAIT_ANSWERED]! += wait;
        if (wait <= threshold[c]!) cells[cell + K.WITHIN]!++;
        if (wait <= responseWithin[c]!) cells[cell + K.RESPONSE_WITHIN]!++;
        if (interval < intervals) histogram[c * K.HISTOGRAM_BINS + (wait > 0 ? K.binOf(wait) : 0)]!++;
        const work = data[at + WORK]! + afterContact[c]!;
        key = now + (even ? work : work * s.slowness(agent, c));
      } else {
        load[agent] = 0;
        exclusive[agent] = 0;
        share[agent] = 0;
        const at = g * K.GROUP_FIELDS + (present[agent] === 1 ? K.BUSY_SECONDS : K.OVERRUN_SECONDS);
        level[at]!--;
        books[at]! += now;
        if (on[agent] === 1) {
          const list = g * levels;
          const last = tail[list]!;
          since[agent] = now;
          next[agent] = -1;
          previous[agent] = last;
          if (last >= 0) next[last] = agent;
          else head[list] = agent;
          tail[list] = agent;
          listed[agent] = list;
          free[g]!++;
        }
        heap.size = --size;
        key = times[size]!;
        moved = agents[size]!;
        times[size] = Infinity;
        if (size === 0) continue;
      }
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
      agents[i] = moved;
    } else if (planned <= arrival) {
      s.setNow(planned);
      change(s, control);
      if (++control === controlTime.length) return;
      planned = controlTime[control]!;
      row = s.row;
    } else {
      const now = arrival;
      const c = arriving;
      const source = sources[c]!;
      const cell = (row * classes + c) * K.CLASS_FIELDS;
      cells[cell + K.OFFERED]!++;
      // The longest idle agent of the first tier that has one.
      let agent = -1;
      const end = tierStart[c + 1]!;
      for (let k = tierStart[c]!; k < end && agent < 0; k++) {
        const last = groupStart[k + 1]!;
        for (let j = groupStart[k]!; j < last; j++) {
          const candidate = head[tierGroups[j]! * levels]!;
          if (candidate >= 0 && (agent < 0 || since[candidate]! < since[agent]!)) agent = candidate;
        }
      }
      if (agent >= 0) {
        const g = group[agent]!;
        const list = g * levels;
        const after = next[agent]!;
        head[list] = after;
        if (after >= 0) previous[after] = -1;
        else tail[list] = -1;
        listed[agent] = -1;
        free[g]!--;
        load[agent] = 1;
        exclusive[agent] = 1;
        share[agent] = 1;
        const at = g * K.GROUP_FIELDS + (present[agent] === 1 ? K.BUSY_SECONDS : K.OVERRUN_SECONDS);
        level[at]!++;
        begun[at]! += now;
        const work = source.work[source.next]! + afterContact[c]!;
        const key = now + (even ? work : work * s.slowness(agent, c));
        let i = heap.size++;
        while (i > 0) {
          const parent = (i - 1) >> 2;
          const above = times[parent]!;
          if (above <= key) break;
          times[i] = above;
          agents[i] = agents[parent]!;
          i = parent;
        }
        times[i] = key;
        agents[i] = agent;
      } else {
        cells[cell + K.DELAYED]!++;
        const queue = queues[c]!;
        const at = queue.pushBack();
        const { data } = queue;
        data[at + ARRIVED] = now;
        data[at + DEADLINE] = source.patience[source.next]! + now;
        data[at + WORK] = source.work[source.next]!;
        data[at + INTERVAL] = row;
        data[at + STATE] = WAITING;
        waiting[c]!++;
        queueJoined[c]! += now;
      }
      source.advance();
      arrival = source.at[source.next]!;
      arrivals[c] = arrival;
      for (let other = 0; other < classes; other++) {
        const candidate = arrivals[other]!;
        if (candidate < arrival) {
          arrival = candidate;
          arriving = other;
        }
      }
    }
  }
}

/** Counts what the loop left out: contacts answered at once, and columns that repeat another in plain models. */
export function settleAtOnce(s: EngineState): void {
  const { cells, classes, intervals } = s;
  for (let row = 0; row <= intervals; row++)
    for (let c = 0; c < classes; c++) {
      const cell = (row * classes + c) * K.CLASS_FIELDS;
      const atOnce = cells[cell + K.OFFERED]! - cells[cell + K.DELAYED]!;
      cells[cell + K.ANSWERED]! += atOnce;
      if (s.threshold[c]! >= 0) cells[cell + K.WITHIN]! += atOnce;
      if (s.responseWithin[c]! >= 0) cells[cell + K.RESPONSE_WITHIN]! += atOnce;
      if (row < intervals) s.histogram[c * K.HISTOGRAM_BINS]! += atOnce;
      cells[cell + K.ARRIVALS] = cells[cell + K.OFFERED]!;
      cells[cell + K.RESPONSE_SECONDS] = cells[cell + K.WAIT_ANSWERED]!;
    }
}
