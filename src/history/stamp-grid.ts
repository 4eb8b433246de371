/** To what the times of a log are told: a second, a minute, or the quarter, half or whole hour that each came in. */
import { SECONDS_PER_HOUR, SECONDS_PER_MINUTE, type Seconds } from '../units.ts';

const SPANS: readonly Seconds[] = [3600, 1800, 900, 600, 300];
/** Times that are all at the beginning of a span by chance: once in so many logs. */
const BY_CHANCE = 1000;

/** The greatest divisor of an hour that divides `at`, and what `before` divides. */
export function sharedDivisor(before: Seconds | undefined, at: Seconds): Seconds {
  let [a, b] = [before ?? SECONDS_PER_HOUR, at % SECONDS_PER_HOUR];
  while (b > 0) [a, b] = [b, a % b];
  return a;
}

/**
 * The span to whose beginning `contacts` times are told, if all are multiples of `divisor` seconds.
 *
 * Times told to the minute lie on multiples of m minutes by chance with probability m^-contacts: a longer
 * span is taken where that is less than 1 in 1,000 (three contacts for half an hour, two for an hour).
 */
export function coarseness(divisor: Seconds, contacts: number): Seconds {
  if (divisor % SECONDS_PER_MINUTE !== 0) return 1;
  const surely = SPANS.find(
    (span) => divisor % span === 0 && (span / SECONDS_PER_MINUTE) ** contacts > BY_CHANCE,
  );
  return surely ?? SECONDS_PER_MINUTE;
}
