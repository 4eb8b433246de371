/**
 * What is believed before a channel has shown anything, in one place and stated to the user.
 *
 * The real series behind this engine swing from day to day by 4, 6, 9, 14 and 22 % beyond chance and
 * weekday; counts within a day scatter 1.7 to 3.7 times as much as Poisson.
 */

/** Coefficient of variation of the day factor. */
export const DAY_FACTOR_CV = 0.2;
/** Variance over mean of a count, given the day's total. */
export const DISPERSION = 2;
/** How far a volume that somebody typed may be from what comes, all days alike. An assumption, not a measurement. */
export const TYPED_LEVEL_CV = 0.25;
/**
 * Contacts believed in an interval of a history that has shown none in it, and the shape of that belief:
 * Jeffreys' prior of a Poisson rate.
 */
export const SILENT_CONTACTS = 0.5;
