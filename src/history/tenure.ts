/**
 * Handle times by how long the agent had been there, from logs that name it in months or by a hire date.
 *
 * Agents of one band are taken together: means are totals over contacts, with the 95 % interval of the
 * normal approximation, 1.96 · sd / √n. Contacts of one agent are alike, which makes the true interval wider.
 */
import { MINUTES_PER_DAY, type Seconds } from '../units.ts';
import type { Mapping } from './mapping.ts';
import { NumberReader } from './number-text.ts';
import { StampReader } from './stamp.ts';

/** Months of tenure at which bands begin; the first is an agent's first month. */
export const TENURE_BANDS = [0, 1, 3, 6, 12] as const;
const DAYS_PER_MONTH = 365.25 / 12;
const DAYS_PER = { days: 1, weeks: 7, months: DAYS_PER_MONTH, years: 365.25 };
/** Longer than anybody works: the column is no tenure, or in another unit. */
const MOST_MONTHS = 60 * 12;
/** A band of fewer contacts says nothing of its mean. */
const LEAST_CONTACTS = 30;

export type TenureUnit = keyof typeof DAYS_PER;

/** By band: contacts, their seconds and the squares of these. */
export type TenureTotals = {
  readonly handled: Float64Array;
  readonly seconds: Float64Array;
  readonly squares: Float64Array;
};

export function noTenure(): TenureTotals {
  const zeros = () => new Float64Array(TENURE_BANDS.length);
  return { handled: zeros(), seconds: zeros(), squares: zeros() };
}

export function addedTenure(list: readonly TenureTotals[]): TenureTotals {
  const all = noTenure();
  for (const totals of list)
    for (const key of ['handled', 'seconds', 'squares'] as const)
      totals[key].forEach((value, band) => (all[key][band] = (all[key][band] ?? 0) + value));
  return all;
}

/** Band of so many months. */
export function bandOf(months: number): number {
  return TENURE_BANDS.findLastIndex((from) => months >= from);
}

export function noteTenure(totals: TenureTotals, months: number, handleSeconds: Seconds): void {
  const band = bandOf(months);
  totals.handled[band] = (totals.handled[band] ?? 0) + 1;
  totals.seconds[band] = (totals.seconds[band] ?? 0) + handleSeconds;
  totals.squares[band] = (totals.squares[band] ?? 0) + handleSeconds * handleSeconds;
}

export type TenureBand = {
  /** Months, [from, to); null: and longer. */
  readonly from: number;
  readonly to: number | null;
  readonly contacts: number;
  readonly mean: Seconds;
  readonly low: Seconds;
  readonly high: Seconds;
};

/** Bands with contacts enough for a mean; empty where fewer than two can be compared. */
export function handleTimesByTenure({ handled, seconds, squares }: TenureTotals): readonly TenureBand[] {
  const bands = TENURE_BANDS.flatMap((from, band): TenureBand[] => {
    const contacts = handled[band] ?? 0;
    if (contacts < LEAST_CONTACTS) return [];
    const mean = (seconds[band] ?? 0) / contacts;
    const variance = Math.max(0, ((squares[band] ?? 0) - contacts * mean * mean) / (contacts - 1));
    const half = 1.96 * Math.sqrt(variance / contacts);
    return [
      { from, to: TENURE_BANDS[band + 1] ?? null, contacts, mean, low: mean - half, high: mean + half },
    ];
  });
  return bands.length < 2 ? [] : bands;
}

/**
 * How fast agents in their first three months work, where 1 is the speed of all: the pace of a group of
 * newcomers beside a channel planned with the mean of all. Null where either is not known.
 */
export function newcomerPace(totals: TenureTotals): number | null {
  const newcomers = TENURE_BANDS.filter((from) => from < 3).length;
  const sum = (list: Float64Array, to: number) => list.slice(0, to).reduce((a, b) => a + b, 0);
  const [own, all] = [sum(totals.handled, newcomers), sum(totals.handled, TENURE_BANDS.length)];
  if (own < LEAST_CONTACTS || all - own < LEAST_CONTACTS) return null;
  const ownMean = sum(totals.seconds, newcomers) / own;
  return ownMean > 0 ? sum(totals.seconds, TENURE_BANDS.length) / all / ownMean : null;
}

/** Reads a cell of tenure: a number in the unit of its column, or the date the agent began. */
export class TenureReader {
  months = 0;
  private readonly number: NumberReader;
  private readonly stamp: StampReader;
  private readonly days: number;

  constructor({ decimal, dateOrder }: Pick<Mapping, 'decimal' | 'dateOrder'>, unit: TenureUnit) {
    this.number = new NumberReader(decimal);
    this.stamp = new StampReader(dateOrder);
    this.days = DAYS_PER[unit];
  }

  /** @param minute of the contact. False: the cell is no tenure. */
  read(text: string, minute: number): boolean {
    if (this.number.read(text) === null) this.months = (this.number.value * this.days) / DAYS_PER_MONTH;
    else if (this.stamp.read(text) === null)
      this.months = (minute - this.stamp.minutes) / MINUTES_PER_DAY / DAYS_PER_MONTH;
    else return false;
    return this.months >= 0 && this.months <= MOST_MONTHS;
  }
}
