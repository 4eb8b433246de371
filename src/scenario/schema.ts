/**
 * The scenario: one document that holds every input, versioned, diffable, and shared as a file.
 *
 * Nothing derived is kept in it. Times of day are local wall clock in `calendar.timeZone`;
 * durations are seconds; shares lie in [0, 1]; money is in `currency`.
 *
 * Arrays "on the grid" have `calendar.days × (1440 / calendar.intervalMinutes)` entries, day by
 * day from midnight of `calendar.start`. They stand for the wall clock: on the spring
 * daylight-saving day the skipped cells never happen, on the autumn day the repeated hour happens
 * twice at the same rate (see axis.ts).
 */
import type { Money, Seconds, Share } from '../units.ts';
import type {
  Afterwards,
  Backlog,
  CallbackOffer,
  Patience,
  Reason,
  SilentAbandon,
  WorkLaw,
} from './schema-customers.ts';
import type { Demand } from './schema-demand.ts';

export const SCENARIO_FORMAT = 'effectif-scenario';
export const SCENARIO_VERSION = 6;

export type Scenario = {
  readonly format: typeof SCENARIO_FORMAT;
  readonly version: typeof SCENARIO_VERSION;
  readonly name: Text;
  readonly description?: Text;
  /** ISO 4217 code. */
  readonly currency: string;
  readonly calendar: Calendar;
  readonly channels: readonly Channel[];
  readonly groups: readonly AgentGroup[];
  readonly events: readonly PeakEvent[];
  /** Days of history and plan on which the same thing happened: forecasts learn one effect per name. */
  readonly specialDays?: readonly SpecialDay[];
  /** Who prefers which channel, and what they would use instead; absent: everybody stays. */
  readonly mix?: ChannelMix;
  /** Correlation between channels of how busy a day is, in [0, 1]. */
  readonly busynessCorrelation: Share;
  readonly finance: Finance;
  /** Wanted chance that a week meets its targets; drives the requirement band. */
  readonly assurance: Share;
  readonly simulation: { readonly seed: number; readonly replications: number };
};

/** A user's text, or a bundled one in both languages. */
export type Text = string | { readonly en: string; readonly fr: string };

export type Calendar = {
  /** IANA name, `Europe/Paris`. */
  readonly timeZone: string;
  /** First day, `YYYY-MM-DD`. */
  readonly start: string;
  readonly days: number;
  readonly intervalMinutes: 15 | 30 | 60;
  /** Days on which every channel is closed. */
  readonly holidays: readonly { readonly date: string; readonly name: Text }[];
};

/**
 * `leastLoaded`: of the group with most free agents. `mostSpecialised`: of the group that serves fewest channels,
 * so that others stay free for theirs. Conversations go to who holds fewest in any case.
 */
export type Routing = 'leastLoaded' | 'mostSpecialised' | 'random';

/** Opening spans by ISO weekday, Monday first: seven lists of [from, to) as `HH:MM`; `24:00` ends a day. */
export type WeekHours = readonly (readonly (readonly [string, string])[])[];

/** `callback`: calls that agents make, to whoever took up the offer of another channel. */
export type ChannelKind = 'phone' | 'chat' | 'messaging' | 'email' | 'social' | 'selfService' | 'callback';

export type Channel = {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly name?: Text;
  readonly open: WeekHours;
  readonly demand: Demand;
  /** What-if multiplier on the whole demand; 1 leaves it. */
  readonly volumeFactor: number;
  readonly handling: Handling;
  /** Why customers come; absent: all alike. */
  readonly reasons?: readonly Reason[];
  /** How long a waiting customer stays; null: as long as it takes. */
  readonly patience: Patience | null;
  /**
   * Live channels: most contacts waiting and in hand at once; who comes then is turned away at once.
   * Absent: there is always room. The simulation counts it, the analytic models let everybody in.
   */
  readonly lines?: number;
  /**
   * Contacts that wait already when the plan begins, or a live channel first opens; absent: none. Simulation, exact day
   * and the models of deferred work begin with them, the models of single intervals without.
   */
  readonly backlog?: Backlog;
  /** Live channels: which free agent takes a contact; absent: who has been idle for longest. */
  readonly routing?: Routing;
  /** Chat and messaging: several conversations per agent, in turns. */
  readonly conversation?: Conversation;
  readonly targets: Targets;
  readonly bot: Bot | null;
  /** Live channels: who would have to wait may be called back instead; absent: nobody is asked. */
  readonly callback?: CallbackOffer;
  /** What customers do when this contact did not settle the matter; absent: nobody comes back. */
  readonly afterwards?: Afterwards;
};

export type Handling = {
  /**
   * Agent's own work per contact, without wrap-up: talk time; for chat and messaging the sum of the agent's turns.
   * Where there are reasons, the mean over them as customers bring them at usual times, before any bot.
   */
  readonly mean: Seconds;
  /** Coefficient of variation. Where there are reasons, of those that have none of their own. */
  readonly cv: number;
  /** Law with this variation; absent: lognormal. */
  readonly law?: WorkLaw;
  /** After-contact work, seconds, constant. */
  readonly afterContact: Seconds;
};

export type Conversation = {
  /** Most conversations one agent holds at once. */
  readonly limit: number;
  /** Agent's seconds per turn. */
  readonly agentTurn: Seconds;
  /** Customer's seconds between an answer and the next message. */
  readonly customerTurn: Seconds;
  /** Of those who give up waiting, who leaves without a sign; absent: nobody does. */
  readonly silentAbandon?: SilentAbandon;
};

export type ServiceLevelDefinition =
  | 'offered'
  | 'answered'
  | 'excludeAbandonsWithin'
  | 'creditAbandonsWithin'
  | 'excludeShortAbandons'
  | 'virtual';

/** What counts as good enough. For e-mail, social and callbacks, times are business seconds (open hours only). */
export type Targets = {
  readonly serviceLevel?: {
    readonly share: Share;
    readonly threshold: Seconds;
    readonly definition: ServiceLevelDefinition;
    readonly shortAbandon?: Seconds;
  };
  /** Average speed of answer. */
  readonly meanWaitAnswered?: Seconds;
  readonly firstResponse?: {
    readonly mean?: Seconds;
    readonly percentile?: { readonly share: Share; readonly within: Seconds };
  };
  readonly abandonment?: Share;
  readonly maxOccupancy?: Share;
};

/**
 * An automated first stage. Of the contacts that reach it, `containment` are not handed over; of
 * those only `resolution` are truly solved, and of the rest `recontact` come back to an agent of
 * `escalateTo`. Self-service is a channel that is nothing but its bot: it has no agents, and what
 * does not reach the automaton goes to `escalateTo` as well.
 */
export type Bot = {
  readonly reach: Share;
  readonly containment: Share;
  readonly resolution: Share;
  readonly recontact: Share;
  /**
   * Added to the handle time of contacts handed over; negative when the bot passes context on, but
   * never as much as the handle time of the channel that takes over.
   */
  readonly handoverHandleTime: Seconds;
  /**
   * Channel that takes what the bot hands over; the channel's own id when it sits in front of it.
   * Behind a second bot: what one bot hands over never meets another.
   */
  readonly escalateTo: string;
  readonly costPerContact: Money;
};

export type AgentGroup = {
  readonly id: string;
  readonly name: Text;
  /**
   * Channels this group serves; priority 1 is taken first. `speed` 1.1 works 10 % faster. `afterSeconds`: it takes
   * only live contacts that have waited so long, an overflow; absent: it is there for them at once.
   */
  readonly skills: readonly {
    readonly channel: string;
    readonly priority: number;
    readonly speed?: number;
    readonly afterSeconds?: Seconds;
  }[];
  readonly staffing: Staffing;
  /** What-if: agents added to (or taken from) every staffed interval. */
  readonly extraAgents: number;
  /**
   * Chance that somebody planned does not come that day, drawn for each person and day, on top of the shrinkage;
   * absent: all come. The simulation draws it, the models count those who come (absence.ts).
   */
  readonly absence?: Share;
  /** Share of paid time not available for contacts; scheduled = on the floor / (1 − shrinkage). */
  readonly shrinkage: Share;
  /** Cost of one paid hour. */
  readonly hourlyCost: Money;
};

/** Agents on the floor (after shrinkage). */
export type Staffing =
  | {
      readonly kind: 'counts';
      readonly agents: readonly number[];
      /** When the number falls; absent: who leaves finishes what he has in hand. */
      readonly shiftEnd?: ShiftEnd;
    }
  | {
      readonly kind: 'shifts';
      readonly shifts: readonly Shift[];
      /** No new contact in the last minutes of a shift; absent: until its end. */
      readonly lastContactMinutes?: number;
    };

/**
 * `pooled`: nobody begins a contact until fewer are at work than the new number. `preemptive`: contacts in
 * hand beyond it go back to the head of their queue. Neither for groups that hold conversations, or with absences.
 */
export type ShiftEnd = 'pooled' | 'preemptive';

export type Shift = {
  /** Days of the calendar on which it is worked, from 0. */
  readonly days: readonly number[];
  readonly start: string;
  /** `HH:MM`; later than 24:00 is written as `25:30` for a shift past midnight. */
  readonly end: string;
  readonly agents: number;
  /** Of its agents, in their order; those beyond the list are numbered. Shown where single agents are, and used for nothing else. */
  readonly names?: readonly string[];
  readonly breaks: readonly { readonly start: string; readonly end: string }[];
};

export type SpecialKind = 'holiday' | 'campaign' | 'outage' | 'billRun' | 'other';

export type SpecialDay = {
  readonly date: string;
  readonly kind: SpecialKind;
  /** Days with one name share one effect and one shape of the day. */
  readonly name: string;
  /** The only one it concerns, in place of a mark of all channels; absent: all of them. */
  readonly channel?: string;
};

/**
 * Customer segments with the channels they prefer, now and after the shift. A contact that leaves
 * a channel arrives on another in the same interval, so the totals stay.
 */
export type ChannelMix = { readonly segments: readonly Segment[] };

export type Segment = {
  readonly name: Text;
  /** Share of all contacts; the segments sum to 1. */
  readonly weight: Share;
  /** Each sums to 1 over the channels named. */
  readonly now: readonly Preference[];
  readonly later: readonly Preference[];
};

export type Preference = { readonly channel: string; readonly share: Share };

/** A campaign, an outage, a Black Friday: from `start` to `end` (local `YYYY-MM-DDTHH:MM`). */
export type PeakEvent = {
  readonly name: Text;
  readonly kind?: SpecialKind;
  readonly start: string;
  readonly end: string;
  readonly multipliers: readonly { readonly channel: string; readonly factor: number }[];
};

export type Finance = {
  /** Paid hours of one full-time equivalent per week. */
  readonly hoursPerFte: number;
  /** What losing one contact (abandoned, never answered) costs; 0 leaves it out. */
  readonly lostContact: Money;
};
