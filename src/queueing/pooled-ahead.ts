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
import { pullWaits, servedWithin, waitOfServed } from './position-wait.ts';
import type { Fate, Stretch } from './waiting-ahead.ts';
import { ANSWERED, WaitingAhead, WAITS } from './waiting-ahead.ts';
import { settledAfter } from './pooled-law.ts';
import { pull, type LayeredChances } from './pooled-pull.ts';

/** `answered`: 1 once served, 0 once he has given up. `waits`: 1 as long as he waits, who never gives up. */
type Course = 'answered' | 'waits';

/** Chances without a deadline at the start of an interval. */
type Kept = Omit<At, 'left'> & {
  readonly values: readonly LayeredChances[];
  /** The staffing they were found for. */
  readonly following: readonly Stretch[];
};

/** Values just before a change, and how they move back in time where nobody is too many. */
type WaysBack = {
  readonly atChange: (at: At) => readonly LayeredChances[];
  readonly line: (values: readonly Float64Array[], time: Seconds) => void;
};

/** Chances by a deadline with the staffing as it is, to be carried on to a later one. */
type Reached = {
  readonly stretch: Stretch;
  readonly extra: number;
  readonly places: number;
  readonly deadline: Seconds;
  readonly values: LayeredChances;
};

export class PooledAhead {
  private readonly stretches: readonly Stretch[];
  private readonly ahead: WaitingAhead;
  private readonly kept = new Map<string, Kept>();
  private readonly reached = new Map<string, Reached>();
  private readonly good = new Map<string, Reached & { readonly waits: LayeredChances }>();

  constructor(stretches: readonly Stretch[]) {
    this.stretches = stretches;
    this.ahead = new WaitingAhead(stretches, 'pooled');
  }

  /** As WaitingAhead.afresh. */
  afresh(): void {
    this.ahead.afresh();
  }

  /** As WaitingAhead.count, for who arrives when nobody is too many. */
  count(
    fate: Fate,
    out: Float64Array,
    places: number,
    index: number,
    left: Seconds,
    deadline: Seconds,
  ): void {
    // Only where the staffing falls are there ever too many.
    if (!this.fallsWithin(index, left, deadline)) this.ahead.count(fate, out, places, index, left, deadline);
    else {
      const [values] = this.layers(fate, { index, extra: 0, places }, left, deadline);
      // What is kept may reach further than there is room for.
      out.set(values!.subarray(0, places + 1));
    }
  }

  /** Conversations have no pooled shift ends: who finds an agent free is answered. */
  free(): null {
    return null;
  }

  /**
   * What a contact counts for (see Fate), `left` seconds before the end of an interval. Without a deadline
   * asked for from the end of the interval backwards, each answer starts from the one before.
   */
  layers(fate: Fate, where: Omit<At, 'left'>, left: Seconds, deadline: Seconds): LayeredChances {
    const at = { ...where, left };
    switch (fate) {
      case 'answered':
        return this.follow('answered', at, deadline);
      case 'offeredWait':
        return combined(at, this.follow('waits', at, deadline), (waits) => 1 - waits);
      case 'abandoned': {
        const late = this.follow('waits', at, deadline);
        // Patience does not depend on the place: who would still wait does so if he has not given up.
        const stays = Math.exp(-this.ahead.impatience(at.index, left, deadline));
        return combined(at, this.follow('answered', at, deadline), (answered, e, k) =>
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
    const { closed, pull: pullLine, served } = course === 'answered' ? ANSWERED : WAITS;
    const drain = stretch.agents * stretch.completionRate;
    if (deadline <= steady) {
      if (at.extra > 0) return this.soon(course, at, deadline);
      const out = new Float64Array(at.places + 1);
      closed(out, at.places, drain, stretch.abandonRate, deadline);
      return [out];
    }
    const find = (from: At): readonly LayeredChances[] => {
      const change = this.ahead.nextChange(from.index);
      return this.broughtBack(from, steady, course === 'waits', {
        atChange: (then) => {
          const later = this.follow(course, this.beyond(change, then, steady), deadline - steady);
          return [this.movedAt(change, then, later, served)];
        },
        line: ([values], time) => pullLine(values!, from.places, drain, stretch.abandonRate, time),
      });
    };
    return (deadline === Infinity ? this.remembered(course, at, find) : find(at))[0]!;
  }

  /** By a deadline before anything changes; later deadlines of the same line start from sooner ones. */
  private soon(course: Course, { index, extra, places }: At, deadline: Seconds): LayeredChances {
    const stretch = this.stretches[index]!;
    if (deadline === Infinity) return forGood(course, stretch, extra, places)[0];
    const key = `${course} ${index}`;
    const known = this.reached.get(key);
    const goesOn =
      known &&
      known.stretch === stretch &&
      known.extra >= extra &&
      known.places >= places &&
      known.deadline <= deadline;
    if (goesOn && known.deadline === deadline) return known.values;
    const most = goesOn ? known : { extra, places: Math.ceil(places / 16) * 16 };
    const values = goesOn
      ? known.values.map((layer) => Float64Array.from(layer))
      : Array.from({ length: most.extra + 1 }, () => {
          const layer = new Float64Array(most.places + 1).fill(course === 'waits' ? 1 : 0);
          layer[0] = course === 'waits' ? 0 : 1;
          return layer;
        });
    pull([values], stretch, goesOn ? deadline - known.deadline : deadline, course === 'waits');
    this.reached.set(key, { stretch, extra: most.extra, places: most.places, deadline, values });
    return values;
  }

  /** Chance to be served at all, and the wait counted where one is. */
  private waits(at: At): readonly [LayeredChances, LayeredChances] {
    const stretch = this.stretches[at.index]!;
    const { agents, completionRate, abandonRate } = stretch;
    const drain = agents * completionRate;
    const steady = at.left + this.ahead.steadyAfter(at.index);
    if (steady === Infinity) {
      if (at.extra > 0) return this.served(at);
      const [served, wait] = [new Float64Array(at.places + 1), new Float64Array(at.places + 1)];
      servedWithin(served, at.places, drain, abandonRate, Infinity);
      waitOfServed(wait, served, at.places, drain, abandonRate, Infinity);
      return [[served], [wait]];
    }
    const [served, wait] = this.remembered('wait', at, (from) => {
      const change = this.ahead.nextChange(from.index);
      return this.broughtBack(from, steady, false, {
        atChange: (then) => {
          const later = this.waits(this.beyond(change, then, steady));
          return later.map((values, q) => this.movedAt(change, then, values, q === 0 ? 1 : 0));
        },
        line: ([chance, seconds], time) =>
          pullWaits(chance!, seconds!, from.places, drain, abandonRate, time),
      });
    });
    return [served!, wait!];
  }

  /**
   * Values just before the next change, `steady` seconds from now, brought back to now: with layers only as
   * long as agents may be too many.
   */
  private broughtBack(
    at: At,
    steady: Seconds,
    faithful: boolean,
    { atChange, line }: WaysBack,
  ): readonly LayeredChances[] {
    const stretch = this.stretches[at.index]!;
    const settled = settledAfter(at.extra, { ...stretch, length: steady }, NEVER);
    if (settled === steady) {
      const values = atChange(at);
      pull(values, stretch, steady, faithful);
      return values;
    }
    const values = atChange({ ...at, extra: 0 });
    line(
      values.map(([own]) => own!),
      steady - settled,
    );
    if (settled === 0) return values;
    // With nobody too many any more, who is k-th in line is that.
    const layered = values.map(([own]) =>
      Array.from({ length: at.extra + 1 }, () => Float64Array.from(own!)),
    );
    pull(layered, stretch, settled, faithful);
    return layered;
  }

  /** The same with the staffing as it is for good. */
  private served({ index, extra, places }: At): readonly [LayeredChances, LayeredChances] {
    const stretch = this.stretches[index]!;
    const known = this.good.get(String(index));
    if (known && known.stretch === stretch && known.extra >= extra && known.places >= places) {
      return [known.values, known.waits];
    }
    const most = Math.ceil(places / 16) * 16;
    const [values, waits] = forGood('answered', stretch, extra, most);
    this.good.set(String(index), { stretch, extra, places: most, deadline: Infinity, values, waits });
    return [values, waits];
  }

  /** Whether agents leave before the deadline. */
  private fallsWithin(index: number, left: Seconds, deadline: Seconds): boolean {
    let time = left;
    for (let i = index + 1; i < this.stretches.length && time < deadline; i++) {
      const { agents, length } = this.stretches[i]!;
      if (agents < this.stretches[i - 1]!.agents) return true;
      time += length;
    }
    return false;
  }

  /** What holds without a deadline is the same for everyone who asks at that instant. */
  private remembered(
    name: string,
    at: At,
    find: (at: At) => readonly LayeredChances[],
  ): readonly LayeredChances[] {
    // Elsewhere than at a change nobody asks twice.
    const { index, extra, places, left } = at;
    const { stretches } = this;
    if (left !== stretches[index]!.length) return find(at);
    const key = `${name} ${index}`;
    const known = this.kept.get(key);
    if (
      known &&
      known.extra >= extra &&
      known.places >= places &&
      known.following.every((stretch, i) => stretch === stretches[index + i])
    ) {
      return known.values;
    }
    // Rounded up, so that the next interval finds what it needs.
    const most = { index, extra, places: Math.ceil(places / 32) * 32, left };
    const values = find(most);
    this.kept.set(key, { ...most, values, following: stretches.slice(index) });
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

/** Of what is asked about; what is kept may reach further. */
function combined(
  { extra, places }: At,
  layers: LayeredChances,
  each: (value: number, e: number, k: number) => number,
): LayeredChances {
  return Array.from({ length: extra + 1 }, (_, e) =>
    Float64Array.from({ length: places + 1 }, (_value, k) => each(layers[e]![k]!, e, k)),
  );
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

/** Chance of agents too many that is as good as none. */
const NEVER = 1e-15;

/** Standard deviations below the mean that a Poisson number never falls: 1e-19. */
const SURE = 9;
