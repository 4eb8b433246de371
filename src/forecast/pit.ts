/**
 * Where counts fell within their forecast law: the probability integral transform, in ten equal parts.
 *
 * A count x takes the whole stretch from F(x − 1) to F(x) of its law, not a point in it. The randomised
 * PIT draws a point from that stretch; here the stretch itself is spread over the parts, which is the
 * mean of all such draws and needs none. When the laws are right each part holds a tenth, exactly so in
 * expectation however small the counts; too narrow laws fill the ends, too wide ones the middle.
 *
 * Reference: Czado, Gneiting & Held (2009), "Predictive model assessment for count data",
 * Biometrics 65(4), section 2.1.
 */
export const PIT_PARTS = 10;

export type PitSums = { readonly parts: Float64Array; count: number };

export function pitSums(): PitSums {
  return { parts: new Float64Array(PIT_PARTS), count: 0 };
}

/** `below` = F(x − 1) and `upTo` = F(x) of the count that came; equal where the law has no steps. */
export function addPit(sums: PitSums, below: number, upTo: number): void {
  sums.count++;
  const width = upTo - below;
  for (let part = 0; part < PIT_PARTS; part++) {
    const [from, to] = [part / PIT_PARTS, (part + 1) / PIT_PARTS];
    if (width > 1e-12) {
      const overlap = Math.max(0, Math.min(to, upTo) - Math.max(from, below));
      sums.parts[part] = (sums.parts[part] ?? 0) + overlap / width;
    } else if (below < to || part === PIT_PARTS - 1) {
      sums.parts[part] = (sums.parts[part] ?? 0) + 1;
      return;
    }
  }
}

/** Shares of the parts: 0.1 each when the laws are right. */
export function pitShares({ parts, count }: PitSums): number[] {
  return Array.from(parts, (part) => part / count);
}

/** How far the worst part is from a tenth. */
export function pitDeviation(shares: readonly number[]): number {
  return shares.reduce((worst, share) => Math.max(worst, Math.abs(share - 1 / PIT_PARTS)), 0);
}
