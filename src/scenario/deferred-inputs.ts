/** The work of a deferred channel as its flow takes it: hours, contacts, due time, and what is left over from before. */
import { flowGridOf, flowSpace, type FlowGrid, type FlowSpace } from '../queueing/deferred-flow.ts';
import type { DeferredInputs } from '../queueing/deferred-work.ts';
import type { Seconds } from '../units.ts';
import type { Axis } from './axis.ts';
import type { ChannelDemand } from './demand.ts';
import { foundWork } from './left-over.ts';
import { openIntervals, openSpans } from './opening.ts';
import type { Channel } from './schema.ts';

/** When a channel promises nothing: the next business day. */
const DEFAULT_DUE: Seconds = 86_400;

export type Work = Omit<DeferredInputs, 'agents'> & { readonly arrivals: Float64Array };

/** What the flow of a channel needs to know of its hours, whatever its volume. */
export type DeferredHours = {
  readonly staffable: readonly boolean[];
  readonly openSpans: DeferredInputs['openSpans'];
  readonly grid: FlowGrid;
  readonly space: FlowSpace;
};

export function deferredHours({ open }: Channel, axis: Axis): DeferredHours {
  const spans = openSpans(axis, open).map(({ from, to }) => [from, to] as const);
  const { intervalSeconds: intervalLength, intervals: arrivals } = axis;
  const grid = flowGridOf({ intervalLength, arrivals, openSpans: spans });
  return {
    staffable: openIntervals(axis, open),
    openSpans: spans,
    grid,
    space: flowSpace(grid, 1),
  };
}

/** The work of a channel as its flow takes it. */
export function deferredWorkOf(
  channel: Channel,
  demand: ChannelDemand,
  axis: Axis,
  { openSpans }: DeferredHours,
): Work {
  const contacts = demand.toAgents.reduce((a, b) => a + b, 0);
  const seconds = demand.toAgents.reduce((sum, count, i) => sum + count * (demand.handleTime[i] ?? 0), 0);
  const { leftOver } = demand;
  const usual = leftOver?.handleTime ?? channel.handling.mean + channel.handling.afterContact;
  const workPerContact = contacts > 0 ? seconds / contacts : usual;
  return {
    intervalLength: axis.intervalSeconds,
    arrivals: demand.toAgents,
    workPerContact,
    // The flow knows no due time before the work is done; what falls short of it is told by `valueOf`.
    due: Math.max(dueOf(channel), workPerContact),
    openSpans,
    ...(leftOver && { openingBacklog: [foundWork(leftOver)], workPerFound: leftOver.handleTime }),
  };
}

/** Of what arrives and what was found. */
export function wholeWork({
  arrivals,
  workPerContact,
  openingBacklog = [],
  workPerFound = workPerContact,
}: Work): {
  readonly contacts: number;
  readonly seconds: Seconds;
} {
  const found = openingBacklog.reduce((sum, { contacts }) => sum + contacts, 0);
  const arriving = arrivals.reduce((sum, contacts) => sum + contacts, 0);
  return { contacts: arriving + found, seconds: arriving * workPerContact + found * workPerFound };
}

export function meanWork(work: Work): Seconds {
  const { contacts, seconds } = wholeWork(work);
  return contacts > 0 ? seconds / contacts : work.workPerContact;
}

/** Open seconds within which an answer counts as in time. */
export function dueOf({ targets: { serviceLevel, firstResponse } }: Channel): Seconds {
  return serviceLevel?.threshold ?? firstResponse?.percentile?.within ?? DEFAULT_DUE;
}

export function scaledWork(work: Work, factor: number): Work {
  return { ...work, arrivals: work.arrivals.map((contacts) => contacts * factor) };
}
