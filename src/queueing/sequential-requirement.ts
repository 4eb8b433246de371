/**
 * Least agents per interval given the state the interval inherits: backlog from before, and agents who
 * still finish a contact when their shift has ended.
 *
 * Forward through the day; in each interval the least number for which it meets its targets, taking
 * its staffing to go on, and for which the intervals before still do with their last contacts waiting
 * into this one. Compared with one stationary queue per interval it saves staff on falling flanks and
 * adds it on rising ones.
 *
 * A line from before is worked off with the rest, but promised nothing: whoever has waited too long already
 * is late with any number of agents.
 *
 * Service levels and the mean wait follow the contacts that arrive in the interval to the end of their
 * wait (day-outcomes.ts); abandonment and occupancy are those of the interval itself. One agent fewer
 * misses a target, in the interval or before it. Agents added later may still lower the level `answered`
 * of an interval, as they answer late whom nobody would have answered: the definition's own weakness.
 */
import { DomainError, UnattainableTarget } from '../errors.ts';
import type { DayProblem, SolvedInterval } from './day-solver.ts';
import { DaySolver, emptySystem } from './day-solver.ts';
import type { ArrivalOutcomes, OutcomeName } from './day-outcomes.ts';
import { levelParts, NO_OUTCOMES, outcomesIn, sweepFor } from './day-outcomes.ts';
import { lastsInto } from './longest-wait.ts';
import { SHORT_ABANDON } from './measures.ts';
import { PooledAhead } from './pooled-ahead.ts';
import { PooledSolver } from './pooled-day.ts';
import { emptyLayers } from './pooled-law.ts';
import type { QueueTargets } from './required-agents.ts';
import type { ChatTargets } from './required-chat-agents.ts';
import { requireChatTargets } from './required-chat-agents.ts';
import type { Fate, ReplyFate } from './waiting-ahead.ts';
import { requireAttainable } from './required-agents.ts';
import { RoomSearch } from './room-search.ts';
import type { Day, DayInterval, DayMeasures, DayStretch } from './transient-day.ts';
import { begun, dayMeasures, DEFAULT_TOLERANCE, requireDay } from './transient-day.ts';

export type SequentialDay = Omit<Day, 'intervals' | 'threshold' | 'lastContactBefore'> & {
  readonly intervals: readonly Omit<DayInterval, 'agents'>[];
};

/** In every interval; at least one. On the phone the first reply is the answer itself. */
export type SequentialTargets = QueueTargets & {
  readonly firstResponse?: Pick<NonNullable<ChatTargets['firstResponse']>, 'percentile'> | undefined;
};

/** `answeredWithinThreshold` at the threshold of the service level, at 0 s without one. */
export type SequentialRequirement = DayMeasures & { readonly agents: number[] };

/**
 * The requirement, with what it gives. Default tolerance 1e-5.
 *
 * @throws {DomainError} on a broken number, an unknown definition, or no target at all
 * @throws {UnattainableTarget} for a service level or a percentile of 100 %, or a mean wait of 0 s
 */
export function sequentialRequirement(day: SequentialDay, targets: SequentialTargets): SequentialRequirement {
  const threshold = targets.serviceLevel?.threshold ?? 0;
  const full: Day = { ...day, threshold, intervals: day.intervals.map((item) => ({ ...item, agents: 0 })) };
  requireDay('sequentialRequirement', full);
  requireChatTargets('sequentialRequirement', targets);
  const { shiftEnd = 'named', tolerance = DEFAULT_TOLERANCE } = day;
  if (threshold === Infinity) {
    throw new DomainError('sequentialRequirement', 'serviceLevel.threshold', threshold, 'finite');
  }
  requireAttainable(targets);
  if (targets.firstResponse?.percentile?.share === 1) {
    throw new UnattainableTarget(
      'firstResponse.percentile',
      'with any number of agents all of them are busy at times, so a share of 100 % is never reached',
    );
  }
  const { stretches, start } = begun(full);
  return requirementOf(full, stretches, { shiftEnd, tolerance, start }, targets, (stretch, agents) => ({
    ...stretch,
    agents,
  }));
}

/** What a target may ask to be counted. */
type SweepName = OutcomeName | ReplyFate;
type Counts = Record<keyof ArrivalOutcomes | SweepName, number>;
type Counted = { readonly name: SweepName; readonly fate: Fate; readonly threshold: number };

type Settings = Pick<DayProblem, 'shiftEnd' | 'tolerance' | 'start'>;

/** A stretch with other agents; after `first`, the one that is being staffed, at its pace. */
type Crewed = (stretch: DayStretch, agents: number, first?: DayStretch) => DayStretch;

/** The same without checks; `stretches` are staffed in place. */
export function requirementOf(
  day: Day,
  stretches: DayStretch[],
  settings: Settings,
  targets: ChatTargets,
  crewed: Crewed,
): SequentialRequirement {
  const { agents, solved } =
    settings.shiftEnd === 'pooled'
      ? new Sequence(pooled, stretches, settings, targets, crewed).staff()
      : new Sequence(startingWith(settings), stretches, settings, targets, crewed).staff();
  const staffed = {
    ...day,
    intervals: day.intervals.map((item, i) => ({ ...item, agents: agents[i] ?? 0 })),
  };
  return { agents, ...dayMeasures(staffed, stretches, solved) };
}

type Swept<State> = Pick<SolvedInterval, 'sums' | 'startsAtChange' | 'resolution' | 'longestLine'> & {
  readonly end: State;
};

/** How intervals are solved, and what is carried from one to the next. */
type Method<State> = {
  readonly start: State;
  /** One for each problem; all of them over the same stretches. */
  readonly solvers: (problems: readonly DayProblem[]) => readonly Solver<State>[];
};

type Solver<State> = {
  solveInterval(index: number, before: State, known?: SolvedInterval['resolution']): Swept<State>;
};

const startingWith = ({ start = emptySystem() }: Settings) => ({
  start,
  solvers: (problems: readonly DayProblem[]) => problems.map((problem) => new DaySolver(problem)),
});
const pooled = {
  start: emptyLayers(),
  solvers(problems: readonly DayProblem[]) {
    const fates = new PooledAhead(problems[0]?.stretches ?? []);
    return problems.map((problem) => new PooledSolver(problem, fates));
  },
};

/** One interval by each of the sweeps that the targets need; the first one's law is carried on. */
type Judged<State> = readonly Swept<State>[];

/** An interval before the one being staffed, judged anew. */
type Again<State> = { readonly index: number; readonly judged: Judged<State> };

/** What a number of agents gives in its interval, and in those before it where that was asked. */
type Trial<State> = {
  readonly judged?: Judged<State> | undefined;
  readonly again?: readonly Again<State>[] | undefined;
};

class Sequence<State> {
  private readonly agents: number[] = [];
  private readonly start: State;
  private readonly crewed: Crewed;
  private readonly stretches: DayStretch[];
  private readonly targets: ChatTargets;
  /** What each sweep counts, in the order of its counts. */
  private readonly sweeps: readonly (readonly Counted[])[];
  private readonly levelled: boolean;
  private readonly solvers: readonly Solver<State>[];
  private readonly solved: Judged<State>[] = [];
  private readonly tolerance: number;
  /** Longest wait that matters to a target. */
  private readonly horizon: number;

  /** @param stretches staffed in place */
  constructor(
    { start, solvers }: Method<State>,
    stretches: DayStretch[],
    { shiftEnd, tolerance }: Settings,
    targets: ChatTargets,
    crewed: Crewed,
  ) {
    this.start = start;
    this.crewed = crewed;
    const { serviceLevel, meanWaitAnswered, firstResponse: { mean, percentile } = {} } = targets;
    const { threshold = 0, definition = 'offered', shortAbandon = SHORT_ABANDON } = serviceLevel ?? {};
    const names = new Set<SweepName>(
      serviceLevel === undefined ? [] : [...outcomesIn(definition), 'answeredWithin'],
    );
    if (meanWaitAnswered !== undefined) names.add('waitOfAnswered').add('answered');
    if (mean !== undefined) names.add('waitOfAnswered').add('answered').add('replyOfAnswered');
    if (percentile !== undefined) names.add('answered').add('replied');
    if (names.size === 0) names.add('answeredWithin');
    this.stretches = stretches;
    this.targets = targets;
    this.tolerance = tolerance;
    // Where a contact takes the whole agent, his reply comes with the start.
    const conversations = stretches.some((stretch) => stretch.crew !== undefined);
    const counted = (name: SweepName): Counted => {
      if (name === 'replyOfAnswered') return { name, fate: name, threshold: Infinity };
      if (name !== 'replied') return { name, ...sweepFor(name, threshold, shortAbandon) };
      return { name, fate: conversations ? name : 'answered', threshold: percentile?.within ?? 0 };
    };
    // Whatever has the same deadline is counted in one sweep.
    const byDeadline = new Map<number, Counted[]>();
    for (const one of [...names].map(counted)) {
      byDeadline.set(one.threshold, [...(byDeadline.get(one.threshold) ?? []), one]);
    }
    this.sweeps = [...byDeadline.values()];
    this.solvers = solvers(
      this.sweeps.map(([first, ...others]) => ({
        stretches,
        shiftEnd,
        tolerance,
        threshold: first?.threshold ?? 0,
        fate: first?.fate,
        also: others.map(({ fate }) => fate),
      })),
    );
    this.levelled = serviceLevel !== undefined;
    this.horizon = Math.max(...byDeadline.keys());
  }

  staff(): { readonly agents: number[]; readonly solved: readonly Swept<State>[] } {
    const { stretches, solved } = this;
    const search = new RoomSearch();
    for (let i = 0; i < stretches.length; i++) {
      const load = this.loadOf(i);
      const previous = this.agents[i - 1] ?? 0;
      const guess = previous === 0 ? load : load + previous - this.loadOf(i - 1);
      // Each number that meets the targets is less than the one before it.
      let met: Trial<State> | null = null;
      const roomWith = (agents: number): number => {
        const { room, ...trial } = this.tried(i, agents);
        if (room >= 0) met = trial;
        return room;
      };
      const least = load === 0 && roomWith(0) >= 0 ? 0 : search.least(Math.max(1, guess), roomWith);
      this.goOnWith(i, least);
      this.agents[i] = least;
      const { judged = this.solve(i), again = this.earlier(i) } = met ?? {};
      solved[i] = judged;
      for (const one of again) solved[one.index] = one.judged;
    }
    return { agents: this.agents, solved: solved.map((judged, i) => this.told(judged, i)) };
  }

  /** With the contacts answered within the threshold; at 0 s these are the ones who find somebody free. */
  private told(judged: Judged<State>, index: number): Swept<State> {
    const { arrivalRate, length } = this.stretches[index]!;
    const [first] = judged;
    const { fullTime } = first!.sums;
    const answeredWithin = this.levelled
      ? this.countsOf(index, judged).answeredWithin
      : arrivalRate * (length - fullTime);
    return { ...first!, sums: { ...first!.sums, answeredWithin } };
  }

  /** Gives interval `index` and all after it so many agents. */
  private goOnWith(index: number, agents: number): void {
    const first = this.crewed(this.stretches[index]!, agents);
    this.stretches[index] = first;
    for (let j = index + 1; j < this.stretches.length; j++) {
      this.stretches[j] = this.crewed(this.stretches[j]!, agents, first);
    }
  }

  /** Agents busy if all are as full as can be. */
  private loadOf(index: number): number {
    const { arrivalRate, completionRate, crew } = this.stretches[index]!;
    return arrivalRate / (crew?.agent.rate.at(-1) ?? completionRate);
  }

  /** The interval with so many agents, and the room they leave to the targets. */
  private tried(index: number, agents: number): Trial<State> & { readonly room: number } {
    const { stretches } = this;
    const { abandonment, maxOccupancy } = this.targets;
    this.goOnWith(index, agents);
    const stretch = stretches[index]!;
    const { arrivalRate, lineRate = arrivalRate, length, completionRate, abandonRate } = stretch;
    let room = Infinity;
    let judged: Judged<State> | undefined;
    if (arrivalRate > 0) {
      if (agents === 0) return { room: -Infinity };
      if (maxOccupancy === 1 && abandonRate === 0 && stretch.agents * completionRate < lineRate) {
        return { room: -Infinity };
      }
      judged = this.solve(index);
      const { sums } = judged[0]!;
      room = this.roomIn(index, judged);
      if (abandonment !== undefined) {
        room = Math.min(room, roomOf(lostIn(stretch, sums), abandonment * arrivalRate * length));
      }
      if (maxOccupancy !== undefined) {
        room = Math.min(room, roomOf(sums.busyTime, maxOccupancy * agents * length));
      }
      if (room < 0) return { room };
    }
    // With nobody leaving, the intervals before wait no longer than when they were accepted.
    if (agents >= (this.agents[index - 1] ?? 0)) return { room, judged };
    const again: Again<State>[] = [];
    for (const one of this.earlier(index)) {
      again.push(one);
      room = Math.min(room, this.roomIn(one.index, one.judged));
      if (room < 0) return { room };
    }
    return { room, judged, again };
  }

  private solve(index: number): Judged<State> {
    const before = this.lawBefore(index);
    const judged: Swept<State>[] = [];
    // What carries the law in one sweep is the place to start in the others.
    for (const solver of this.solvers) {
      judged.push(solver.solveInterval(index, before, judged[0]?.resolution));
    }
    return judged;
  }

  private lawBefore(index: number): State {
    return this.solved[index - 1]?.[0]!.end ?? this.start;
  }

  private countsOf(index: number, judged: Judged<State>): Counts {
    const { arrivalRate, length } = this.stretches[index]!;
    const counts: Counts = { ...NO_OUTCOMES, offered: arrivalRate * length, replied: 0, replyOfAnswered: 0 };
    for (const [s, sweep] of this.sweeps.entries()) {
      const { answeredWithin, also } = judged[s]!.sums;
      for (const [k, { name }] of sweep.entries()) counts[name] = k === 0 ? answeredWithin : also[k - 1]!;
    }
    return counts;
  }

  /** Room that the contacts that arrived in an interval leave to the targets that follow them. */
  private roomIn(index: number, judged: Judged<State>): number {
    const { serviceLevel, meanWaitAnswered, firstResponse: { mean, percentile } = {} } = this.targets;
    const counts = this.countsOf(index, judged);
    const { answered, waitOfAnswered, replyOfAnswered, replied } = counts;
    let room = Infinity;
    if (meanWaitAnswered !== undefined) room = roomOf(waitOfAnswered, meanWaitAnswered * answered);
    if (mean !== undefined) room = Math.min(room, roomOf(waitOfAnswered + replyOfAnswered, mean * answered));
    if (percentile !== undefined) room = Math.min(room, roomAbove(replied, percentile.share, answered));
    if (serviceLevel !== undefined) {
      const [part, whole] = levelParts(counts, serviceLevel.definition ?? 'offered');
      room = Math.min(room, roomAbove(part, serviceLevel.share, whole));
    }
    return room;
  }

  /** Intervals before `index` whose contacts may still wait in it, judged again; the last one first. */
  private *earlier(index: number): Generator<Again<State>> {
    let gap = 0;
    for (let j = index - 1; j >= 0 && this.horizon > gap; j--) {
      const [before, old] = [this.lawBefore(j), this.solved[j]!];
      // First come first served: if nobody of this interval is left, nobody who came earlier is either.
      if (!lastsInto(this.stretches, j, index, old[0]!.longestLine)) return;
      const judged = this.solvers.map((solver, k) => solver.solveInterval(j, before, old[k]!.resolution));
      yield { index: j, judged };
      gap += this.stretches[j]!.length;
      // Back to where nobody who matters is left.
      const moved = judged.some(({ sums }, k) => {
        const was = old[k]!.sums;
        const differs = (now: number, then: number): boolean =>
          Math.abs(now - then) > NEGLIGIBLE * this.tolerance * Math.abs(then);
        return (
          differs(sums.answeredWithin, was.answeredWithin) ||
          sums.also.some((count, i) => differs(count, was.also[i]!))
        );
      });
      if (!moved && this.stretches[j]!.arrivalRate > 0) return;
    }
  }
}

const NEGLIGIBLE = 1e-4;

/** How far a sum stays below its limit: at least 0 where it does; near enough a straight line in the agents. */
function roomOf(sum: number, limit: number): number {
  return signed(sum <= limit, Math.log(limit / sum));
}

/** The same for a part that is to be at least a share of the whole, by those who miss it. */
function roomAbove(part: number, share: number, whole: number): number {
  return signed(part >= share * whole, Math.log(((1 - share) * whole) / (whole - part)));
}

/** Room by sign, whatever rounding makes of its size. */
function signed(holds: boolean, size: number): number {
  const room = Math.abs(size);
  if (Number.isNaN(room)) return holds ? Infinity : -Infinity;
  return holds ? room : -Math.max(room, Number.MIN_VALUE);
}

/** Contacts that give up in the interval, as if all who come were of the channel's kind. */
function lostIn(
  { arrivalRate, lineRate = arrivalRate, abandonRate, crew }: DayStretch,
  { queueTime, fullTime }: Pick<SolvedInterval['sums'], 'queueTime' | 'fullTime'>,
): number {
  if (crew?.beyond) return arrivalRate * fullTime * crew.beyond('abandoned', Infinity);
  return lineRate > 0 ? (arrivalRate * abandonRate * queueTime) / lineRate : 0;
}
