/**
 * Contacts that wait already when the plan begins. Of deferred channels models and simulation count them in its
 * first interval; they are known, so no busy day makes more of them. Of live channels they are in line when the
 * channel first opens: simulation and exact day begin with them, the models of single intervals know no line
 * from before.
 */
import type { FoundWork } from '../queueing/deferred-work.ts';
import type { Seconds } from '../units.ts';
import type { ChannelAnalysis } from './analysis.ts';
import type { ChannelDemand } from './demand.ts';
import { isDeferred } from './opening.ts';
import type { Mixes } from './reason-times.ts';
import type { Backlog } from './schema-customers.ts';
import type { Channel } from './schema.ts';

export type LeftOver = {
  readonly contacts: number;
  /** Open seconds that the first of them has waited, and the last: evenly less in between. */
  readonly oldest: Seconds;
  readonly youngest: Seconds;
  /** Mean agent work per contact, after-contact work included. */
  readonly handleTime: Seconds;
};

/** How long each has waited, the oldest first. */
export function waitsOf({ contacts, oldest }: Backlog): Seconds[] {
  return Array.from({ length: contacts }, (_, k) => (oldest * (contacts - k)) / contacts);
}

/**
 * The line of a live channel at the first of these intervals: that of its first opening; empty elsewhere.
 *
 * @param open 1 where the channel takes contacts, by interval of the axis
 */
export function lineAtOpening(
  { kind, backlog }: Channel,
  open: Uint8Array,
  intervals: readonly number[],
): Seconds[] {
  if (backlog === undefined || isDeferred(kind) || open.indexOf(1) !== intervals[0]) return [];
  return waitsOf(backlog);
}

/** Of deferred work; null where nothing waits. They are past any bot, and come for the reasons of the first interval. */
export function leftOverOf({ kind, backlog, handling }: Channel, { channels, at }: Mixes): LeftOver | null {
  if (backlog === undefined || !isDeferred(kind)) return null;
  const { contacts, oldest } = backlog;
  const mean = channels[at[0] ?? 0]?.handling.mean ?? handling.mean;
  return { contacts, oldest, youngest: oldest / contacts, handleTime: mean + handling.afterContact };
}

/** As the flow of deferred work finds it. */
export function foundWork({ contacts, oldest, youngest }: LeftOver): FoundWork {
  return { contacts, age: oldest, youngest };
}

/** Whether the models expect anybody on a channel: where only the simulation sends contacts they say nothing. */
export function isForeseen({ arriving, leftOver }: ChannelAnalysis): boolean {
  return leftOver > 0 || arriving.some((contacts) => contacts > 0);
}

/** Agents' seconds of all that reaches a channel, by interval: what is left over in the first. */
export function secondsOfWork({ toAgents, handleTime, leftOver }: ChannelDemand): Float64Array {
  const seconds = toAgents.map((contacts, i) => contacts * (handleTime[i] ?? 0));
  if (leftOver && seconds.length > 0) seconds[0]! += leftOver.contacts * leftOver.handleTime;
  return seconds;
}

/** Contacts that reach a channel's agents, by interval: what is left over in the first. */
export function contactsOf({ toAgents, leftOver }: ChannelDemand): Float64Array {
  const contacts = toAgents.slice();
  if (leftOver && contacts.length > 0) contacts[0]! += leftOver.contacts;
  return contacts;
}
