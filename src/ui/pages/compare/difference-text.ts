/** A simulated difference in figures: with as many digits as a real one needs not to read as nought. */
import type { Formats } from '../../format.ts';
import type { PairedRow } from './paired-rows.ts';

const MOST_DIGITS = 3;

/** Decimals of a row: one, and more only where a real difference or an end of its range would round to nought. */
export function digitsOf({ difference, unit, verdict }: PairedRow): number {
  if (unit === 'money' || verdict === 'open' || verdict === 'same') return 1;
  const scale = unit === 'share' ? 100 : 1;
  const least = Math.min(...[difference.value, difference.low, difference.high].map(Math.abs)) * scale;
  let digits = 1;
  while (digits < MOST_DIGITS && least < 0.5 * 10 ** -digits) digits++;
  return digits;
}

export function differenceText(value: number, unit: PairedRow['unit'], digits: number, f: Formats): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const sign = value > 0 ? '+' : value < 0 ? '−' : '';
  const size = Math.abs(value);
  switch (unit) {
    case 'share':
      return f.points(value, digits);
    case 'duration':
      return `${sign}${size < 10 ? f.seconds(size, digits) : f.duration(size)}`;
    case 'money':
      return f.money(value, true);
  }
}
