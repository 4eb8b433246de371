/**
 * Agents who take nothing new in the last minutes of their shift, as the exact day takes them.
 *
 * Only the end of a shift counts, not a break, and whoever comes at that moment takes contacts from then on, as in
 * the simulation. Exact for shifts that end with an interval; one that ends within an interval counts there by the
 * time for which it takes contacts.
 */
import { SECONDS_PER_MINUTE, type Seconds } from '../units.ts';
import type { Axis } from './axis.ts';
import { isDeferred } from './opening.ts';
import { groupPlan, shiftsPlayed } from './plan.ts';
import type { AgentGroup, Scenario } from './schema.ts';

/** By interval of the axis, of those who come on average. */
export type QuietEnds = {
  /** Before the end of an interval, shorter than one. */
  readonly lastContact: Seconds;
  /** Who stops that long before the interval ends. */
  readonly leaving: Float64Array;
  /** Who is there in it and takes nothing new; a part of an agent where he does so for a part of it. */
  readonly silent: Float64Array;
};

/** Groups that serve one of these channels and end so. */
function quietGroups({ groups }: Scenario, channels: readonly string[]): AgentGroup[] {
  return groups.filter(
    (group) => minutesOf(group) > 0 && group.skills.some(({ channel }) => channels.includes(channel)),
  );
}

function minutesOf({ staffing }: AgentGroup): number {
  return staffing.kind === 'shifts' ? (staffing.lastContactMinutes ?? 0) : 0;
}

/**
 * Whether the exact day of these channels together counts the rule: some group has it, all of them the same minutes, and
 * none that has it serves other live channels besides, which would leave open whose agents stop.
 */
export function countsQuietEnds(scenario: Scenario, channels: readonly string[]): boolean {
  const quiet = quietGroups(scenario, channels);
  const isElsewhere = (id: string): boolean =>
    !channels.includes(id) && scenario.channels.some((one) => one.id === id && !isDeferred(one.kind));
  return (
    quiet.length > 0 &&
    quiet.every((group) => minutesOf(group) === minutesOf(quiet[0]!)) &&
    quiet.every(({ skills }) => skills.every(({ channel }) => !isElsewhere(channel)))
  );
}

/** Null where the exact day does not count it. */
export function quietEndsOf(scenario: Scenario, axis: Axis, channels: readonly string[]): QuietEnds | null {
  if (!countsQuietEnds(scenario, channels)) return null;
  const { intervalSeconds: length, intervals } = axis;
  const [leaving, silent] = [new Float64Array(intervals.length), new Float64Array(intervals.length)];
  let lastContact = 0;
  for (const group of quietGroups(scenario, channels)) {
    const before = minutesOf(group) * SECONDS_PER_MINUTE;
    lastContact = before % length;
    for (const { agents, stretches } of shiftsPlayed(group, groupPlan(group, axis).people, axis) ?? []) {
      const last = stretches.at(-1);
      if (last === undefined) continue;
      const come = agents * (1 - (group.absence ?? 0));
      const [from, to] = [Math.max(last.from, last.to - before), last.to];
      const first = Math.floor(from / length);
      for (let i = first; i * length < to && i < intervals.length; i++) {
        const quiet = Math.min(to, (i + 1) * length) - Math.max(from, i * length);
        const isCut = i === first && to % length === 0 && from === to - before && quiet < length;
        if (isCut) leaving[i]! += come;
        else silent[i]! += (come * quiet) / length;
      }
    }
  }
  return { lastContact, leaving, silent };
}

/** Whole agents who take contacts in these intervals, and how many of them stop before the end; of those there. */
export function wholeWithQuietEnds(
  there: (interval: number) => number,
  intervals: readonly number[],
  quiet: QuietEnds | null,
): { readonly agents: number[]; readonly leaving: number[] | undefined; readonly lastContact: Seconds } {
  if (quiet === null) {
    return { agents: intervals.map((i) => Math.round(there(i))), leaving: undefined, lastContact: 0 };
  }
  const taking = (i: number): number => Math.max(0, there(i) - (quiet.silent[i] ?? 0));
  const agents = intervals.map((i) => Math.round(taking(i)));
  const leaving = intervals.map((i, at) => {
    const stay = Math.round(Math.max(0, taking(i) - (quiet.leaving[i] ?? 0)));
    return Math.max(0, (agents[at] ?? 0) - stay);
  });
  return { agents, leaving, lastContact: quiet.lastContact };
}
