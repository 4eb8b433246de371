/**
 * Contacts of a deferred channel that wait already when the plan begins. Models and simulation count them in its
 * first interval; they are known, so no busy day makes more of them.
 */
import type { FoundWork } from '../queueing/deferred-work.ts';
import type { Seconds } from '../units.ts';
import type { ChannelAnalysis } from './analysis.ts';
import type { ChannelDemand } from './demand.ts';
import type { Mixes } from './reason-times.ts';
import type { Channel } from './schema.ts';

export type LeftOver = {
  readonly contacts: number;
  /** Open seconds that the first of them has waited, and the last: evenly less in between. */
  readonly oldest: Seconds;
  readonly youngest: Seconds;
  /** Mean agent work per contact, after-contact work included. */
  readonly handleTime: Seconds;
};

/** Null where nothing waits. They are past any bot, and come for the reasons of the first interval. */
export function leftOverOf({ backlog, handling }: Channel, { channels, at }: Mixes): LeftOver | null {
  if (backlog === undefined) return null;
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
