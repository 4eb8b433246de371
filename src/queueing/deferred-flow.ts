/**
 * The two cumulative curves of a backlog, work arrived and work done, and what lies between them.
 *
 * Both are piecewise linear in time. The grid holds every interval end and every opening and closing,
 * so between two points the business clock is linear too, and so is the response time of the work.
 */
import type { Seconds } from '../units.ts';
import { businessClock, type BusinessClock } from './business-clock.ts';
import type { DeferredInputs } from './deferred-work.ts';

/** Stretches of contacts that arrived in one interval and were answered at one pace; arrays side by side. */
export type FlowParts = {
  readonly count: number;
  /** Of arrival; -1: found at the start. */
  readonly interval: Int32Array;
  readonly contacts: Float64Array;
  /** Response time of the first and last of them, business seconds; where not answered, the least it can become. */
  readonly first: Float64Array;
  readonly last: Float64Array;
  readonly answered: Uint8Array;
};

export type Flow = {
  readonly parts: FlowParts;
  readonly completed: Float64Array;
  /** Agent seconds of work done in each interval. */
  readonly worked: Float64Array;
  readonly backlog: Float64Array;
  /** The worst moment, given the open seconds after which work must have been begun. */
  shortfall(
    slack: Seconds,
  ): { readonly workSeconds: number; readonly from: Seconds; readonly at: Seconds } | null;
};

/** Rising stretches of work: `from`..`to` in agent seconds, over open seconds; arrays side by side. */
type Stretches = {
  count: number;
  readonly interval: Int32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly openFrom: Float64Array;
  readonly openTo: Float64Array;
};

/** Time and cumulative work at the corners of a curve. */
export type Curve = { readonly at: Float64Array; readonly work: Float64Array };

/** The times between which everything is linear: the same for every volume and every number of agents. */
export type FlowGrid = {
  readonly clock: BusinessClock;
  readonly at: Float64Array;
  /** Open seconds by then. */
  readonly open: Float64Array;
  /** Interval that the piece from here to the next time lies in. */
  readonly interval: Int32Array;
};

/** The grid of some deferred work; it depends on hours and intervals alone. */
export function flowGridOf({
  intervalLength,
  arrivals: { length: intervals },
  openSpans,
}: Pick<DeferredInputs, 'intervalLength' | 'openSpans'> & {
  readonly arrivals: ArrayLike<unknown>;
}): FlowGrid {
  const clock = businessClock(openSpans);
  const end = intervalLength * intervals;
  const edges = clock.spans.flat().filter((at) => at > 0 && at < end);
  const ends = Array.from({ length: intervals + 1 }, (_, i) => i * intervalLength);
  const at = Float64Array.from(new Set([...ends, ...edges])).sort();
  return {
    clock,
    at,
    open: at.map((time) => clock.openBy(time)),
    interval: Int32Array.from({ length: Math.max(0, at.length - 1) }, (_, i) =>
      Math.min(intervals - 1, Math.floor((at[i]! + at[i + 1]!) / 2 / intervalLength)),
    ),
  };
}

/** Room for one flow on a grid; it may serve run after run, and then holds the last one. */
export type FlowSpace = { readonly arrived: Stretches; readonly done: Stretches; readonly parts: PartsRoom };

type PartsRoom = { -readonly [Name in keyof FlowParts]: FlowParts[Name] };

export function flowSpace(grid: FlowGrid, found = 0): FlowSpace {
  const pieces = grid.interval.length;
  // Each part ends where a stretch of either kind does; an arrival may keep a part that is not answered.
  const size = 2 * (pieces + found) + 2 * pieces;
  return {
    arrived: room(pieces + found),
    // A backlog that clears within a piece makes two stretches of it.
    done: room(2 * pieces),
    parts: {
      count: 0,
      interval: new Int32Array(size),
      contacts: new Float64Array(size),
      first: new Float64Array(size),
      last: new Float64Array(size),
      answered: new Uint8Array(size),
    },
  };
}

function room(count: number): Stretches {
  return {
    count: 0,
    interval: new Int32Array(count),
    from: new Float64Array(count),
    to: new Float64Array(count),
    openFrom: new Float64Array(count),
    openTo: new Float64Array(count),
  };
}

function add(
  list: Stretches,
  interval: number,
  from: number,
  to: number,
  openFrom: Seconds,
  openTo: Seconds,
): void {
  const place = list.count++;
  list.interval[place] = interval;
  list.from[place] = from;
  list.to[place] = to;
  list.openFrom[place] = openFrom;
  list.openTo[place] = openTo;
}

export function flowOf(
  inputs: DeferredInputs,
  grid: FlowGrid,
  space = flowSpace(grid, inputs.openingBacklog?.length),
): Flow {
  const { intervalLength, arrivals, agents, workPerContact, workPerFound = workPerContact } = inputs;
  const { at, open } = grid;
  const pieces = grid.interval.length;
  const arrived = arrivalStretches(inputs, grid, space.arrived);
  const { done } = space;
  done.count = 0;
  const doneAt = new Float64Array(2 * pieces + 1);
  const doneWork = new Float64Array(2 * pieces + 1);
  let corners = 1;
  const emptyAt: number[] = [];
  let backlog = arrived.opening;
  if (backlog === 0) emptyAt.push(0);
  let work = 0;
  const completed = new Float64Array(arrivals.length);
  const worked = new Float64Array(arrivals.length);
  const waiting = new Float64Array(arrivals.length);
  const advance = (
    to: Seconds,
    amount: number,
    interval: number,
    openFrom: Seconds,
    openTo: Seconds,
  ): void => {
    if (amount > 0) add(done, interval, work, work + amount, openFrom, openTo);
    const found = Math.min(amount, Math.max(0, arrived.opening - work));
    work += amount;
    worked[interval]! += amount;
    completed[interval]! += found / workPerFound + (amount - found) / workPerContact;
    doneAt[corners] = to;
    doneWork[corners++] = work;
  };
  for (let i = 0; i < pieces; i++) {
    const from = at[i]!;
    const to = at[i + 1]!;
    const interval = grid.interval[i]!;
    const arriving = ((arrivals[interval] ?? 0) * workPerContact) / intervalLength;
    const capacity = agents[interval] ?? 0;
    const length = to - from;
    const clears = backlog === 0 ? 0 : capacity > arriving ? backlog / (capacity - arriving) : Infinity;
    if (arriving > capacity || clears >= length) {
      advance(to, capacity * length, interval, open[i]!, open[i + 1]!);
      backlog += (arriving - capacity) * length;
      if (clears === length) backlog = 0;
    } else {
      // A piece is open or closed as a whole.
      const openThen = open[i]! + (open[i + 1]! - open[i]!) * (clears / length);
      if (clears > 0) advance(from + clears, capacity * clears, interval, open[i]!, openThen);
      advance(to, arriving * (length - clears), interval, openThen, open[i + 1]!);
      backlog = 0;
      emptyAt.push(to);
    }
    const found = Math.min(backlog, Math.max(0, arrived.opening - work));
    waiting[interval] = found / workPerFound + (backlog - found) / workPerContact;
  }
  const curve = { at: doneAt.subarray(0, corners), work: doneWork.subarray(0, corners) };
  return {
    parts: fillParts(space.parts, arrived.stretches, done, workPerContact, workPerFound, open.at(-1) ?? 0),
    completed,
    worked,
    backlog: waiting,
    shortfall: (slack) => worstShortfall(grid.clock, slack, arrived, curve, emptyAt),
  };
}

type Arrived = {
  readonly stretches: Stretches;
  readonly curve: Curve;
  /** Work found at the start. */
  readonly opening: number;
};

/** Work arriving, oldest first: what was found at the start, then interval by interval. */
export function arrivalStretches(
  {
    intervalLength,
    arrivals,
    workPerContact,
    workPerFound = workPerContact,
    openingBacklog = [],
  }: Omit<DeferredInputs, 'agents'>,
  { at, open, interval }: FlowGrid,
  stretches = room(interval.length + openingBacklog.length),
): Arrived {
  stretches.count = 0;
  let work = 0;
  for (const { contacts, age, youngest = age } of [...openingBacklog].sort((a, b) => b.age - a.age)) {
    const to = work + contacts * workPerFound;
    add(stretches, -1, work, to, -age, -youngest);
    work = to;
  }
  const opening = work;
  const curve: Curve = { at, work: new Float64Array(at.length) };
  curve.work[0] = work;
  for (let i = 0; i < interval.length; i++) {
    const cell = interval[i]!;
    const next = work + ((arrivals[cell] ?? 0) * workPerContact * (at[i + 1]! - at[i]!)) / intervalLength;
    if (next > work) add(stretches, cell, work, next, open[i]!, open[i + 1]!);
    work = next;
    curve.work[i + 1] = work;
  }
  return { stretches, curve, opening };
}

/** First in, first out: match the arriving stretches with the ones done, work unit by work unit. */
function fillParts(
  parts: PartsRoom,
  arrived: Stretches,
  done: Stretches,
  workPerContact: Seconds,
  workPerFound: Seconds,
  openAtEnd: Seconds,
): FlowParts {
  const { interval, contacts, first, last, answered } = parts;
  let count = 0;
  const total = done.count > 0 ? done.to[done.count - 1]! : 0;
  // What rounding leaves between the two curves is not a part.
  const least = 1e-12 * Math.max(arrived.count > 0 ? arrived.to[arrived.count - 1]! : 0, 1e-300);
  let next = 0;
  for (let a = 0; a < arrived.count; a++) {
    const end = arrived.to[a]!;
    const own = arrived.interval[a]! < 0 ? workPerFound : workPerContact;
    let from = arrived.from[a]!;
    while (from < end - least && next < done.count) {
      if (done.to[next]! <= from + least) {
        next++;
        continue;
      }
      const to = Math.min(end, done.to[next]!);
      interval[count] = arrived.interval[a]!;
      contacts[count] = (to - from) / own;
      first[count] = own + Math.max(0, openAt(done, next, from) - openAt(arrived, a, from));
      last[count] = own + Math.max(0, openAt(done, next, to) - openAt(arrived, a, to));
      answered[count++] = 1;
      from = to;
    }
    if (from < end - least && from >= total - least) {
      interval[count] = arrived.interval[a]!;
      contacts[count] = (end - from) / own;
      first[count] = own + openAtEnd - openAt(arrived, a, from);
      last[count] = own + openAtEnd - openAt(arrived, a, end);
      answered[count++] = 0;
    }
  }
  parts.count = count;
  return parts;
}

/** Open seconds at which stretch `k` reaches the work `x`. */
function openAt({ from, to, openFrom, openTo }: Stretches, k: number, x: number): Seconds {
  const share = Math.min(1, Math.max(0, (x - from[k]!) / (to[k]! - from[k]!)));
  return openFrom[k]! + (openTo[k]! - openFrom[k]!) * share;
}

/** Value of a piecewise linear curve, constant beyond its ends. */
export function valueAt({ at, work }: Curve, time: Seconds): number {
  let low = 0;
  let high = at.length - 1;
  if (time <= at[0]!) return work[0]!;
  if (time >= at[high]!) return work[high]!;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (at[middle]! <= time) low = middle;
    else high = middle;
  }
  const from = at[low]!;
  const to = at[high]!;
  return to === from ? work[high]! : work[low]! + ((work[high]! - work[low]!) * (time - from)) / (to - from);
}

/** Work that must have been begun by an instant so that each contact is answered within its due time. */
export function workDueBy(arrived: Arrived, clock: BusinessClock, slack: Seconds, at: Seconds): number {
  const open = clock.openBy(at) - slack;
  if (open >= 0) {
    const latest = clock.latestAt(open);
    return valueAt(arrived.curve, latest);
  }
  let work = 0;
  const { count, interval, openFrom, openTo, from, to } = arrived.stretches;
  for (let k = 0; k < count && interval[k]! < 0; k++) {
    if (openTo[k]! <= open) work = to[k]!;
    else if (openFrom[k]! < open)
      work = from[k]! + ((to[k]! - from[k]!) * (open - openFrom[k]!)) / (openTo[k]! - openFrom[k]!);
  }
  return work;
}

/** The demand bound: the most by which work due exceeds work done. Both are linear between the corners. */
function worstShortfall(
  clock: BusinessClock,
  slack: Seconds,
  arrived: Arrived,
  done: Curve,
  emptyAt: readonly number[],
): { workSeconds: number; from: Seconds; at: Seconds } | null {
  const end = done.at.at(-1) ?? 0;
  const dueCorners = Array.from(arrived.curve.at, (at) => clock.earliestAt(clock.openBy(at) + slack));
  // What was found late already is due at the start.
  const { count, interval, openFrom, openTo } = arrived.stretches;
  for (let k = 0; k < count && interval[k]! < 0; k++)
    for (const open of [openFrom[k]!, openTo[k]!])
      dueCorners.push(clock.earliestAt(Math.max(0, open + slack)));
  let worst = 1e-9 * (arrived.curve.work.at(-1) ?? 0);
  let worstAt: number | null = null;
  for (const at of [...done.at, ...dueCorners]) {
    if (!(at <= end)) continue;
    const missing = workDueBy(arrived, clock, slack, at) - valueAt(done, at);
    if (missing > worst) {
      worst = missing;
      worstAt = at;
    }
  }
  if (worstAt === null) return null;
  const limit = worstAt;
  return { workSeconds: worst, from: emptyAt.filter((at) => at <= limit).at(-1) ?? 0, at: limit };
}
