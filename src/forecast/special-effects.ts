/**
 * What a marked day does to the total: its ratio to a normal day, one effect per label.
 *
 * A label seen few times leans on the average of all marked days, and that on 1 (no effect), so
 * the first Black Friday of a history is neither ignored nor believed to the last contact.
 */
const OWN_PRIOR = 0.5;
const COMMON_PRIOR = 1;
/** Stated prior of the miss, weighing one marked day; no single day counts as more than a double. */
const MISS = { cv: 0.3, days: 1, most: 1 };

export type SpecialEffects = {
  /** Takes the ratio of a marked day's total to a normal day's. */
  observe: (label: string, ratio: number) => void;
  /** Factor on a normal day's total. */
  factor: (label: string) => number;
  /** Coefficient of variation by which marked days have missed their factor. */
  missCv: () => number;
};

export function specialEffects(): SpecialEffects {
  const seen = new Map<string, { ratios: number; days: number }>();
  let ratios = 0;
  let days = 0;
  let misses = MISS.days * MISS.cv ** 2;
  const factor = (label: string) => {
    const own = seen.get(label) ?? { ratios: 0, days: 0 };
    const common = (ratios + COMMON_PRIOR) / (days + COMMON_PRIOR);
    return (own.ratios + OWN_PRIOR * common) / (own.days + OWN_PRIOR);
  };
  return {
    observe(label, ratio) {
      misses += Math.min(MISS.most, Math.abs(ratio / factor(label) - 1)) ** 2;
      const own = seen.get(label) ?? { ratios: 0, days: 0 };
      seen.set(label, { ratios: own.ratios + ratio, days: own.days + 1 });
      ratios += ratio;
      days++;
    },
    factor,
    missCv: () => Math.sqrt(misses / (days + MISS.days)),
  };
}
