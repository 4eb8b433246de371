/** Every agent at one moment of a recorded day: whose shift, what he does, since when. */
import { personAt, type Roster } from '../../../../scenario/roster.ts';
import type { Seconds } from '../../../../units.ts';
import type { Moment, ReplayDay } from './replay-day.ts';

export type AgentMoment = {
  readonly agent: number;
  readonly group: number;
  readonly name: string | null;
  /** His place in the group, from 1: what he is called without a name. */
  readonly number: number;
  /** Null where the plan has numbers of agents instead of shifts. */
  readonly shift: { readonly from: Seconds; readonly to: Seconds } | null;
  readonly state:
    | { readonly kind: 'working'; readonly contacts: readonly number[]; readonly since: Seconds }
    | { readonly kind: 'free' }
    | { readonly kind: 'break'; readonly until: Seconds }
    | { readonly kind: 'absent' };
  /** Contacts he has taken up since the day began, one put down and taken up again each time. */
  readonly taken: number;
};

/** Those whose shift it is, and who else is there or still has a contact in hand; by group and number. */
export function agentsAt(day: ReplayDay, roster: Roster, moment: Moment): AgentMoment[] {
  const { at } = moment;
  const { agentGroup, work } = day.record;
  const spans = new Map<number, number[]>();
  for (const span of moment.spans) {
    const agent = work.agent[span] ?? -1;
    spans.set(agent, [...(spans.get(agent) ?? []), span]);
  }
  return moment.groups.flatMap(({ agents }, group) => {
    const first = agentGroup.indexOf(group);
    const there = new Set(agents);
    const people = roster[group] ?? [];
    const onShift = people.flatMap((own, place) => {
      const { stretches } = personAt(own, at) ?? { stretches: [] };
      return at < (stretches.at(-1)?.to ?? -Infinity) ? [first + place] : [];
    });
    return [...new Set([...agents, ...onShift])]
      .toSorted((a, b) => a - b)
      .map((agent): AgentMoment => {
        const person = personAt(people[agent - first], at);
        const [from, to] = [person?.stretches[0]?.from, person?.stretches.at(-1)?.to];
        return {
          agent,
          group,
          name: person?.name ?? null,
          number: agent - first + 1,
          shift: from === undefined || to === undefined ? null : { from, to },
          state: stateOf(agent, spans.get(agent)),
          taken: takenUntil(day.taken.get(agent), at),
        };

        function stateOf(own: number, hands: readonly number[] | undefined): AgentMoment['state'] {
          if (hands)
            return {
              kind: 'working',
              contacts: hands.map((span) => work.contact[span] ?? 0),
              since: Math.min(...hands.map((span) => work.from[span] ?? at)),
            };
          if (there.has(own)) return { kind: 'free' };
          const next = person?.stretches.find((stretch) => stretch.from > at);
          const inBreak = !person?.stretches.some((stretch) => stretch.from <= at && at < stretch.to);
          return inBreak && next && cameAt(day, own, from)
            ? { kind: 'break', until: next.from }
            : { kind: 'absent' };
        }
      });
  });
}

/** Whether he came when his shift began: who is absent does not. */
function cameAt({ record: { presence } }: ReplayDay, agent: number, from: Seconds | undefined): boolean {
  return presence.agent.some((one, i) => one === agent && presence.from[i] === from);
}

function takenUntil(moments: readonly Seconds[] | undefined, at: Seconds): number {
  return moments?.filter((moment) => moment <= at).length ?? 0;
}
