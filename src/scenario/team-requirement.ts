/**
 * Agents that each group needs so that every channel has what it requires: the staffing nearest to the
 * plan that does, interval by interval.
 *
 *     plan ─> what is missing joins the cheapest group that serves it ─> whoever can be spared goes
 *
 * Whether a staffing is enough depends on the staffing alone, not on the plan it came from. So the answer
 * is enough, nobody of it can be spared, and asked again with the answer as the plan it is the same.
 *
 * Live channels take whole agents; who serves whom is a flow from groups to channels, groups that do no
 * deferred work first. Deferred work takes the time that agents of its groups have left: of those no live
 * channel needs, all of it; of the others, while no contact waits for them. Without deferred work the
 * answer is the cheapest within the plan and what joins it, since the sets of agents that can serve all
 * channels are the bases of a matroid (Edmonds & Fulkerson 1965, "Transversals and matroid partition").
 */
import type { Skill } from './allocation.ts';

export type TeamRules = {
  readonly skills: readonly (readonly Skill[])[];
  /** By channel. */
  readonly deferred: readonly boolean[];
  /** Of one agent on the floor for an hour, by group. */
  readonly hourCost: readonly number[];
};

/** By channel and interval: agents needed, and of those of live channels the share of time that is left over. */
export type TeamNeeds = {
  readonly required: readonly Float64Array[];
  readonly idle: (channel: number, interval: number) => number;
};

/** A share of an agent too small to send for somebody. */
const NOBODY = 1e-9;

/**
 * @param plan by group and interval; whole agents
 * @param most the groups stay within it where that is enough
 */
export function teamsFor(
  rules: TeamRules,
  plan: readonly Float64Array[],
  needs: TeamNeeds,
  most?: readonly Float64Array[],
): Float64Array[] {
  const teams = plan.map((counts) => new Float64Array(counts.length));
  for (const part of partsOf(rules)) {
    const desk = new Desk(rules, part);
    const intervals = plan[0]?.length ?? 0;
    for (let i = 0; i < intervals; i++) {
      desk.settle(plan, needs, most, i);
      part.groups.forEach((group, g) => (teams[group]![i] = desk.agents[g]!));
    }
  }
  return teams;
}

/**
 * The answer where it is nowhere further from the plan than so many agents of a group; else null, which most plans
 * tell early.
 */
export function answerNear(
  rules: TeamRules,
  plan: readonly Float64Array[],
  needs: TeamNeeds,
  apart: number,
): Float64Array[] | null {
  const teams = plan.map((counts) => new Float64Array(counts.length));
  const intervals = plan[0]?.length ?? 0;
  for (const part of partsOf(rules)) {
    const desk = new Desk(rules, part);
    for (let i = 0; i < intervals; i++) {
      desk.settle(plan, needs, undefined, i);
      for (const [g, group] of part.groups.entries()) {
        const agents = desk.agents[g]!;
        if (Math.abs(agents - plan[group]![i]!) > apart) return null;
        teams[group]![i] = agents;
      }
    }
  }
  return teams;
}

/** Groups and channels that are connected by skills, so that other parts can be staffed without them. */
type Part = { readonly groups: readonly number[]; readonly channels: readonly number[] };

function partsOf({ skills }: TeamRules): Part[] {
  const parts: { groups: number[]; channels: Set<number> }[] = [];
  skills.forEach((own, group) => {
    const channels = new Set(own.map(({ channel }) => channel));
    const touching = parts.filter((part) => [...channels].some((c) => part.channels.has(c)));
    const joined = { groups: [group], channels };
    for (const part of touching) {
      joined.groups.push(...part.groups);
      for (const c of part.channels) joined.channels.add(c);
      parts.splice(parts.indexOf(part), 1);
    }
    parts.push(joined);
  });
  return parts.map(({ groups, channels }) => ({
    groups: groups.toSorted((a, b) => a - b),
    channels: [...channels].toSorted((a, b) => a - b),
  }));
}

/** One part in one interval; groups and channels by their place in the part. */
class Desk {
  readonly agents: Float64Array;
  private readonly part: Part;
  /** Channels that each group serves. */
  private readonly live: readonly (readonly number[])[];
  private readonly late: readonly (readonly number[])[];
  /** Groups in which to place live work, deferred work, and from which to spare first. */
  private readonly liveOrder: readonly number[];
  private readonly lateOrder: readonly number[];
  private readonly sparing: readonly number[];
  /** Groups that serve a channel, the one to join first. */
  private readonly joining: readonly (readonly number[])[];
  private readonly blends: boolean;
  private readonly need: Float64Array;
  private readonly idle: Float64Array;
  /** Agents of group g with channel c at [g × channels + c], and what is still missing. */
  private readonly serving: Float64Array;
  private readonly missing: Float64Array;
  private readonly used: Float64Array;
  private readonly visited: Uint8Array;

  constructor({ skills, deferred, hourCost }: TeamRules, part: Part) {
    const { groups, channels } = part;
    this.part = part;
    const of = (late: boolean): number[][] =>
      groups.map((group) =>
        (skills[group] ?? [])
          .filter(({ channel }) => (deferred[channel] ?? false) === late)
          .map(({ channel }) => channels.indexOf(channel)),
      );
    this.live = of(false);
    this.late = of(true);
    this.blends = this.late.some((own) => own.length > 0);
    const price = (g: number): number => hourCost[groups[g] ?? -1] ?? 0;
    const each = groups.map((_, g) => g);
    const flexible = (g: number): number => (this.late[g]?.length === 0 ? 0 : 1);
    this.liveOrder = each.toSorted((a, b) => flexible(a) - flexible(b) || price(a) - price(b));
    const breadth = (g: number): number =>
      (skills[groups[g] ?? -1]?.length ?? 0) * 2 + (this.live[g]?.length ? 1 : 0);
    this.lateOrder = each.filter((g) => flexible(g) === 1).toSorted((a, b) => breadth(a) - breadth(b));
    this.sparing = each.toSorted((a, b) => price(b) - price(a));
    this.joining = channels.map((channel, c) => {
      const rank = (g: number): number =>
        (skills[groups[g] ?? -1]?.find((skill) => skill.channel === channel)?.priority ?? 0) * 100 +
        breadth(g);
      return each
        .filter((g) => this.live[g]?.includes(c) || this.late[g]?.includes(c))
        .toSorted((a, b) => price(a) - price(b) || rank(a) - rank(b));
    });
    this.agents = new Float64Array(groups.length);
    this.used = new Float64Array(groups.length);
    this.need = new Float64Array(channels.length);
    this.idle = new Float64Array(channels.length);
    this.missing = new Float64Array(channels.length);
    this.serving = new Float64Array(groups.length * channels.length);
    this.visited = new Uint8Array(channels.length);
  }

  /** Who is needed in one interval. */
  settle(
    plan: readonly Float64Array[],
    needs: TeamNeeds,
    most: readonly Float64Array[] | undefined,
    interval: number,
  ): void {
    if (!this.open(plan, needs, interval)) {
      this.agents.fill(0);
      return;
    }
    this.fill(most, interval);
    this.spare();
  }

  /** Begins an interval with the agents planned; false where nobody is needed. */
  private open(plan: readonly Float64Array[], { required, idle }: TeamNeeds, interval: number): boolean {
    let needed = false;
    for (let c = 0; c < this.need.length; c++) {
      const channel = this.part.channels[c]!;
      const need = this.joining[c]!.length > 0 ? required[channel]![interval]! : 0;
      this.need[c] = need;
      this.idle[c] = need > 0 && this.blends ? idle(channel, interval) : 0;
      if (need > 0) needed = true;
    }
    for (let g = 0; g < this.agents.length; g++) this.agents[g] = plan[this.part.groups[g]!]![interval]!;
    return needed;
  }

  /** Adds agents until there are enough. */
  private fill(most: readonly Float64Array[] | undefined, interval: number): void {
    let within = most !== undefined;
    while (!this.enough()) {
      let added = false;
      for (let c = 0; c < this.missing.length; c++) {
        const wanted = Math.ceil(this.missing[c]! - NOBODY);
        if (wanted <= 0) continue;
        for (const g of this.joining[c]!) {
          const room = within ? (most?.[this.part.groups[g]!]?.[interval] ?? 0) - this.agents[g]! : Infinity;
          const joins = Math.min(wanted, room);
          if (joins <= 0) continue;
          this.agents[g]! += joins;
          added = true;
          break;
        }
        // What is missing of one channel changes with agents that join for another.
        if (added) break;
      }
      if (!added) within = false;
    }
  }

  /** Sends away whoever can be spared, of the dearest groups first. */
  private spare(): void {
    // Each further agent of the order is used only where those before him do not suffice.
    for (let g = 0; g < this.agents.length; g++)
      if (this.late[g]!.length === 0) this.agents[g] = this.used[g]!;
    if (!this.blends) return;
    for (let spared = true; spared;) {
      spared = false;
      for (const g of this.sparing) if (this.spareOf(g)) spared = true;
    }
  }

  private spareOf(g: number): boolean {
    const before = this.agents[g]!;
    const without = (count: number): boolean => {
      this.agents[g] = before - count;
      return this.enough();
    };
    let most = 0;
    if (before > 0 && without(1)) {
      let least = 1;
      let over = before + 1;
      while (over - least > 1) {
        const middle = (least + over) >> 1;
        if (without(middle)) least = middle;
        else over = middle;
      }
      most = least;
    }
    this.agents[g] = before - most;
    return most > 0;
  }

  /** Places everybody; tells what is missing. */
  private enough(): boolean {
    const { need, missing, serving, used, agents } = this;
    for (let c = 0; c < need.length; c++) missing[c] = need[c]!;
    serving.fill(0);
    used.fill(0);
    for (const g of this.liveOrder) {
      while (used[g]! < agents[g]!) {
        this.visited.fill(0);
        const placed = this.place(g, agents[g]! - used[g]!);
        if (placed === 0) break;
        used[g]! += placed;
      }
    }
    for (const g of this.lateOrder) {
      let free = agents[g]! - used[g]!;
      for (const c of this.live[g]!) free += serving[g * need.length + c]! * this.idle[c]!;
      for (const c of this.late[g]!) {
        const taken = Math.min(free, missing[c]!);
        missing[c]! -= taken;
        free -= taken;
      }
    }
    for (let c = 0; c < missing.length; c++) if (missing[c]! > NOBODY) return false;
    return true;
  }

  /** Up to `count` agents of a group to a live channel that lacks them, or in place of others who go there. */
  private place(g: number, count: number): number {
    const { missing, serving, visited } = this;
    const channels = missing.length;
    for (const c of this.live[g]!) {
      if (visited[c] === 1) continue;
      visited[c] = 1;
      let moved = Math.min(count, missing[c]!);
      if (moved > 0) missing[c]! -= moved;
      else
        for (const other of this.joining[c]!) {
          const there = serving[other * channels + c]!;
          if (other === g || there === 0) continue;
          moved = this.place(other, Math.min(count, there));
          if (moved === 0) continue;
          serving[other * channels + c]! -= moved;
          break;
        }
      if (moved > 0) {
        serving[g * channels + c]! += moved;
        return moved;
      }
    }
    return 0;
  }
}
