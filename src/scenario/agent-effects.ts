/**
 * What one agent more, or one less, in each interval of a day does to the contacts answered in time.
 *
 *     calls           the exact day: the agent of 9:30 also clears what would have waited until 10:00, and ends as
 *                     his group does
 *     conversations   each interval by itself, in steady state
 *     deferred work   the flow of the whole horizon worked through anew: backlogs outlast the day
 */
import { agentEffects } from '../queueing/day-effects.ts';
import { deferredLine } from '../queueing/deferred-work.ts';
import { SECONDS_PER_HOUR, type Share } from '../units.ts';
import { thereOf } from './absence.ts';
import { attendanceOf, everybody } from './attendance.ts';
import type { Analysis } from './analysis.ts';
import { buildAxis } from './axis.ts';
import { deferredHours, deferredWorkOf, dueOf } from './deferred-channel.ts';
import { inTimeOf, intervalsOf, liveLine, scheduledOn, type InTime, type LiveLine } from './live-line.ts';
import { isDeferred } from './opening.ts';
import { workOf } from './pace.ts';
import type { Scenario } from './schema.ts';

export type AgentEffectsOfDay = InTime & {
  /** `day`: carry-over counted, and the rest of the day with it. `steady`: each interval by itself. `flow`: the horizon. */
  readonly method: 'day' | 'steady' | 'flow';
  /** Contacts answered in time gained by the interval of the day that has the agent; null where the channel is closed. */
  readonly plus: readonly (number | null)[];
  /** The same for one agent less, negative; null where nobody is on duty. */
  readonly minus: readonly (number | null)[];
};

/** Three digits are more than a picture shows. */
const TOLERANCE = 1e-3;

/** Null for a bot, and for an unknown channel. */
export function agentEffectsOn(
  scenario: Scenario,
  analysis: Analysis,
  channelId: string,
  day: number,
): AgentEffectsOfDay | null {
  const line = liveLine(scenario, analysis, channelId);
  return line ? agentEffectsOfDay(line, day) : deferredEffectsOfDay(scenario, analysis, channelId, day);
}

/** One flow of the horizon for each interval and direction; null for a channel that cannot wait. */
function deferredEffectsOfDay(
  scenario: Scenario,
  analysis: Analysis,
  channelId: string,
  day: number,
): AgentEffectsOfDay | null {
  const index = scenario.channels.findIndex(({ id }) => id === channelId);
  const channel = scenario.channels[index];
  const figures = analysis.channels[index];
  if (!channel || !figures || !isDeferred(channel.kind)) return null;
  const axis = buildAxis(scenario.calendar);
  const demand = workOf(scenario, axis)[index];
  if (!demand) return null;
  const hours = deferredHours(channel, axis);
  const work = deferredWorkOf(channel, demand, axis, hours);
  const within = dueOf(channel);
  const flow = deferredLine(work, hours.grid, hours.space);
  const agents = [...thereOf(figures.planned, figures.absent)];
  // Those due after the end are neither late nor in time; where writing takes longer than it may, all are late.
  const late = (): number => (within < work.workPerContact ? 0 : flow(agents).totals.late);
  const now = late();
  const each = (change: 1 | -1): (number | null)[] =>
    intervalsOf(axis, day).map((i) => {
      const on = agents[i] ?? 0;
      const comes = change * (1 - (figures.absent?.[i] ?? 0));
      if (!hours.staffable[i] || on + comes < -1e-9) return null;
      agents[i] = Math.max(0, on + comes);
      const then = late();
      agents[i] = on;
      return now - then;
    });
  return { within, firstReply: true, method: 'flow', plus: each(1), minus: each(-1) };
}

/** Effects on the whole line where several channels share one. */
export function agentEffectsOfDay(line: LiveLine, day: number): AgentEffectsOfDay {
  const today = intervalsOf(line.axis, day);
  const used = (i: number): boolean => (line.pool.contacts[i] ?? 0) > 0 || (line.agents[i] ?? 0) > 0;
  const first = today.findIndex(used);
  const shown = first < 0 ? [] : today.slice(first, today.findLastIndex(used) + 1);
  const exact = line.model.model === 'erlangA' || line.model.model === 'erlangC';
  const effects = exact ? exactEffects(line, shown) : separateEffects(line, shown);
  const placed = (values: readonly (number | null)[]): (number | null)[] =>
    today.map((_, at) => (at >= first && first >= 0 ? (values[at - first] ?? null) : null));
  return {
    ...inTimeOf(line.channel.targets),
    method: exact ? 'day' : 'steady',
    plus: placed(effects.plus),
    minus: placed(effects.minus),
  };
}

type Effects = Pick<AgentEffectsOfDay, 'plus' | 'minus'>;

/** Of the agents who are there on average: one more, or one less, of them is scheduled and comes by his own chance. */
function exactEffects(
  { axis, pool, agents, absent, channel, shiftEnd }: LiveLine,
  intervals: readonly number[],
): Effects {
  const open = intervals.map((i) => (pool.contacts[i] ?? 0) > 0);
  const busiest = intervals.find((i) => (pool.contacts[i] ?? 0) > 0);
  if (busiest === undefined) return { plus: [], minus: [] };
  const { plusAgent, minusAgent } = agentEffects({
    intervalLength: axis.intervalSeconds,
    intervals: intervals.map((i) => ({
      contactsPerHour: ((pool.contacts[i] ?? 0) * SECONDS_PER_HOUR) / axis.intervalSeconds,
      agents: Math.round(agents[i] ?? 0),
      handleTime: pool.handleTime[i] || undefined,
    })),
    handleTime: pool.handleTime[busiest] ?? 0,
    patience: pool.patience?.mean,
    threshold: inTimeOf(channel.targets).within,
    tolerance: TOLERANCE,
    shiftEnd,
  });
  const comes = (at: number): Share => 1 - (absent?.[intervals[at] ?? 0] ?? 0);
  return {
    plus: plusAgent.map((gain, at) => (open[at] || gain > TOLERANCE ? gain * comes(at) : null)),
    minus: minusAgent.map((loss, at) => (loss === null ? null : loss * comes(at))),
  };
}

function separateEffects(line: LiveLine, intervals: readonly number[]): Effects {
  const { axis, pool, absent, channel, model, beside } = line;
  const { within, firstReply } = inTimeOf(channel.targets);
  const inTime = (i: number, count: number): number => {
    const contacts = pool.contacts[i] ?? 0;
    if (contacts === 0 || count <= 0) return 0;
    const perHour = (contacts * SECONDS_PER_HOUR) / axis.intervalSeconds;
    const coming = absent ? attendanceOf(count, absent[i] ?? 0) : everybody(count);
    return coming.agents.reduce((sum, there, who) => {
      if (there === 0) return sum;
      const measures = model.measures(perHour, pool.handleTime[i] ?? 0, there, beside, i);
      const share = firstReply ? measures.firstResponseWithin(within) : measures.answeredWithin(within);
      return sum + (coming.weights[who] ?? 0) * contacts * share;
    }, 0);
  };
  const each = (change: 1 | -1): (number | null)[] =>
    intervals.map((i) => {
      const on = scheduledOn(line, i);
      if ((pool.contacts[i] ?? 0) === 0 || on + change < 0) return null;
      return inTime(i, on + change) - inTime(i, on);
    });
  return { plus: each(1), minus: each(-1) };
}
