/**
 * What becomes of somebody in the queue under pooled shift ends: as waiting-ahead.ts, with the agents
 * too many who have to finish before anybody starts.
 *
 * Within an interval the chain over (agents too many, place in the queue) only falls. With a deadline, where
 * chances are steep, it is moved back in time by uniformisation; without one by the steps of the law, and
 * for a staffing that goes on it is solved place by place.
 */
import { assertNever } from '../errors.ts';
import type { Seconds } from '../units.ts';
import type { Fate, Stretch } from './waiting-ahead.ts';
import { WaitingAhead } from './waiting-ahead.ts';
import { glide, pull, type LayeredChances } from './pooled-pull.ts';

/** `answered`: 1 once served, 0 once he has given up. `waits`: 1 as long as he waits, who never gives up. */
type Course = 'answered' | 'waits';

/** Chances without a deadline, kept by the seconds left, to be carried further back. */
type Kept = Omit<At, 'left'> & {
  readonly values: Map<Seconds, readonly LayeredChances[]>;
  /** The staffing they were found for. */
  readonly following: readonly Stretch[];
};

export class PooledAhead {
  private readonly stretches: readonly Stretch[];
  private readonly ahead: WaitingAhead;
  private readonly kept = new Map<string, Kept>();

  constructor(stretches: readonly Stretch[]) {
    this.stretches = stretches;
    this.ahead = new WaitingAhead(stretches, 'pooled');
  }

  /**
   * What a contact counts for (see Fate), `left` seconds before the end of an interval. Without a deadline
   * asked for from the end of the interval backwards, each answer starts from the one before.
   */
  count(fate: Fate, where: Omit<At, 'left'>, left: Seconds, deadline: Seconds): LayeredChances {
    const at = { ...where, left };
    switch (fate) {
      case 'answered':
        return this.follow('answered', at, deadline);
      case 'offeredWait':
        return combined(this.follow('waits', at, deadline), (waits) => 1 - waits);
      case 'abandoned': {
        const late = this.follow('waits', at, deadline);
        // Patience does not depend on the place: who would still wait does so if he has not given up.
        const stays = Math.exp(-this.ahead.impatience(at.index, left, deadline));
        return combined(this.follow('answered', at, deadline), (answered, e, k) =>
          Math.max(0, 1 - answered - stays * late[e]![k]!),
        );
      }
      case 'waitOfAnswered':
        return this.waits(at)[1];
      case 'replied':
      case 'replyOfAnswered':
        throw new RangeError('conversations have no pooled shift ends');
      default:
        return assertNever(fate);
    }
  }

  private follow(course: Course, at: At, deadline: Seconds): LayeredChances {
    const stretch = this.stretches[at.index]!;
    // The chance to be served at all comes with the wait, which most ask for as well.
    if (course === 'answered' && deadline === Infinity) return this.waits(at)[0];
    const steady = at.left + this.ahead.steadyAfter(at.index);
    if (deadline <= steady) {
      if (deadline === Infinity) return forGood(course, stretch, at.extra, at.places)[0];
      const start = Array.from({ length: at.extra + 1 }, () => {
        const layer = new Float64Array(at.places + 1).fill(course === 'waits' ? 1 : 0);
        layer[0] = course === 'waits' ? 0 : 1;
        return layer;
      });
      pull([start], stretch, deadline, course === 'waits');
      return start;
    }
    const back = (values: readonly LayeredChances[], time: Seconds, steep: boolean): void =>
      deadline === Infinity
        ? glide(values, stretch, time, at.step, { faithful: true, steep })
        : pull(values, stretch, time, course === 'waits');
    const find = (from: At): readonly LayeredChances[] => {
      const change = this.ahead.nextChange(from.index);
      const later = this.follow(course, this.beyond(change, from, steady), deadline - steady);
      const values = [this.movedAt(change, from, later, course === 'waits' ? 0 : 1)];
      back(values, steady, true);
      return values;
    };
    return (deadline === Infinity ? this.resumed(course, at, find, back) : find(at))[0]!;
  }

  /** Chance to be served at all, and the wait counted where one is. */
  private waits(at: At): readonly [LayeredChances, LayeredChances] {
    const stretch = this.stretches[at.index]!;
    const steady = at.left + this.ahead.steadyAfter(at.index);
    if (steady === Infinity) return forGood('answered', stretch, at.extra, at.places);
    const back = (values: readonly LayeredChances[], time: Seconds, steep: boolean): void =>
      glide(values, stretch, time, at.step, { faithful: false, steep });
    const find = (from: At): readonly LayeredChances[] => {
      const change = this.ahead.nextChange(from.index);
      const [served, wait] = this.waits(this.beyond(change, from, steady));
      const values = [this.movedAt(change, from, served, 1), this.movedAt(change, from, wait, 0)];
      back(values, steady, true);
      return values;
    };
    const [served, wait] = this.resumed('wait', at, find, back);
    return [served!, wait!];
  }

  /** From what is kept of the same interval nearer to its end, where there is some. */
  private resumed(
    name: string,
    { index, extra, places, left, step }: At,
    find: (at: At) => readonly LayeredChances[],
    back: (values: readonly LayeredChances[], time: Seconds, steep: boolean) => void,
  ): readonly LayeredChances[] {
    const key = `${name} ${index} ${step}`;
    const known = this.kept.get(key);
    const { stretches } = this;
    if (
      known &&
      known.extra >= extra &&
      known.places >= places &&
      known.following.every((stretch, i) => stretch === stretches[index + i])
    ) {
      const same = known.values.get(left);
      if (same) return same;
      const nearest = Math.max(...[...known.values.keys()].filter((time) => time < left));
      const from = known.values.get(nearest);
      if (from) {
        const values = from.map((layers) => layers.map((layer) => Float64Array.from(layer)));
        back(values, left - nearest, nearest === 0);
        known.values.set(left, values);
        return values;
      }
    }
    // Rounded up, so that the next interval finds what it needs.
    const at = { index, extra, places: Math.ceil(places / 32) * 32, left, step };
    const values = find(at);
    this.kept.set(key, { ...at, values: new Map([[left, values]]), following: stretches.slice(index) });
    return values;
  }

  /**
   * Just after the change that interval `change` begins with: more agents too many by those who left, fewer
   * by those who have surely finished by then (at least a Poisson number of them do).
   */
  private beyond(change: number, { index, extra, places, step }: At, steady: Seconds): At {
    const [now, next] = [this.stretches[index]!, this.stretches[change]!];
    const mean = now.agents * now.completionRate * steady;
    const surely = Math.max(0, Math.floor(mean - SURE * Math.sqrt(mean)));
    const deeper = Math.max(0, now.agents + Math.max(0, extra - surely) - next.agents);
    return { index: change, extra: deeper, places, left: next.length, step };
  }

  /** Values just before that change from those just after it. */
  private movedAt(change: number, { index, extra, places }: At, later: LayeredChances, served: number) {
    const [now, next] = [this.stretches[index]!, this.stretches[change]!];
    return Array.from({ length: extra + 1 }, (_, e) => {
      const surplus = now.agents + e - next.agents;
      return Float64Array.from({ length: places + 1 }, (_value, k) => {
        if (surplus >= 0) return k === 0 ? served : later[Math.min(surplus, later.length - 1)]![k]!;
        return k <= -surplus ? served : later[0]![k + surplus]!;
      });
    });
  }
}

type At = {
  /** Interval. */
  readonly index: number;
  /** Most agents too many, and places in the queue, that are asked about. */
  readonly extra: number;
  readonly places: number;
  readonly left: Seconds;
  /** Longest step back in time where there is no deadline: that of the law. */
  readonly step: Seconds;
};

function combined(
  layers: LayeredChances,
  each: (value: number, e: number, k: number) => number,
): LayeredChances {
  return layers.map((layer, e) => layer.map((value, k) => each(value, e, k)));
}

/** With the staffing as it is for ever: the course's value, and the wait of who is served. */
function forGood(
  course: Course,
  { agents, completionRate, abandonRate }: Stretch,
  extra: number,
  places: number,
): readonly [LayeredChances, LayeredChances] {
  const empty = (): Float64Array[] => Array.from({ length: extra + 1 }, () => new Float64Array(places + 1));
  const [served, wait] = [empty(), empty()];
  if (course === 'waits') {
    // With nobody on duty he waits without end.
    if (agents === 0) for (const layer of served) layer.fill(1, 1);
    return [served, wait];
  }
  for (let e = 0; e <= extra; e++) {
    served[e]![0] = 1;
    const below = Math.max(0, e - 1);
    const done = (agents + e) * completionRate;
    for (let k = 1; k <= places; k++) {
      const ahead = (k - 1) * abandonRate;
      const rate = done + k * abandonRate;
      if (rate === 0) continue;
      const mean = (of: readonly Float64Array[]): number =>
        e === 0 ? (done + ahead) * of[0]![k - 1]! : done * of[below]![k]! + ahead * of[e]![k - 1]!;
      served[e]![k] = mean(served) / rate;
      wait[e]![k] = (mean(wait) + served[e]![k]!) / rate;
    }
  }
  return [served, wait];
}

/** Standard deviations below the mean that a Poisson number never falls: 1e-19. */
const SURE = 9;
