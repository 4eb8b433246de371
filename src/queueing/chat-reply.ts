/**
 * The first reply to a contact who had to wait: his wait for a place, then the reply of an agent who is full.
 *
 * While all agents are full the pool drains at a constant rate δ and everyone in line leaves at rate θ, so
 * the offered wait has the density of an M/M/n+M queue, with π the chance of the first full state:
 *
 *   v(w) = π δ exp(λ (1 − e^(−θw)) / θ − δw)
 *
 * and who is answered within T waits w, stays (e^(−θw)) and gets his reply in T − w. The integral of the
 * product is taken by panels as long as the faster of its factors allows: relative error below 1e-10.
 *
 * Reference: Baccelli & Hebuterne (1981), "On queues with impatient customers", Performance '81;
 * Zeltyn & Mandelbaum (2005), Queueing Systems 51, for v.
 */
import { gaussLegendre } from '../numeric/gauss-legendre.ts';
import type { Probability, RatePerSecond, Seconds, Share } from '../units.ts';
import type { ConversationPoint } from './conversation-curve.ts';
import { replyLater, replyWithin } from './conversation-curve.ts';
import { servedWithin } from './position-wait.ts';

const RULE = gaussLegendre(20);
const NODES = Float64Array.from(RULE.nodes);
const WEIGHTS = Float64Array.from(RULE.weights);

/** What remains of the integrand below e^−44 of its height is left out. */
const NEGLIGIBLE_LOG = 44;
/** A panel spans at most so many e-foldings of v, standard deviations of its peak, and agent turns. */
const FOLDS = 40;
const DEVIATIONS = 8;
const TURNS = 14;

/** A share of contacts too small to matter. */
const NOBODY = 1e-16;

/**
 * Chance that a contact finds a place free, in `free` of all cases, and has his first reply within `time`.
 *
 * @param level shares of those by the conversations that their agent holds already
 */
export function repliedAtOnce(
  level: Float64Array,
  free: Probability,
  curve: readonly ConversationPoint[],
  time: Seconds,
): Probability {
  let within = 0;
  for (let held = 0; held < level.length; held++) {
    const share = free * level[held]!;
    if (share > NOBODY) within += share * replyWithin(curve[held]!, time);
  }
  return within;
}

/**
 * Whether `share` of those answered have their first reply within `time`, finite: told from the two bounds
 * "nobody who waits first has" (`atOnce`) and "as if the wait took no time" where they suffice, else from
 * `firstResponseWithin`.
 *
 * @param after the agent of those who waited
 */
export function repliesInTime(
  queue: {
    readonly answeredShare: Probability;
    readonly waitProbability: Probability;
    readonly firstResponseWithin: (time: Seconds) => Probability;
  },
  after: ConversationPoint,
  atOnce: Probability,
  time: Seconds,
  share: Share,
): boolean {
  const goal = share * queue.answeredShare;
  if (atOnce >= goal) return true;
  const afterWait = queue.answeredShare - (1 - queue.waitProbability);
  // The margin is for rounding, and for the error of the integral.
  if (atOnce + afterWait * replyWithin(after, time) < goal * (1 - 1e-9)) return false;
  return queue.firstResponseWithin(time) >= goal;
}

type WaitingLine = {
  readonly arrivalRate: RatePerSecond;
  /** Completions per second with every agent full. */
  readonly drainRate: RatePerSecond;
  /** Stationary chance that all agents are full and nobody waits. */
  readonly firstFull: Probability;
  readonly patience: Seconds | undefined;
};

/**
 * Chance that a contact waits and yet has his first reply within `time`, finite. The pool settles:
 * it drains faster than contacts come, or they have patience.
 */
export function answeredAfterWait(
  { arrivalRate, drainRate, firstFull, patience }: WaitingLine,
  full: ConversationPoint,
  time: Seconds,
): Probability {
  const leave = patience === undefined ? 0 : 1 / patience;
  const down = drainRate + leave;
  // Whoever waits less than this has his reply in time, but for a chance of e^−30.
  const certain = time - (30 + 3 * full.concurrency) * full.turnWork;
  // Where v e^(−θw) is highest.
  const peak = leave > 0 && arrivalRate > down ? Math.log(arrivalRate / down) / leave : 0;
  const height = logDensity(peak, arrivalRate, down, leave);
  let sum = 0;
  let from = 0;
  while (from < time) {
    const inflow = arrivalRate * Math.exp(-leave * from);
    const slope = Math.abs(inflow - down);
    const curvature = inflow * leave;
    const length = Math.min(
      time - from,
      FOLDS / slope,
      curvature > 0 ? DEVIATIONS / Math.sqrt(curvature) : Infinity,
      from < certain ? certain - from : TURNS * full.turnWork,
    );
    let panel = 0;
    for (let j = 0; j < NODES.length; j++) {
      const wait = from + length * NODES[j]!;
      const density = Math.exp(logDensity(wait, arrivalRate, down, leave) - height);
      panel += WEIGHTS[j]! * density * (1 - replyLater(full, time - wait));
    }
    sum += panel * length;
    from += length;
    if (from > peak && logDensity(from, arrivalRate, down, leave) < height - NEGLIGIBLE_LOG) break;
  }
  return firstFull * drainRate * Math.exp(height) * sum;
}

/** ln (v(w) e^(−θw) / (π δ)). */
function logDensity(wait: Seconds, arrivalRate: number, down: number, leave: number): number {
  const inflow = leave > 0 ? -Math.expm1(-leave * wait) / leave : wait;
  return arrivalRate * inflow - down * wait;
}

/**
 * out[k] = chance that the k-th in line starts within `soon` and has his first reply by `deadline`, while all
 * agents stay full: by parts, ∫ served(w) dG(deadline − w) over the start w, G the law of the reply.
 */
export function repliedSoon(
  out: Float64Array,
  places: number,
  { drain, abandonRate }: { readonly drain: RatePerSecond; readonly abandonRate: RatePerSecond },
  full: ConversationPoint,
  soon: Seconds,
  deadline: Seconds,
): void {
  servedWithin(out, places, drain, abandonRate, soon);
  const stillToCome = 1 - replyLater(full, deadline - soon);
  for (let k = 1; k <= places; k++) out[k]! *= stillToCome;
  if (drain === 0 || !(soon > 0)) return;
  const served = new Float64Array(places + 1);
  const panels = Math.ceil(Math.max((soon * drain) / STARTS, soon / (TURNS * full.turnWork)));
  const length = soon / panels;
  for (let panel = 0; panel < panels; panel++) {
    for (let j = 0; j < NODES.length; j++) {
      const wait = (panel + NODES[j]!) * length;
      const weight = WEIGHTS[j]! * length * replyDensity(full, deadline - wait);
      if (weight < NOTHING) continue;
      servedWithin(served, places, drain, abandonRate, wait);
      for (let k = 1; k <= places; k++) out[k]! += weight * served[k]!;
    }
  }
}

/** Most starts in a panel, so that the rule follows the steepest rise of a place's chance. */
const STARTS = 12;
const NOTHING = 1e-18;

/** Density of the time to the reply: an Erlang law for each number of messages ahead. */
function replyDensity({ ahead, turnWork }: ConversationPoint, time: Seconds): number {
  const x = time / turnWork;
  let sum = 0;
  for (let i = ahead.length - 1; i >= 0; i--) sum = ahead[i]! + (sum * x) / (i + 1);
  return (Math.exp(-x) * sum) / turnWork;
}
