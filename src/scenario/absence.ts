/**
 * Who is planned and does not come: from agents scheduled to agents there, and back.
 *
 * Absence is unplanned, and on top of shrinkage: of those scheduled 1 − absence are there on average, each for
 * himself, and all of them are paid. Models are asked about the agents there; plan, requirement and cost speak of
 * those scheduled. How many come of a number scheduled is binomial (attendance.ts).
 */
import { wholeShares } from './allocation.ts';
import type { ChannelRequirement } from './live-channel.ts';
import type { AgentGroup, Scenario } from './schema.ts';

/** Chance of somebody planned not to come, by interval; null where everybody comes. */
export type Absence = Float64Array | null;

/** Of those planned for each channel; the mean over the groups that serve it where they differ. */
export function absenceByChannel({ channels, groups }: Scenario, agents: readonly Float64Array[]): Absence[] {
  return channels.map(({ id }): Absence => {
    const serving = groups.flatMap(({ skills, absence = 0 }, g) =>
      skills.some(({ channel }) => channel === id) ? [{ absence, planned: agents[g] }] : [],
    );
    if (serving.every(({ absence }) => absence === 0)) return null;
    const usual = serving.reduce((sum, { absence }) => sum + absence, 0) / serving.length;
    return Float64Array.from(agents[0] ?? [], (_, i) => {
      let all = 0;
      let absent = 0;
      for (const { absence, planned } of serving) {
        all += planned?.[i] ?? 0;
        absent += (planned?.[i] ?? 0) * absence;
      }
      return all > 0 ? absent / all : usual;
    });
  });
}

/** Of the agents of several channels together. */
export function absenceOver(
  channels: readonly number[],
  absent: readonly Absence[],
  planned: readonly Float64Array[],
): Absence {
  const [only = -1] = channels;
  if (channels.length === 1) return absent[only] ?? null;
  if (channels.every((c) => !absent[c])) return null;
  return Float64Array.from(planned[only] ?? [], (_, i) => {
    let all = 0;
    let missing = 0;
    for (const c of channels) {
      all += planned[c]?.[i] ?? 0;
      missing += (planned[c]?.[i] ?? 0) * (absent[c]?.[i] ?? 0);
    }
    return all > 0 ? missing / all : (absent[only]?.[i] ?? 0);
  });
}

/** Mean number there of those scheduled. */
export function thereOf(scheduled: Float64Array, absent: Absence): Float64Array {
  return absent ? scheduled.map((agents, i) => agents * (1 - (absent[i] ?? 0))) : scheduled;
}

/** Rounded up, but for a rounding error. */
function wholeAgents(agents: number): number {
  return Math.max(0, Math.ceil(agents - 1e-9));
}

/** Agents to schedule so that so many are there on average. */
export function scheduledFor(there: Float64Array, absent: Absence): Float64Array {
  return absent ? there.map((agents, i) => agents / (1 - (absent[i] ?? 0))) : there;
}

/** The same in whole agents. */
export function peopleFor(there: Float64Array, absent: Absence): Float64Array {
  return absent ? scheduledFor(there, absent).map(wholeAgents) : there;
}

/** By group and interval: whole agents to schedule for those who have to be there. */
export function peopleOfGroup({ absence = 0 }: AgentGroup, there: Float64Array): Float64Array {
  return absence > 0 ? there.map((agents) => wholeAgents(agents / (1 - absence))) : there;
}

/**
 * What channels require as agents to schedule. Live channels are given whole ones; of channels that share theirs
 * (`together`) all are rounded at once.
 */
export function scheduledRequirements(
  requirements: readonly ChannelRequirement[],
  absent: readonly Absence[],
  deferred: readonly boolean[],
  together: readonly (readonly number[])[],
): readonly ChannelRequirement[] {
  if (absent.every((one) => one === null)) return requirements;
  const scheduled = (pick: (requirement: ChannelRequirement) => Float64Array): Float64Array[] => {
    const there = requirements.map(pick);
    const asked = there.map((agents, c) =>
      deferred[c] ? scheduledFor(agents, absent[c] ?? null) : peopleFor(agents, absent[c] ?? null),
    );
    for (const channels of together) {
      const over = absenceOver(channels, absent, there);
      if (channels.length === 1 || over === null) continue;
      const sums = channels.reduce(
        (sum, c) => sum.map((agents, i) => agents + (there[c]?.[i] ?? 0)),
        new Float64Array(over.length),
      );
      peopleFor(sums, over).forEach((all, i) => {
        const own = channels.map((c) => there[c]?.[i] ?? 0);
        const more = wholeShares(all - (sums[i] ?? 0), own);
        channels.forEach((c, k) => {
          const row = asked[c];
          if (row) row[i] = (own[k] ?? 0) + (more[k] ?? 0);
        });
      });
    }
    return asked;
  };
  const required = scheduled((one) => one.required);
  const assured = scheduled((one) => one.requiredAssured);
  return requirements.map((one, c) => ({
    ...one,
    required: required[c] ?? one.required,
    requiredAssured: (assured[c] ?? one.requiredAssured).map((agents, i) =>
      Math.max(agents, required[c]?.[i] ?? 0),
    ),
  }));
}
