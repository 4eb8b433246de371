/**
 * What becomes of somebody in the queue, across changes of staffing: served in time, given up, or how
 * long he waits.
 *
 * Within a run of equal intervals the closed form holds; where a deadline lies beyond a change, the
 * chances just after it are carried back through it.
 */
import type { Seconds } from '../units.ts';
import type { ChatCrew } from './chat-crew.ts';
import { repliedSoon } from './chat-reply.ts';
import { replyWithin } from './conversation-curve.ts';
import {
  carryPlaces,
  pullThrough,
  pullWaits,
  servedWithin,
  waitOfServed,
  waitsBeyond,
} from './position-wait.ts';
import type { ShiftEnd } from './shift-end.ts';

/** One interval of a day, in seconds and per second. */
export type Stretch = {
  readonly length: Seconds;
  readonly arrivalRate: number;
  /** While all agents are busy, where others then come than with somebody free; default `arrivalRate`. */
  readonly lineRate?: number | undefined;
  /** Of those that arrive, the ones whose fate is counted; default all. Whoever comes finds what all find. */
  readonly countedRate?: number | undefined;
  readonly agents: number;
  readonly completionRate: number;
  /** Of one who waits; 0: nobody gives up. */
  readonly abandonRate: number;
  /** Where agents hold several conversations: `agents` then counts their places, `completionRate` is per place. */
  readonly crew?: ChatCrew | undefined;
};

/**
 * What a contact counts for by a deadline: 1 if answered by then, 1 if he has given up by then, 1 if
 * he would have been answered by then had he stayed, or the seconds he waited if he is ever answered. In
 * conversations (`crew`): 1 if the first reply has come by then, or the seconds from start to first reply.
 */
export type Fate = 'answered' | 'abandoned' | 'offeredWait' | 'waitOfAnswered' | ReplyFate;
export type ReplyFate = 'replied' | 'replyOfAnswered';

type Closed = typeof servedWithin;

/** How one quantity by place moves through time: closed form, clock moved back, value of who is served. */
export type Course = { readonly closed: Closed; readonly pull: Closed; readonly served: number };

export const ANSWERED: Course = { closed: servedWithin, pull: pullThrough, served: 1 };
export const WAITS: Course = {
  closed: waitsBeyond,
  pull: (value, places, drain, abandonRate, time) =>
    carryPlaces(value, places, drain, abandonRate, time, true),
  served: 0,
};

/** A line until its staffing changes, `steady` seconds from now; rates per second. */
type Line = {
  readonly drain: number;
  readonly abandonRate: number;
  readonly steady: Seconds;
  readonly crew: ChatCrew | undefined;
};

type Kept = {
  readonly places: number;
  readonly following: readonly Stretch[];
  readonly values: readonly Float64Array[];
};

export class WaitingAhead {
  private readonly stretches: readonly Stretch[];
  private readonly shiftEnd: ShiftEnd;
  /** What holds from a change on without a deadline: the same for everyone who waits until then. */
  private readonly kept = new Map<string, Kept>();
  /** Chances to be answered at all, found along with the waits asked for since `afresh`. */
  private served:
    | {
        readonly index: number;
        readonly left: Seconds;
        readonly places: number;
        readonly values: Float64Array;
      }
    | undefined;

  constructor(stretches: readonly Stretch[], shiftEnd: ShiftEnd) {
    this.stretches = stretches;
    this.shiftEnd = shiftEnd;
  }

  /** Seconds from the end of interval `index` until the staffing next changes; Infinity without a change. */
  steadyAfter(index: number): Seconds {
    let time = 0;
    for (let i = index + 1; i < this.stretches.length; i++) {
      if (this.changesAt(i)) return time;
      time += this.stretches[i]?.length ?? 0;
    }
    return Infinity;
  }

  /**
   * out[k] = chance that the k-th in the queue, `left` seconds before the end of interval `index`, is
   * served within `deadline` seconds from then; out[0] = 1.
   */
  within(out: Float64Array, places: number, index: number, left: Seconds, deadline: Seconds): void {
    this.follow(ANSWERED, out, places, index, left, deadline);
  }

  /** To be called before the counts of another moment: what one found may serve the next. */
  afresh(): void {
    this.served = undefined;
  }

  /** The same for any fate; out[0] for one who need not wait. Waits take no deadline but Infinity. */
  count(
    fate: Fate,
    out: Float64Array,
    places: number,
    index: number,
    left: Seconds,
    deadline: Seconds,
  ): void {
    const beyond = this.stretches[index]?.crew?.beyond;
    if (beyond) {
      out.fill(beyond(fate, deadline), 1, places + 1);
      out[0] = fate === 'answered' || fate === 'offeredWait' ? 1 : 0;
      return;
    }
    if (fate === 'answered') {
      const { served } = this;
      if (
        deadline === Infinity &&
        served?.index === index &&
        served.left === left &&
        served.places === places
      ) {
        out.set(served.values);
      } else this.follow(ANSWERED, out, places, index, left, deadline);
    } else if (fate === 'replied') this.replied(out, places, index, left, deadline);
    else if (fate === 'replyOfAnswered') this.replyOfAnswered(out, places, index, left);
    else if (fate === 'waitOfAnswered') {
      const values = new Float64Array(places + 1);
      this.waits(values, out, places, index, left);
      this.served = { index, left, places, values };
    } else if (fate === 'offeredWait') {
      this.follow(WAITS, out, places, index, left, deadline);
      for (let k = 0; k <= places; k++) out[k] = 1 - out[k]!;
    } else {
      const late = new Float64Array(places + 1);
      this.follow(ANSWERED, out, places, index, left, deadline);
      this.follow(WAITS, late, places, index, left, deadline);
      // Patience does not depend on the place: who would still wait does so if he has not given up.
      const stays = Math.exp(-this.impatience(index, left, deadline));
      for (let k = 0; k <= places; k++) out[k] = Math.max(0, 1 - out[k]! - stays * late[k]!);
    }
  }

  /** What an arrival counts for who finds an agent with a place free, by the conversations this one holds. */
  free(fate: Fate, index: number, deadline: Seconds): Float64Array | null {
    const crew = this.stretches[index]?.crew;
    if (crew === undefined || (fate !== 'replied' && fate !== 'replyOfAnswered')) return null;
    const { curve } = crew.agent;
    const values = new Float64Array(curve.length);
    for (let held = 0; held < curve.length; held++) {
      const point = curve[held]!;
      values[held] = fate === 'replied' ? replyWithin(point, deadline) : point.replyTime;
    }
    return values;
  }

  /** Chance of a first reply by the deadline, by place. */
  private replied(out: Float64Array, places: number, index: number, left: Seconds, deadline: Seconds): void {
    const line = this.lineAt(index, left);
    if (line?.crew === undefined) throw new RangeError('only conversations have a first reply');
    const { steady, crew } = line;
    repliedSoon(out, places, line, crew.agent.full, Math.min(deadline, steady), deadline);
    if (deadline > steady) this.addLater('replied', out, places, index, line, deadline - steady);
  }

  /** Mean seconds from start to first reply, counted where there is a start, by place. */
  private replyOfAnswered(out: Float64Array, places: number, index: number, left: Seconds): void {
    const line = this.lineAt(index, left);
    if (line?.crew === undefined) throw new RangeError('only conversations have a first reply');
    const { drain, abandonRate, steady, crew } = line;
    servedWithin(out, places, drain, abandonRate, steady);
    for (let k = 1; k <= places; k++) out[k]! *= crew.agent.full.replyTime;
    if (steady < Infinity) this.addLater('replyOfAnswered', out, places, index, line, Infinity);
  }

  /** Adds what those count for who still wait when the staffing changes; `deadline` from then. */
  private addLater(
    fate: ReplyFate,
    out: Float64Array,
    places: number,
    index: number,
    { drain, abandonRate, steady }: Line,
    deadline: Seconds,
  ): void {
    const rest = new Float64Array(places + 1);
    this.afterChange(rest, places, index, fate, deadline);
    carryPlaces(rest, places, drain, abandonRate, steady);
    for (let k = 1; k <= places; k++) out[k]! += rest[k]!;
  }

  /** Values just before the next change: who starts at it goes to the agents that then hold fewest. */
  private afterChange(
    rest: Float64Array,
    places: number,
    index: number,
    fate: ReplyFate,
    deadline: Seconds,
  ): void {
    const change = this.nextChange(index);
    const [held, crew] = [this.stretches[index]?.agents ?? 0, this.stretches[change]?.crew];
    const { forward, back } = this.movesAt(change);
    const find = (most: number): readonly Float64Array[] => {
      const values = new Float64Array(most + 1);
      this.count(fate, values, most, change, this.lengthOf(change), deadline);
      return [values];
    };
    const [later] =
      deadline === Infinity
        ? this.remembered(`${fate} ${change}`, change, places + back, find)
        : find(places + back);
    const free = this.free(fate, change, deadline);
    for (let k = 1; k <= places; k++) {
      rest[k] =
        k <= forward
          ? (free?.[Math.floor((held + k - 1) / (crew?.agents ?? 1))] ?? 0)
          : (later![k - forward + back] ?? 0);
    }
  }

  private follow(
    course: Course,
    out: Float64Array,
    places: number,
    index: number,
    left: Seconds,
    deadline: Seconds,
  ): void {
    const line = this.lineAt(index, left);
    if (line === null) return;
    const { drain, abandonRate, steady } = line;
    if (deadline <= steady) {
      course.closed(out, places, drain, abandonRate, deadline);
      return;
    }
    const change = this.nextChange(index);
    const { forward, back } = this.movesAt(change);
    const find = (most: number): readonly Float64Array[] => {
      const values = new Float64Array(most + 1);
      this.follow(course, values, most, change, this.lengthOf(change), deadline - steady);
      return [values];
    };
    const [later] =
      deadline === Infinity
        ? this.remembered(`${course.served} ${change}`, change, places + back, find)
        : find(places + back);
    moved(out, later!, places, forward, back, course.served);
    course.pull(out, places, drain, abandonRate, steady);
  }

  /** Chance to be served at all, and the wait counted where one is, by place. */
  private waits(
    served: Float64Array,
    wait: Float64Array,
    places: number,
    index: number,
    left: Seconds,
  ): void {
    const line = this.lineAt(index, left);
    if (line === null) return;
    const { drain, abandonRate, steady } = line;
    if (steady === Infinity) {
      servedWithin(served, places, drain, abandonRate, Infinity);
      waitOfServed(wait, served, places, drain, abandonRate, Infinity);
      return;
    }
    const change = this.nextChange(index);
    const { forward, back } = this.movesAt(change);
    const [servedLater, waitLater] = this.remembered(`wait ${change}`, change, places + back, (most) => {
      const later = [new Float64Array(most + 1), new Float64Array(most + 1)] as const;
      this.waits(...later, most, change, this.lengthOf(change));
      return later;
    });
    moved(served, servedLater!, places, forward, back, 1);
    moved(wait, waitLater!, places, forward, back, 0);
    pullWaits(served, wait, places, drain, abandonRate, steady);
  }

  private remembered(
    key: string,
    change: number,
    places: number,
    find: (places: number) => readonly Float64Array[],
  ): readonly Float64Array[] {
    const known = this.kept.get(key);
    const { stretches } = this;
    if (known && known.places >= places && known.following.length === stretches.length - change + 1) {
      // The interval before says what the change is; those from it on may have been staffed anew.
      if (known.following.every((stretch, i) => stretch === stretches[change - 1 + i])) return known.values;
    }
    // Room to spare: the queue of the next interval may be longer.
    const most = Math.ceil(places / 64) * 64;
    const values = find(most);
    this.kept.set(key, { places: most, following: stretches.slice(change - 1), values });
    return values;
  }

  /** The rate of giving up, integrated over the time until the deadline. */
  impatience(index: number, left: Seconds, deadline: Seconds): number {
    let sum = 0;
    let rest = deadline;
    for (let i = index; i < this.stretches.length && rest > 0; i++) {
      const last = i === this.stretches.length - 1;
      const time = Math.min(rest, last ? Infinity : i === index ? left : this.lengthOf(i));
      const rate = this.stretches[i]?.abandonRate ?? 0;
      if (rate > 0) sum += rate * time;
      rest -= time;
    }
    return sum;
  }

  /** Places by which those in the queue move up at once, or back, at the change interval `index` begins with. */
  private movesAt(index: number): { readonly forward: number; readonly back: number } {
    const before = this.stretches[index - 1]?.agents ?? 0;
    const after = this.stretches[index]?.agents ?? 0;
    // More agents: the first in the queue start at once. Contacts put back stand in front of everyone.
    return {
      forward: Math.max(0, after - before),
      back: this.shiftEnd === 'preemptive' ? Math.max(0, before - after) : 0,
    };
  }

  /** What those in line meet, `left` seconds before the end of interval `index`; null beyond the day. */
  private lineAt(index: number, left: Seconds): Line | null {
    const stretch = this.stretches[index];
    if (stretch === undefined) return null;
    const { agents, completionRate, abandonRate, crew } = stretch;
    return { drain: agents * completionRate, abandonRate, steady: left + this.steadyAfter(index), crew };
  }

  private lengthOf(index: number): Seconds {
    return this.stretches[index]?.length ?? 0;
  }

  /** The interval that begins with the next change of staffing; their number without one. */
  nextChange(index: number): number {
    for (let i = index + 1; i < this.stretches.length; i++) if (this.changesAt(i)) return i;
    return this.stretches.length;
  }

  private changesAt(index: number): boolean {
    const [before, after] = [this.stretches[index - 1], this.stretches[index]];
    return (
      before !== undefined &&
      after !== undefined &&
      (before.agents !== after.agents ||
        before.completionRate !== after.completionRate ||
        before.abandonRate !== after.abandonRate)
    );
  }
}

/** Values just before a change from those just after it. */
function moved(
  out: Float64Array,
  later: Float64Array,
  places: number,
  forward: number,
  back: number,
  served: number,
): void {
  out[0] = served;
  for (let k = 1; k <= places; k++) out[k] = k <= forward ? served : (later[k - forward + back] ?? 0);
}
