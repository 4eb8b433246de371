/**
 * How many of the agents scheduled are there, as a few whole numbers with their chances.
 *
 * Each agent comes or not by himself: the number there is binomial. Three numbers stand for it, with chances that
 * keep its mean and its variance exact (an interpolatory quadrature: exact for measures that are quadratic in the
 * number of agents). Half a point of service level apart from the whole binomial sum at most (attendance.test.ts).
 *
 * Who is missing is missing all day, so a day on which few come is one in all its intervals. `strata` are equally
 * likely kinds of day, from few there to many, each with its own chances of the same numbers: the chance is dealt
 * out in order, the lowest numbers to the first kind. Where shifts follow each other that is a little too strong:
 * those of the evening are others than those of the morning.
 */
import type { Share } from '../units.ts';

export type Attendance = {
  /** Whole numbers of agents there. */
  readonly agents: readonly number[];
  /** Their chances; sum 1. */
  readonly weights: readonly number[];
  /** By kind of day, the chances of the same numbers; each sums to 1, and their mean is `weights`. */
  readonly strata: readonly (readonly number[])[];
};

/** Equally likely kinds of day: so many that those within one differ little. */
export const STRATA = 12;

/** Everybody planned is there. */
export function everybody(agents: number): Attendance {
  return { agents: [agents], weights: [1], strata: [[1]] };
}

/** Attendance for a mean number there, kept for as long as it is asked for again. */
export function attendances(): (there: number, absence: Share) => Attendance {
  const kept = new Map<string, Attendance>();
  return (there, absence) => {
    const scheduled = Math.max(Math.ceil(there - 1e-9), Math.round(there / (1 - absence)));
    const key = `${scheduled} ${there}`;
    let found = kept.get(key);
    if (!found) kept.set(key, (found = attendanceOf(scheduled, scheduled > 0 ? 1 - there / scheduled : 0)));
    return found;
  };
}

/** Of `scheduled` agents (whole), each absent with this chance. */
export function attendanceOf(scheduled: number, absence: Share): Attendance {
  if (scheduled === 0 || absence <= 0)
    return { ...everybody(scheduled), strata: Array.from({ length: STRATA }, () => [1]) };
  const rare = absence <= 0.5;
  const counted = countNodes(scheduled, rare ? absence : 1 - absence);
  const nodes = rare
    ? counted.map(({ count, weight }) => ({ count: scheduled - count, weight })).toReversed()
    : counted;
  const weights = nodes.map(({ weight }) => weight);
  return { agents: nodes.map(({ count }) => count), weights, strata: dealtOut(weights) };
}

type Node = { readonly count: number; readonly weight: number };

/** Of a binomial count of chance at most one half, ascending; its mean and variance are exact. */
function countNodes(trials: number, chance: Share): Node[] {
  if (trials === 1)
    return [
      { count: 0, weight: 1 - chance },
      { count: 1, weight: chance },
    ];
  const mean = trials * chance;
  const variance = mean * (1 - chance);
  const middle = Math.min(trials - 1, Math.max(1, Math.round(mean)));
  // A normal count of three nodes has them √3 deviations apart.
  const apart = Math.max(1, Math.round(Math.sqrt(3 * variance)));
  for (let change = 0; change <= apart; change++)
    for (const distance of change === 0 ? [apart] : [apart + change, apart - change]) {
      if (distance < 1) continue;
      const counts = [Math.max(0, middle - distance), middle, Math.min(trials, middle + distance)];
      const nodes = counts.map((count): Node => {
        const [a = 0, b = 0] = counts.filter((other) => other !== count);
        // E[(X − a)(X − b)] / ((count − a)(count − b)), of Lagrange's polynomial.
        const top = variance + (mean - a) * (mean - b);
        return { count, weight: top / ((count - a) * (count - b)) };
      });
      if (nodes.every(({ weight }) => weight >= -1e-12))
        return nodes.map(({ count, weight }) => ({ count, weight: Math.max(0, weight) }));
    }
  throw new Error(`no three counts for ${trials} trials of chance ${chance}`);
}

/** Chances in order, dealt out to equally likely strata; each stratum's sum to 1. */
function dealtOut(weights: readonly number[]): number[][] {
  const left = [...weights];
  return Array.from({ length: STRATA }, (_, stratum) => {
    let room = 1 / STRATA;
    const own = left.map((weight, k) => {
      // The last takes what rounding leaves.
      const taken = stratum === STRATA - 1 ? weight : Math.min(weight, room);
      left[k] = weight - taken;
      room -= taken;
      return taken;
    });
    const sum = own.reduce((a, b) => a + b, 0);
    return own.map((weight) => weight / sum);
  });
}
