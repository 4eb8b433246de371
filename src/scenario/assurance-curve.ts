/** What assurance costs one channel: agents and paid hours that its requirement asks for at each level. */
import { SECONDS_PER_HOUR, type Probability } from '../units.ts';
import { absenceByChannel, peopleFor, scheduledFor } from './absence.ts';
import { homeGroup, skillsOf } from './allocation.ts';
import { buildAxis } from './axis.ts';
import { linesOf, requirementsOf } from './channel-analysis.ts';
import { deferredRequirement } from './deferred-channel.ts';
import { lineRequirement } from './live-channel.ts';
import { workOf } from './pace.ts';
import { planOf } from './plan.ts';
import { noMemory } from './memory.ts';
import { isDeferred } from './opening.ts';
import type { Scenario } from './schema.ts';

export type AssurancePoint = {
  readonly assurance: Probability;
  /** Most agents scheduled on the floor at once, on each day. */
  readonly peakByDay: readonly number[];
  /** Paid hours a week, absences and shrinkage of the channel's own group included. */
  readonly paidHours: number;
};

export const ASSURANCES: readonly Probability[] = [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.97, 0.99];

/** Empty for a channel without agents. One requirement of the whole axis per point. */
export function assuranceCurve(scenario: Scenario, channelId: string): AssurancePoint[] {
  const index = scenario.channels.findIndex(({ id }) => id === channelId);
  const channel = scenario.channels[index];
  if (!channel || channel.kind === 'selfService') return [];
  const axis = buildAxis(scenario.calendar);
  const skills = skillsOf(
    scenario.groups,
    scenario.channels.map(({ id }) => id),
  );
  const demand = workOf(scenario, axis);
  const agents = planOf(scenario, axis).map((plan) => plan.agents);
  const lines = linesOf(scenario, axis, demand, skills);
  const pool = lines.pools[index];
  const work = demand[index];
  if (!pool || !work) return [];
  const absent = absenceByChannel(scenario, agents)[index] ?? null;
  const shrinkage = scenario.groups[homeGroup(skills, index)]?.shrinkage ?? 0;
  const required = (assurance: Probability): Float64Array | undefined => {
    const together = lines.circles.some(({ whole, channels }) => whole && channels.includes(index));
    if (together || pool.members.length > 1 || pool.team || pool.writers)
      return requirementsOf(lines, assurance, noMemory, agents)[index]?.requiredAssured;
    const requirement = isDeferred(channel.kind)
      ? deferredRequirement(channel, work, axis, assurance)
      : lineRequirement(channel, pool, axis, assurance);
    return requirement.requiredAssured;
  };
  return ASSURANCES.map((assurance) => {
    const there = required(assurance) ?? new Float64Array(0);
    const needed = isDeferred(channel.kind) ? scheduledFor(there, absent) : peopleFor(there, absent);
    const peakByDay = axis.days.map(() => 0);
    let intervals = 0;
    axis.intervals.forEach(({ day }, i) => {
      peakByDay[day] = Math.max(peakByDay[day] ?? 0, needed[i] ?? 0);
      intervals += needed[i] ?? 0;
    });
    const hours = (intervals * axis.intervalSeconds) / SECONDS_PER_HOUR;
    return {
      assurance,
      peakByDay,
      paidHours: (hours / (1 - shrinkage)) * (7 / scenario.calendar.days),
    };
  });
}
