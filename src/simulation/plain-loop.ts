/**
 * The event loop of plain models, written out: what arrivals and completions do there, and nothing else.
 *
 * Plain is a model of live contacts that take an agent whole, of agents with shifts of their own, longest
 * idle first, with at most 31 classes and groups (one bit each says who waits and who is free). The loop acts on the same record as the general one (engine.ts), does the same additions
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

export function plainLoop(s: EngineState, choices: Choices): void {
  const controlTime = s.model.controls.time;
  for (let control = 0; control < controlTime.length; control++) {
    const planned = controlTime[control]!;
    untilChange(s, choices, planned);
    s.setNow(planned);
    change(s, control);
  }
}

/** Which groups each class tries and which classes each group takes, as lists and as bits. */
export type Choices = {
  /** Where the groups of a tier begin in `tierGroups`; within a tier the longest idle is taken. */
  readonly groupStart: Int32Array;
  readonly tierGroups: Int32Array;
  readonly groupsOfTier: Int32Array;
  readonly classesOfGroup: Int32Array;
};

export function choicesOf(s: EngineState): Choices {
  const groupStart = new Int32Array(s.tiers.length + 1);
  s.tiers.forEach((tier, k) => (groupStart[k + 1] = groupStart[k]! + tier.groups.length));
  return {
    groupStart,
    tierGroups: Int32Array.from(s.tiers.flatMap((tier) => tier.groups)),
    groupsOfTier: Int32Array.from(s.tiers, ({ groups }) => groups.reduce((bits, g) => bits | (1 << g), 0)),
    classesOfGroup: Int32Array.from(s.model.groups, ({ order }) =>
      order.reduce((bits, other) => bits | (1 << other.class), 0),
    ),
  };
}

/** Every arrival and completion before the next planned change. */
function untilChange(s: EngineState, choices: Choices, planned: number): void {
  const arrivals = s.nextArrival;
  const { cells, histogram, classes, intervals, heap, floor, queues, sources, threshold, responseWithin } = s;
  const { waiting, queueBooks, queueJoined, afterContact, orderStart, orderClass, orderRank, even } = s;
  const { open, tierStart, row } = s;
  const times = heap.time;
  const agents = heap.agent;
  const { group, on, present, load, exclusive, since, next, previous, head, tail, listed, free } = floor;
  const { levels, level, books, begun, share } = floor;
  const { groupStart, tierGroups, groupsOfTier, classesOfGroup } = choices;
  // Classes of which somebody waits while they are open, and groups of which somebody is free.
  let waits = waitingClasses(s);
  let frees = freeGroups(s);
  let arriving = 0;
  for (let c = 1; c < classes; c++) if (arrivals[c]! < arrivals[arriving]!) arriving = c;
  let arrival = arrivals[arriving]!;
  for (;;) {
    const completion = times[0]!;
    if (completion <= planned && completion <= arrival) {
      const now = completion;
      const agent = agents[0]!;
      const g = group[agent]!;
      let c = -1;
      if (on[agent] === 1 && (waits & classesOfGroup[g]!) !== 0) {
        // The class whose oldest contact he takes next, as `pick` finds it.
        let oldest = Infinity;
        let rank = 0;
        const end = orderStart[g + 1]!;
        for (let k = orderStart[g]!; k < end; k++) {
          const other = orderClass[k]!;
          if ((waits & (1 << other)) === 0) continue;
          if (c >= 0 && orderRank[k] !== rank) break;
          const queue = queues[other]!;
          const { data } = queue;
          const at = (queue.head & queue.mask) * RECORD;
          if (!(data[at + DEADLINE]! > now)) {
            s.setNow(now);
            if (!purge(s, other)) {
              waits &= ~(1 << other);
              continue;
            }
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
        if (--waiting[c]! === 0) waits &= ~(1 << c);
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
          frees |= 1 << g;
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
    } else if (planned <= arrival) return;
    else {
      const now = arrival;
      const c = arriving;
      const source = sources[c]!;
      const cell = (row * classes + c) * K.CLASS_FIELDS;
      const isOpen = open[c] === 1;
      cells[cell + (isOpen ? K.OFFERED : K.TURNED_AWAY)]!++;
      // The longest idle agent of the first tier that has one.
      let agent = -1;
      const end = tierStart[c + 1]!;
      for (let k = tierStart[c]!; k < end; k++) {
        const groups = frees & groupsOfTier[k]!;
        if (groups === 0) continue;
        if ((groups & (groups - 1)) === 0) agent = head[(31 - Math.clz32(groups)) * levels]!;
        else
          for (let j = groupStart[k]!; j < groupStart[k + 1]!; j++) {
            const candidate = head[tierGroups[j]! * levels]!;
            if (candidate >= 0 && (agent < 0 || since[candidate]! < since[agent]!)) agent = candidate;
          }
        break;
      }
      if (isOpen && agent >= 0) {
        const g = group[agent]!;
        const list = g * levels;
        const after = next[agent]!;
        head[list] = after;
        if (after >= 0) previous[after] = -1;
        else {
          tail[list] = -1;
          frees &= ~(1 << g);
        }
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
      } else if (isOpen) {
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
        waits |= 1 << c;
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

/** Bits of the open classes that somebody waits for. */
function waitingClasses(s: EngineState): number {
  let bits = 0;
  for (let c = 0; c < s.classes; c++) if (s.waiting[c]! > 0 && s.open[c] === 1) bits |= 1 << c;
  return bits;
}

/** Bits of the groups in which somebody is free. */
function freeGroups(s: EngineState): number {
  let bits = 0;
  for (let g = 0; g < s.model.groups.length; g++) if (s.floor.head[g * s.floor.levels]! >= 0) bits |= 1 << g;
  return bits;
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
