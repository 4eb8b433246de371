/**
 * Conversations of several channels in the hands of the same agents: who shares whom.
 *
 * A new conversation goes to the agent who holds the fewest, whichever of his groups he is in, so channels
 * that are connected by groups level one another. Interval by interval the channels fall apart into sets that
 * share all they have: the most loaded set, with every group that serves one of it, is one pool; the others,
 * with the groups that are left, go on among themselves. (What a steady flow does that joins the shortest
 * queue; the sets are those of a maximum-density decomposition.)
 */
import { chatAgents, type ChatAgent } from '../queueing/chat-pool.ts';
import { SharedPool, type KeptPool } from '../queueing/shared-conversations.ts';
import type { Talk } from '../queueing/shared-line.ts';
import type { TalkMeasures } from '../queueing/talk-measures.ts';
import type { RatePerSecond, Seconds, Share } from '../units.ts';
import type { Skill } from './allocation.ts';
import type { Channel, Conversation, Handling } from './schema.ts';
import type { ChannelDemand } from './demand.ts';
import type { Beside } from './shared-team.ts';
import type { Memory } from './memory.ts';

/** What a pool has to know of one channel's conversations. */
export type Turns = Talk & Omit<Conversation, 'limit'> & { readonly id: string; readonly afterShare: Share };

/** Another channel, by its place in the circle: contacts per contact of the channel's own, 0 in intervals in which its agents are others. */
export type Companion = {
  readonly place: number;
  readonly perOwn: Float64Array;
  readonly handleTime: Float64Array;
};

/** The agents who hold a channel's conversations, and those of others. */
export type Company = {
  readonly turns: readonly Turns[];
  /** The channel's place among them. */
  readonly place: number;
  readonly others: readonly Companion[];
  /** All of them who are there on average, by interval, and those counted as the channel's own. */
  readonly agents: Float64Array;
  readonly own: Float64Array;
};

/** What a line's agents do besides: deferred work, or conversations of other channels. */
export type Alongside = Beside | Company;

export function isCompany(beside: Alongside | null): beside is Company {
  return beside !== null && 'others' in beside;
}

/** More channels than this in one set of groups are taken for themselves: sets of them are tried one by one. */
const MOST_CHANNELS = 8;

/** Conversation channels connected by groups that hold nothing else live, with those groups. */
export type Circle = {
  readonly channels: readonly number[];
  readonly groups: readonly number[];
  readonly turns: readonly Turns[];
  /** Every group serves every channel. */
  readonly whole: boolean;
};

/** Circles of two channels and more. */
export function circlesOf(channels: readonly Channel[], skills: readonly (readonly Skill[])[]): Circle[] {
  const talks = (c: number): boolean => channels[c]?.conversation !== undefined;
  const circles: { channels: Set<number>; groups: number[] }[] = [];
  skills.forEach((own, group) => {
    const held = own.flatMap(({ channel }) => (talks(channel) ? [channel] : []));
    if (held.length === 0) return;
    const joined = { channels: new Set(held), groups: [group] };
    for (const circle of circles.filter(({ channels: theirs }) => held.some((c) => theirs.has(c)))) {
      for (const c of circle.channels) joined.channels.add(c);
      joined.groups.unshift(...circle.groups);
      circles.splice(circles.indexOf(circle), 1);
    }
    circles.push(joined);
  });
  const elsewhere = (group: number): boolean =>
    skills[group]?.some(({ channel }) => !talks(channel) && channels[channel]?.kind === 'phone') ?? false;
  return circles.flatMap((circle): Circle[] => {
    const members = [...circle.channels].toSorted((a, b) => a - b);
    if (members.length < 2 || members.length > MOST_CHANNELS || circle.groups.some(elsewhere)) return [];
    const own = circle.groups.map((g) => (skills[g] ?? []).filter(({ channel }) => talks(channel)));
    const priority = (c: number): number | null => {
      const all = own.flatMap((list) => list.filter(({ channel }) => channel === c).map((s) => s.priority));
      return all.every((p) => p === all[0]) ? (all[0] ?? 0) : null;
    };
    const agreed = members.every((c) => priority(c) !== null);
    const turns = members.flatMap((c): Turns[] => {
      const channel = channels[c];
      if (!channel?.conversation) return [];
      return [turnsOf(channel, channel.conversation, agreed ? (priority(c) ?? 0) : 0)];
    });
    const whole = own.every((list) => list.length === members.length);
    return [{ channels: members, groups: circle.groups, turns, whole }];
  });
}

/** One channel of a pool. */
export function turnsOf(
  { id, patience, handling }: Channel,
  conversation: Conversation,
  rank: number,
): Turns {
  return { id, ...conversation, patience: patience?.mean, afterShare: afterShareOf(handling), rank };
}

/**
 * By channel; null for one that shares no agents with other conversations.
 *
 * @param agents on the floor by group, whole
 * @param planned by channel, those counted as its own
 */
export function companiesOf(
  circles: readonly Circle[],
  demand: readonly ChannelDemand[],
  skills: readonly (readonly Skill[])[],
  agents: readonly Float64Array[],
  planned: readonly Float64Array[],
  memory: Memory,
): (Company | null)[] {
  const companies = planned.map((): Company | null => null);
  for (const { channels, groups, turns } of circles) {
    const { agentFor, pool } = companyPool(turns, memory);
    const intervals = planned[0]?.length ?? 0;
    const zeros = (): Float64Array => new Float64Array(intervals);
    const people = channels.map(zeros);
    const perOwn = channels.map(() => channels.map(zeros));
    const floor: Floor = {
      contacts: channels.map((c) => demand[c]?.toAgents ?? zeros()),
      handleTime: channels.map((c) => demand[c]?.handleTime ?? zeros()),
      planned: channels.map((c) => planned[c] ?? zeros()),
      agents: groups.map((g) => agents[g] ?? zeros()),
      serving: groups.map((g) =>
        channels.reduce(
          (set, c, k) => (skills[g]?.some((own) => own.channel === c) ? set | (1 << k) : set),
          0,
        ),
      ),
      load: new Float64Array(channels.length),
      free: new Float64Array(groups.length),
      taken: new Float64Array(groups.length),
      people,
      perOwn,
    };
    for (let i = 0; i < intervals; i++) fallApart(floor, i, agentFor, pool.lowest);
    channels.forEach((c, k) => {
      const own = planned[c];
      if (!own) return;
      const others = channels.flatMap((other, j): Companion[] => {
        const handleTime = demand[other]?.handleTime;
        const shared = perOwn[k]?.[j];
        if (j === k || !handleTime || !shared) return [];
        return [{ place: j, perOwn: shared, handleTime }];
      });
      companies[c] = { turns, place: k, others, agents: people[k] ?? zeros(), own };
    });
  }
  return companies;
}

/** A circle's channels and groups, by their places in it and by interval; the last two are filled. */
type Floor = {
  readonly contacts: readonly Float64Array[];
  readonly handleTime: readonly Float64Array[];
  /** Counted as each channel's own. */
  readonly planned: readonly Float64Array[];
  readonly agents: readonly Float64Array[];
  /** The channels that each group serves, as bits. */
  readonly serving: readonly number[];
  /** Of the interval at hand: agents of each group that no set has yet, and those that the set takes. */
  readonly load: Float64Array;
  readonly free: Float64Array;
  readonly taken: Float64Array;
  readonly people: readonly Float64Array[];
  /** `perOwn[k][j]`: contacts of channel j per one of k, where they share their agents. */
  readonly perOwn: readonly (readonly Float64Array[])[];
};

/** One interval's sets, the most loaded first. */
function fallApart(floor: Floor, i: number, agentFor: CompanyPool['agentFor'], lowest: number): void {
  const { contacts, handleTime, planned, agents, serving, load, free, people } = floor;
  let left = 0;
  for (let k = 0; k < load.length; k++) {
    const count = contacts[k]![i]!;
    if (count === 0) {
      // Nobody comes: the agents are there nonetheless.
      people[k]![i] = planned[k]![i]!;
      continue;
    }
    left |= 1 << k;
    // Conversations it has open with agents who hold as many as the lowest limit: what levels agents is their number.
    load[k] = (count * lowest) / agentFor[k]!(handleTime[k]![i]!).rate[lowest]!;
  }
  for (let g = 0; g < free.length; g++) free[g] = agents[g]![i]!;
  while (left !== 0) {
    const set = mostLoaded(left, free, serving, load);
    takeGroups(floor, i, set);
    left &= ~set;
  }
}

/** All groups that serve one of the set are its company. */
function takeGroups(
  { contacts, serving, load, free, taken, people, perOwn }: Floor,
  i: number,
  set: number,
): void {
  let team = 0;
  for (let g = 0; g < serving.length; g++) {
    const serves = (serving[g]! & set) !== 0;
    taken[g] = serves ? free[g]! : 0;
    if (serves) free[g] = 0;
    team += taken[g]!;
  }
  let work = 0;
  for (let k = 0; k < load.length; k++) if ((set >> k) & 1) work += load[k]!;
  for (let k = 0; k < load.length; k++) {
    if (!((set >> k) & 1)) continue;
    // Who serves him is as loaded as all of them: with others what the channel itself leaves room for.
    let mine = 0;
    for (let g = 0; g < serving.length; g++) if ((serving[g]! >> k) & 1) mine += taken[g]!;
    people[k]![i] = mine;
    const room = mine === team ? 1 : Math.max(0, ((work / team) * mine - load[k]!) / (work - load[k]!));
    for (let j = 0; j < load.length; j++)
      if (j !== k && (set >> j) & 1) perOwn[k]![j]![i] = (room * contacts[j]![i]!) / contacts[k]![i]!;
  }
}

/** Of the channels in `left`, as bits: those with most load per agent of the groups that serve one of them. */
function mostLoaded(
  left: number,
  free: Float64Array,
  serving: readonly number[],
  load: Float64Array,
): number {
  let best = left;
  let densest = -1;
  // Of equally dense sets the largest: later supersets win ties.
  for (let set = left; set > 0; set = (set - 1) & left) {
    let work = 0;
    for (let k = 0; k < load.length; k++) if ((set >> k) & 1) work += load[k]!;
    let team = 0;
    for (let g = 0; g < serving.length; g++) if (serving[g]! & set) team += free[g]!;
    const density = team === 0 ? Infinity : work / team;
    if (density > densest * (1 + 1e-9)) {
      densest = density;
      best = set;
    }
  }
  return best;
}

/** After-contact work within the handle time. */
export function afterShareOf({ mean, afterContact }: Handling): Share {
  return afterContact / (mean + afterContact);
}

export function namesOf(turns: readonly Turns[]): string {
  return turns.map(({ id }) => id).join(', ');
}

/** One for the channels with these turns, kept for as long as they are asked for. */
export function companyPool(turns: readonly Turns[], memory: Memory): CompanyPool {
  return memory(`company of ${namesOf(turns)}`, turns, () => new CompanyPool(turns));
}

/** As many kinds of day as an analysis asks for at once, day factors and numbers there, and the mean one. */
const KEPT = { allThere: 4, someAbsent: 10 } as const;

/** The pools of a circle, interval after interval; one object serves all its channels, who ask for the same. */
export class CompanyPool {
  readonly pool: SharedPool;
  readonly agentFor: readonly ((handleTime: Seconds) => ChatAgent)[];
  readonly turns: readonly Turns[];
  private readonly arrivals: Float64Array;
  private readonly agentsOf: ChatAgent[] = [];
  /** By interval, the oldest taken for the next one. */
  private readonly kept: { readonly pools: KeptPool[]; oldest: number }[] = [];

  constructor(turns: readonly Turns[]) {
    this.turns = turns;
    this.pool = new SharedPool(turns);
    const { highest } = this.pool;
    this.agentFor = turns.map((own) => chatAgents({ ...own, limit: highest }));
    this.arrivals = new Float64Array(turns.length);
  }

  /** With at least one agent and a contact; the next call overwrites them. */
  measures(
    company: Company,
    arrivalRate: RatePerSecond,
    handleTime: Seconds,
    agents: number,
    interval: number,
  ): TalkMeasures {
    const { place, others } = company;
    const { arrivals, agentsOf, agentFor, pool, kept } = this;
    arrivals[place] = arrivalRate;
    agentsOf[place] = agentFor[place]!(handleTime);
    for (const { place: at, perOwn, handleTime: theirs } of others) {
      arrivals[at] = perOwn[interval]! * arrivalRate;
      // Where nobody comes the handle time may be none at all.
      agentsOf[at] = agentFor[at]!(theirs[interval]! || handleTime);
    }
    const here = (kept[interval] ??= { pools: [], oldest: 0 });
    const { pools } = here;
    for (let at = pools.length - 1; at >= 0; at--) {
      if (!this.isThis(pools[at]!, agents)) continue;
      pool.bring(pools[at]!);
      return pool.measuresOf(place);
    }
    pool.become(arrivals, agentsOf, agents);
    pools[here.oldest] = pool.kept(pools[here.oldest]);
    here.oldest =
      (here.oldest + 1) % (Number.isInteger(company.agents[interval]) ? KEPT.allThere : KEPT.someAbsent);
    return pool.measuresOf(place);
  }

  /** Those of all places that the channel would fill by its share of the work, and how fast each is done. */
  places(
    { place, others }: Company,
    handleTime: Seconds,
    agents: number,
    interval: number,
  ): { readonly count: number; readonly serviceRate: RatePerSecond } {
    const { turns, agentFor } = this;
    const agent = agentFor[place]!(handleTime);
    const own = agentsWorth(turns[place]!, agent);
    let all = own;
    for (const { place: at, perOwn, handleTime: theirs } of others) {
      const count = perOwn[interval]!;
      if (count > 0) all += count * agentsWorth(turns[at]!, agentFor[at]!(theirs[interval]!));
    }
    const { limit } = turns[place]!;
    return { count: Math.round((agents * limit * own) / all), serviceRate: agent.rate[limit]! / limit };
  }

  private isThis(kept: KeptPool, agents: number): boolean {
    if (kept.agents !== agents) return false;
    for (let k = 0; k < this.arrivals.length; k++) {
      const [asked, had] = [this.arrivals[k]!, kept.arrivals[k]!];
      // Worked out from one channel or the other they differ by rounding.
      if (Math.abs(asked - had) > 1e-9 * had || this.agentsOf[k] !== kept.agentsOf[k]) return false;
    }
    return true;
  }
}

/** How many agents full of them one contact a second takes. */
export function agentsWorth({ limit }: Talk, { rate }: ChatAgent): number {
  return 1 / rate[limit]!;
}
