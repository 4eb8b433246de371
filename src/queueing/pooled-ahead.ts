/**
 * What becomes of somebody in the queue under pooled shift ends: as waiting-ahead.ts, with the agents
 * too many who have to finish before anybody starts.
 *
 * Within an interval the chain over (agents too many, place in the queue) only falls; it is moved back
 * in time by uniformisation, positive terms only, and without a deadline solved place by place.
 */
import { assertNever } from '../errors.ts';
import type { Seconds } from '../units.ts';
import type { Fate, Stretch } from './waiting-ahead.ts';
import { WaitingAhead } from './waiting-ahead.ts';

/** `chances[e][k]`: k-th in the queue with e agents too many; `[e][0]` for one who need not wait. */
export type LayeredChances = readonly Float64Array[];

/** `answered`: 1 once served, 0 once he has given up. `waits`: 1 as long as he waits, who never gives up. */
type Course = 'answered' | 'waits';

/** Chances without a deadline, kept to be carried further back. */
type Kept = At & {
  readonly values: readonly LayeredChances[];
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
   * What a contact counts for (see Fate), `left` seconds before the end of an interval. Without a deadline asked for from the end of the interval backwards, each
   * answer starts from the one before.
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
    const find = (from: At): readonly LayeredChances[] => {
      const change = this.ahead.nextChange(from.index);
      const later = this.follow(course, this.beyond(change, from, steady), deadline - steady);
      const values = this.movedAt(change, from, later, course === 'waits' ? 0 : 1);
      pull([values], stretch, steady, course === 'waits');
      return [values];
    };
    const back = (values: readonly LayeredChances[], time: Seconds): void =>
      pull(values, stretch, time, course === 'waits');
    return (deadline === Infinity ? this.resumed(course, at, find, back) : find(at))[0]!;
  }

  /** Chance to be served at all, and the wait counted where one is. */
  private waits(at: At): readonly [LayeredChances, LayeredChances] {
    const stretch = this.stretches[at.index]!;
    const steady = at.left + this.ahead.steadyAfter(at.index);
    if (steady === Infinity) return forGood('answered', stretch, at.extra, at.places);
    const find = (from: At): readonly LayeredChances[] => {
      const change = this.ahead.nextChange(from.index);
      const [served, wait] = this.waits(this.beyond(change, from, steady));
      const values = [this.movedAt(change, from, served, 1), this.movedAt(change, from, wait, 0)];
      pull(values, stretch, steady, false);
      return values;
    };
    const [served, wait] = this.resumed('wait', at, find, (values, time) =>
      pull(values, stretch, time, false),
    );
    return [served!, wait!];
  }

  /** From what is kept of the same interval nearer to its end, where there is some. */
  private resumed(
    name: string,
    { index, extra, places, left }: At,
    find: (at: At) => readonly LayeredChances[],
    back: (values: readonly LayeredChances[], time: Seconds) => void,
  ): readonly LayeredChances[] {
    const key = `${name} ${index}`;
    const known = this.kept.get(key);
    const { stretches } = this;
    let values: readonly LayeredChances[];
    if (
      known &&
      known.left <= left &&
      known.extra >= extra &&
      known.places >= places &&
      known.following.every((stretch, i) => stretch === stretches[index + i])
    ) {
      if (known.left === left) return known.values;
      values = known.values.map((layers) => layers.map((layer) => Float64Array.from(layer)));
      back(values, left - known.left);
      this.kept.set(key, { ...known, left, values });
    } else {
      // Rounded up, so that the next interval finds what it needs.
      const at = { index, extra, places: Math.ceil(places / 32) * 32, left };
      values = find(at);
      this.kept.set(key, { ...at, values, following: stretches.slice(index) });
    }
    return values;
  }

  /**
   * Just after the change that interval `change` begins with: more agents too many by those who left, fewer
   * by those who have surely finished by then (at least a Poisson number of them do).
   */
  private beyond(change: number, { index, extra, places }: At, steady: Seconds): At {
    const [now, next] = [this.stretches[index]!, this.stretches[change]!];
    const mean = now.agents * now.completionRate * steady;
    const surely = Math.max(0, Math.floor(mean - SURE * Math.sqrt(mean)));
    const deeper = Math.max(0, now.agents + Math.max(0, extra - surely) - next.agents);
    return { index: change, extra: deeper, places, left: next.length };
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

/** Departures per part that keep the weight of none of them within the range of a double. */
const MOST_DEPARTURES = 300;

/**
 * Moves the clock back by `time` within an interval, in place. A second quantity gains the first one as
 * long as he waits. `faithful`: he himself does not give up, whoever is ahead may.
 */
function pull(
  quantities: readonly LayeredChances[],
  { agents, completionRate, abandonRate }: Stretch,
  time: Seconds,
  faithful: boolean,
): void {
  const [first, second] = quantities;
  if (first === undefined) return;
  const places = (first[0]?.length ?? 1) - 1;
  const rate = (agents + first.length - 1) * completionRate + places * abandonRate;
  const parts = Math.max(1, Math.ceil((rate * time) / MOST_DEPARTURES));
  const mean = (rate * time) / parts;
  if (!(mean > 0)) return;
  const results = quantities.map((layers) => layers.map((layer) => new Float64Array(layer.length)));
  const own = faithful ? 0 : abandonRate;
  for (let part = 0; part < parts; part++) {
    for (const layers of results) for (const layer of layers) layer.fill(0);
    let weight = Math.exp(-mean);
    for (let count = 0; count < mean + 9 * Math.sqrt(mean) + 25; count++) {
      // Weights of next to nothing are left out, but carried on.
      const share = weight > 1e-25 ? weight : 0;
      weight *= mean / (count + 1);
      // From the top layer and the last place down, so that what a state feeds on is still the old value.
      for (let e = first.length - 1; e >= 0; e--) {
        const done = (agents + e) * completionRate;
        const [layer, below, sum] = [first[e]!, e > 0 ? first[e - 1]! : null, results[0]![e]!];
        if (second) {
          const [gain, gainBelow] = [second[e]!, e > 0 ? second[e - 1]! : null];
          step(gain, gainBelow, results[1]![e]!, share, done, own, abandonRate, rate, layer);
        }
        step(layer, below, sum, share, done, own, abandonRate, rate, null);
      }
    }
    for (const [q, layers] of results.entries()) {
      for (const [e, layer] of layers.entries()) {
        const target = quantities[q]![e]!;
        for (let k = 1; k <= places; k++) target[k] = layer[k]!;
      }
    }
  }
}

/** One possible departure, in place, and the value before it added to `sum` by its share. */
function step(
  layer: Float64Array,
  below: Float64Array | null,
  sum: Float64Array,
  share: number,
  done: number,
  own: number,
  abandonRate: number,
  rate: number,
  gain: Float64Array | null,
): void {
  const perRate = 1 / rate;
  for (let k = layer.length - 1; k >= 1; k--) {
    const value = layer[k]!;
    const ahead = (k - 1) * abandonRate;
    sum[k]! += share * value;
    // In layer 0 a finished contact moves the queue up; above it one agent fewer is too many.
    const moved =
      (below === null ? (done + ahead) * layer[k - 1]! : done * below[k]! + ahead * layer[k - 1]!) +
      (gain === null ? 0 : gain[k]!);
    layer[k] = (1 - (done + ahead + own) * perRate) * value + moved * perRate;
  }
}
