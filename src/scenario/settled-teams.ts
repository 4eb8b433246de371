/**
 * What the channels require, as agents of each group: a plan that asks for no further change once it
 * is in place.
 *
 * Nearest to the plan by team-requirement.ts. Where groups work at a pace of their own, the handle time is
 * that of the agents required, not of those planned, and so is the number of a line's agents who also write:
 * these and the requirement are worked out in turn until they come to rest (rest-of-teams.ts). There the plan
 * that the requirement makes asks for itself: applied twice it is what it was applied once.
 */
import type { Skill } from './allocation.ts';
import type { Basis } from './analyse-plan.ts';
import { linesOf, requirementsOf, type Lines } from './channel-analysis.ts';
import { dayFactorQuantile, dayVolumeCv } from './day-factor.ts';
import { namesOf } from './channel-company.ts';
import type { ChannelDemand } from './demand.ts';
import { contactsOf, secondsOfWork } from './left-over.ts';
import type { ChannelRequirement } from './live-channel.ts';
import type { Memory } from './memory.ts';
import { isDeferred } from './opening.ts';
import { isPaced, workAt } from './pace.ts';
import { mostKeptFree } from './reserve.ts';
import type { Scenario } from './schema.ts';
import { roomBeside, writersPlanned } from './shared-team.ts';
import type { Pool } from './pools.ts';
import { nearly, restOf, same } from './rest-of-teams.ts';
import { answerNear, teamsFor, type TeamNeeds, type TeamRules } from './team-requirement.ts';

export type Teams = {
  /** Agents by group and interval, at the expected volume. */
  readonly required: readonly Float64Array[];
  /**
   * The same at the volume that is not exceeded with the scenario's assurance. Never fewer, unless the agents of
   * the one come to work at another pace than those of the other: then here and there one of some group.
   */
  readonly assured: readonly Float64Array[];
};

/** Pace and writers move the requirement by few agents, and those by less; what goes round takes the most. */
const MOST_ROUNDS = 24;
/** Agents of a group in an interval by which the answers that come round differ. */
const FEW = 3;

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
    Math.max(1, dayFactorQuantile(dayVolumeCv(demand), scenario.assurance)),
  );
  const expectedAt = (asked: Asked): TeamNeeds =>
    needsOf(
      asked,
      ({ required }) => required,
      busier.map(() => 1),
    );
  const assuredAt = (asked: Asked): TeamNeeds =>
    needsOf(asked, ({ requiredAssured }) => requiredAssured, busier);
  const needsAt = { expected: expectedAt, assured: assuredAt };
  const paced = isPaced(scenario);
  if (!paced && lines.pools.every(({ writers }) => !writers)) {
    const asked = { lines, requirements };
    const assured = teamsFor(rules, plan, assuredAt(asked));
    // Within the assured teams, so that being surer never takes anybody away.
    const within = leastOf(plan, assured);
    const own = same(within, plan) ? answerNear(rules, plan, expectedAt(asked), 0) : null;
    return { required: own ?? teamsFor(rules, within, expectedAt(asked), assured), assured };
  }
  /** What the channels require of teams like these: with handle times at their pace, and their writers. */
  const askedOf = (teams: readonly Float64Array[], work: readonly ChannelDemand[], name: string): Asked =>
    requirementsAt(scenario, lines, skills, work, teams, plan, memory, name);
  const workOf = (teams: readonly Float64Array[]): readonly ChannelDemand[] =>
    paced
      ? workAt(scenario, demand, teams).map((own, c) => (rules.deferred[c] ? atMeanPace(own) : own))
      : demand;
  const rest = (
    which: 'expected' | 'assured',
    from: readonly Float64Array[],
    known: Asked | null = null,
  ): readonly Float64Array[] => {
    let counted: readonly Float64Array[] | null = null;
    let work: readonly ChannelDemand[] = [];
    return restOf(from, MOST_ROUNDS, (teams, round) => {
      const before = work;
      work = workOf(teams);
      if (counted && sameWriters(lines.pools, teams, counted) && sameWork(work, before)) return teams;
      counted = teams;
      const asked = (round === 0 && known) || askedOf(teams, work, `${which} ${round}`);
      const answer = teamsFor(rules, teams, needsAt[which](asked));
      return paced && nearly(answer, teams) ? teams : answer;
    });
  };
  const assured = rest('assured', plan);
  const asked = askedOf(plan, workOf(plan), 'expected');
  const needs = expectedAt(asked);
  // What rests near the plan does not depend on the assured teams.
  if (answerNear(rules, plan, needs, FEW)) return { required: rest('expected', plan, asked), assured };
  // Within the assured teams where that is enough, so that being surer never takes anybody away.
  const within = teamsFor(rules, leastOf(plan, assured), needs, assured);
  return { required: rest('expected', within), assured };
}

/** In every interval the fewer agents of each group. */
function leastOf(one: readonly Float64Array[], other: readonly Float64Array[]): Float64Array[] {
  return one.map((counts, g) => counts.map((agents, i) => Math.min(agents, other[g]?.[i] ?? 0)));
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
  const work = secondsOfWork(demand).reduce((sum, seconds) => sum + seconds, 0);
  const contacts = contactsOf(demand).reduce((sum, count) => sum + count, 0);
  if (contacts === 0) return demand;
  const mean = Number((work / contacts).toPrecision(3));
  const { leftOver } = demand;
  return {
    ...demand,
    handleTime: demand.handleTime.map(() => mean),
    leftOver: leftOver && { ...leftOver, handleTime: mean },
  };
}

/** By the writers that the requirement of each line counts on. */
function sameWriters(
  pools: readonly Pool[],
  one: readonly Float64Array[],
  other: readonly Float64Array[],
): boolean {
  return pools.every((pool) => writersPlanned(pool, one)?.share === writersPlanned(pool, other)?.share);
}

function sameWork(one: readonly ChannelDemand[], other: readonly ChannelDemand[]): boolean {
  return one.every((own, c) => sameTimes(own, other[c]));
}

function sameTimes(one: ChannelDemand | undefined, other: ChannelDemand | undefined): boolean {
  return one?.handleTime.every((seconds, i) => seconds === other?.handleTime[i]) ?? false;
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
