/**
 * The same interval through models of growing truth, so that a planner can check the number he was
 * given elsewhere: workload, Erlang C, Erlang A, the exact day and the simulation; for work that is
 * no queue of one contact per agent, the model this app uses in their place.
 *
 * Every rung answers the same two questions: the least agents that meet the targets, and the service
 * level with the agents planned.
 */
import { UnattainableTarget } from '../../../errors.ts';
import { requiredAgents, type QueueTargets } from '../../../queueing/required-agents.ts';
import { serviceLevel } from '../../../queueing/measures.ts';
import { erlangA } from '../../../queueing/erlang-a.ts';
import { erlangC } from '../../../queueing/erlang-c.ts';
import type { ChannelAnalysis } from '../../../scenario/analysis.ts';
import type { Channel } from '../../../scenario/schema.ts';
import type { Seconds, Share } from '../../../units.ts';
import { intervalMeasure } from './interval-measures.ts';

export type RungWarning =
  | 'noQueueing'
  | 'noHangUps'
  | 'noConcurrency'
  | 'noDueTimes'
  | 'noCarryOver'
  | 'exponentialTimes'
  | 'computing'
  | 'notSimulated';

export type Rung = {
  readonly model: 'workload' | 'erlangC' | 'erlangA' | 'used' | 'exact' | 'simulation';
  /** Erlangs for the workload, agents for the others; null where the model gives none or no number is enough. */
  readonly agents: number | null;
  /** With the planned agents; a range where the model estimates. */
  readonly level: { readonly value: Share; readonly low?: Share; readonly high?: Share } | null;
  /** Why the rung is not to be trusted here, or not there yet. */
  readonly warning: RungWarning | null;
  /** The requirement drawn on the page is this rung's. */
  readonly used: boolean;
};

/** What a channel promises, and how long its customers wait for it. */
export type Promised = Pick<Channel, 'targets' | 'patience'>;

type Place = { readonly interval: number; readonly intervalSeconds: Seconds };

/** A line of one contact per agent: what the Erlang formulas and the exact day are about. */
export function isLine({ model }: ChannelAnalysis): boolean {
  return model === 'erlangA' || model === 'erlangC';
}

/** The rungs that one interval decides by itself. */
export function modelLadder(channel: Promised, figures: ChannelAnalysis, place: Place): Rung[] {
  const { interval } = place;
  const workload: Rung = {
    model: 'workload',
    agents: figures.load[interval] ?? 0,
    level: null,
    warning: 'noQueueing',
    used: false,
  };
  if (!isLine(figures)) {
    const warning = figures.model === 'deferred' ? 'noDueTimes' : 'noConcurrency';
    const level = expectedLevel(channel, figures, interval);
    const agents = figures.required[interval] ?? 0;
    return [
      { ...workload, warning },
      { model: 'used', agents, level, warning: null, used: true },
    ];
  }
  const { contactsPerHour, handleTime } = demandAt(figures, place);
  const targets = queueTargets(channel);
  const patience = channel.patience?.mean;
  const planned = wholeAgents(figures, interval);
  const rung = (model: 'erlangC' | 'erlangA', warning: RungWarning, of: number | undefined): Rung => {
    const level = lineLevel(channel, { contactsPerHour, handleTime, patience: of }, planned);
    return {
      model,
      agents: agentsFor({ contactsPerHour, handleTime, patience: of }, targets),
      level: level === null ? null : { value: level },
      warning,
      used: figures.model === model,
    };
  };
  return [
    workload,
    rung('erlangC', patience === undefined ? 'noCarryOver' : 'noHangUps', undefined),
    ...(patience === undefined ? [] : [rung('erlangA', 'noCarryOver', patience)]),
  ];
}

/** How far a coefficient of variation may be from 1 before exponential handle times mislead. */
const EXPONENTIAL_ENOUGH = 0.3;

/** @param answer of the whole day at this interval; undefined while it is computed */
export function exactRung(
  answer: { readonly agents: number | null; readonly level: Share | null } | undefined,
  { cv }: Channel['handling'],
): Rung {
  const level = answer?.level ?? null;
  return {
    model: 'exact',
    agents: answer?.agents ?? null,
    level: level === null ? null : { value: level },
    warning:
      answer === undefined ? 'computing' : Math.abs(cv - 1) > EXPONENTIAL_ENOUGH ? 'exponentialTimes' : null,
    used: false,
  };
}

/** @param level of the interval; undefined while no simulation of this document is there */
export function simulationRung(level: Required<NonNullable<Rung['level']>> | null | undefined): Rung {
  const warning = level === undefined ? 'notSimulated' : null;
  return { model: 'simulation', agents: null, level: level ?? null, warning, used: false };
}

/** Extra contacts answered in time that one more agent brings in the interval; null outside the Erlang models. */
export function gainOfOneMore(channel: Promised, figures: ChannelAnalysis, place: Place): number | null {
  if (!channel.targets.serviceLevel || !isLine(figures) || figures.open[place.interval] !== 1) return null;
  const offered = figures.offered[place.interval] ?? 0;
  if (offered <= 0) return 0;
  const line = { ...demandAt(figures, place), patience: channel.patience?.mean };
  const agents = wholeAgents(figures, place.interval);
  const level = (count: number): number => lineLevel(channel, line, count) ?? 0;
  return Math.max(0, offered * (level(agents + 1) - level(agents)));
}

/** Agents shared between channels come in parts of one; the formulas take whole agents. */
export function wholeAgents({ planned }: ChannelAnalysis, interval: number): number {
  return Math.round(planned[interval] ?? 0);
}

type LineDemand = Parameters<typeof requiredAgents>[0];

function demandAt(figures: ChannelAnalysis, { interval, intervalSeconds }: Place): LineDemand {
  const contactsPerHour = ((figures.offered[interval] ?? 0) * 3600) / intervalSeconds;
  return { contactsPerHour, handleTime: figures.handleTime };
}

/** Null without a service level to measure, or anybody to measure it on. */
function lineLevel({ targets }: Promised, demand: LineDemand, agents: number): Share | null {
  const target = targets.serviceLevel;
  if (!target || demand.contactsPerHour <= 0) return null;
  if (agents <= 0) return 0;
  const { patience, ...line } = demand;
  const measures =
    patience === undefined ? erlangC({ ...line, agents }) : erlangA({ ...line, patience, agents });
  return serviceLevel(measures, target.threshold, target.definition, target.shortAbandon);
}

function expectedLevel({ targets }: Promised, figures: ChannelAnalysis, interval: number): Rung['level'] {
  const kind = targets.serviceLevel
    ? 'serviceLevel'
    : targets.firstResponse?.percentile && figures.model === 'deferred'
      ? 'firstResponsePercentile'
      : null;
  const value = kind && intervalMeasure(figures, kind, [interval]).values[0];
  return typeof value === 'number' ? { value } : null;
}

function queueTargets({ targets }: Promised): QueueTargets {
  const { serviceLevel: level, meanWaitAnswered, abandonment, maxOccupancy } = targets;
  return { serviceLevel: level, meanWaitAnswered, abandonment, maxOccupancy };
}

function agentsFor(demand: LineDemand, targets: QueueTargets): number | null {
  if (!Object.values(targets).some((target) => target !== undefined)) return null;
  try {
    return requiredAgents(demand, targets);
  } catch (error) {
    if (error instanceof UnattainableTarget) return null;
    throw error;
  }
}
