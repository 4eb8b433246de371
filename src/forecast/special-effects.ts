/**
 * What a marked day does to the total: its ratio to a normal day, one effect per label.
 *
 * A label seen few times leans on the average of all marked days, and that on 1 (no effect), so
 * the first Black Friday of a history is neither ignored nor believed to the last contact.
 */
const OWN_PRIOR = 0.5;
const COMMON_PRIOR = 1;

export type SpecialEffects = {
  /** Takes the ratio of a marked day's total to a normal day's. */
  observe: (label: string, ratio: number) => void;
  /** Factor on a normal day's total. */
  factor: (label: string) => number;
};

export function specialEffects(): SpecialEffects {
  const seen = new Map<string, { ratios: number; days: number }>();
  let ratios = 0;
  let days = 0;
  return {
    observe(label, ratio) {
      const own = seen.get(label) ?? { ratios: 0, days: 0 };
      seen.set(label, { ratios: own.ratios + ratio, days: own.days + 1 });
      ratios += ratio;
      days++;
    },
    factor(label) {
      const own = seen.get(label) ?? { ratios: 0, days: 0 };
      const common = (ratios + COMMON_PRIOR) / (days + COMMON_PRIOR);
      return (own.ratios + OWN_PRIOR * common) / (own.days + OWN_PRIOR);
    },
  };
}
