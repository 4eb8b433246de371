/** The day of a chat or messaging channel as exact-conversations.ts is asked about it. */
import type { InLine } from '../queueing/line-at-start.ts';
import type { Seconds } from '../units.ts';
import { thereOf } from './absence.ts';
import { skillsOf } from './allocation.ts';
import type { Analysis } from './analysis.ts';
import { buildAxis } from './axis.ts';
import { circlesOf, isCompany, turnsOf } from './channel-company.ts';
import type { ConversationQuestion, TalkOfDay } from './exact-conversations.ts';
import { lineAtOpening } from './left-over.ts';
import { countsQuietEnds, quietEndsOf, wholeWithQuietEnds } from './quiet-ends.ts';
import type { Scenario } from './schema.ts';

/** Null for a channel that holds no conversations. */
export function conversationQuestion(
  scenario: Scenario,
  analysis: Analysis,
  channelId: string,
  intervals: readonly number[],
  intervalSeconds: Seconds,
): ConversationQuestion | null {
  const index = scenario.channels.findIndex(({ id }) => id === channelId);
  const channel = scenario.channels[index];
  const figures = analysis.channels[index];
  if (!channel?.conversation || !figures) return null;
  const company = isCompany(figures.beside) ? figures.beside : null;
  const offered = intervals.map((i) => figures.offered[i] ?? 0);
  const people = company ? company.agents : thereOf(figures.planned, figures.absent);
  const own: TalkOfDay = {
    turns: company?.turns[company.place] ?? turnsOf(channel, channel.conversation, 0),
    targets: channel.targets,
    offered,
    handleTime: intervals.map((i, at) => {
      const contacts = offered[at] ?? 0;
      const mean = contacts > 0 ? ((figures.load[i] ?? 0) * intervalSeconds) / contacts : figures.handleTime;
      // Without the rounding of the two, which would make each interval one of its own.
      return Number(mean.toPrecision(9));
    }),
  };
  const talks = company?.turns.map((turns, place): TalkOfDay => {
    const other = company.others.find((one) => one.place === place);
    if (!other) return own;
    return {
      turns,
      targets: scenario.channels.find(({ id }) => id === turns.id)?.targets ?? {},
      offered: intervals.map((i, at) => (other.perOwn[i] ?? 0) * (offered[at] ?? 0)),
      handleTime: intervals.map((i, at) => other.handleTime[i] || (own.handleTime[at] ?? 0)),
    };
  });
  const ids = scenario.channels.map(({ id }) => id);
  const circle = company
    ? circlesOf(scenario.channels, skillsOf(scenario.groups, ids)).find(({ channels }) =>
        channels.includes(index),
      )
    : undefined;
  const whole = circle?.whole ?? false;
  // Where groups serve fewer of the channels it is open whose agents stop.
  const together = company ? (whole ? company.turns.map(({ id }) => id) : []) : [channelId];
  const quiet = countsQuietEnds(scenario, together)
    ? quietEndsOf(scenario, buildAxis(scenario.calendar), together)
    : null;
  return {
    intervalSeconds,
    talks: talks ?? [own],
    place: company?.place ?? 0,
    planned: intervals.map((i) => Math.round(people[i] ?? 0)),
    ...(quiet && { taking: wholeWithQuietEnds((i) => people[i] ?? 0, intervals, quiet) }),
    whole,
    line: lineOf(scenario, analysis, together.length > 0 ? together : [channelId], channelId, intervals),
  };
}

/** Customers of these channels who wait when the first of the intervals begins, those who have waited longest first. */
function lineOf(
  { channels }: Scenario,
  analysis: Analysis,
  together: readonly string[],
  channelId: string,
  intervals: readonly number[],
): InLine[] {
  const line = channels.flatMap((channel, c) => {
    const open = analysis.channels[c]?.open;
    if (!open || !together.includes(channel.id)) return [];
    return lineAtOpening(channel, open, intervals).map((waited) => ({
      waited,
      counted: channel.id === channelId,
    }));
  });
  return line.toSorted((a, b) => b.waited - a.waited);
}
