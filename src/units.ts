/**
 * The units of the core: one per dimension, so a bare number is never ambiguous.
 *
 * Plain aliases, not brands: arithmetic would strip a brand, and with one unit
 * per dimension there is little left to confuse. Conversions live here and in
 * the formatters of the interface, nowhere else.
 */

/** A duration, or an instant counted from the start of a scenario. */
export type Seconds = number;
/** Offered work: contacts arriving during one mean handle time. */
export type Erlangs = number;
/** Arrivals per hour, the rate of the public face. */
export type ContactsPerHour = number;
/** Arrivals per second, the rate inside the engines. */
export type RatePerSecond = number;
/** A share of a whole, in [0, 1]. */
export type Share = number;
/** A chance, in [0, 1]. */
export type Probability = number;
/** An amount in the major unit of the scenario's currency. */
export type Money = number;

export const SECONDS_PER_MINUTE = 60;
export const SECONDS_PER_HOUR = 3600;
export const SECONDS_PER_DAY = 86_400;
export const MINUTES_PER_DAY = 1440;
