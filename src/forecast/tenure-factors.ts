/**
 * How long contacts take at each band of tenure, against the mean of all.
 *
 * On a day of one queue, n contacts of band b take n · level · factor_b in the mean. Levels and factors
 * maximise the recency-weighted quasi-Poisson likelihood of the seconds, in which every day keeps a level of
 * its own: neither a wandering level, nor more newcomers than before, nor a queue of easy contacts given to
 * them bends the factors. They are 1 in the mean of the contacts of late.
 *
 * How well they are known is read off the misses from day to day (a sandwich: the agents of one band and day
 * are alike, which single contacts would hide), and is at least the chance of so many contacts. It assumes
 * that days miss on their own: of agents who stay for good nothing tells how their like will work.
 *
 * References: McCullagh & Nelder (1989), "Generalized Linear Models", chapters 6 and 9; Liang & Zeger (1986),
 * Biometrika 73(1), for the sandwich.
 */
import { solveSymmetric } from '../numeric/solve-symmetric.ts';
import type { Seconds, Share } from '../units.ts';

export type TenureCell = { readonly band: number; readonly n: number; readonly time: Seconds };
/** A day of one queue. */
export type TenureDay = { readonly weight: number; readonly cells: readonly TenureCell[] };

const ROUNDS = 60;
const CLOSE = 1e-10;

export function totalsOf(
  rows: readonly TenureDay[],
  width: number,
  of: (cell: TenureCell, weight: number) => number,
): number[] {
  const sums = Array.from({ length: width }, () => 0);
  for (const { cells, weight } of rows)
    for (const cell of cells) sums[cell.band] = (sums[cell.band] ?? 0) + of(cell, weight);
  return sums;
}

/**
 * Bands that days at work together link to one another, those of the most contacts: others were never seen
 * beside them, and a difference of theirs could as well be one of days.
 */
export function comparableBands(rows: readonly TenureDay[], width: number): number[] {
  const group = Array.from({ length: width }, (_, band) => band);
  for (const { cells } of rows)
    for (const { band } of cells) {
      const one = group[cells[0]?.band ?? band] ?? band;
      const other = group[band] ?? band;
      if (one !== other) group.forEach((each, k) => (group[k] = each === other ? one : each));
    }
  const contacts = totalsOf(rows, width, ({ n }) => n);
  const size = (bands: readonly number[]) => bands.reduce((sum, band) => sum + (contacts[band] ?? 0), 0);
  return [...new Set(group)]
    .map((own) => group.flatMap((each, band) => (each === own && (contacts[band] ?? 0) > 0 ? [band] : [])))
    .reduce((best, bands) => (size(bands) > size(best) ? bands : best), []);
}

/**
 * Factors and their covariance; bands are 0 to `shares.length - 1`, linked, each with contacts.
 * `shares`: of the contacts of late; `contactCv2`: squared cv of single handle times.
 */
export function tenureFactors(
  rows: readonly TenureDay[],
  shares: readonly Share[],
  contactCv2: number,
): { readonly factors: number[]; readonly covariance: number[][] } {
  const width = shares.length;
  let factors = shares.map(() => 1);
  for (let round = 0; round < ROUNDS; round++) {
    const { score, solve } = likelihood(rows, factors);
    const step = solve(score);
    const moved = factors.map((factor, k) => factor * Math.exp(Math.min(1, Math.max(-1, step[k] ?? 0))));
    const mean = moved.reduce((sum, factor, k) => sum + factor * (shares[k] ?? 0), 0);
    factors = moved.map((factor) => factor / mean);
    if (step.every((change) => Math.abs(change) < CLOSE)) break;
  }
  const { solve, misses, chance } = likelihood(rows, factors);
  // factors are 1 in the mean: what moves all of them moves the level
  const centred = (logs: Float64Array) => {
    const own = factors.map((factor, k) => factor * (logs[k] ?? 0));
    const common = own.reduce((sum, change, k) => sum + change * (shares[k] ?? 0), 0);
    return own.map((change, k) => change - common * (factors[k] ?? 0));
  };
  const seen = square(width);
  for (const miss of misses) addProduct(seen, centred(solve(miss)));
  const correction = misses.length > 1 ? misses.length / (misses.length - 1) : 1;
  const least = square(width);
  // the chance of each band's contacts of each day, carried to the factors
  for (const { miss, variance } of chance) addProduct(least, centred(solve(miss)), variance * contactCv2);
  const scale = factors.map((_, k) => {
    const found = (seen[k]?.[k] ?? 0) * correction;
    const lower = least[k]?.[k] ?? 0;
    return { variance: Math.max(found, lower), by: found > 0 ? Math.sqrt(Math.max(1, lower / found)) : 1 };
  });
  const covariance = seen.map((row, i) =>
    row.map((value, k) =>
      i === k ? (scale[i]?.variance ?? 0) : value * correction * (scale[i]?.by ?? 1) * (scale[k]?.by ?? 1),
    ),
  );
  return { factors, covariance };
}

function square(width: number): number[][] {
  return Array.from({ length: width }, () => Array.from({ length: width }, () => 0));
}

function addProduct(sums: number[][], change: readonly number[], weight = 1): void {
  sums.forEach((row, i) =>
    change.forEach((value, k) => (row[k] = (row[k] ?? 0) + weight * (change[i] ?? 0) * value)),
  );
}

/**
 * Score and information of the log factors at the levels that fit best; what each day, and one contact more
 * of each band and day, adds to the score; `solve` divides by the information, which says nothing of what all
 * factors have in common, and is made definite by asking for none of it.
 */
function likelihood(rows: readonly TenureDay[], factors: readonly number[]) {
  const width = factors.length;
  const score = new Float64Array(width);
  const information = new Float64Array(width * width);
  const misses: Float64Array[] = [];
  const chance: { miss: Float64Array; variance: number }[] = [];
  let all = 0;
  for (const { weight, cells } of rows) {
    let [time, expected] = [0, 0];
    for (const cell of cells) {
      time += cell.time;
      expected += cell.n * (factors[cell.band] ?? 0);
    }
    // a band alone says nothing of the others
    if (cells.length < 2 || !(time > 0)) continue;
    const level = time / expected;
    const part = new Float64Array(width);
    for (const { band, n } of cells) part[band] = n * (factors[band] ?? 0);
    const miss = new Float64Array(width);
    for (const { band, time: own } of cells) miss[band] = weight * (own / level - (part[band] ?? 0));
    misses.push(miss);
    for (const { band, n } of cells) {
      const one = part.map((value, k) => weight * ((k === band ? 1 : 0) - value / expected));
      chance.push({ miss: one, variance: n * (factors[band] ?? 0) ** 2 });
    }
    for (let i = 0; i < width; i++) {
      score[i] = (score[i] ?? 0) + (miss[i] ?? 0);
      for (let k = 0; k < width; k++) {
        const [a, b] = [part[i] ?? 0, part[k] ?? 0];
        const at = i * width + k;
        information[at] = (information[at] ?? 0) + weight * ((i === k ? a : 0) - (a * b) / expected);
      }
    }
    all += weight * expected;
  }
  const definite = information.map((value) => value + all / width ** 2);
  const solve = (right: Float64Array) => solveSymmetric(definite.slice(), right);
  return { score, solve, misses, chance };
}
