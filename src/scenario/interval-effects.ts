/**
 * What one change in each interval of a day does: an agent more or less, or a tenth more volume, handle time or
 * patience in that interval alone.
 *
 *     calls           the exact day: the agent of 9:30 also clears what would have waited until 10:00, and ends as
 *                     his group does
 *     conversations   the exact day of talk-effects.ts
 *     deferred work   the flow of the whole horizon worked through anew: backlogs outlast the day
 */
import { NO_OUTCOMES, outcomeLevel, outcomesIn } from '../queueing/day-outcomes.ts';
import { deferredLine } from '../queueing/deferred-work.ts';
import { SHORT_ABANDON } from '../queueing/measures.ts';
import type { Share } from '../units.ts';
import { thereOf } from './absence.ts';
import type { Analysis } from './analysis.ts';
import { buildAxis } from './axis.ts';
import { conversationQuestion } from './conversation-question.ts';
import { deferredHours, deferredWorkOf, dueOf } from './deferred-inputs.ts';
import { CHANGED_BY, TOLERANCE, type Change, type Counting, type Counts } from './interval-change.ts';
import { lineAtOpening } from './left-over.ts';
import { lineEffects } from './line-effects.ts';
import { inTimeOf, intervalsOf, liveLine, type InTime } from './live-line.ts';
import { isDeferred } from './opening.ts';
import { workOf } from './pace.ts';
import { quietEndsOf } from './quiet-ends.ts';
import type { Scenario, Targets } from './schema.ts';
import { talkEffects } from './talk-effects.ts';

export type IntervalEffects = InTime & {
  /** `day`: carry-over counted, and the rest of the day with it. `flow`: the same over the whole horizon. */
  readonly method: 'day' | 'flow';
  /** More contacts late or lost, fewer where negative; by interval of the day, null where there is nothing to change. */
  readonly missed: readonly (number | null)[];
  /** More or less of the service level: of the day, or of the horizon. */
  readonly level: readonly (number | null)[];
  /** More contacts that give up. */
  readonly lost: readonly (number | null)[];
  /** When the channel is open. */
  readonly open: readonly boolean[];
  /** Other channels wait in the same line, and theirs are counted too; of the demand the channel's own changes. */
  readonly shared: boolean;
};

/** Null for a bot, for an unknown channel, and where there is nothing of the kind to change. */
export function intervalEffects(
  scenario: Scenario,
  analysis: Analysis,
  channelId: string,
  day: number,
  change: Change,
): IntervalEffects | null {
  const line = liveLine(scenario, analysis, channelId);
  if (!line) return deferredEffects(scenario, analysis, channelId, day, change);
  if (change === 'patience' && !line.pool.patience) return null;
  const { axis, pool, agents, absent } = line;
  const today = intervalsOf(axis, day);
  const used = (i: number): boolean => (pool.contacts[i] ?? 0) > 0 || (agents[i] ?? 0) > 0;
  const hours = analysis.channels.find(({ id }) => id === channelId)?.open;
  // A line that waits for the first opening is not served before it.
  const opening = hours && line.channel.backlog ? today.indexOf(hours.indexOf(1)) : -1;
  const first = opening < 0 ? today.findIndex(used) : opening;
  const shown = first < 0 ? [] : today.slice(first, today.findLastIndex(used) + 1);
  const counting = countingOf(line.channel.targets);
  const question = conversationQuestion(scenario, analysis, channelId, shown, axis.intervalSeconds);
  const found = question
    ? talkEffects(question, counting, change)
    : lineEffects(
        line,
        shown,
        counting,
        change,
        quietEndsOf(
          scenario,
          axis,
          pool.members.flatMap((member) => scenario.channels[member]?.id ?? []),
        ),
        pool.members
          .flatMap((member) => {
            const [own, figures] = [scenario.channels[member], analysis.channels[member]];
            return own && figures ? lineAtOpening(own, figures.open, shown) : [];
          })
          .toSorted((a, b) => b - a),
      );
  const byAgent = change === 'moreAgents' || change === 'fewerAgents';
  const placed = today.map((i, at): Counts | null => {
    const effect = found?.effects[at - first] ?? null;
    if (effect === null || (!((pool.contacts[i] ?? 0) > 0) && Math.abs(effect.inTime) <= TOLERANCE))
      return null;
    // One more, or one less, of them is scheduled, and comes by his own chance.
    return byAgent ? scaled(effect, 1 - (absent?.[i] ?? 0)) : effect;
  });
  const level = (counts: Counts): Share => levelOf(counts, counting);
  return {
    within: counting.within,
    firstReply: counting.firstReply,
    method: 'day',
    missed: placed.map((effect) => effect && effect.offered - effect.inTime),
    level: placed.map((effect) => effect && found && level(sumOf(found.day, effect)) - level(found.day)),
    lost: placed.map((effect) => effect && effect.lost),
    open: today.map((i) => (pool.contacts[i] ?? 0) > 0 || hours?.[i] === 1),
    shared: pool.members.length > 1,
  };
}

function countingOf(targets: Targets): Counting {
  const inTime = inTimeOf(targets);
  const { definition = inTime.firstReply ? 'answered' : 'offered', shortAbandon = SHORT_ABANDON } =
    targets.serviceLevel ?? {};
  const besides = outcomesIn(definition).find(
    (name): name is NonNullable<Counting['besides']> =>
      name !== 'answered' && name !== 'answeredWithin' && name !== 'waitOfAnswered',
  );
  return { ...inTime, definition, besides: besides ?? null, shortAbandon };
}

function levelOf({ offered, inTime, lost, besides }: Counts, { definition, besides: name }: Counting): Share {
  const counts = { ...NO_OUTCOMES, offered, answered: offered - lost, answeredWithin: inTime };
  return outcomeLevel(name ? { ...counts, [name]: besides } : counts, definition) ?? 0;
}

function sumOf(a: Counts, b: Counts): Counts {
  return {
    offered: a.offered + b.offered,
    inTime: a.inTime + b.inTime,
    lost: a.lost + b.lost,
    besides: a.besides + b.besides,
  };
}

function scaled({ offered, inTime, lost, besides }: Counts, by: Share): Counts {
  return { offered: offered * by, inTime: inTime * by, lost: lost * by, besides: besides * by };
}

/** One flow of the horizon for each interval; null for a channel that cannot wait, and for patience: nobody gives up. */
function deferredEffects(
  scenario: Scenario,
  analysis: Analysis,
  channelId: string,
  day: number,
  change: Change,
): IntervalEffects | null {
  const index = scenario.channels.findIndex(({ id }) => id === channelId);
  const channel = scenario.channels[index];
  const figures = analysis.channels[index];
  if (!channel || !figures || !isDeferred(channel.kind) || change === 'patience') return null;
  const axis = buildAxis(scenario.calendar);
  const demand = workOf(scenario, axis)[index];
  if (!demand) return null;
  const hours = deferredHours(channel, axis);
  const work = deferredWorkOf(channel, demand, axis, hours);
  const within = dueOf(channel);
  const arrivals = work.arrivals.slice();
  const agents = [...thereOf(figures.planned, figures.absent)];
  const flow = deferredLine({ ...work, arrivals }, hours.grid, hours.space);
  const lineOf = (): typeof flow =>
    change === 'volume' ? deferredLine({ ...work, arrivals }, hours.grid, hours.space) : flow;
  // Those due after the end are neither late nor in time; where writing takes longer than it may, all are late.
  const hopeless = within < work.workPerContact;
  const solved = (): { readonly late: number; readonly level: Share } => {
    if (hopeless) return { late: 0, level: 0 };
    const { late, withinDue } = lineOf()(agents).totals;
    return { late, level: late + withinDue > 0 ? withinDue / (late + withinDue) : 0 };
  };
  const now = solved();
  const today = intervalsOf(axis, day);
  const found = today.map((i) => {
    const [on, come] = [agents[i] ?? 0, arrivals[i] ?? 0];
    const comes = 1 - (figures.absent?.[i] ?? 0);
    if (!hours.staffable[i] && change !== 'volume') return null;
    if (change === 'volume' ? come === 0 : change === 'fewerAgents' && on - comes < -1e-9) return null;
    if (change === 'volume') arrivals[i] = come * (1 + CHANGED_BY);
    else if (change === 'handleTime') agents[i] = on / (1 + CHANGED_BY);
    else agents[i] = Math.max(0, on + (change === 'moreAgents' ? comes : -comes));
    const then = solved();
    [agents[i], arrivals[i]] = [on, come];
    return { missed: then.late - now.late, level: then.level - now.level };
  });
  return {
    within,
    firstReply: true,
    method: 'flow',
    missed: found.map((effect) => effect && effect.missed),
    level: found.map((effect) => effect && effect.level),
    lost: found.map(() => null),
    open: today.map((i) => hours.staffable[i] ?? false),
    shared: false,
  };
}
