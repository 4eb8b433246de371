/**
 * The simulator's own input: plain JSON, below the scenario. README.md explains it field by field.
 *
 * Time is seconds from the start of the horizon, rates are contacts per hour, shares lie in [0, 1].
 * Arrays "per interval" have `horizon.intervals` entries. An absent optional field means the default
 * stated beside it.
 */
import type { ContactsPerHour, Seconds, Share } from '../units.ts';

export type SimulationModel = {
  readonly horizon: Horizon;
  readonly classes: readonly CustomerClass[];
  readonly groups: readonly AgentGroup[];
  /** How alike two classes' busy days are, in [0, 1]: correlation of the normal scores of their day (and interval) factors. Default 0. */
  readonly factorCorrelation?: Share;
  /** Finite lines: a contact that finds all of them taken (by waiting and served contacts) is blocked. Default none. */
  readonly lines?: readonly Lines[];
};

export type Horizon = {
  readonly intervalSeconds: Seconds;
  readonly intervals: number;
  /** Interval at which each day begins, ascending from 0: a day factor holds from one to the next. Default [0], one day. */
  readonly dayStarts?: readonly number[];
  /**
   * `stillWaiting` (default): what waits at the end is counted as such; `abandon`: it is counted as abandoned.
   */
  readonly atEnd?: 'stillWaiting' | 'abandon';
  /** Steady state: seconds simulated before counting begins; rates and staffing of interval 0 hold meanwhile. Default 0. */
  readonly warmUp?: Seconds;
};

export type Lines = { readonly classes: readonly string[]; readonly count: number };

export type CustomerClass = {
  readonly id: string;
  /** Default none: fed by bot, redial or channel switch only. */
  readonly arrivals?: Arrivals;
  /** The agent's own work on a contact, without wrap-up; in a conversation the sum of his turns. */
  readonly handleTime: Distribution;
  /** Factor on the handle time by interval of arrival. Default 1 everywhere. */
  readonly handleTimeFactor?: readonly number[];
  /** Work after the contact that keeps the agent. Default 0. */
  readonly afterContact?: Seconds;
  /** Default: waits as long as it takes. */
  readonly patience?: Patience;
  /** Factor on the patience by interval of arrival. Default 1 everywhere. */
  readonly patienceFactor?: readonly number[];
  /** 1 is taken first. Default 1. A group may set its own. */
  readonly priority?: number;
  /** Which groups are tried, in order. Default: one tier of every group that serves the class. */
  readonly tiers?: readonly Tier[];
  /** Present: several conversations of this class share an agent. Absent: a contact takes the whole agent. */
  readonly conversation?: Conversation;
  /** Present: work that is done in open hours, earliest due first. Absent: a live contact. */
  readonly deferred?: Deferred;
  /** Live classes that close: spans [from, to) in which the class is served; whoever waits when one ends leaves, counted as abandoned, and whoever comes while it is closed is turned away, which is counted on its own. Default: always open. */
  readonly open?: readonly Span[];
  /** How the service level counts. Default `offered` within 20 s, for deferred work within its due time. */
  readonly serviceLevel?: ServiceLevelRule;
  /** What the share of replications that meet it is wanted of. Default none. */
  readonly targets?: ClassTargets;
  /** An automated stage in front of the queue. Default none. */
  readonly bot?: BotStage;
  /** Offers of a callback instead of waiting. Default none. */
  readonly callback?: CallbackOffer;
  /** A customer who comes back after being answered goes to the agent who served him last, if that one can take him now; else as everybody. Default false. */
  readonly sticky?: boolean;
  /** What customers do afterwards. At most one of those for the same event happens, so their probabilities sum to at most 1. Default none. */
  readonly followUps?: readonly FollowUp[];
  /**
   * What customers of this class want. Each brings one reason, drawn when he first comes and kept over all his
   * contacts; a class that has a reason of the same id treats him by it, others as everybody. Default no reasons.
   */
  readonly reasons?: readonly ContactReason[];
  /**
   * Contacts waiting when the horizon starts, or when a live class first opens: how long each has waited (deferred: open
   * seconds) without giving up. Counted as arrivals of the interval in which it is.
   */
  readonly waitingAtStart?: readonly Seconds[];
  /** Number of the random streams that make its customers: the same number, the same people. Default its place in `classes`. */
  readonly stream?: number;
};

/** Most reasons of one class. */
export const MOST_REASONS = 31;

export type ContactReason = {
  readonly id: string;
  /** Of the contacts that begin in this class, in all intervals or interval by interval; the reasons' sum to 1. */
  readonly share: Share | readonly Share[];
  /** Default the group's own, else the class's. */
  readonly handleTime?: Distribution;
  /** How long he waits in this class. Default as the class says. */
  readonly patience?: Patience;
  /** What is different at the class's bot. Default nothing. */
  readonly bot?: Partial<
    Pick<BotStage, 'reach' | 'containment' | 'resolution' | 'recontact' | 'handoverHandleTimeFactor'>
  >;
  /** In place of the class's. Default the class's. */
  readonly followUps?: readonly FollowUp[];
};

/** Stream numbers are below this. */
export const MOST_STREAMS = 1_000_000;

export type Arrivals =
  | {
      /** Poisson, at a constant rate within each interval. */
      readonly kind: 'rates';
      readonly contactsPerHour: readonly ContactsPerHour[];
      /** Coefficient of variation of the day's gamma factor (mean 1) on the rates. Default 0. */
      readonly dayFactorCv?: number;
      /** The same for all days of a replication alike. Default 0. */
      readonly levelFactorCv?: number;
      /** The same for each interval. Default 0. */
      readonly intervalFactorCv?: number;
      /** Correlation of one interval's factor with the next, in [0, 1). Default 0. */
      readonly intervalFactorCorrelation?: Share;
      /** Contacts come in batches, all at the same moment; the rates count contacts. Default one by one. */
      readonly batch?: Batch;
    }
  | {
      /** Replay of arrival instants, ascending seconds; the same contacts in every replication. */
      readonly kind: 'instants';
      /** A typed array is taken as it is, for lists too long to be copied. */
      readonly at: readonly Seconds[] | Float64Array;
      /**
       * Where instants are known roughly: each contact comes at a moment drawn evenly between its `at` and this,
       * anew in every replication; those with one `at` stay in the order of the list. Not before the contact's own
       * `at`, and not after the next one's, unless that has the same `at` and `until`. Default: at the instant itself.
       */
      readonly until?: readonly Seconds[] | Float64Array;
      /**
       * Each contact's own handle time, its work after the contact included, in the same order, whoever takes it
       * (at his own speed); no factor of the class applies. null: drawn. It is that of the contact which comes,
       * not of what follows it, a bot's hand-over included. Default: all drawn.
       */
      readonly handleTimes?: readonly (Seconds | null)[];
      /** Each contact's reason, by id; null: drawn. Default: all drawn. */
      readonly reasons?: readonly (string | null)[];
    };

export type Batch =
  | { readonly kind: 'constant'; readonly size: number }
  /** 1, 2, ... contacts with chances that fall by a constant factor. */
  | { readonly kind: 'geometric'; readonly mean: number };

export type Distribution =
  | { readonly kind: 'constant'; readonly value: Seconds }
  | { readonly kind: 'exponential'; readonly mean: Seconds }
  | { readonly kind: 'lognormal'; readonly mean: Seconds; readonly cv: number }
  | { readonly kind: 'gamma'; readonly mean: Seconds; readonly cv: number }
  | { readonly kind: 'weibull'; readonly mean: Seconds; readonly shape: number }
  | {
      readonly kind: 'hyperexponential';
      readonly branches: readonly { readonly share: Share; readonly mean: Seconds }[];
    }
  /** Each value is equally likely. */
  | { readonly kind: 'empirical'; readonly values: readonly Seconds[] };

export type Patience = {
  readonly distribution:
    | Distribution
    | {
        /** Hazard of giving up, per hour of waiting, from each instant of the wait on; the first `from` is 0. */
        readonly kind: 'hazard';
        readonly pieces: readonly { readonly from: Seconds; readonly perHour: number }[];
      };
  /** Share of customers who leave at once when they cannot be answered at once. Default 0. */
  readonly leavesAtOnce?: Share;
};

export type Tier = {
  readonly groups: readonly string[];
  /** The tier opens to a contact once it has waited this long. Default 0. */
  readonly after?: Seconds;
  /** Which free agent of the tier. Default `longestIdle`. `mostSpecialised`: of the group that serves fewest classes. */
  readonly select?: AgentSelection;
};

export type AgentSelection = 'longestIdle' | 'leastLoaded' | 'mostSpecialised' | 'random';

export type Conversation = {
  /** Most conversations one agent holds at once, of all classes together. */
  readonly limit: number;
  readonly speed:
    | {
        /** From the seconds of an agent's turn and of a customer's: the agent with j conversations is a finite-source queue. */
        readonly kind: 'turns';
        readonly agentTurn: Seconds;
        readonly customerTurn: Seconds;
      }
    | {
        /** Handle-time seconds done per second by an agent who holds 1, 2, ... `limit` conversations, shared equally. */
        readonly kind: 'rates';
        readonly rates: readonly number[];
      };
  /** Customers who give up without a sign. Default nobody does. */
  readonly silentAbandon?: SilentAbandon;
};

/**
 * A share of those who wait too long leaves without closing the chat. The agent takes it none the wiser, and a
 * place of his stays taken until the time-out; it is no work, and counts as abandoned. They do not come back.
 */
export type SilentAbandon = { readonly share: Share; readonly timeOut: Seconds };

export type Span = readonly [from: Seconds, to: Seconds];

export type Deferred = {
  /** When the work is done; the business clock runs only then. Ascending, disjoint. */
  readonly open: readonly Span[];
  /** Due this many open seconds after arrival. */
  readonly due: Seconds;
  /** `pause` (default): work stops at the close and at an agent's end of stretch, and is resumed by whoever is free next; `finish`: the contact in hand is finished. */
  readonly atClose?: 'pause' | 'finish';
};

export type ServiceLevelDefinition =
  | 'offered'
  | 'answered'
  | 'excludeAbandonsWithin'
  | 'creditAbandonsWithin'
  | 'excludeShortAbandons'
  | 'virtual';

export type ServiceLevelRule = {
  /** Live: of the wait. Deferred: of the open seconds until the reply is done. A wait of exactly the threshold counts. */
  readonly threshold: Seconds;
  /** Default `offered`. */
  readonly definition?: ServiceLevelDefinition;
  /** For `excludeShortAbandons`. Default 5 s. */
  readonly shortAbandon?: Seconds;
};

export type ClassTargets = {
  readonly serviceLevel?: Share;
  readonly meanWaitAnswered?: Seconds;
  readonly abandonment?: Share;
  readonly firstResponse?: {
    readonly mean?: Seconds;
    readonly percentile?: { readonly share: Share; readonly within: Seconds };
  };
};

export type BotStage = {
  /** Share of the class's contacts that meet the bot; the others queue at once. */
  readonly reach: Share;
  /** Of those, share not handed over to an agent. */
  readonly containment: Share;
  /** Of the contained, share truly solved. */
  readonly resolution: Share;
  /** Of the contained and unsolved, share that contacts an agent later. */
  readonly recontact: Share;
  readonly recontactDelay: Distribution;
  /** Time with the bot. Default 0. */
  readonly duration?: Distribution;
  /** Class that takes what is handed over and what comes back. Default the class itself, behind its bot. */
  readonly escalateTo?: string;
  /** Factor on the handle time of contacts handed over. Default 1. */
  readonly handoverHandleTimeFactor?: number;
};

export type CallbackOffer = {
  /** Offered to who would have to wait, once the contact at the head of the queue has waited this long; 0: to everybody who would wait. */
  readonly headWaits: Seconds;
  /** Share that accepts; the others queue. */
  readonly accept: Share;
  /** Class in which the callback waits, with no offer of its own. Its service level is the promise: a deferred class's due time, or the threshold of a live one. */
  readonly to: string;
};

export type FollowUp = {
  /** `answered`: after the contact was handled; `abandoned`: after giving up; `blocked`: after finding no line. */
  readonly on: 'answered' | 'abandoned' | 'blocked';
  readonly probability: Share;
  readonly delay: Distribution;
  /** Class the customer comes back to. Default the same: a redial. Another: a channel switch or a transfer. */
  readonly to?: string;
  /** After `answered`: the agent passes the contact on, which is no further attempt of the customer's. Default false. */
  readonly transfer?: boolean;
  /** Most times one customer comes back, over all his follow-ups. Default 10. */
  readonly most?: number;
};

export type AgentGroup = {
  readonly id: string;
  readonly serves: readonly Skill[];
  readonly staffing: Staffing;
  /** What a freed agent takes: `priority` (default): by priority, then the oldest; `oldest`: whatever its priority; `earliestDue`: by priority, then the earliest due. */
  readonly takes?: 'priority' | 'oldest' | 'earliestDue';
  /** Number by which its people draw their absences: the same number in two models, the same people. Default its place in `groups`. */
  readonly stream?: number;
};

export type Skill = {
  /** Id of the class. */
  readonly class: string;
  /** 1 is taken first. Default the class's priority. */
  readonly priority?: number;
  /** 1.1 works 10 % faster. Default 1. */
  readonly speed?: number;
  /** This group's own handle time. Default the class's. */
  readonly handleTime?: Distribution;
  /** This group's own handle times of single reasons. */
  readonly reasons?: readonly { readonly reason: string; readonly handleTime: Distribution }[];
  /**
   * Agents kept free for the group's other contacts, the reserve of blending: the class is served only
   * while more than this many of the group have nothing in hand. Holds while another live class of the
   * group is open, and never holds back everybody present: at most one fewer. Default 0.
   */
  readonly reserve?: number;
};

export type Staffing =
  | {
      /** Agents on the floor per interval. */
      readonly kind: 'counts';
      readonly agents: readonly number[];
      /**
       * When the number falls: `named` (default) someone leaves, finishing what he has in hand, last in first out;
       * `pooled` nobody starts a contact until fewer are busy than the new number; `preemptive` contacts in hand
       * beyond the new number return to the head of their queue.
       */
      readonly shiftEnd?: ShiftEnd;
    }
  | { readonly kind: 'shifts'; readonly shifts: readonly Shift[] };

export type ShiftEnd = 'named' | 'pooled' | 'preemptive';

export type Shift = {
  /** The agent takes contacts within these spans, ascending and disjoint; between them is a break. */
  readonly stretches: readonly Span[];
  /** Agents who work it. Default 1. */
  readonly agents?: number;
  /** On top of the skill's. Default 1. */
  readonly speed?: number;
  /** No new contact in the last seconds of the last stretch. Default 0. */
  readonly lastContact?: Seconds;
  /** Chance that an agent is absent from the whole shift. Default 0. */
  readonly absence?: Share;
};

/** Most hardware can promise: one replication beyond this is refused by `checkModel`. */
export const MOST_CONTACTS_PER_REPLICATION = 20_000_000;
