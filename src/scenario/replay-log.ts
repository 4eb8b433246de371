/**
 * The contacts of a log, played by the simulator at the moments at which they came: the same in every
 * replication, in place of the Poisson arrivals of their channels. Channels of which the log has none
 * are played as planned.
 *
 *     a day of the log            the day planned with the same date, or as many days after the first as from `from`
 *     a channel's name            the one somebody says, else the one so called, else the only one of the kind it says
 *     times to the minute, …      a moment of the minute, half-hour or hour, drawn anew in every replication
 *     an hour passed twice        its first pass; an hour that the clock skips, the moment of the jump
 *     a reason's name             the channel's reason so called, else one drawn as for everybody
 *     a handle time               that, whoever takes the contact (at his pace); not in conversations, where a
 *                                 log tells how long they lasted, which is not the agent's work alone
 *     no handle time              drawn as for everybody: nobody served the contact, or the log does not say
 *
 * Who gave up is left to the simulation: it judges this plan, and the log does not say how long those who
 * were answered would have waited.
 */
import type { ContactLog } from '../history/contact-log.ts';
import { formatDate, parseDate } from '../numeric/civil-date.ts';
import type { Arrivals, SimulationModel } from '../simulation/model.ts';
import { SECONDS_PER_DAY, type Seconds } from '../units.ts';
import { buildAxis } from './axis.ts';
import { isNamed, surelyMeant } from './channel-named.ts';
import { momentOf, momentsOf } from './replay-moments.ts';
import type { Channel, Scenario } from './schema.ts';

type Instants = Extract<Arrivals, { kind: 'instants' }>;

export type ReplayOptions = {
  /** Day of the log that is played as the first day planned, `YYYY-MM-DD`; absent: each day as the one with its date. */
  readonly from?: string | undefined;
  /** Channel of every contact, whatever the log says. */
  readonly channel?: string | undefined;
  /** Channels by the names that the log has for them, where somebody has said so. */
  readonly assigned?: Readonly<Record<string, string>> | undefined;
  /**
   * Whose handle times: those of the log where it has them, with the work after the contact in them (the default);
   * the same as talk times, after which comes the channel's work after the contact; all drawn by the scenario's laws.
   */
  readonly handleTimes?: 'log' | 'talk' | 'scenario' | undefined;
  /** Of the order of contacts of one span. Default the scenario's. */
  readonly seed?: number | undefined;
};

/** Some contacts, and the first row that has one, as a worksheet counts. */
export type Some = { readonly contacts: number; readonly row: number };
export type Counted = Some & { readonly name: string };

export type ReplayReport = {
  /** By channel, those that come while it is closed among them. */
  readonly played: readonly {
    readonly channel: string;
    readonly contacts: number;
    readonly closed: Some | null;
    /** Contacts whose handle time the log tells, and its mean; null: of none. */
    readonly told: { readonly contacts: number; readonly mean: Seconds } | null;
    /** Those times are played. */
    readonly asTold: boolean;
    /** To what its times are told. */
    readonly within: Seconds;
  }[];
  /** Channels with demand of which the log has none. */
  readonly asPlanned: readonly string[];
  /** Names in the log that are no channel's. */
  readonly unknownChannels: readonly Counted[];
  /** Contacts on days that are not planned. */
  readonly otherDays: Some | null;
  /** First and last date of the log. */
  readonly from: string;
  readonly to: string;
  /** Names in the log that are no reason's of the channel, which has some. */
  readonly unknownReasons: readonly (Counted & { readonly channel: string })[];
};

export type Replay = {
  /** By channel; empty where nothing of the log can be used. */
  readonly arrivals: ReadonlyMap<string, Instants>;
  readonly report: ReplayReport;
};

/** O(n log n) for n contacts. */
export function replayLog(scenario: Scenario, log: ContactLog, options: ReplayOptions = {}): Replay {
  const { channels, calendar } = scenario;
  const { from, channel, assigned = {}, handleTimes = 'log', seed = scenario.simulation.seed } = options;
  const axis = buildAxis(calendar);
  const first = parseDate(from ?? calendar.start) ?? 0;
  const targets = Int32Array.from(log.channels, (name) => {
    const id = channel ?? assigned[name] ?? surelyMeant(name, channels);
    return channels.findIndex((own) => own.id === id);
  });
  // The coarsest of the log's channels that are played on one.
  const within = channels.map((_, c) =>
    log.within.reduce((most, span, k) => (targets[k] === c ? Math.max(most, span) : most), 1),
  );
  const strangers = new Tally();
  const elsewhere = new Tally();
  const count = new Uint32Array(channels.length);
  const target = new Int32Array(log.at.length).fill(-1);
  const stamp = new Float64Array(log.at.length);
  let [earliest, latest] = [Infinity, -Infinity];
  for (let k = 0; k < log.at.length; k++) {
    const wall = log.at[k] ?? 0;
    if (wall < earliest) earliest = wall;
    if (wall > latest) latest = wall;
    const c = targets[log.channel[k] ?? -1] ?? -1;
    if (c < 0) {
      strangers.note(log.channel[k] ?? -1, log.row[k] ?? 0);
      continue;
    }
    const span = within[c] ?? 1;
    const at = momentOf(axis, Math.floor(wall / span) * span, first);
    if (at === null) {
      elsewhere.note(0, log.row[k] ?? 0);
      continue;
    }
    target[k] = c;
    stamp[k] = at;
    count[c] = (count[c] ?? 0) + 1;
  }
  const arrivals = new Map<string, Instants>();
  const played: ReplayReport['played'][number][] = [];
  const unknownReasons: ReplayReport['unknownReasons'][number][] = [];
  for (const [c, own] of channels.entries()) {
    if (count[c] === 0) continue;
    // Places in the log of the channel's contacts.
    const places = new Uint32Array(count[c] ?? 0);
    for (let k = 0, n = 0; k < target.length; k++) if (target[k] === c) places[n++] = k;
    const stamps = Float64Array.from(places, (k) => stamp[k] ?? 0);
    const { at, until, order, closed } = momentsOf(own, axis, stamps, within[c] ?? 1, seed);
    const inOrder = order.map((n) => places[n] ?? 0);
    const times = timesOf(log, inOrder, handleTimes === 'talk' ? own.handling.afterContact : 0);
    const asTold = handleTimes !== 'scenario' && times !== null && own.conversation === undefined;
    const reasons = reasonsOf(own, log, inOrder);
    arrivals.set(own.id, {
      kind: 'instants',
      at,
      ...(until === null ? {} : { until }),
      ...(asTold ? { handleTimes: times.list } : {}),
      ...(reasons === null ? {} : { reasons: reasons.ids }),
    });
    const shut = new Tally();
    closed.forEach((is, n) => {
      if (is === 1) shut.note(0, log.row[inOrder[n] ?? 0] ?? 0);
    });
    const told = times === null ? null : { contacts: times.contacts, mean: times.mean };
    played.push({
      channel: own.id,
      contacts: at.length,
      closed: shut.of(0),
      told,
      asTold,
      within: within[c] ?? 1,
    });
    for (const unknown of reasons?.unknown ?? []) unknownReasons.push({ channel: own.id, ...unknown });
  }
  return {
    arrivals,
    report: {
      played,
      asPlanned: channels.flatMap(({ id, kind }) => (arrivals.has(id) || kind === 'callback' ? [] : [id])),
      unknownChannels: strangers.named(log.channels),
      otherDays: elsewhere.of(0),
      from: log.at.length === 0 ? '' : dateOf(earliest),
      to: log.at.length === 0 ? '' : dateOf(latest),
      unknownReasons,
    },
  };
}

/** The model with the arrivals of a replay; classes have the ids of channels. */
export function withArrivals(
  model: SimulationModel,
  { arrivals }: Pick<Replay, 'arrivals'>,
): SimulationModel {
  return {
    ...model,
    classes: model.classes.map((own) => {
      const replayed = arrivals.get(own.id);
      return replayed === undefined ? own : { ...own, arrivals: replayed };
    }),
  };
}

/** What results are made with, without what belongs to single contacts. */
export function momentsOnly(model: SimulationModel): SimulationModel {
  return {
    ...model,
    classes: model.classes.map((own) =>
      own.arrivals?.kind === 'instants'
        ? { ...own, arrivals: { kind: 'instants', at: own.arrivals.at } }
        : own,
    ),
  };
}

/** Null: the log tells none. */
function timesOf(
  { handleTime }: ContactLog,
  places: Uint32Array,
  after: Seconds,
): { readonly list: (Seconds | null)[]; readonly contacts: number; readonly mean: Seconds } | null {
  let [contacts, sum] = [0, 0];
  const list = Array.from(places, (k) => {
    const seconds = handleTime[k] ?? -1;
    if (seconds < 0) return null;
    contacts++;
    sum += seconds;
    return seconds + after;
  });
  return contacts === 0 ? null : { list, contacts, mean: sum / contacts };
}

/** Null: nobody's reason is known, so all are drawn. */
function reasonsOf(
  { reasons = [] }: Channel,
  log: ContactLog,
  places: Uint32Array,
): { readonly ids: (string | null)[]; readonly unknown: Counted[] } | null {
  if (reasons.length === 0) return null;
  const known = log.reasons.map((name) => reasons.find((reason) => isNamed(reason, name))?.id ?? null);
  const unknown = new Tally();
  const ids = Array.from(places, (k) => {
    const reason = log.reason[k] ?? -1;
    if (reason < 0) return null;
    const id = known[reason] ?? null;
    if (id === null) unknown.note(reason, log.row[k] ?? 0);
    return id;
  });
  const strangers = unknown.named(log.reasons);
  const some = ids.some((id) => id !== null);
  return some || strangers.length > 0 ? { ids, unknown: strangers } : null;
}

/** Contacts by a number, with the first row of each. */
class Tally {
  readonly #some = new Map<number, { contacts: number; row: number }>();

  note(which: number, row: number): void {
    const some = this.#some.get(which);
    if (some === undefined) this.#some.set(which, { contacts: 1, row });
    else {
      some.contacts++;
      some.row = Math.min(some.row, row);
    }
  }

  of(which: number): Some | null {
    return this.#some.get(which) ?? null;
  }

  /** Most contacts first. */
  named(names: readonly string[]): Counted[] {
    return [...this.#some]
      .map(([which, some]) => ({ name: names[which] ?? '', ...some }))
      .toSorted((a, b) => b.contacts - a.contacts);
  }
}

function dateOf(wall: Seconds): string {
  return formatDate(Math.floor(wall / SECONDS_PER_DAY));
}
