/**
 * What the channels require, as agents of each group: a plan that asks for no further change once it
 * is in place.
 *
 * Nearest to the plan by team-requirement.ts. Where groups work at a pace of their own, the handle time is
 * that of the agents required, not of those planned, and so is the number of a line's agents who also write:
 * these and the requirement are worked out in turn until they agree but for the rounding to whole agents.
 */
import type { Skill } from './allocation.ts';
import type { Basis } from './analyse-plan.ts';
import { linesOf, requirementsOf, type Lines } from './channel-analysis.ts';
import { dayFactorQuantile } from './day-factor.ts';
import { namesOf } from './channel-company.ts';
import type { ChannelDemand } from './demand.ts';
import type { ChannelRequirement } from './live-channel.ts';
import type { Memory } from './memory.ts';
import { isDeferred } from './opening.ts';
import { isPaced, workAt } from './pace.ts';
import { mostKeptFree } from './reserve.ts';
import type { Scenario } from './schema.ts';
import { roomBeside, writersPlanned } from './shared-team.ts';
import type { Pool } from './pools.ts';
import { answerNear, teamsFor, type TeamNeeds, type TeamRules } from './team-requirement.ts';

export type Teams = {
  /** Agents by group and interval, at the expected volume. */
  readonly required: readonly Float64Array[];
  /** The same at the volume that is not exceeded with the scenario's assurance; never fewer. */
  readonly assured: readonly Float64Array[];
};

/** Share of a group's hours that requirement and pace may differ by. */
const ROUNDING = 0.002;
/** Pace and writers move the requirement by few agents, and those by less. */
const MOST_ROUNDS = 6;

export function settledTeams(
  { scenario, lines, demand, requirements, skills, agents: planned }: Basis,
  memory: Memory,
): Teams {
  const rules: TeamRules = {
    skills,
    deferred: scenario.channels.map(({ kind }) => isDeferred(kind)),
    hourCost: scenario.groups.map(
      ({ hourlyCost, shrinkage, absence = 0 }) => hourlyCost / (1 - shrinkage) / (1 - absence),
    ),
  };
  // The models take whole agents; a shift that starts within an interval counts from its half on.
  const plan = planned.map((counts) => counts.map(Math.round));
  const busier = scenario.channels.map(({ demand }) =>
    Math.max(1, dayFactorQuantile(demand.dayFactorCv, scenario.assurance)),
  );
  const expectedAt = (asked: Asked): TeamNeeds =>
    needsOf(
      asked,
      ({ required }) => required,
      busier.map(() => 1),
    );
  const assuredAt = (asked: Asked): TeamNeeds =>
    needsOf(asked, ({ requiredAssured }) => requiredAssured, busier);
  const paced = isPaced(scenario);
  const written = lines.pools.some(({ writers }) => writers);
  type Answer = (asked: Asked, from: readonly Float64Array[]) => Float64Array[];
  const settle = (name: string, from: readonly Float64Array[], teamsAt: Answer): Float64Array[] => {
    if (!paced && !written) return teamsAt({ lines, requirements }, from);
    let teams = from;
    let work: readonly ChannelDemand[] = [];
    let counted: readonly Float64Array[] = plan;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const before = round === 0 ? plan : teams;
      const next = paced
        ? workAt(scenario, demand, before).map((own, c) => (rules.deferred[c] ? atMeanPace(own) : own))
        : demand;
      const same = next.every((own, c) => sameTimes(own, work[c]));
      if (round > 0 && same && sameWriters(lines.pools, before, counted)) break;
      work = next;
      counted = before;
      const asked = requirementsAt(scenario, lines, skills, work, before, plan, memory, `${name} ${round}`);
      const answer = teamsAt(asked, teams);
      if (paced && nearly(answer, before)) return [...before];
      teams = answer;
    }
    return [...teams];
  };
  const assured = settle('assured', plan, (asked, from) => teamsFor(rules, from, assuredAt(asked)));
  // Within the assured teams where that is enough, so that being surer never takes anybody away.
  const within = plan.map((counts, g) => counts.map((agents, i) => Math.min(agents, assured[g]?.[i] ?? 0)));
  const required = settle('expected', within, (asked, from) => {
    const needs = expectedAt(asked);
    // A plan of which nobody can be spared, but for rounding, stays as it is.
    const own = answerNear(rules, plan, needs, paced ? 1 : 0);
    return own && nearly(own, plan) ? plan : teamsFor(rules, from, needs, assured);
  });
  return {
    required,
    assured: assured.map((counts, g) => counts.map((agents, i) => Math.max(agents, required[g]?.[i] ?? 0))),
  };
}

/** Requirements with the work that they were asked for. */
type Asked = {
  readonly lines: Lines;
  readonly requirements: readonly ChannelRequirement[];
};

/** Requirements of the same channels with other handle times and writers; of lines that keep theirs remembered. */
function requirementsAt(
  scenario: Scenario,
  lines: Lines,
  skills: readonly (readonly Skill[])[],
  demand: readonly ChannelDemand[],
  agents: readonly Float64Array[],
  plan: readonly Float64Array[],
  memory: Memory,
  name: string,
): Asked {
  const other = linesOf(scenario, lines.axis, demand, skills);
  const same = new Set(
    scenario.channels.flatMap(({ id }, c) => {
      const pool = other.pools[c];
      if (!pool?.members.every((k) => sameTimes(demand[k], lines.demand[k]))) return [];
      if (sameWriters([pool], agents, plan)) return [`requirement of ${id}`];
      return [`model of ${id}`, `writing of ${id}, ${writersPlanned(pool, agents)?.share}`];
    }),
  );
  for (const { channels, turns } of lines.circles)
    if (channels.every((k) => sameTimes(demand[k], lines.demand[k])))
      same.add(`requirement of ${namesOf(turns)}`);
  const remembered: Memory = (question, inputs, compute) =>
    memory(same.has(question) ? question : `${question}, ${name}`, inputs, compute);
  return { lines: other, requirements: requirementsOf(other, scenario.assurance, remembered, agents) };
}

/**
 * Work that can wait is planned by its mean handle time alone. Of that three digits are kept: a pace that
 * moves by less asks for the same agents, and is remembered.
 */
function atMeanPace(demand: ChannelDemand): ChannelDemand {
  let work = 0;
  let contacts = 0;
  demand.toAgents.forEach((count, i) => {
    work += count * (demand.handleTime[i] ?? 0);
    contacts += count;
  });
  if (contacts === 0) return demand;
  const mean = Number((work / contacts).toPrecision(3));
  return { ...demand, handleTime: demand.handleTime.map(() => mean) };
}

/** By the writers that the requirement of each line counts on. */
function sameWriters(
  pools: readonly Pool[],
  one: readonly Float64Array[],
  other: readonly Float64Array[],
): boolean {
  return pools.every((pool) => writersPlanned(pool, one)?.share === writersPlanned(pool, other)?.share);
}

function sameTimes(one: ChannelDemand | undefined, other: ChannelDemand | undefined): boolean {
  return one?.handleTime.every((seconds, i) => seconds === other?.handleTime[i]) ?? false;
}

/**
 * No further apart than whole agents leave requirement and pace, each worked out from the other: nowhere
 * by more than one agent, and in hours of any group by next to nothing.
 */
function nearly(one: readonly Float64Array[], other: readonly Float64Array[]): boolean {
  return one.every((counts, g) => {
    let more = 0;
    let all = 0;
    for (let i = 0; i < counts.length; i++) {
      const apart = counts[i]! - (other[g]?.[i] ?? 0);
      if (Math.abs(apart) > 1) return false;
      more += apart;
      all += counts[i]!;
    }
    // Of a small group one agent in one interval is more than that, and cannot be less.
    return Math.abs(more) <= Math.max(1, ROUNDING * all);
  });
}

/** Live channels' agents are idle for what their work leaves; a pooled line's as one. */
function needsOf(
  { lines, requirements }: Asked,
  pick: (requirement: ChannelRequirement) => Float64Array,
  volume: readonly number[],
): TeamNeeds {
  const { axis, demand, pools } = lines;
  const { intervalSeconds } = axis;
  const required = requirements.map(pick);
  // Of calls by a crew: the line's agents, what they keep free, and the line on the day asked for.
  const crews = pools.map((pool, c) => {
    if (!pool.team) return null;
    const agents = (required[c] ?? new Float64Array(0)).map((_, i) =>
      pool.members.reduce((sum, m) => sum + (required[m]?.[i] ?? 0), 0),
    );
    const line = { ...pool, contacts: pool.contacts.map((contacts) => contacts * (volume[c] ?? 1)) };
    return { agents, reserve: mostKeptFree(agents), line, deferredTime: pool.team.deferredTime };
  });
  return {
    required,
    idle(c, i) {
      const crew = crews[c];
      if (crew) {
        const agents = crew.agents[i] ?? 0;
        const room = roomBeside(crew.line, crew.deferredTime, agents, crew.reserve, intervalSeconds, i);
        return room / (agents || 1);
      }
      const contacts = demand[c]?.toAgents[i] ?? 0;
      const work = contacts * (demand[c]?.handleTime[i] ?? 0) * (volume[c] ?? 1);
      return Math.max(0, 1 - work / intervalSeconds / (required[c]?.[i] || 1));
    },
  };
}
