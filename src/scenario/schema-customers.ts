/** What customers of a channel do when they have to wait, do not get through, or are not settled; part of schema.ts. */
import type { Seconds, Share } from '../units.ts';

/** The simulation plays the law; the analytic models take patience as exponential around the mean. */
export type Patience = {
  /** Mean time before a customer who waits at all gives up. */
  readonly mean: Seconds;
  /** How single customers differ from it; absent: exponential, as likely to give up at any moment of the wait. */
  readonly law?: PatienceLaw;
  /** Share who leave the moment they would have to wait; absent: nobody. */
  readonly leavesAtOnce?: Share;
};

export type PatienceLaw =
  /** Shape below 1: who has waited for long goes on waiting; above 1: the longer the wait, the more give up. */
  | { readonly kind: 'weibull'; readonly shape: number }
  /** Coefficient of variation; small: nearly all give up around the mean. */
  | { readonly kind: 'lognormal'; readonly cv: number }
  /**
   * Two sorts of customers, each exponential: this share gives up after `mean`, which is at most the mean
   * of all, the others as much later as the mean of all asks for.
   */
  | { readonly kind: 'hyperexponential'; readonly share: Share; readonly mean: Seconds }
  /**
   * Customers give up at this rate per hour from each second of the wait on, the first from 0 and the last above 0;
   * with the mean that follows. Where announcements or music change what people do.
   */
  | { readonly kind: 'hazard'; readonly pieces: readonly HazardPiece[] };

export type HazardPiece = { readonly from: Seconds; readonly perHour: number };

/**
 * How single handle times differ from their mean. The coefficient of variation stands beside it and is that of the
 * law, so the models, which know mean and variation, need no other.
 */
export type WorkLaw =
  | { readonly kind: 'gamma' }
  | { readonly kind: 'weibull' }
  /** Its variation is 1. */
  | { readonly kind: 'exponential' }
  /** Two sorts of contacts, each exponential, of which this share is short; how short follows from the variation. */
  | { readonly kind: 'hyperexponential'; readonly share: Share }
  /** Handle times as measured, each as likely as another; in proportion, so that their mean is the one set. */
  | { readonly kind: 'empirical'; readonly values: readonly Seconds[] };

/**
 * What customers of a channel want. Each has one reason and keeps it wherever he goes: a channel that has a reason
 * of the same id treats and counts him by it, another like everybody. The models know the mixture.
 */
export type Reason = {
  readonly id: string;
  readonly name?: string | { readonly en: string; readonly fr: string };
  /** Of the contacts that start on the channel, at usual times; the reasons' sum to 1. */
  readonly share: Share;
  /**
   * When it comes more often, or less: multiples of its share by ISO weekday, Monday first, and by hour of the day
   * from midnight; absent: always as usual. At any time the shares times their weights are taken over their sum.
   */
  readonly weights?: {
    readonly byWeekday?: readonly number[];
    readonly byHour?: readonly number[];
  };
  /** Handle time, without wrap-up, as a multiple of the channel's mean; their mean, by share, is 1. */
  readonly handleTimeFactor: number;
  /** Coefficient of variation of the handle time; absent: the channel's, and its law. */
  readonly cv?: number;
  /** Beside a variation of its own: the law; absent: lognormal. */
  readonly law?: WorkLaw;
  /**
   * Patience as a multiple of the channel's mean, with its law; absent: 1. Where any reason has one, their mean, by
   * share, is 1.
   */
  readonly patienceFactor?: number;
  /** What is different at the channel's bot. */
  readonly bot?: {
    readonly reach?: Share;
    readonly containment?: Share;
    readonly resolution?: Share;
    readonly recontact?: Share;
  };
  /** Of those who gave up, who tries the same channel again or another one; absent: as the channel says. */
  readonly redial?: Share;
  readonly switch?: Share;
  /** Of those answered, who comes back because the matter is not settled, and who is passed on; absent: as the channel says. */
  readonly recontact?: Share;
  readonly transfer?: Share;
};

/** The oldest has waited so many seconds, of deferred work open ones; the others evenly less. */
export type Backlog = { readonly contacts: number; readonly oldest: Seconds };

/** The simulation plays it; the analytic models, which know no queue in front of a customer, leave it out. */
export type CallbackOffer = {
  /** Offered once the customer at the head of the queue has waited this long; 0: to everybody who would wait. */
  readonly afterWait: Seconds;
  /** Share that accepts; the others wait on. */
  readonly accept: Share;
  /** The callback channel that calls back, by its hours; its promise is theirs. */
  readonly to: string;
};

/**
 * Further contacts that this one leads to. Delays are means, exponential; whoever comes back goes
 * past the bot, at most ten times. The simulation plays them, the analytic models leave them out.
 */
export type Afterwards = {
  /** Live channels: of those who gave up waiting or found no line, who tries the same channel again. */
  readonly redial?: { readonly share: Share; readonly delay: Seconds };
  /** Live channels: of the same, who tries another one; with the redials at most 1. */
  readonly switch?: { readonly share: Share; readonly to: string; readonly delay: Seconds };
  /**
   * Of those answered, who comes back to the same channel because the matter is not settled; to the agent
   * who served him last, where `sameAgent` says so and that one can take him at once.
   */
  readonly recontact?: { readonly share: Share; readonly delay: Seconds; readonly sameAgent?: boolean };
  /** Of those answered, whom the agent passes on at once to another channel's queue; with the recontacts at most 1. */
  readonly transfer?: { readonly share: Share; readonly to: string };
};

/**
 * Chat and messaging: who gives up without closing the conversation. An agent takes it none the wiser, and one
 * of his places stays taken until the time-out. The simulation plays it, the analytic models leave it out.
 */
export type SilentAbandon = { readonly share: Share; readonly timeOut: Seconds };
