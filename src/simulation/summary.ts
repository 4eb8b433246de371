/**
 * What a run of the simulator says: estimates with their intervals, per class, group and interval.
 *
 * An estimate is null where there is nothing to estimate it from (no contact, no agent): never NaN.
 * With a single replication no spread is known, and an interval spans all that is possible.
 */
import type { Seconds, Share } from '../units.ts';

export type Estimate = { readonly value: number; readonly low: number; readonly high: number };

/** An estimate made with control variates; `gain` says how many times its variance is below that of the plain one. */
export type ControlledEstimate = Estimate & { readonly gain: number };

/** So long at most waits this share of the contacts answered. */
export type Percentile = { readonly share: Share; readonly within: Estimate | null };

/** In this share of the replications it is at most so much; the interval is that of order statistics. */
export type ReplicationQuantile = { readonly share: Share; readonly atMost: Estimate };

/** `counts[i]` (all replications) lie in [edges[i], edges[i + 1]). */
export type Histogram = { readonly edges: readonly Seconds[]; readonly counts: readonly number[] };

export type ModelSummary = {
  readonly seed: number;
  readonly replications: number;
  /** Of every interval, 0.95 unless asked otherwise. */
  readonly level: Share;
  readonly intervalSeconds: Seconds;
  readonly classes: readonly ClassSummary[];
  readonly groups: readonly GroupSummary[];
  /** All customers over all their contacts; null where a customer has one contact only. */
  readonly customers: JourneySummary | null;
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
  /** Accepted a callback instead of waiting: offered in the class that calls back, not in this one. */
  readonly calledBack: Estimate;
  /** Answered within the threshold, by the service level's clock. */
  readonly answeredWithin: Estimate;
  /** Gave up within the threshold. */
  readonly abandonedWithin: Estimate;
  /** Share whose wait would have been within the threshold with endless patience, as the definition `virtual` counts it. */
  readonly offeredWaitWithin: Estimate | null;
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
  /** Contacts waiting when the interval, or the horizon, ended. */
  readonly queueAtEnd: Estimate;
};

export type ClassSummary = ContactEstimates & {
  readonly id: string;
  /** First contacts of customers, those that the bot contained included. */
  readonly arrivals: Estimate;
  readonly bot: BotSummary | null;
  /** Customers whose first contact was of this class, over all their contacts; null where a customer has one contact only, or nobody began here. */
  readonly journey: JourneySummary | null;
  /** The service level without the luck of the volume (control-variates.ts); null with fewer than 16 replications or nothing to take out. */
  readonly controlledServiceLevel: ControlledEstimate | null;
  /** The service level of the worst tenth, the median and the best tenth of the replications; empty with nothing to judge. */
  readonly serviceLevelQuantiles: readonly ReplicationQuantile[];
  /** Contacts answered. Live: the wait, in conversations with turns also the agent's own first reply. Deferred: open seconds until the reply was done. */
  readonly firstResponse: {
    readonly mean: Estimate | null;
    /** Share of them within the limit of the percentile target; null without one. */
    readonly within: Estimate | null;
    readonly percentiles: readonly Percentile[];
  };
  /** Answered contacts by first response. */
  readonly histogram: Histogram;
  /** The same of the wait for an agent alone; of deferred work that is the first response. */
  readonly wait: { readonly percentiles: readonly Percentile[]; readonly histogram: Histogram };
  /** By why they came, where the class has reasons: counts add up to the class's. */
  readonly reasons?: readonly ReasonSummary[];
  /** Share of replications that meet the class's targets, all of them and one by one (Wilson intervals). */
  readonly targetsMet: Estimate | null;
  readonly targetMet: {
    readonly serviceLevel: Estimate | null;
    readonly meanWaitAnswered: Estimate | null;
    readonly abandonment: Estimate | null;
    readonly firstResponseMean: Estimate | null;
    readonly firstResponsePercentile: Estimate | null;
  };
  readonly intervals: readonly (ContactEstimates & {
    /** Mean over contacts answered, and the share of them within the limit of the percentile target; null without one. */
    readonly firstResponseMean: Estimate | null;
    readonly firstResponseWithin: Estimate | null;
  })[];
};

/** Contacts of one reason, judged by the rules of its class. */
export type ReasonSummary = ReasonEstimates & {
  /** Null: contacts from other classes that came with a reason this one does not have. */
  readonly id: string | null;
  /** First contacts of customers, those that the bot contained included. */
  readonly arrivals: Estimate;
  readonly firstResponse: { readonly mean: Estimate | null; readonly within: Estimate | null };
  readonly bot: BotSummary | null;
  /** The groups that serve the class. */
  readonly groups: readonly (ReasonGroupEstimates & {
    readonly id: string;
    readonly intervals: readonly ReasonGroupEstimates[];
  })[];
  readonly intervals: readonly ReasonEstimates[];
};

export type ReasonEstimates = Omit<ContactEstimates, 'meanQueueLength' | 'queueAtEnd'> & {
  /** Of all groups together. */
  readonly work: ReasonGroupEstimates;
};

/** Work on contacts that joined the queue in the interval, whenever it was done. */
export type ReasonGroupEstimates = {
  /** Taken up by an agent of the group who was the first. */
  readonly taken: Estimate;
  readonly answered: Estimate;
  readonly answeredWithin: Estimate;
  readonly meanWaitAnswered: Estimate | null;
  /** Seconds of agents' work per contact taken up, at their pace and with the work after it. */
  readonly handleTime: Estimate | null;
  readonly workHours: Estimate;
};

/**
 * Customers over all their contacts. Means are per customer. Whoever is neither served, gave up nor was left by
 * a bot was still on his way when the horizon ended.
 */
export type JourneySummary = {
  /** Per replication. */
  readonly customers: Estimate;
  /** In the end: the last contact was handled, or solved by the bot, and nothing more was wanted. */
  readonly served: Estimate | null;
  readonly servedAtFirstAttempt: Estimate | null;
  /** Over all channels: the last contact was abandoned, blocked or turned away, or the need outlived the last attempt allowed. */
  readonly gaveUp: Estimate | null;
  /** The bot kept them without solving the need, and they did not come back. */
  readonly leftByBot: Estimate | null;
  /** A bot, the agent it hands over to and a callback are one attempt. */
  readonly attempts: Estimate | null;
  /** Different classes visited. */
  readonly channels: Estimate | null;
  /** Seconds on the line: waiting and being served in live classes, being called back, and with bots. */
  readonly effort: Estimate | null;
  /** Seconds from the first contact to the end of the last, over customers served. */
  readonly timeToResolution: Estimate | null;
  /** Contacts in another class than the one before: transfers, hand-overs, switches, callbacks. */
  readonly transfers: Estimate | null;
  /** Share of those that an agent handled. */
  readonly transfersHandled: Estimate | null;
  /** Seconds that the same need took in each class; deferred classes until the reply. */
  readonly timePerClass: readonly { readonly id: string; readonly seconds: Estimate | null }[];
};

/** Counts are means per replication. */
export type BotSummary = {
  readonly reached: Estimate;
  readonly contained: Estimate;
  readonly resolved: Estimate;
  readonly escalated: Estimate;
  readonly recontacted: Estimate;
  /** Kept, not solved, and gone for good. */
  readonly left: Estimate;
  /** `reach` of all first contacts, the others of those who met the bot. */
  readonly shares: {
    readonly reach: Estimate | null;
    readonly containment: Estimate | null;
    readonly resolution: Estimate | null;
    readonly escalation: Estimate | null;
    readonly recontact: Estimate | null;
    readonly leave: Estimate | null;
  };
};

export type AgentEstimates = {
  /** Seconds at work inside the stretches over seconds of stretches. */
  readonly occupancy: Estimate | null;
  /** Mean number of agents on the floor. */
  readonly staffed: Estimate;
  /** Mean number of agents at work inside their stretches. */
  readonly busy: Estimate;
  /** Agent-hours worked after the end of a stretch. */
  readonly overrunHours: Estimate;
};

export type GroupSummary = AgentEstimates & {
  readonly id: string;
  readonly intervals: readonly AgentEstimates[];
};
