/**
 * The same interval through models of growing truth, so that a planner can check the number he was
 * given elsewhere: workload, Erlang C, Erlang A, the exact day and the simulation; for work that is
 * no queue of one contact per agent, or for calls of a team that also writes, the model this app uses.
 *
 * Every rung answers the same questions: the least agents that meet the targets, here and over the
 * day, and the service level with the agents planned. What makes it unfit here stands beside it.
 */
import { UnattainableTarget } from '../../../errors.ts';
import { requiredAgents, type QueueTargets } from '../../../queueing/required-agents.ts';
import { serviceLevel } from '../../../queueing/measures.ts';
import { erlangA } from '../../../queueing/erlang-a.ts';
import { erlangC } from '../../../queueing/erlang-c.ts';
import { peopleFor } from '../../../scenario/absence.ts';
import { attendanceOf, type Attendance } from '../../../scenario/attendance.ts';
import type { ChannelAnalysis } from '../../../scenario/analysis.ts';
import { lineLevelOf, type ExactDay } from '../../../scenario/exact-day.ts';
import type { Channel } from '../../../scenario/schema.ts';
import type { Seconds, Share } from '../../../units.ts';
import { intervalMeasure } from './interval-measures.ts';
import { warningsOf, type Circumstances, type RungWarning } from './ladder-warnings.ts';

export type RungModel = 'workload' | 'erlangC' | 'erlangA' | 'used' | 'exact' | 'simulation';

/** A share; a range where the model estimates. */
export type Ranged = { readonly value: Share; readonly low?: Share; readonly high?: Share };

export type Rung = {
  readonly model: RungModel;
  /** Erlangs for the workload, agents to schedule for the others; null where the model gives none or no number is enough. */
  readonly agents: number | null;
  /** Those agents less the requirement drawn on the page. */
  readonly gap: number | null;
  /** Agent hours over the day; null where some interval has none. */
  readonly hours: number | null;
  /** With the planned agents. */
  readonly level: Ranged | null;
  /** Of conversations, with the planned agents: mean time to the first reply, and those who give up. */
  readonly reply: Seconds | null;
  readonly lost: Ranged | null;
  /** Why the rung is not to be trusted here, or not there yet. */
  readonly warnings: readonly RungWarning[];
  /** The requirement drawn on the page is this rung's. */
  readonly used: boolean;
};

/** What a channel promises, and how long its customers wait for it. */
export type Promised = Pick<Channel, 'targets' | 'patience'>;

/** A place within the day drawn. */
export type Place = {
  readonly at: number;
  readonly intervals: readonly number[];
  readonly intervalSeconds: Seconds;
};

/** A line of one contact per agent: what the Erlang formulas and the exact day are about. */
export function isLine({ model }: ChannelAnalysis): boolean {
  return model === 'erlangA' || model === 'erlangC';
}

/** Agents hold several conversations: the exact day is that of conversations. */
export function isTalk({ model }: ChannelAnalysis): boolean {
  return model === 'conversation';
}

/** Least agents in each interval by one of the formulas; null where no number is enough or nothing is promised. */
export type FormulaDay = Readonly<Record<'erlangC' | 'erlangA', readonly (number | null)[] | null>>;

/** Erlang C also for conversations, taken one at a time: what a spreadsheet would say. */
export function formulaDay(
  channel: Promised,
  figures: ChannelAnalysis,
  intervals: readonly number[],
  intervalSeconds: Seconds,
): FormulaDay {
  const targets = queueTargets(channel);
  const day = (patience: Seconds | undefined): (number | null)[] =>
    intervals.map((interval) =>
      agentsFor({ ...demandAt(figures, interval, intervalSeconds), patience }, targets),
    );
  const patience = channel.patience?.mean;
  const calculable = figures.model !== 'deferred' && figures.model !== 'bot' && figures.handleTime > 0;
  const scheduled = (there: (number | null)[]): (number | null)[] => toSchedule(there, figures, intervals);
  return {
    erlangC: calculable ? scheduled(day(undefined)) : null,
    erlangA: isLine(figures) && patience !== undefined ? scheduled(day(patience)) : null,
  };
}

/** Agent hours of a day's agents; null where an interval has none. */
export function hoursOf(agents: readonly (number | null)[] | null, intervalSeconds: Seconds): number | null {
  if (!agents) return null;
  let sum = 0;
  for (const count of agents) {
    if (count === null) return null;
    sum += count;
  }
  return (sum * intervalSeconds) / 3600;
}

export type LadderInputs = {
  readonly channel: Promised;
  readonly figures: ChannelAnalysis;
  readonly formulas: FormulaDay;
  /** Undefined while it is computed, null where there is none. */
  readonly exact: ExactDay | null | undefined;
  /** Of the interval; undefined while no simulation of this document is there. */
  readonly simulated: Required<Ranged> | null | undefined;
  readonly simulatedLost?: Required<Ranged> | null | undefined;
  readonly circumstances: Circumstances;
};

export function modelLadder(inputs: LadderInputs, place: Place): Rung[] {
  const { channel, figures, formulas, exact, simulated, simulatedLost, circumstances } = inputs;
  const { at, intervals, intervalSeconds } = place;
  const interval = intervals[at] ?? 0;
  const required = figures.required[interval] ?? 0;
  const rung = (
    model: RungModel,
    agents: number | null,
    hours: number | null,
    level: Rung['level'],
    used = false,
    { reply = null, lost = null }: Partial<Pick<Rung, 'reply' | 'lost'>> = {},
  ): Rung => ({
    model,
    agents,
    gap: agents === null || model === 'workload' ? null : agents - required,
    hours,
    level,
    reply,
    lost,
    warnings: warningsOf(model, circumstances),
    used,
  });
  const loads = intervals.map((i) => figures.load[i] ?? 0);
  const formula = (model: 'erlangC' | 'erlangA', patience: Seconds | undefined): Rung[] => {
    const agents = formulas[model];
    if (!agents) return [];
    const demand = { ...demandAt(figures, interval, intervalSeconds), patience };
    const coming = attendanceAt(figures, interval);
    const levels = coming.agents.map((there) => lineLevel(channel, demand, there));
    const level = levels.includes(null)
      ? null
      : levels.reduce<number>((sum, one, who) => sum + (one ?? 0) * (coming.weights[who] ?? 0), 0);
    const used = figures.model === model && figures.beside === null;
    return [
      rung(
        model,
        agents[at] ?? null,
        hoursOf(agents, intervalSeconds),
        level === null ? null : { value: level },
        used,
      ),
    ];
  };
  const ours = intervals.map((i) => figures.required[i] ?? 0);
  const level = exact?.levels[at] ?? null;
  const exactDay = exact?.required ? toSchedule(exact.required, figures, intervals) : null;
  return [
    rung('workload', figures.load[interval] ?? 0, hoursOf(loads, intervalSeconds), null),
    ...formula('erlangC', undefined),
    ...formula('erlangA', channel.patience?.mean),
    ...(isLine(figures) && figures.beside === null
      ? []
      : [
          rung(
            'used',
            required,
            hoursOf(ours, intervalSeconds),
            expectedLevel(channel, figures, interval),
            true,
            isTalk(figures) ? expectedTalk(figures, interval) : {},
          ),
        ]),
    ...((isLine(figures) || isTalk(figures)) && exact !== null
      ? [
          rung(
            'exact',
            exactDay?.[at] ?? null,
            hoursOf(exactDay, intervalSeconds),
            level === null ? null : { value: level },
            false,
            { reply: exact?.talk?.replies[at] ?? null, lost: shareOf(exact?.talk?.lost[at]) },
          ),
        ]
      : []),
    rung('simulation', null, null, simulated ?? null, false, {
      lost: isTalk(figures) ? (simulatedLost ?? null) : null,
    }),
  ];
}

/** Agents there on average. Shared between channels they come in parts of one; the formulas take whole agents. */
export function wholeAgents(figures: ChannelAnalysis, interval: number): number {
  return Math.round(agentsThere(figures, interval));
}

/** Of those planned, who comes on average. */
export function agentsThere({ planned, absent }: ChannelAnalysis, interval: number): number {
  return (planned[interval] ?? 0) * (1 - (absent?.[interval] ?? 0));
}

/** How many of those planned come. */
function attendanceAt({ planned, absent }: ChannelAnalysis, interval: number): Attendance {
  return attendanceOf(Math.round(planned[interval] ?? 0), absent?.[interval] ?? 0);
}

/** Agents to schedule for those who have to be there, by interval of the day. */
function toSchedule(
  there: readonly (number | null)[],
  { absent }: ChannelAnalysis,
  intervals: readonly number[],
): (number | null)[] {
  const people = peopleFor(
    Float64Array.from(there, (agents) => agents ?? 0),
    absent && Float64Array.from(intervals, (i) => absent[i] ?? 0),
  );
  return there.map((agents, at) => (agents === null ? null : (people[at] ?? agents)));
}

type LineDemand = Parameters<typeof requiredAgents>[0];

function demandAt(figures: ChannelAnalysis, interval: number, intervalSeconds: Seconds): LineDemand {
  const contactsPerHour = ((figures.offered[interval] ?? 0) * 3600) / intervalSeconds;
  return { contactsPerHour, handleTime: figures.handleTime };
}

/** Null without a level to measure, or anybody to measure it on. */
function lineLevel({ targets }: Promised, demand: LineDemand, agents: number): Share | null {
  const target = lineLevelOf(targets);
  if (!target || demand.contactsPerHour <= 0) return null;
  if (agents <= 0) return 0;
  const { patience, ...line } = demand;
  const measures =
    patience === undefined ? erlangC({ ...line, agents }) : erlangA({ ...line, patience, agents });
  return serviceLevel(measures, target.threshold, target.definition, target.shortAbandon);
}

/** Which promise the level of a rung is about; null where no share is promised. */
export function levelKind(targets: Channel['targets']): 'serviceLevel' | 'firstResponsePercentile' | null {
  if (targets.serviceLevel) return 'serviceLevel';
  return targets.firstResponse?.percentile ? 'firstResponsePercentile' : null;
}

function expectedLevel({ targets }: Promised, figures: ChannelAnalysis, interval: number): Rung['level'] {
  const kind = levelKind(targets);
  const value = kind && intervalMeasure(figures, kind, [interval]).values[0];
  return typeof value === 'number' ? { value } : null;
}

function shareOf(value: Share | null | undefined): Ranged | null {
  return value === null || value === undefined ? null : { value };
}

function expectedTalk(figures: ChannelAnalysis, interval: number): Pick<Rung, 'reply' | 'lost'> {
  const at = (kind: 'firstResponseMean' | 'abandonment'): number | null =>
    intervalMeasure(figures, kind, [interval]).values[0] ?? null;
  return { reply: at('firstResponseMean'), lost: shareOf(at('abandonment')) };
}

/** On a line the first reply is the answer itself. */
function queueTargets({ targets }: Promised): QueueTargets[] {
  const { serviceLevel: level, meanWaitAnswered, firstResponse, abandonment, maxOccupancy } = targets;
  const percentile = firstResponse?.percentile;
  return [
    { serviceLevel: level, meanWaitAnswered, abandonment, maxOccupancy },
    { meanWaitAnswered: firstResponse?.mean },
    {
      serviceLevel: percentile && {
        share: percentile.share,
        threshold: percentile.within,
        definition: 'answered' as const,
      },
    },
  ].filter((set) => Object.values(set).some((target) => target !== undefined));
}

function agentsFor(demand: LineDemand, targets: readonly QueueTargets[]): number | null {
  if (targets.length === 0) return null;
  try {
    return Math.max(...targets.map((set) => requiredAgents(demand, set)));
  } catch (error) {
    if (error instanceof UnattainableTarget) return null;
    throw error;
  }
}
