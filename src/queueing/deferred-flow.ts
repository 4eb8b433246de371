/**
 * The two cumulative curves of a backlog, work arrived and work done, and what lies between them.
 *
 * Both are piecewise linear in time. The grid holds every interval end and every opening and closing,
 * so between two points the business clock is linear too, and so is the response time of the work.
 */
import type { Seconds } from '../units.ts';
import type { BusinessClock } from './business-clock.ts';
import type { DeferredInputs } from './deferred-work.ts';

/** A stretch of contacts that arrived in one interval and were answered at one pace. */
export type FlowPart = {
  /** Of arrival; -1: found at the start. */
  readonly interval: number;
  readonly contacts: number;
  /** Response time of the first and last of them, business seconds; where not answered, the least it can become. */
  readonly first: Seconds;
  readonly last: Seconds;
  readonly answered: boolean;
};

export type Flow = {
  readonly parts: readonly FlowPart[];
  readonly completed: Float64Array;
  readonly backlog: Float64Array;
  /** The worst moment, given the open seconds after which work must have been begun. */
  shortfall(
    clock: BusinessClock,
    slack: Seconds,
  ): { readonly workSeconds: number; readonly from: Seconds; readonly at: Seconds } | null;
};

/** Rising stretches of work: `from`..`to` in agent seconds, over open seconds. */
type Stretch = {
  readonly interval: number;
  readonly from: number;
  readonly to: number;
  readonly openFrom: Seconds;
  readonly openTo: Seconds;
};

/** Time and cumulative work at the corners of a curve. */
export type Curve = { readonly at: number[]; readonly work: number[] };

export function flowOf(inputs: DeferredInputs, clock: BusinessClock): Flow {
  const { intervalLength, arrivals, agents, workPerContact } = inputs;
  const arrived = arrivalStretches(inputs, clock);
  const done: Stretch[] = [];
  const doneCurve: Curve = { at: [0], work: [0] };
  const emptyAt: number[] = [];
  let backlog = arrived.opening;
  if (backlog === 0) emptyAt.push(0);
  let work = 0;
  const completed = new Float64Array(arrivals.length);
  const waiting = new Float64Array(arrivals.length);
  const grid = arrived.curve.at;
  const advance = (from: Seconds, to: Seconds, amount: number, interval: number): void => {
    if (amount > 0) {
      done.push({
        interval,
        from: work,
        to: work + amount,
        openFrom: clock.openBy(from),
        openTo: clock.openBy(to),
      });
    }
    work += amount;
    completed[interval]! += amount / workPerContact;
    doneCurve.at.push(to);
    doneCurve.work.push(work);
  };
  for (let i = 0; i + 1 < grid.length; i++) {
    const from = grid[i] ?? 0;
    const to = grid[i + 1] ?? 0;
    const interval = Math.min(arrivals.length - 1, Math.floor((from + to) / 2 / intervalLength));
    const arriving = ((arrivals[interval] ?? 0) * workPerContact) / intervalLength;
    const capacity = agents[interval] ?? 0;
    const length = to - from;
    const clears = backlog === 0 ? 0 : capacity > arriving ? backlog / (capacity - arriving) : Infinity;
    if (arriving > capacity || clears >= length) {
      advance(from, to, capacity * length, interval);
      backlog += (arriving - capacity) * length;
      if (clears === length) backlog = 0;
    } else {
      if (clears > 0) advance(from, from + clears, capacity * clears, interval);
      advance(from + clears, to, arriving * (length - clears), interval);
      backlog = 0;
      emptyAt.push(to);
    }
    waiting[interval] = backlog / workPerContact;
  }
  return {
    parts: partsOf(arrived.stretches, done, workPerContact, clock.openBy(grid.at(-1) ?? 0)),
    completed,
    backlog: waiting,
    shortfall: (someClock, slack) => worstShortfall(someClock, slack, arrived, doneCurve, emptyAt),
  };
}

type Arrived = {
  readonly stretches: readonly Stretch[];
  readonly curve: Curve;
  /** Work found at the start. */
  readonly opening: number;
};

/** Work arriving, oldest first: what was found at the start, then interval by interval. */
export function arrivalStretches(
  { intervalLength, arrivals, workPerContact, openingBacklog = [] }: Omit<DeferredInputs, 'agents'>,
  clock: BusinessClock,
): Arrived {
  const stretches: Stretch[] = [];
  let work = 0;
  for (const { contacts, age } of [...openingBacklog].sort((a, b) => b.age - a.age)) {
    const to = work + contacts * workPerContact;
    stretches.push({ interval: -1, from: work, to, openFrom: -age, openTo: -age });
    work = to;
  }
  const opening = work;
  const end = intervalLength * arrivals.length;
  const edges = clock.spans.flat().filter((at) => at > 0 && at < end);
  const ends = Array.from({ length: arrivals.length + 1 }, (_, i) => i * intervalLength);
  const at = [...new Set([...ends, ...edges])].sort((a, b) => a - b);
  const curve: Curve = { at, work: [work] };
  for (let i = 0; i + 1 < at.length; i++) {
    const from = at[i] ?? 0;
    const to = at[i + 1] ?? 0;
    const interval = Math.min(arrivals.length - 1, Math.floor((from + to) / 2 / intervalLength));
    const next = work + ((arrivals[interval] ?? 0) * workPerContact * (to - from)) / intervalLength;
    if (next > work) {
      stretches.push({
        interval,
        from: work,
        to: next,
        openFrom: clock.openBy(from),
        openTo: clock.openBy(to),
      });
    }
    work = next;
    curve.work.push(work);
  }
  return { stretches, curve, opening };
}

/** First in, first out: match the arriving stretches with the ones done, work unit by work unit. */
function partsOf(
  arrived: readonly Stretch[],
  done: readonly Stretch[],
  workPerContact: Seconds,
  openAtEnd: Seconds,
): FlowPart[] {
  const parts: FlowPart[] = [];
  const total = done.at(-1)?.to ?? 0;
  // What rounding leaves between the two curves is not a part.
  const least = 1e-12 * Math.max(arrived.at(-1)?.to ?? 0, 1e-300);
  let next = 0;
  for (const arrival of arrived) {
    let from = arrival.from;
    while (from < arrival.to - least && next < done.length) {
      const service = done[next];
      if (service === undefined || service.to <= from + least) {
        next++;
        continue;
      }
      const to = Math.min(arrival.to, service.to);
      const response = (x: number): Seconds =>
        workPerContact + Math.max(0, openAt(service, x) - openAt(arrival, x));
      parts.push({
        interval: arrival.interval,
        contacts: (to - from) / workPerContact,
        first: response(from),
        last: response(to),
        answered: true,
      });
      from = to;
    }
    if (from < arrival.to - least && from >= total - least) {
      parts.push({
        interval: arrival.interval,
        contacts: (arrival.to - from) / workPerContact,
        first: workPerContact + openAtEnd - openAt(arrival, from),
        last: workPerContact + openAtEnd - openAt(arrival, arrival.to),
        answered: false,
      });
    }
  }
  return parts;
}

/** Open seconds at which the stretch reaches the work `x`. */
function openAt({ from, to, openFrom, openTo }: Stretch, x: number): Seconds {
  const share = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return openFrom + (openTo - openFrom) * share;
}

/** Value of a piecewise linear curve, constant beyond its ends. */
export function valueAt({ at, work }: Curve, time: Seconds): number {
  let low = 0;
  let high = at.length - 1;
  if (time <= (at[0] ?? 0)) return work[0] ?? 0;
  if (time >= (at[high] ?? 0)) return work[high] ?? 0;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? 0) <= time) low = middle;
    else high = middle;
  }
  const [t0 = 0, t1 = 1, w0 = 0, w1 = 0] = [at[low], at[high], work[low], work[high]];
  return t1 === t0 ? w1 : w0 + ((w1 - w0) * (time - t0)) / (t1 - t0);
}

/** Work that must have been begun by an instant so that each contact is answered within its due time. */
export function workDueBy(arrived: Arrived, clock: BusinessClock, slack: Seconds, at: Seconds): number {
  const open = clock.openBy(at) - slack;
  if (open >= 0) {
    const latest = clock.latestAt(open);
    return valueAt(arrived.curve, latest);
  }
  let work = 0;
  for (const { interval, openTo, to } of arrived.stretches) {
    if (interval < 0 && openTo <= open) work = to;
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
  const dueCorners = arrived.curve.at.map((at) => clock.earliestAt(clock.openBy(at) + slack));
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
