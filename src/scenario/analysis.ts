/**
 * What the analytic models say about a scenario: the shape of the answer. `Analysis` is what becomes of the
 * plan (analyse-plan.ts); `FullAnalysis` also tells the agents of each group that would be needed (analyse.ts).
 *
 * Everything per interval is an array over the intervals of the axis (real elapsed intervals, not the
 * wall-clock grid), and all of it can be cloned to another thread. Counts stay counts: a level is formed by summing numerators and denominators.
 */
import type { LabourFigures } from '../finance/labour-cost.ts';
import type { Money, Probability, Seconds, Share } from '../units.ts';
import type { ChannelKind } from './schema.ts';
import type { Alongside } from './channel-company.ts';

export type Analysis = {
  readonly channels: readonly ChannelAnalysis[];
  readonly groups: readonly PlannedGroup[];
  readonly totals: PlanTotals;
  /** Chance that every target of every channel is met in the same week: busy days are busy for all of them (chance-of-all.ts). */
  readonly chanceOfAll: Probability;
};

export type FullAnalysis = Omit<Analysis, 'groups' | 'totals'> & {
  readonly groups: readonly GroupAnalysis[];
  readonly totals: Totals;
};

/** Whether it tells what the groups would need. */
export function isFull(analysis: Analysis | null): analysis is FullAnalysis {
  return analysis !== null && 'requirement' in analysis.totals;
}

/** Which model gave the figures of a channel. */
export type ChannelModel = 'erlangA' | 'erlangC' | 'conversation' | 'deferred' | 'bot';

export type ChannelAnalysis = {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly model: ChannelModel;
  /** 1 where the channel takes contacts. */
  readonly open: Uint8Array;
  /** Contacts that customers start, before any bot. */
  readonly arriving: Float64Array;
  /** Contacts that wait already when the plan begins; in the first interval of `offered`. */
  readonly leftOver: number;
  /** Contacts that reach an agent's queue. */
  readonly offered: Float64Array;
  /** Contacts that fall into closed hours of a live channel and are lost to it. */
  readonly whileClosed: number;
  /** Mean seconds of agent time per offered contact, wrap-up and hand-over effects included. */
  readonly handleTime: Seconds;
  /** Offered work in erlangs. */
  readonly load: Float64Array;
  /** Least agents scheduled with whom every target of the channel is met at the expected volume. */
  readonly required: Float64Array;
  /** The same at the volume that is not exceeded with the scenario's assurance. */
  readonly requiredAssured: Float64Array;
  /** Agents of the plan that this channel can count on; shared groups are split (see allocation.ts). */
  readonly planned: Float64Array;
  /** Chance of those planned for it not to come, by interval; null where all do. Required and planned are those to schedule. */
  readonly absent: Float64Array | null;
  readonly expected: ExpectedCounts;
  readonly targets: readonly TargetResult[];
  /** Chance that all targets of this channel are met over the scenario's days. */
  readonly chance: Probability;
  /** Deferred work that the channel's agents do between two calls; null where the model knows of none. */
  readonly beside: Alongside | null;
  /** How the scarcest target goes with the days' busyness, by day; empty where it does not. */
  readonly daySwings: readonly DaySwing[];
  /** Intervals in which work exceeds the planned agents' capacity. */
  readonly overloadedIntervals: number;
  /** A target that no number of agents reaches, with its reason. */
  readonly unattainable: { readonly target: string; readonly reason: string } | null;
};

/** Parts of a target's whole deviation that one day's busyness makes: along its normal score, and around that line. */
export type DaySwing = { readonly linear: number; readonly curved: number };

/** Expected counts by interval with the planned agents. */
export type ExpectedCounts = {
  readonly offered: Float64Array;
  readonly answered: Float64Array;
  /** Answered within the threshold of the service-level target (or of the default one). */
  readonly answeredInTime: Float64Array;
  readonly abandoned: Float64Array;
  /** Service-level numerator and denominator in the channel's own definition. */
  readonly levelNumerator: Float64Array;
  readonly levelDenominator: Float64Array;
  /** Sum over answered contacts of their wait, seconds. */
  readonly waitAnswered: Float64Array;
  /** Sum over answered contacts of the time to the first reply, seconds. */
  readonly firstResponse: Float64Array;
  /** First replies within the limit of the percentile target, of those who stay: answered, or still in line. */
  readonly repliedInTime: Float64Array;
  readonly staying: Float64Array;
  /** Agent seconds busy, and on the floor. */
  readonly busy: Float64Array;
  readonly staffed: Float64Array;
  /** Mean contacts waiting; for deferred work the backlog at the end of the interval. */
  readonly queue: Float64Array;
};

export type TargetKind =
  | 'serviceLevel'
  | 'meanWaitAnswered'
  | 'firstResponseMean'
  | 'firstResponsePercentile'
  | 'abandonment'
  | 'occupancy';

export type TargetResult = {
  readonly kind: TargetKind;
  /** A share for levels, abandonment, occupancy and percentiles; seconds for means. */
  readonly goal: number;
  /** Seconds: threshold of a service level, time limit of a percentile. */
  readonly within?: Seconds;
  /** Expected over the scenario's days; null when nothing was offered (or the mean does not exist under overload). */
  readonly value: number | null;
  /** Central 95 % range of single weeks around `value`. */
  readonly low: number | null;
  readonly high: number | null;
  /** Chance that one such week meets the goal. */
  readonly chance: Probability;
};

export type PlannedGroup = {
  readonly id: string;
  readonly planned: Float64Array;
  readonly cost: LabourFigures;
};

export type GroupAnalysis = PlannedGroup & {
  /** Agents to schedule on the floor that the requirement asks of this group, those who will be absent included. */
  readonly required: Float64Array;
  readonly requiredAssured: Float64Array;
  readonly requiredCost: LabourFigures;
  readonly requiredAssuredCost: LabourFigures;
};

export type PlanTotals = {
  /** Most agents on the floor at once. */
  readonly peakAgents: number;
  readonly plan: LabourFigures;
  /** Cost of the bots, and of contacts lost. */
  readonly bot: Money;
  readonly lost: Money;
  /** Labour + bots + lost contacts, per 7 days. */
  readonly costPerWeek: Money;
  readonly costPerContact: Money | null;
  readonly costPerResolution: Money | null;
};

export type Totals = PlanTotals & {
  readonly requiredPeakAgents: number;
  readonly requirement: LabourFigures;
  readonly requirementAssured: LabourFigures;
};

/** A change of the plan worth making: more agents on one channel over one span of a day. */
export type Action = {
  readonly channel: string;
  readonly group: string;
  /** Intervals [from, to) of the axis. */
  readonly from: number;
  readonly to: number;
  /** Agents added in each interval of the span. */
  readonly agents: readonly number[];
  /** What their staff costs. */
  readonly costPerWeek: Money;
  /** What contacts lost cost more, of the channel and of those who share its agents; negative where fewer are lost. */
  readonly lostPerWeek: Money;
  readonly chanceBefore: Probability;
  readonly chanceAfter: Probability;
  readonly shareBefore: Share | null;
  readonly shareAfter: Share | null;
};
