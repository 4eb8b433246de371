/**
 * What a run of the simulator says: estimates with their intervals, per class, group and interval.
 *
 * An estimate is null where there is nothing to estimate it from (no contact, no agent): never NaN.
 * With a single replication no spread is known, and an interval spans all that is possible.
 */
import type { Seconds, Share } from '../units.ts';

export type Estimate = { readonly value: number; readonly low: number; readonly high: number };

export type ModelSummary = {
  readonly seed: number;
  readonly replications: number;
  /** Of every interval, 0.95 unless asked otherwise. */
  readonly level: Share;
  readonly intervalSeconds: Seconds;
  readonly classes: readonly ClassSummary[];
  readonly groups: readonly GroupSummary[];
};

/** Counts are means per replication. A contact belongs to the interval in which it arrived (joined the queue). */
export type ContactEstimates = {
  /** Contacts that asked for an agent, blocked ones included: offered = answered + abandoned + blocked + stillWaiting. */
  readonly offered: Estimate;
  /** Live: handling began. Deferred: the reply was done. */
  readonly answered: Estimate;
  readonly abandoned: Estimate;
  readonly blocked: Estimate;
  readonly stillWaiting: Estimate;
  /** Came while a live class was closed, of their own accord or from a bot: not offered, in no other figure but `arrivals`. */
  readonly turnedAway: Estimate;
  /** Answered within the threshold, by the service level's clock. */
  readonly answeredWithin: Estimate;
  /** By the class's definition. */
  readonly serviceLevel: Estimate | null;
  /** Abandoned over offered. */
  readonly abandonment: Estimate | null;
  /** Share of contacts offered that were not answered the moment they came. */
  readonly waitProbability: Estimate | null;
  /** Wait until answered or abandoned, over both. Deferred: open seconds. */
  readonly meanWait: Estimate | null;
  /** Over contacts answered. */
  readonly meanWaitAnswered: Estimate | null;
  /** Time average over the interval. */
  readonly meanQueueLength: Estimate;
};

export type ClassSummary = ContactEstimates & {
  readonly id: string;
  /** First contacts of customers, those that the bot contained included. */
  readonly arrivals: Estimate;
  readonly bot: BotSummary | null;
  /** Contacts answered. Live: the wait, in conversations with turns also the agent's own first reply. Deferred: open seconds until the reply was done. */
  readonly firstResponse: {
    readonly mean: Estimate | null;
    /** Share of them within the limit of the percentile target; null without one. */
    readonly within: Estimate | null;
    readonly percentiles: readonly { readonly share: Share; readonly within: Estimate | null }[];
  };
  /** Answered contacts by first response: `counts[i]` (all replications) lie in [edges[i], edges[i + 1]). */
  readonly histogram: { readonly edges: readonly Seconds[]; readonly counts: readonly number[] };
  /** Share of replications that meet the class's targets, all of them and one by one (Wilson intervals). */
  readonly targetsMet: Estimate | null;
  readonly targetMet: {
    readonly serviceLevel: Estimate | null;
    readonly meanWaitAnswered: Estimate | null;
    readonly abandonment: Estimate | null;
    readonly firstResponseMean: Estimate | null;
    readonly firstResponsePercentile: Estimate | null;
  };
  readonly intervals: readonly ContactEstimates[];
};

export type BotSummary = {
  readonly reached: Estimate;
  readonly contained: Estimate;
  readonly resolved: Estimate;
  readonly escalated: Estimate;
  readonly recontacted: Estimate;
};

export type AgentEstimates = {
  /** Seconds at work inside the stretches over seconds of stretches. */
  readonly occupancy: Estimate | null;
  /** Mean number of agents on the floor. */
  readonly staffed: Estimate;
  /** Mean number of agents at work, those finishing after their stretch included. */
  readonly busy: Estimate;
  /** Agent-hours worked after the end of a stretch. */
  readonly overrunHours: Estimate;
};

export type GroupSummary = AgentEstimates & {
  readonly id: string;
  readonly intervals: readonly AgentEstimates[];
};
