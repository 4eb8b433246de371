/** How far the channels of an import are busy on the same days, as their forecasts missed them together. */
import { sharedCorrelation } from '../forecast/error-correlation.ts';
import type { Share } from '../units.ts';
import type { SeriesStep } from './import-session.ts';

export type Together = {
  readonly correlation: Share;
  /** Days that any two of the channels have in common, at the least. */
  readonly days: number;
};

/** Fewer say little: the standard error of a correlation near 0 is 1/√days, here 0.14. */
const LEAST_DAYS = 50;

/** To two digits, as the scenario shows it; null where no two channels can be held against each other for long enough. */
export function busyTogether({ forecasts }: Pick<SeriesStep, 'forecasts'>): Together | null {
  const errors = forecasts.flatMap(({ outcome }) => (outcome.ok ? [outcome.forecast.dayErrors] : []));
  const shared = sharedCorrelation(errors);
  return shared === null || shared.days < LEAST_DAYS
    ? null
    : { correlation: Math.round(100 * shared.correlation) / 100, days: shared.days };
}
