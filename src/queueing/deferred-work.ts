/**
 * Deferred work (e-mail, social, tickets): a flow that waits in a backlog and is answered in order
 * of its due time.
 *
 * One due time for all contacts makes earliest due date first the same as first come first served.
 * Work flows in evenly over each interval and is done at the agents' pace; both totals are piecewise
 * linear, so every response time and count here is exact for the flow. A response takes its place in
 * the backlog plus its own handling, in business seconds.
 *
 * Assumes that agents are free for this work all the time they are counted in, and that contacts are
 * many (the chance fluctuations of single contacts are left out). Do not use it for answers expected
 * within a few handle times: that is a queue (erlang-a.ts).
 *
 * Reference: Newell (1982), "Applications of Queueing Theory", ch. 2 (cumulative flows); Liu & Layland
 * (1973), JACM 20(1) for earliest due date first.
 */
import { DomainError } from '../errors.ts';
import type { Seconds, Share } from '../units.ts';
import type { OpenSpan } from './business-clock.ts';
import { requireNonNegative, requirePositive } from './domain.ts';
import type { Flow, FlowGrid, FlowParts, FlowSpace } from './deferred-flow.ts';
import { flowGridOf, flowOf } from './deferred-flow.ts';

export type DeferredInputs = {
  readonly intervalLength: Seconds;
  /** Contacts arriving in each interval. */
  readonly arrivals: ArrayLike<number>;
  /** Agents on this work in each interval; fractions allowed. */
  readonly agents: ArrayLike<number>;
  readonly workPerContact: Seconds;
  /** Answer due within this many open seconds. */
  readonly due: Seconds;
  /** When the clock runs, in seconds since the first interval. */
  readonly openSpans: readonly OpenSpan[];
  /** Contacts found at the start. */
  readonly openingBacklog?: readonly FoundWork[] | undefined;
  /** Work of one of those; absent: as of those that arrive. */
  readonly workPerFound?: Seconds | undefined;
};

/** Contacts that have waited so many open seconds; with `youngest`, evenly from that up to `age`. */
export type FoundWork = {
  readonly contacts: number;
  readonly age: Seconds;
  readonly youngest?: Seconds;
};

/** What became of contacts; times in business seconds. */
export type Verdicts = {
  readonly answered: number;
  readonly withinDue: number;
  readonly late: number;
  readonly responseSeconds: number;
};

export type DeferredResult = {
  /** Contacts answered in each interval. */
  readonly completed: Float64Array;
  /** Contacts waiting at the end of each interval. */
  readonly backlog: Float64Array;
  /** Share of the agents' time used; 0 where there are none. */
  readonly utilisation: Float64Array;
  /** By interval of arrival (contacts found at the start are in `found` and the totals only): answered in time. */
  readonly withinDue: Float64Array;
  /** By interval of arrival: answered late, or still waiting past their due time at the end. */
  readonly late: Float64Array;
  /** By interval of arrival: sum of response times of the contacts answered, business seconds. */
  readonly responseSeconds: Float64Array;
  /** By interval of arrival: contacts answered before the end. */
  readonly answered: Float64Array;
  /** The same of the contacts found at the start. */
  readonly found: Verdicts;
  readonly totals: {
    readonly answered: number;
    readonly withinDue: number;
    readonly late: number;
    /** Neither answered nor due before the end. */
    readonly undecided: number;
    /** withinDue / (withinDue + late); 1 where nothing fell due. */
    readonly shareWithinDue: Share;
    /** Over contacts answered, business seconds. */
    readonly meanFirstResponse: Seconds;
    /** Work done / work that the agents could have done. */
    readonly utilisation: Share;
  };
  /** Response time that `share` of the contacts with a verdict stay within; Infinity where too many were never answered. */
  firstResponsePercentile(share: Share): Seconds;
  /** Share of the contacts with a verdict answered within `time` business seconds. */
  firstResponseWithin(time: Seconds): Share;
  /** Work in agent seconds that was missing at the worst moment, since when, and when; null where every due time holds. */
  readonly shortfall: { readonly workSeconds: number; readonly from: Seconds; readonly at: Seconds } | null;
};

/**
 * The flow through the backlog.
 *
 * @throws {DomainError} on negative numbers, arrays of different length, or a due time below the work of one contact
 */
export function deferredWork(inputs: DeferredInputs): DeferredResult {
  return deferredLine(inputs)(inputs.agents);
}

/**
 * The same for one kind of work with many numbers of agents, or at many volumes: what they have in
 * common is prepared once. A volume is of what arrives: the contacts found at the start are there already.
 *
 * @param given grid of these hours, where it is known already
 * @param space to work in; a result then answers questions only until the next run
 * @throws {DomainError} as deferredWork, and on a factor below 0
 */
export function deferredLine(
  inputs: Omit<DeferredInputs, 'agents'>,
  given?: FlowGrid,
  space?: FlowSpace,
): (agents: ArrayLike<number>, factor?: number) => DeferredResult {
  requireDeferredInputs('deferredWork', inputs);
  const grid = given ?? flowGridOf(inputs);
  const { arrivals: atOnce } = inputs;
  // In one form whatever is handed in: the loops of a run are compiled for it.
  const usual = Float64Array.from(atOnce);
  const arrivals = new Float64Array(usual.length);
  const staffed = new Float64Array(usual.length);
  return (agents, factor = 1) => {
    requireNonNegative('deferredWork', 'factor', factor);
    if (agents.length !== arrivals.length) {
      throw new DomainError('deferredWork', 'agents', agents.length, `${arrivals.length} intervals`);
    }
    for (let i = 0; i < agents.length; i++) {
      const on = agents[i] ?? 0;
      if (!(on >= 0 && on < Infinity)) requireNonNegative('deferredWork', `agents[${i}]`, on);
    }
    staffed.set(agents);
    for (let i = 0; i < usual.length; i++) arrivals[i] = usual[i]! * factor;
    const busy = { ...inputs, agents: staffed, arrivals };
    return summarise(busy, flowOf(busy, grid, space));
  };
}

/** Domain of everything but the agents. */
export function requireDeferredInputs(functionName: string, inputs: Omit<DeferredInputs, 'agents'>): void {
  requirePositive(functionName, 'intervalLength', inputs.intervalLength);
  requirePositive(functionName, 'workPerContact', inputs.workPerContact);
  requirePositive(functionName, 'workPerFound', inputs.workPerFound ?? inputs.workPerContact);
  requirePositive(functionName, 'due', inputs.due);
  if (!(inputs.due >= inputs.workPerContact)) {
    throw new DomainError(functionName, 'due', inputs.due, 'at least the work of one contact');
  }
  const { arrivals } = inputs;
  for (let i = 0; i < arrivals.length; i++) {
    const contacts = arrivals[i] ?? 0;
    if (!(contacts >= 0 && contacts < Infinity)) {
      requireNonNegative(functionName, `arrivals[${i}]`, contacts);
    }
  }
  inputs.openingBacklog?.forEach(({ contacts, age, youngest = age }, i) => {
    requireNonNegative(functionName, `openingBacklog[${i}].contacts`, contacts);
    requireNonNegative(functionName, `openingBacklog[${i}].age`, age);
    requireNonNegative(functionName, `openingBacklog[${i}].youngest`, youngest);
    if (youngest > age) {
      throw new DomainError(functionName, `openingBacklog[${i}].youngest`, youngest, 'at most the age');
    }
  });
}

function summarise(inputs: DeferredInputs, flow: Flow): DeferredResult {
  const { intervalLength, due, agents } = inputs;
  const count = inputs.arrivals.length;
  const withinDue = new Float64Array(count);
  const late = new Float64Array(count);
  const responseSeconds = new Float64Array(count);
  const answered = new Float64Array(count);
  const totals = { answered: 0, withinDue: 0, late: 0, undecided: 0, response: 0 };
  const found = { answered: 0, withinDue: 0, late: 0, responseSeconds: 0 };
  const { parts } = flow;
  for (let k = 0; k < parts.count; k++) {
    const first = parts.first[k]!;
    const last = parts.last[k]!;
    const contacts = parts.contacts[k]!;
    const interval = parts.interval[k]!;
    const low = Math.min(first, last);
    const high = Math.max(first, last);
    const inTime = contacts * shareBelow(low, high, due);
    const overdue = contacts - inTime;
    if (parts.answered[k] === 1) {
      const seconds = (contacts * (first + last)) / 2;
      totals.answered += contacts;
      totals.response += seconds;
      totals.withinDue += inTime;
      totals.late += overdue;
      if (interval >= 0) {
        withinDue[interval]! += inTime;
        late[interval]! += overdue;
        responseSeconds[interval]! += seconds;
        answered[interval]! += contacts;
      } else {
        found.withinDue += inTime;
        found.late += overdue;
        found.responseSeconds += seconds;
        found.answered += contacts;
      }
    } else {
      totals.late += overdue;
      totals.undecided += inTime;
      if (interval >= 0) late[interval]! += overdue;
      else found.late += overdue;
    }
  }
  const utilisation = new Float64Array(count);
  let done = 0;
  let capacity = 0;
  for (let i = 0; i < count; i++) {
    const possible = (agents[i] ?? 0) * intervalLength;
    const used = flow.worked[i] ?? 0;
    utilisation[i] = possible > 0 ? Math.min(1, used / possible) : 0;
    done += used;
    capacity += possible;
  }
  const judged = totals.withinDue + totals.late;
  const within = (time: Seconds): Share => {
    if (judged === 0) return 1;
    let sum = 0;
    for (let k = 0; k < parts.count; k++) {
      if (parts.answered[k] !== 1) continue;
      const first = parts.first[k]!;
      const last = parts.last[k]!;
      sum += parts.contacts[k]! * shareBelow(Math.min(first, last), Math.max(first, last), time);
    }
    return sum / judged;
  };
  return {
    completed: flow.completed,
    backlog: flow.backlog,
    utilisation,
    withinDue,
    late,
    responseSeconds,
    answered,
    found,
    totals: {
      answered: totals.answered,
      withinDue: totals.withinDue,
      late: totals.late,
      undecided: totals.undecided,
      shareWithinDue: judged === 0 ? 1 : totals.withinDue / judged,
      meanFirstResponse: totals.answered === 0 ? 0 : totals.response / totals.answered,
      utilisation: capacity === 0 ? 0 : Math.min(1, done / capacity),
    },
    firstResponseWithin(time) {
      requireNonNegative('firstResponseWithin', 'time', time);
      return within(time);
    },
    firstResponsePercentile: (share) => percentile(verdictsOf(parts, due), judged, share),
    // Searched for only when asked: it takes as long as all the rest.
    get shortfall() {
      return flow.shortfall(due - inputs.workPerContact);
    },
  };
}

/** Contacts whose response times lie evenly between `low` and `high`. */
type Span = { readonly low: number; readonly high: number; readonly contacts: number };

/** Contacts with a verdict: answered, or still waiting past their due time. */
function verdictsOf(parts: FlowParts, due: Seconds): Span[] {
  const spans: Span[] = [];
  for (let k = 0; k < parts.count; k++) {
    const low = Math.min(parts.first[k]!, parts.last[k]!);
    const high = Math.max(parts.first[k]!, parts.last[k]!);
    const contacts = parts.contacts[k]!;
    if (parts.answered[k] === 1) spans.push({ low, high, contacts });
    else {
      const overdue = contacts - contacts * shareBelow(low, high, due);
      if (overdue > 0) spans.push({ low: Infinity, high: Infinity, contacts: overdue });
    }
  }
  return spans;
}

/** Share of an even spread between low and high that is at most `limit`. */
function shareBelow(low: number, high: number, limit: number): Share {
  // A flow that just keeps its promise sits on the limit itself, up to rounding.
  const generous = limit * (1 + 1e-12) + 1e-9;
  if (high <= generous) return 1;
  if (low > generous) return 0;
  return Math.min(1, (generous - low) / (high - low));
}

function percentile(spans: readonly Span[], total: number, share: Share): Seconds {
  if (!(share > 0 && share <= 1)) {
    throw new DomainError('firstResponsePercentile', 'share', share, 'above 0 and at most 1');
  }
  if (total === 0) return 0;
  const edges = [...new Set(spans.flatMap(({ low, high }) => [low, high]))].sort((a, b) => a - b);
  const below = (time: number): number =>
    spans.reduce(
      (sum, { low, high, contacts }) =>
        sum + (high <= time ? contacts : low >= time ? 0 : (contacts * (time - low)) / (high - low)),
      0,
    );
  const wanted = share * total * (1 - 1e-12);
  let low = 0;
  let high = edges.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (below(edges[middle] ?? 0) >= wanted) high = middle;
    else low = middle + 1;
  }
  const to = edges[low] ?? 0;
  const from = edges[low - 1] ?? to;
  const [atFrom, atTo] = [below(from), below(to)];
  if (to === Infinity || low === 0 || atTo <= atFrom || wanted <= atFrom) return to;
  // A jump at `to` itself leaves the line between the two edges below what is wanted.
  const approach = spans.reduce(
    (sum, span) => sum + (span.low === to && span.high === to ? span.contacts : 0),
    0,
  );
  const reachable = atTo - approach;
  if (wanted > reachable) return to;
  return from + ((to - from) * (wanted - atFrom)) / (reachable - atFrom);
}
