/**
 * Least agents per interval given the state the interval inherits: backlog from before, and agents who
 * still finish a contact when their shift has ended.
 *
 * Forward through the day; in each interval the least number for which it meets its targets, taking
 * its staffing to go on, and for which the intervals before still do with their last contacts waiting
 * into this one. Compared with one stationary queue per interval it saves staff on falling flanks and
 * adds it on rising ones.
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
import { SHORT_ABANDON } from './measures.ts';
import { emptyLayers, PooledSolver } from './pooled-day.ts';
import type { QueueTargets } from './required-agents.ts';
import type { ChatTargets } from './required-chat-agents.ts';
import { requireChatTargets } from './required-chat-agents.ts';
import type { ReplyFate } from './waiting-ahead.ts';
import { leastAgents, requireAttainable } from './required-agents.ts';
import type { Day, DayInterval, DayMeasures, DayStretch } from './transient-day.ts';
import { dayMeasures, DEFAULT_TOLERANCE, requireDay, stretchesOf } from './transient-day.ts';

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
  const stretches = stretchesOf(full);
  return requirementOf(full, stretches, { shiftEnd, tolerance }, targets, (stretch, agents) => ({
    ...stretch,
    agents,
  }));
}

/** What is counted by a sweep of its own. */
type SweepName = OutcomeName | ReplyFate;

type Settings = Pick<DayProblem, 'shiftEnd' | 'tolerance'>;

/** A stretch with other agents. */
type Crewed = (stretch: DayStretch, agents: number) => DayStretch;

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
      : new Sequence(counted, stretches, settings, targets, crewed).staff();
  const staffed = {
    ...day,
    intervals: day.intervals.map((item, i) => ({ ...item, agents: agents[i] ?? 0 })),
  };
  return { agents, ...dayMeasures(staffed, stretches, solved) };
}

type Swept<State> = Pick<SolvedInterval, 'sums' | 'startsAtChange' | 'resolution'> & { readonly end: State };

/** How intervals are solved, and what is carried from one to the next. */
type Method<State> = {
  readonly empty: State;
  readonly solver: (problem: DayProblem) => {
    solveInterval(index: number, before: State): Swept<State>;
    sweepAgain(index: number, before: State, resolution: SolvedInterval['resolution']): Swept<State>;
  };
};

const counted = { empty: emptySystem(), solver: (problem: DayProblem) => new DaySolver(problem) };
const pooled = { empty: emptyLayers(), solver: (problem: DayProblem) => new PooledSolver(problem) };

/** One interval by each of the sweeps that the targets need; the first one's law is carried on. */
type Judged<State> = readonly Swept<State>[];

class Sequence<State> {
  private readonly agents: number[] = [];
  private readonly empty: State;
  private readonly crewed: Crewed;
  private readonly stretches: DayStretch[];
  private readonly targets: ChatTargets;
  private readonly names: readonly SweepName[];
  private readonly solvers: readonly ReturnType<Method<State>['solver']>[];
  private readonly solved: Judged<State>[] = [];
  private readonly tolerance: number;
  /** Longest wait that matters to a target. */
  private readonly horizon: number;

  /** @param stretches staffed in place */
  constructor(
    { empty, solver }: Method<State>,
    stretches: DayStretch[],
    { shiftEnd, tolerance }: Settings,
    targets: ChatTargets,
    crewed: Crewed,
  ) {
    this.empty = empty;
    this.crewed = crewed;
    const { serviceLevel, meanWaitAnswered, firstResponse: { mean, percentile } = {} } = targets;
    const { threshold = 0, definition = 'offered', shortAbandon = SHORT_ABANDON } = serviceLevel ?? {};
    const names = new Set<SweepName>(['answeredWithin']);
    if (serviceLevel !== undefined) for (const name of outcomesIn(definition)) names.add(name);
    if (meanWaitAnswered !== undefined) names.add('answered').add('waitOfAnswered');
    if (mean !== undefined) names.add('answered').add('waitOfAnswered').add('replyOfAnswered');
    if (percentile !== undefined) names.add('answered').add('replied');
    this.stretches = stretches;
    this.targets = targets;
    this.tolerance = tolerance;
    this.names = [...names];
    // Where a contact takes the whole agent, his reply comes with the start.
    const conversations = stretches.some((stretch) => stretch.crew !== undefined);
    const sweeps = this.names.map((name): Pick<DayProblem, 'threshold' | 'fate'> => {
      if (name === 'replyOfAnswered') return { fate: name, threshold: Infinity };
      if (name !== 'replied') return sweepFor(name, threshold, shortAbandon);
      return { fate: conversations ? name : 'answered', threshold: percentile?.within ?? 0 };
    });
    this.solvers = sweeps.map((sweep) => solver({ stretches, shiftEnd, tolerance, ...sweep }));
    this.horizon = Math.max(...sweeps.map((sweep) => sweep.threshold));
  }

  staff(): { readonly agents: number[]; readonly solved: readonly Swept<State>[] } {
    const { stretches, solved } = this;
    for (let i = 0; i < stretches.length; i++) {
      const load = this.loadOf(i);
      const previous = this.agents[i - 1] ?? 0;
      const guess = previous === 0 ? load : load + previous - this.loadOf(i - 1);
      const meets = (agents: number): boolean => this.meets(i, agents);
      const least = load === 0 && meets(0) ? 0 : leastAgents(Math.max(1, guess), meets);
      this.goOnWith(i, least);
      this.agents[i] = least;
      solved[i] = this.solve(i);
      for (const { index, again } of this.earlier(i)) solved[index] = again;
    }
    return { agents: this.agents, solved: solved.map((judged) => judged[0]!) };
  }

  /** Gives interval `index` and all after it so many agents. */
  private goOnWith(index: number, agents: number): void {
    for (let j = index; j < this.stretches.length; j++) {
      this.stretches[j] = this.crewed(this.stretches[j]!, agents);
    }
  }

  /** Agents busy if all are as full as can be. */
  private loadOf(index: number): number {
    const { arrivalRate, completionRate } = this.stretches[index]!;
    const places = this.crewed(this.stretches[index]!, 1).agents;
    return arrivalRate / (completionRate * places);
  }

  private meets(index: number, agents: number): boolean {
    const { stretches } = this;
    const { abandonment, maxOccupancy } = this.targets;
    this.goOnWith(index, agents);
    const { arrivalRate, length, completionRate, abandonRate, agents: places } = stretches[index]!;
    // With nobody leaving, the intervals before wait no longer than when they were accepted.
    if (agents < (this.agents[index - 1] ?? 0)) {
      for (const { index: j, again } of this.earlier(index)) if (!this.holds(j, again)) return false;
    }
    if (arrivalRate === 0) return true;
    if (agents === 0) return false;
    if (maxOccupancy === 1 && abandonRate === 0 && places * completionRate < arrivalRate) return false;
    const judged = this.solve(index);
    const { queueTime, busyTime } = judged[0]!.sums;
    return (
      this.holds(index, judged) &&
      (abandonment === undefined || abandonRate * queueTime <= abandonment * arrivalRate * length) &&
      (maxOccupancy === undefined || busyTime <= maxOccupancy * agents * length)
    );
  }

  private solve(index: number): Judged<State> {
    const before = this.lawBefore(index);
    return this.solvers.map((solver) => solver.solveInterval(index, before));
  }

  private lawBefore(index: number): State {
    return this.solved[index - 1]?.[0]!.end ?? this.empty;
  }

  /** Whether the contacts that arrived in an interval met the targets that follow them. */
  private holds(index: number, judged: Judged<State>): boolean {
    const { serviceLevel, meanWaitAnswered, firstResponse: { mean, percentile } = {} } = this.targets;
    const { arrivalRate, length } = this.stretches[index]!;
    const counts: Record<keyof ArrivalOutcomes | SweepName, number> = {
      ...NO_OUTCOMES,
      offered: arrivalRate * length,
      replied: 0,
      replyOfAnswered: 0,
    };
    for (const [k, name] of this.names.entries()) counts[name] = judged[k]!.sums.answeredWithin;
    if (meanWaitAnswered !== undefined && counts.waitOfAnswered > meanWaitAnswered * counts.answered) {
      return false;
    }
    if (mean !== undefined && counts.waitOfAnswered + counts.replyOfAnswered > mean * counts.answered) {
      return false;
    }
    if (percentile !== undefined && counts.replied < percentile.share * counts.answered) return false;
    if (serviceLevel === undefined) return true;
    const [part, whole] = levelParts(counts, serviceLevel.definition ?? 'offered');
    return part >= serviceLevel.share * whole;
  }

  /** Intervals before `index` whose contacts may still wait in it, judged again; the last one first. */
  private *earlier(index: number): Generator<{ readonly index: number; readonly again: Judged<State> }> {
    let gap = 0;
    for (let j = index - 1; j >= 0 && this.horizon > gap; j--) {
      const [before, old] = [this.lawBefore(j), this.solved[j]!];
      const again = this.solvers.map((solver, k) => solver.sweepAgain(j, before, old[k]!.resolution));
      yield { index: j, again };
      gap += this.stretches[j]!.length;
      // Without a deadline: back to where nobody who matters is left. First come first served, so
      // nobody who came earlier is either.
      const moved = again.some(({ sums }, k) => {
        const was = old[k]!.sums.answeredWithin;
        return Math.abs(sums.answeredWithin - was) > NEGLIGIBLE * this.tolerance * Math.abs(was);
      });
      if (!moved && this.stretches[j]!.arrivalRate > 0) return;
    }
  }
}

const NEGLIGIBLE = 1e-4;
