/**
 * The contacts of a log, played by the simulator at the moments at which they came: the same in every
 * replication, in place of the Poisson arrivals of their channels. Channels of which the log has none
 * are played as planned.
 *
 *     a day of the log            the day planned with the same date, or as many days after the first as from `from`
 *     a channel's name            the channel so called, else the only one of the kind it says
 *     times to the minute only    contacts of one minute are spread evenly over it
 *     an hour passed twice        its first pass; an hour that the clock skips, the moment of the jump
 *     a reason's name             the channel's reason so called, else one drawn as for everybody
 *
 * What the log says beyond that (handle times, who gave up) is left to the simulation: it judges this plan.
 */
import type { ContactLog } from '../history/contact-log.ts';
import { formatDate, parseDate, type DayNumber } from '../numeric/civil-date.ts';
import type { Arrivals, SimulationModel } from '../simulation/model.ts';
import { SECONDS_PER_DAY, SECONDS_PER_MINUTE, type Seconds } from '../units.ts';
import { buildAxis, type Axis } from './axis.ts';
import { isNamed, surelyMeant } from './channel-named.ts';
import { isDeferred, openSpans } from './opening.ts';
import type { Channel, Scenario } from './schema.ts';

type Instants = Extract<Arrivals, { kind: 'instants' }>;

export type ReplayOptions = {
  /** Day of the log that is played as the first day planned, `YYYY-MM-DD`; absent: each day as the one with its date. */
  readonly from?: string | undefined;
  /** Channel of every contact, whatever the log says. */
  readonly channel?: string | undefined;
};

export type Counted = { readonly name: string; readonly contacts: number };

export type ReplayReport = {
  /** By channel, those that come while it is closed among them. */
  readonly played: readonly {
    readonly channel: string;
    readonly contacts: number;
    readonly closed: number;
  }[];
  /** Channels with demand of which the log has none. */
  readonly asPlanned: readonly string[];
  /** Names in the log that are no channel's. */
  readonly unknownChannels: readonly Counted[];
  /** Contacts on days that are not planned. */
  readonly otherDays: number;
  /** First and last date of the log. */
  readonly from: string;
  readonly to: string;
  /** Names in the log that are no reason's of the channel, which has some. */
  readonly unknownReasons: readonly (Counted & { readonly channel: string })[];
  readonly toTheMinute: boolean;
};

export type Replay = {
  /** By channel; empty where nothing of the log can be used. */
  readonly arrivals: ReadonlyMap<string, Instants>;
  readonly report: ReplayReport;
};

/** One contact of a channel: seconds of the axis, and the number of its reason in the log. */
type Came = { readonly at: Seconds; readonly reason: number };

/** O(n log n) for n contacts. */
export function replayLog(
  scenario: Scenario,
  log: ContactLog,
  { from, channel }: ReplayOptions = {},
): Replay {
  const axis = buildAxis(scenario.calendar);
  const first = parseDate(from ?? scenario.calendar.start) ?? 0;
  const targets = log.channels.map((name) => channel ?? surelyMeant(name, scenario.channels));
  const came = new Map<string, Came[]>();
  const strangers = new Map<string, number>();
  let [otherDays, earliest, latest] = [0, Infinity, -Infinity];
  for (const [k, wall] of log.at.entries()) {
    earliest = Math.min(earliest, wall);
    latest = Math.max(latest, wall);
    const target = targets[log.channel[k] ?? -1] ?? null;
    if (target === null) {
      addOne(strangers, log.channels[log.channel[k] ?? -1] ?? '');
      continue;
    }
    const at = onAxis(axis, wall, first);
    if (at === null) {
      otherDays++;
      continue;
    }
    const list = came.get(target);
    if (list) list.push({ at, reason: log.reason[k] ?? -1 });
    else came.set(target, [{ at, reason: log.reason[k] ?? -1 }]);
  }
  const unknownReasons: (Counted & { readonly channel: string })[] = [];
  const arrivals = new Map<string, Instants>();
  const played: ReplayReport['played'][number][] = [];
  for (const own of scenario.channels) {
    const contacts = came.get(own.id)?.toSorted((a, b) => a.at - b.at);
    if (contacts === undefined) continue;
    const at = log.toTheMinute ? spread(contacts, axis.end) : contacts.map((contact) => contact.at);
    const reasons = reasonsOf(own, contacts, log.reasons);
    arrivals.set(own.id, { kind: 'instants', at, ...(reasons === null ? {} : { reasons: reasons.ids }) });
    played.push({ channel: own.id, contacts: at.length, closed: whileClosed(own, axis, at) });
    for (const unknown of reasons?.unknown ?? []) unknownReasons.push({ channel: own.id, ...unknown });
  }
  return {
    arrivals,
    report: {
      played,
      asPlanned: scenario.channels.flatMap(({ id, kind }) =>
        arrivals.has(id) || kind === 'callback' ? [] : [id],
      ),
      unknownChannels: counted(strangers),
      otherDays,
      from: log.at.length === 0 ? '' : dateOf(earliest),
      to: log.at.length === 0 ? '' : dateOf(latest),
      unknownReasons,
      toTheMinute: log.toTheMinute,
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

/** Null: on no day planned. */
function onAxis(axis: Axis, wall: Seconds, first: DayNumber): Seconds | null {
  const day = Math.floor(wall / SECONDS_PER_DAY);
  if (day < first || day >= first + axis.days.length) return null;
  const seconds = wall - day * SECONDS_PER_DAY;
  const minute = Math.floor(seconds / SECONDS_PER_MINUTE);
  return axis.at(day - first, minute) + seconds - minute * SECONDS_PER_MINUTE;
}

/** Contacts of one minute, ascending: the k-th of n in the middle of the k-th n-th of it. */
function spread(contacts: readonly Came[], end: Seconds): Seconds[] {
  const at: Seconds[] = [];
  for (let begin = 0; begin < contacts.length; begin = at.length) {
    const minute = contacts[begin]?.at ?? 0;
    let n = 1;
    while (contacts[begin + n]?.at === minute) n++;
    const length = Math.min(SECONDS_PER_MINUTE, end - minute);
    for (let k = 0; k < n; k++) at.push(minute + ((k + 0.5) / n) * length);
  }
  return at;
}

/** Null: nobody's reason is known, so all are drawn. */
function reasonsOf(
  { reasons = [] }: Channel,
  contacts: readonly Came[],
  names: readonly string[],
): { readonly ids: (string | null)[]; readonly unknown: Counted[] } | null {
  if (reasons.length === 0) return null;
  const known = names.map((name) => reasons.find((reason) => isNamed(reason, name))?.id ?? null);
  const unknown = new Map<string, number>();
  const ids = contacts.map(({ reason }) => {
    if (reason < 0) return null;
    const id = known[reason] ?? null;
    if (id === null) addOne(unknown, names[reason] ?? '');
    return id;
  });
  const some = ids.some((id) => id !== null);
  return some || unknown.size > 0 ? { ids, unknown: counted(unknown) } : null;
}

function whileClosed({ kind, open }: Channel, axis: Axis, at: readonly Seconds[]): number {
  if (isDeferred(kind) || kind === 'selfService') return 0;
  const spans = openSpans(axis, open);
  let [k, closed] = [0, 0];
  for (const instant of at) {
    while ((spans[k]?.to ?? Infinity) <= instant) k++;
    if (instant < (spans[k]?.from ?? Infinity)) closed++;
  }
  return closed;
}

function addOne(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function counted(counts: ReadonlyMap<string, number>): Counted[] {
  return [...counts]
    .map(([name, contacts]) => ({ name, contacts }))
    .toSorted((a, b) => b.contacts - a.contacts);
}

function dateOf(wall: Seconds): string {
  return formatDate(Math.floor(wall / SECONDS_PER_DAY));
}
