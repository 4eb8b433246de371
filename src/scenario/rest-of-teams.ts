/**
 * Where an answer that depends on the plan comes to rest: teams of which it asks for no others.
 *
 *     teams ─> what is required of teams like these ─> teams ─> …
 *
 * Teams are whole agents, so the way ends in teams that are their own answer, or goes round among a few. Of
 * those it is always the same one that is taken, however they were come upon. Either way, asked again from
 * where it came to rest, the answer is the same. A way longer than the rounds allowed is left at the last answer,
 * of which that cannot be said.
 */
type Teams = readonly Float64Array[];

/** Share of a group's hours that requirement and pace may differ by. */
const ROUNDING = 0.002;

/** @param ask what is required of teams like these, the plan first */
export function restOf(plan: Teams, mostRounds: number, ask: (teams: Teams, round: number) => Teams): Teams {
  const seen: { readonly teams: Teams; readonly answer: Teams }[] = [];
  let teams = plan;
  for (let round = 0; round < mostRounds; round++) {
    const answer = ask(teams, round);
    if (same(answer, teams)) return teams;
    seen.push({ teams, answer });
    const again = seen.findIndex((one) => same(one.teams, answer));
    if (again >= 0) return steadiest(seen.slice(again));
    teams = answer;
  }
  return teams;
}

/** Of teams that ask for one another in turn those that lack the least; of several the smallest. */
function steadiest(round: readonly { readonly teams: Teams; readonly answer: Teams }[]): Teams {
  const [first] = round
    .map(({ teams, answer }) => ({ teams, lacking: missing(teams, answer), hours: agentsOf(teams) }))
    .toSorted((a, b) => a.lacking - b.lacking || a.hours - b.hours || order(a.teams, b.teams));
  return first?.teams ?? [];
}

function missing(teams: Teams, answer: Teams): number {
  return answer.reduce(
    (sum, counts, g) =>
      counts.reduce((more, agents, i) => more + Math.max(0, agents - (teams[g]?.[i] ?? 0)), sum),
    0,
  );
}

function agentsOf(teams: Teams): number {
  return teams.reduce((sum, counts) => counts.reduce((all, agents) => all + agents, sum), 0);
}

/** By the first interval that differs. */
function order(one: Teams, other: Teams): number {
  for (const [g, counts] of one.entries())
    for (const [i, agents] of counts.entries()) {
      const apart = agents - (other[g]?.[i] ?? 0);
      if (apart !== 0) return apart;
    }
  return 0;
}

export function same(one: Teams, other: Teams): boolean {
  return order(one, other) === 0;
}

/**
 * No further apart than whole agents leave requirement and pace, each worked out from the other: nowhere
 * by more than one agent, and in hours of any group by next to nothing.
 */
export function nearly(one: readonly Float64Array[], other: readonly Float64Array[]): boolean {
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
