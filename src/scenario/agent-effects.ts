/**
 * What one agent more, or one less, in each interval of a day does to the contacts answered in time.
 *
 *     calls           the exact day: the agent of 9:30 also clears what would have waited until 10:00
 *     conversations   each interval by itself, in steady state
 *     deferred work   no answer: an hour earlier or later is the same to it
 */
import { agentEffects } from '../queueing/day-effects.ts';
import { SECONDS_PER_HOUR } from '../units.ts';
import { inTimeOf, intervalsOf, type InTime, type LiveLine } from './live-line.ts';

export type AgentEffectsOfDay = InTime & {
  /** Carry-over counted, and the rest of the day with it; else each interval by itself. */
  readonly exact: boolean;
  /** Contacts answered in time gained over the day, by interval of the day; null where the channel is closed. */
  readonly plus: readonly (number | null)[];
  /** The same for one agent less, negative; null where nobody is on duty. */
  readonly minus: readonly (number | null)[];
};

/** Three digits are more than a picture shows. */
const TOLERANCE = 1e-3;

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
    exact,
    plus: placed(effects.plus),
    minus: placed(effects.minus),
  };
}

type Effects = Pick<AgentEffectsOfDay, 'plus' | 'minus'>;

function exactEffects({ axis, pool, agents, channel }: LiveLine, intervals: readonly number[]): Effects {
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
  });
  return {
    plus: plusAgent.map((gain, at) => (open[at] || gain > TOLERANCE ? gain : null)),
    minus: minusAgent,
  };
}

function separateEffects(
  { axis, pool, agents, channel, model }: LiveLine,
  intervals: readonly number[],
): Effects {
  const { within, firstReply } = inTimeOf(channel.targets);
  const inTime = (i: number, count: number): number => {
    const contacts = pool.contacts[i] ?? 0;
    if (contacts === 0 || count <= 0) return 0;
    const perHour = (contacts * SECONDS_PER_HOUR) / axis.intervalSeconds;
    const measures = model.measures(perHour, pool.handleTime[i] ?? 0, count);
    return contacts * (firstReply ? measures.firstResponseWithin(within) : measures.answeredWithin(within));
  };
  const each = (change: 1 | -1): (number | null)[] =>
    intervals.map((i) => {
      const on = Math.round(agents[i] ?? 0);
      if ((pool.contacts[i] ?? 0) === 0 || on + change < 0) return null;
      return inTime(i, on + change) - inTime(i, on);
    });
  return { plus: each(1), minus: each(-1) };
}
