/**
 * How busy each weekday is against an average day: recency-weighted contacts over recency-weighted level.
 *
 * A weekday seen twice is a poor guide to itself, so it leans on days that look alike: on the other
 * weekdays of the channel, and on the same weekday of its siblings. Each is weighted by the inverse of
 * its mean squared error as an estimate of the factor wanted, which is its own sampling variance plus
 * the squared distance between the two beyond what chance explains, taken one standard error of that
 * chance farther than it looks. For channels of less than four weeks: later there is little to borrow, and
 * what is borrowed costs some series as much as it brings others.
 *
 * Assumes that days scatter around their weekday with a variance in proportion to its factor.
 *
 * Reference: Efron & Morris (1975), "Data analysis using Stein's estimator and its generalizations",
 * JASA 70(350), for estimates that lean on one another as far as chance alone would part them.
 */

/** Weeks after which an observation counts half. */
const HALF_LIFE = 8;
const DECAY = 0.5 ** (1 / HALF_LIFE);
/** Decay per day of the scatter's sums. */
const SCATTER_DECAY = 0.98;
/** No single day is taken as more than four times as scattered as usual, once there are so many. */
const MOST_SCATTERED = { times: 4, days: 3 };
/** No weekday is known better than to this share of an average day. */
const LEAST = 0.02;
const WEEK = [0, 1, 2, 3, 4, 5, 6];

export type WeekdayFactors = {
  factor: (weekday: number) => number;
  observe: (weekday: number, total: number, level: number) => void;
  /** By itself, without what it borrows; NaN before it was seen. */
  own: (weekday: number) => number;
  /** Sampling variance of `own`. */
  variance: (weekday: number) => number;
};

/**
 * Squared distance beyond chance, `excess` in units of chance summed over `freedom` independent
 * differences; the standard error of such a sum is √(2 freedom).
 */
function distanceBeyond(excess: number, freedom: number): number {
  return Math.max(0, excess + Math.sqrt(2 * freedom));
}

/**
 * `start`: average total by weekday (NaN: not seen), `average`: over the week, `seen`: days behind each;
 * `siblings`: the factors of other channels, kept up to date by their owner; null: lean on nothing.
 */
export function weekdayFactors(
  start: readonly number[],
  average: number,
  seen: readonly number[],
  siblings: readonly WeekdayFactors[] | null,
): WeekdayFactors {
  const contacts = start.map((total, w) => (Number.isNaN(total) ? 0.5 : (total / average) * (seen[w] ?? 1)));
  const levels = start.map((total, w) => (Number.isNaN(total) ? 0.5 : (seen[w] ?? 1)));
  const weeks = new Float64Array(7);
  const made = new Float64Array(7).fill(Number.NaN);
  let squares = 0;
  let days = 0;
  const own = (w: number) => (contacts[w] ?? 1) / (levels[w] ?? 1);
  const isSeen = (w: number) => (weeks[w] ?? 0) > 0;
  const variance = (w: number) => ((squares / days) * (own(w) + LEAST)) / (weeks[w] ?? 0);

  const leaning = (weekday: number): number => {
    if (siblings === null) return own(weekday);
    // nothing is known of the scatter, or of this weekday no more than how it starts
    if (!(squares > 0) || (!isSeen(weekday) && (seen[weekday] ?? 0) > 0)) return own(weekday);
    let [sum, weight] = [0, 0];
    const lean = (value: number, error: number) => {
      sum += value / error;
      weight += 1 / error;
    };
    const known = WEEK.filter(isSeen);
    if (isSeen(weekday))
      for (const w of known) {
        const chance = variance(w) + variance(weekday);
        const distance = distanceBeyond((own(w) - own(weekday)) ** 2 / chance - 1, 1) * chance;
        lean(own(w), variance(w) + (w === weekday ? 0 : distance));
      }
    // never seen: an average day, as far as weekdays are alike at all
    else lean(1, known.reduce((all, w) => all + (own(w) - 1) ** 2 + variance(w), 0) / known.length);
    for (const sibling of siblings) {
      const likeness = likenessTo(sibling);
      if (likeness === null || Number.isNaN(sibling.own(weekday))) continue;
      const { scale, distance } = likeness;
      lean(scale * sibling.factor(weekday), distance + scale ** 2 * sibling.variance(weekday));
    }
    return sum / weight;
  };
  /** What turns the sibling's factors into ours, and how far apart they are then beyond chance. */
  const likenessTo = (sibling: WeekdayFactors): { scale: number; distance: number } | null => {
    const shared = WEEK.filter((w) => isSeen(w) && sibling.variance(w) > 0);
    const theirs = shared.reduce((all, w) => all + sibling.own(w), 0);
    if (shared.length < 2 || !(theirs > 0)) return null;
    const scale = shared.reduce((all, w) => all + own(w), 0) / theirs;
    // the common scale has taken one of the differences
    const freedom = shared.length - 1;
    let [excess, precision] = [0, 0];
    for (const w of shared) {
      const chance = variance(w) + scale ** 2 * sibling.variance(w);
      excess += (own(w) - scale * sibling.own(w)) ** 2 / chance;
      precision += 1 / chance;
    }
    return {
      scale,
      distance: (distanceBeyond(excess - freedom, freedom) * (shared.length / freedom)) / precision,
    };
  };
  return {
    own: (weekday) => (isSeen(weekday) ? own(weekday) : Number.NaN),
    variance,
    factor(weekday) {
      if (Number.isNaN(made[weekday])) made[weekday] = leaning(weekday);
      return made[weekday] ?? 1;
    },
    observe(weekday, total, level) {
      if (!(level > 0)) return;
      made.fill(Number.NaN);
      const missed = (total / level - own(weekday)) ** 2 / (own(weekday) + LEAST);
      const isKnown = squares > 0 && days >= MOST_SCATTERED.days;
      const most = isKnown ? (MOST_SCATTERED.times * squares) / days : missed;
      squares = squares * SCATTER_DECAY + Math.min(missed, most);
      days = days * SCATTER_DECAY + 1;
      // in units of the level, so that a change of level does not weigh old days anew
      contacts[weekday] = (contacts[weekday] ?? 0) * DECAY + total / level;
      levels[weekday] = (levels[weekday] ?? 0) * DECAY + 1;
      weeks[weekday] = (weeks[weekday] ?? 0) * DECAY + 1;
    },
  };
}
