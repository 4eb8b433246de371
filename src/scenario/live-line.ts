/**
 * The line a live channel's customers wait in, with the agents planned for it: what the closer looks
 * at one channel (definitions, bands, one agent more) have in common.
 */
import { skillsOf } from './allocation.ts';
import { absenceOver, thereOf, type Absence } from './absence.ts';
import type { Analysis, ExpectedCounts } from './analysis.ts';
import { attendances, everybody } from './attendance.ts';
import { buildAxis, type Axis } from './axis.ts';
import { linesOf } from './channel-analysis.ts';
import { liveModel, type LiveModel } from './channel-model.ts';
import { shiftEndOf } from './exact-day.ts';
import * as column from './interval-counts.ts';
import { addCounts, emptyCounts } from './live-channel.ts';
import { workOf } from './pace.ts';
import { isDeferred } from './opening.ts';
import type { Pool } from './pools.ts';
import type { Channel, Scenario, ShiftEnd, Targets } from './schema.ts';
import { isCompany, type Alongside } from './channel-company.ts';
import { SECONDS_PER_HOUR, type Seconds } from '../units.ts';

export type LiveLine = {
  readonly channel: Channel;
  readonly axis: Axis;
  /** The channel's own contacts that reach an agent, by interval. */
  readonly contacts: Float64Array;
  /** Of its own contacts. */
  readonly handleTime: Float64Array;
  readonly pool: Pool;
  readonly model: LiveModel;
  /** Agents of the whole line who are there on average, and those of them that are the channel's share. */
  readonly agents: Float64Array;
  readonly own: Float64Array;
  /** Of those scheduled for the line. */
  readonly absent: Absence;
  readonly beside: Alongside | null;
  /** How its agents end where fewer are planned; undefined where they finish their contact, or groups differ. */
  readonly shiftEnd: ShiftEnd | undefined;
};

/** Null for a bot and for work that can wait, which no line describes, and for an unknown channel. */
export function liveLine(scenario: Scenario, analysis: Analysis, channelId: string): LiveLine | null {
  const index = scenario.channels.findIndex(({ id }) => id === channelId);
  const channel = scenario.channels[index];
  const figures = analysis.channels[index];
  if (!channel || !figures || channel.kind === 'selfService' || isDeferred(channel.kind)) return null;
  const axis = buildAxis(scenario.calendar);
  const demand = workOf(scenario, axis);
  const skills = skillsOf(
    scenario.groups,
    scenario.channels.map(({ id }) => id),
  );
  const pool = linesOf(scenario, axis, demand, skills).pools[index];
  const own = demand[index];
  if (!pool || !own) return null;
  const { toAgents: contacts, handleTime } = own;
  const { beside } = figures;
  const absences = analysis.channels.map((each) => each.absent);
  const there = analysis.channels.map((each) => thereOf(each.planned, each.absent));
  const share = there[index] ?? figures.planned;
  const agents = isCompany(beside)
    ? beside.agents
    : share.map((_, i) => pool.members.reduce((sum, member) => sum + (there[member]?.[i] ?? 0), 0));
  const absent = isCompany(beside) ? figures.absent : absenceOver(pool.members, absences, there);
  const shiftEnd = shiftEndOf(
    scenario.groups,
    pool.members.flatMap((member) => scenario.channels[member]?.id ?? []),
  );
  const model = liveModel(channel, pool.patience);
  return { channel, axis, contacts, handleTime, pool, model, agents, own: share, absent, beside, shiftEnd };
}

/** Intervals of one day, in order. */
export function intervalsOf(axis: Axis, day: number): number[] {
  return axis.intervals.flatMap((interval, i) => (interval.day === day ? [i] : []));
}

/**
 * Expected counts of these intervals on a day that is `factor` times as busy as the mean one, for
 * each set of targets; arrays over the whole axis. One solution of the queue serves all sets.
 */
export function countsAt(
  line: LiveLine,
  intervals: readonly number[],
  factor: number,
  targets: readonly Targets[],
): ExpectedCounts[] {
  const { axis, pool, contacts, agents, own, model } = line;
  const counts = targets.map(() => emptyCounts(axis.intervals.length));
  const attendance = attendances();
  const row = new Float64Array(column.COLUMNS);
  for (const i of intervals) {
    const waiting = (pool.contacts[i] ?? 0) * factor;
    const onLine = agents[i] ?? 0;
    if (waiting === 0 && onLine === 0) continue;
    const perHour = (waiting * SECONDS_PER_HOUR) / axis.intervalSeconds;
    const coming = line.absent ? attendance(onLine, line.absent[i] ?? 0) : everybody(onLine);
    coming.agents.forEach((there, who) => {
      const weight = coming.weights[who] ?? 0;
      if (weight === 0) return;
      const measures =
        waiting > 0 && there > 0
          ? model.measures(perHour, pool.handleTime[i] ?? 0, there, line.beside, i)
          : null;
      targets.forEach((set, k) => {
        column.intervalCounts(
          row,
          (contacts[i] ?? 0) * factor,
          onLine > 0 ? ((own[i] ?? 0) * there) / onLine : (own[i] ?? 0),
          there,
          axis.intervalSeconds,
          measures,
          pool.patience?.mean ?? null,
          set,
        );
        const into = counts[k];
        if (into) addCounts(into, i, row, weight);
      });
    });
  }
  return counts;
}

/** What "in time" means for a channel: its threshold, and whether the first reply or the answer counts. */
export type InTime = { readonly within: Seconds; readonly firstReply: boolean };

/** By the service level, else by the first response promised, else the trade's 20 s. */
export function inTimeOf({ serviceLevel, firstResponse }: Targets): InTime {
  if (serviceLevel) return { within: serviceLevel.threshold, firstReply: false };
  const within = firstResponse?.percentile?.within ?? firstResponse?.mean;
  return within === undefined
    ? { within: column.DEFAULT_THRESHOLD, firstReply: false }
    : { within, firstReply: true };
}
