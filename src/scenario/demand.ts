/**
 * Contacts per interval of the axis: what customers start on each channel, what the automated
 * stage keeps, and what reaches the agents.
 *
 *     source, adjusted × volume factor × events, shifted ─> offered ─> bot ─> agents of the channel
 *                                    │ closed                    └──> agents of `escalateTo`
 *                                    └─> turned away (live channels only)
 *
 * Expected values: the day-to-day swing (`dayFactorCv`) multiplies all of it and is left to the
 * simulation and to the assurance calculation. Contacts that come back after the bot failed them
 * are counted in the interval in which they first came.
 */
import { assertNever } from '../errors.ts';
import { parseDate } from '../numeric/civil-date.ts';
import { MINUTES_PER_DAY, type Share } from '../units.ts';
import { adjusted } from './adjustments.ts';
import { onAxis, type Axis } from './axis.ts';
import { shifted } from './channel-mix.ts';
import { parseDayTime } from './civil.ts';
import { leftOverOf, type LeftOver } from './left-over.ts';
import { isDeferred, openIntervals } from './opening.ts';
import { mixesOf, type Mixes } from './reason-times.ts';
import { mixtureOf, outcomeOf, workOfStream, type Work } from './reasons.ts';
import type { Channel, PeakEvent, Scenario } from './schema.ts';

export type ChannelDemand = {
  readonly channel: string;
  /** Contacts customers start while the channel takes them. */
  readonly offered: Float64Array;
  /** Contacts that meet a closed live channel; in no other figure. */
  readonly turnedAway: Float64Array;
  /** Contacts that reach an agent of this channel, from wherever they come: the sum of `inflows`. */
  readonly toAgents: Float64Array;
  /** Mean agent work of those per contact, after-contact work included. */
  readonly handleTime: Float64Array;
  readonly inflows: readonly Inflow[];
  /** Contacts that wait already when the plan begins; in none of the above. */
  readonly leftOver: LeftOver | null;
};

/** One stream of contacts into the agents of a channel. */
export type Inflow = {
  /** Channel on which the customer started. */
  readonly from: string;
  readonly kind: 'direct' | 'handedOver' | 'recontact';
  readonly contacts: Float64Array;
  /** Added to the mean handle time of the channel: by the bot (negative when it passes context on), and by the reasons in the stream. */
  readonly addedHandleTime: Float64Array;
  /** Contacts of each mix of reasons, and the agents' own work on one. */
  readonly work: readonly (Work & { readonly count: number })[];
};

/** Contacts of every channel, in the order of the scenario. O(channels² + channels × intervals). */
export function demandOf(scenario: Scenario, axis: Axis): ChannelDemand[] {
  const grids = startedContacts(scenario, axis);
  const lines = scenario.channels.map((channel, c) => startedOn(channel, grids[c], axis));
  return lines.map((line) => {
    const { channel, offered } = line;
    const turnedAway = line.started.map((contacts, k) => contacts - (offered[k] ?? 0));
    const inflows = lines.flatMap((source) => {
      const outcomes = source.mixes.channels.map(outcomeOf);
      return (['direct', 'handedOver', 'recontact'] as const)
        .filter(
          (kind) =>
            outcomes.some((outcome) => outcome[kind] > 0) && destination(source.channel, kind) === channel.id,
        )
        .map((kind) =>
          inflow(
            source,
            kind,
            outcomes.map((outcome) => outcome[kind]),
            line,
            turnedAway,
          ),
        );
    });
    return {
      channel: channel.id,
      offered,
      turnedAway,
      ...merge(channel, inflows, axis),
      inflows,
      leftOver: leftOverOf(channel, line.mixes),
    };
  });
}

type Line = {
  readonly channel: Channel;
  /** What customers come for, which may change from hour to hour. */
  readonly mixes: Mixes;
  /** Whether it takes contacts, per interval: a deferred channel always does. */
  readonly takes: readonly boolean[];
  /** Contacts customers want to start. */
  readonly started: Float64Array;
  /** Those it takes. */
  readonly offered: Float64Array;
};

function startedOn(channel: Channel, grid: Float64Array | undefined, axis: Axis): Line {
  const takes = isDeferred(channel.kind) ? axis.intervals.map(() => true) : openIntervals(axis, channel.open);
  const started = onAxis(axis, grid ?? new Float64Array(axis.cells));
  return {
    channel,
    mixes: mixesOf(channel, axis),
    takes,
    started,
    offered: started.map((contacts, k) => (takes[k] === true ? contacts : 0)),
  };
}

/** Shares of a channel's contacts, by mix, on their way to agents; those that meet a closed door are added to `turnedAway`. */
function inflow(
  { channel, mixes, offered }: Line,
  kind: Inflow['kind'],
  shares: readonly Share[],
  { channel: to, takes }: Line,
  turnedAway: Float64Array,
): Inflow {
  const contacts = new Float64Array(offered.length);
  const addedHandleTime = new Float64Array(offered.length);
  const added = kind === 'handedOver' ? (channel.bot?.handoverHandleTime ?? 0) : 0;
  const works = mixes.channels.map((mix) => workOfStream(mix, to, kind, added));
  const counts = works.map(() => 0);
  for (let k = 0; k < offered.length; k++) {
    const mix = mixes.at[k] ?? 0;
    const wanting = (offered[k] ?? 0) * (shares[mix] ?? 0);
    addedHandleTime[k] = (works[mix]?.mean ?? 0) - to.handling.mean;
    if (takes[k] === true) {
      contacts[k] = wanting;
      counts[mix] = (counts[mix] ?? 0) + wanting;
    } else turnedAway[k] = (turnedAway[k] ?? 0) + wanting;
  }
  const work = works.map((own, mix) => ({ ...own, count: counts[mix] ?? 0 }));
  return { from: channel.id, kind, contacts, addedHandleTime, work };
}

/**
 * Channel whose agents take a stream. Self-service has no agents of its own: what it does not
 * keep, met by the automaton or not, goes where it hands over.
 */
function destination(source: Channel, kind: Inflow['kind']): string {
  if (source.bot === null) return source.id;
  return kind === 'direct' && source.kind !== 'selfService' ? source.id : source.bot.escalateTo;
}

function merge(
  channel: Channel,
  inflows: readonly Inflow[],
  axis: Axis,
): Pick<ChannelDemand, 'toAgents' | 'handleTime'> {
  const base = channel.handling.mean + channel.handling.afterContact;
  const toAgents = new Float64Array(axis.intervals.length);
  const added = new Float64Array(axis.intervals.length);
  for (const { contacts, addedHandleTime } of inflows)
    for (let k = 0; k < contacts.length; k++) {
      const count = contacts[k] ?? 0;
      toAgents[k] = (toAgents[k] ?? 0) + count;
      added[k] = (added[k] ?? 0) + count * (addedHandleTime[k] ?? 0);
    }
  const handleTime = toAgents.map((count, k) => base + (count > 0 ? (added[k] ?? 0) / count : 0));
  return { toAgents, handleTime };
}

/** Coefficient of variation of the agents' own work on a channel: that of its contacts, or of the mixture of reasons that reach them. */
export function cvOfWork({ handling, reasons }: Channel, { inflows }: ChannelDemand): number {
  if (reasons === undefined) return handling.cv;
  const parts = inflows.flatMap(({ work }) => work);
  return parts.some(({ count }) => count > 0) ? mixtureOf(parts).cv : handling.cv;
}

/** What customers want to start on every channel, on the grid, in the order of the scenario. O(channels × cells), and the mix. */
export function startedContacts(
  { channels, events, mix }: Pick<Scenario, 'channels' | 'events' | 'mix'>,
  axis: Axis,
): Float64Array[] {
  const grids = channels.map((channel) => contactsOnGrid(channel, events, axis));
  if (mix === undefined) return grids;
  return shifted(
    grids,
    mix,
    channels.map(({ id }) => id),
  );
}

/** Contacts customers want to start, on the wall-clock grid, whether the channel is open or not. */
export function contactsOnGrid(channel: Channel, events: readonly PeakEvent[], axis: Axis): Float64Array {
  const grid = Float64Array.from(sourceOnGrid(channel, axis));
  for (let cell = 0; cell < grid.length; cell++) grid[cell] = (grid[cell] ?? 0) * channel.volumeFactor;
  const firstDay = parseDate(axis.days[0]?.date ?? '') ?? 0;
  const intervalMinutes = MINUTES_PER_DAY / axis.slotsPerDay;
  for (const event of events) {
    const from = gridMinute(event.start, firstDay);
    const to = gridMinute(event.end, firstDay);
    const factor = event.multipliers
      .filter(({ channel: id }) => id === channel.id)
      .reduce((product, multiplier) => product * multiplier.factor, 1);
    if (factor === 1 || from === null || to === null) continue;
    const firstCell = Math.max(0, Math.floor(from / intervalMinutes));
    const lastCell = Math.min(grid.length, Math.ceil(to / intervalMinutes));
    for (let cell = firstCell; cell < lastCell; cell++) {
      const start = cell * intervalMinutes;
      const overlap = Math.min(to, start + intervalMinutes) - Math.max(from, start);
      // an event that covers a third of the interval multiplies a third of its contacts
      grid[cell] = (grid[cell] ?? 0) * (1 + ((factor - 1) * overlap) / intervalMinutes);
    }
  }
  return grid;
}

function sourceOnGrid(channel: Channel, axis: Axis): ArrayLike<number> {
  const source = sourceContacts(channel, axis);
  const { adjustments = [] } = channel.demand;
  return adjustments.length === 0 ? source : adjusted(source, adjustments, axis).contacts;
}

type Source = Channel['demand']['source'];

/** Contacts on the grid as typed or forecast: before any adjustment, what-if factor and peak event. */
export function sourceContacts({ demand: { source } }: Channel, axis: Axis): readonly number[] {
  switch (source.kind) {
    case 'typed':
    case 'forecast':
      return source.contacts;
    case 'profile':
      return spread(source, axis);
    default:
      return assertNever(source);
  }
}

function spread({ perDay, shares }: Extract<Source, { kind: 'profile' }>, axis: Axis): number[] {
  const contacts: number[] = [];
  axis.days.forEach(({ weekday }, day) => {
    const whole = perDay[day] ?? 0;
    const profile = shares[weekday] ?? [];
    for (let slot = 0; slot < axis.slotsPerDay; slot++) contacts.push(whole * (profile[slot] ?? 0));
  });
  return contacts;
}

function gridMinute(local: string, firstDay: number): number | null {
  const parsed = parseDayTime(local);
  return parsed === null ? null : (parsed.day - firstDay) * MINUTES_PER_DAY + parsed.minute;
}
