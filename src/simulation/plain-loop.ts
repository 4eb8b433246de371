/**
 * The event loop of plain models, written out: what arrivals and completions do there, and nothing else.
 *
 * Plain is a model of live contacts that take an agent whole, of agents with shifts of their own, longest
 * idle first, with at most 31 classes and groups (one bit each says who waits and who is free). The loop counts
 * in the same record as the general one (engine.ts), does the same additions in the same order and so gives the
 * same bytes, which a test compares. Its arrays are local, which the general one cannot afford: that is where
 * its speed comes from. What does not happen with every contact stands in plain-floor.ts.
 *
 * What is answered at once is not counted one by one: `settleAtOnce` adds offered less delayed at the end.
 */
import { ARRIVED, DEADLINE, INTERVAL, STATE, WAITING, WORK } from './contact-queue.ts';
import * as K from './counters.ts';
import type { EngineState } from './engine-state.ts';
import { changePlain, FREES, type PlainFloor, takeNext, WAITS } from './plain-floor.ts';
import * as S from './staffing-plan.ts';

const PLAIN_CHANGES = new Set([
  S.CLOSE_INTERVAL,
  S.CLASS_OPENS,
  S.CLASS_CLOSES,
  S.AGENT_COMES,
  S.AGENT_LEAVES,
  S.AGENT_TAKES_NO_MORE,
]);
/** Bits that a whole number has to spare. */
const MOST = 31;

/** True when nothing in the model asks for more than the plain loop does. */
export function isPlain(s: EngineState): boolean {
  return (
    s.log === null &&
    !s.hasTimers &&
    s.classes <= MOST &&
    s.model.groups.length <= MOST &&
    s.model.controls.kind.every((kind) => PLAIN_CHANGES.has(kind)) &&
    s.model.classes.every(
      (_, c) =>
        s.plain[c] === 1 && s.full[c] === 0 && s.simple[c] === 1 && s.special[c] === 0 && s.hasBot[c] === 0,
    )
  );
}

export function plainLoop(p: PlainFloor): void {
  const { s } = p;
  const controlTime = s.model.controls.time;
  p.clear();
  for (let control = 0; control < controlTime.length; control++) {
    const planned = controlTime[control]!;
    while (!untilChange(p, planned));
    s.setNow(planned);
    changePlain(p, control);
  }
}

/**
 * Events that the loop handles before it returns and is called again. A function that runs for long is compiled
 * twice, once for its next call and once for the one under way; that took a tenth of a thread's first second.
 */
const SLICE = 128;

/** Arrivals and completions before the next planned change, in order; true when there are no more. */
function untilChange(p: PlainFloor, planned: number): boolean {
  const { s, bits, busy, field, ring, ringStart, ringMask, first, last } = p;
  const { groupStart, tierGroups, groupsOfTier, classesOfGroup } = p;
  const { cells, classes, heap, floor, queues, sources, waiting, queueJoined, afterContact, even } = s;
  const { open, tierStart, nextArrival: arrivals } = s;
  const { time: times, agent: agents } = heap;
  const { group, on, since, books, begun } = floor;
  const row = s.row;
  let arriving = 0;
  for (let c = 1; c < classes; c++) if (arrivals[c]! < arrivals[arriving]!) arriving = c;
  let arrival = arrivals[arriving]!;
  for (let event = 0; event < SLICE; event++) {
    const completion = times[0]!;
    if (completion <= planned && completion <= arrival) {
      const agent = agents[0]!;
      const g = group[agent]!;
      let taken = false;
      if (on[agent] === 1 && (bits[WAITS]! & classesOfGroup[g]!) !== 0) {
        s.setNow(completion);
        taken = takeNext(p, agent);
      }
      let key = heap.key;
      let moved = agent;
      let size = heap.size;
      if (!taken) {
        busy[agent] = 0;
        books[field[agent]!]! += completion;
        if (on[agent] === 1) {
          since[agent] = completion;
          ring[ringStart[g]! + (last[g]! & ringMask[g]!)] = agent;
          last[g]!++;
          bits[FREES]! |= 1 << g;
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
        const one = child + +(times[child + 1]! < times[child]!);
        const other = child + 2 + +(times[child + 3]! < times[child + 2]!);
        const least = one + (other - one) * +(times[other]! < times[one]!);
        const below = times[least]!;
        if (below >= key) break;
        times[i] = below;
        agents[i] = agents[least]!;
        i = least;
      }
      times[i] = key;
      agents[i] = moved;
    } else if (planned <= arrival) return true;
    else {
      const c = arriving;
      const source = sources[c]!;
      const cell = (row * classes + c) * K.CLASS_FIELDS;
      // The longest idle agent of the first tier that has one.
      let agent = -1;
      const end = tierStart[c + 1]!;
      for (let k = tierStart[c]!; k < end; k++) {
        const groups = bits[FREES]! & groupsOfTier[k]!;
        if (groups === 0) continue;
        if ((groups & (groups - 1)) === 0) {
          const g = 31 - Math.clz32(groups);
          agent = ring[ringStart[g]! + (first[g]! & ringMask[g]!)]!;
        } else
          for (let j = groupStart[k]!; j < groupStart[k + 1]!; j++) {
            const g = tierGroups[j]!;
            if ((groups & (1 << g)) === 0) continue;
            const candidate = ring[ringStart[g]! + (first[g]! & ringMask[g]!)]!;
            if (agent < 0 || since[candidate]! < since[agent]!) agent = candidate;
          }
        break;
      }
      if (open[c] === 0) cells[cell + K.TURNED_AWAY]!++;
      else if (agent >= 0) {
        cells[cell + K.OFFERED]!++;
        const g = group[agent]!;
        const next = first[g]! + 1;
        first[g] = next;
        if (next === last[g]!) bits[FREES]! &= ~(1 << g);
        busy[agent] = 1;
        begun[field[agent]!]! += arrival;
        const work = source.work[source.next]! + afterContact[c]!;
        const key = arrival + (even ? work : work * s.slowness(agent, c));
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
        cells[cell + K.OFFERED]!++;
        cells[cell + K.DELAYED]!++;
        const queue = queues[c]!;
        const at = queue.pushBack();
        const { data } = queue;
        data[at + ARRIVED] = arrival;
        data[at + DEADLINE] = source.patience[source.next]! + arrival;
        data[at + WORK] = source.work[source.next]!;
        data[at + INTERVAL] = row;
        data[at + STATE] = WAITING;
        waiting[c]!++;
        bits[WAITS]! |= 1 << c;
        queueJoined[c]! += arrival;
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
  return false;
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
      cells[cell + K.ARRIVALS] = cells[cell + K.OFFERED]! + cells[cell + K.TURNED_AWAY]!;
      cells[cell + K.RESPONSE_SECONDS] = cells[cell + K.WAIT_ANSWERED]!;
    }
}
