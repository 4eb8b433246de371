/** A difference in figures: signed, nought always "0", and with as many digits as a real one needs not to read as that. */
import type { Estimate } from '../../../simulation/summary.ts';
import { type Formats, NOT_AVAILABLE } from '../../format.ts';
import type { DifferenceRow } from './difference-chart.tsx';
import type { PairedRow } from './paired-rows.ts';

export type DifferenceUnit = PairedRow['unit'] | 'count';

const MOST_DIGITS = 3;

/** Decimals of a row: one, and more only where a real difference or an end of its range would round to nought. */
export function digitsOf({
  difference,
  unit,
  verdict,
}: {
  readonly difference: Estimate;
  readonly unit: DifferenceUnit;
  readonly verdict: DifferenceRow['verdict'];
}): number {
  const real = verdict !== 'open' && verdict !== 'same';
  const scale = unit === 'share' ? 100 : 1;
  const least = Math.min(...[difference.value, difference.low, difference.high].map(Math.abs)) * scale;
  // Cents of a week's cost are noise, unless cents are all there is.
  if (unit === 'money') return real && least < 0.5 ? 2 : 0;
  if (!real) return 1;
  let digits = 1;
  while (digits < MOST_DIGITS && least < 0.5 * 10 ** -digits) digits++;
  return digits;
}

export function differenceText(value: number, unit: DifferenceUnit, digits: number, f: Formats): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  const sign = size < 0.5 * 10 ** -digits ? '' : value > 0 ? '+' : '−';
  switch (unit) {
    case 'share':
      return f.points(value, digits);
    case 'duration':
      return `${sign}${size < 10 ? f.seconds(sign ? size : 0, digits) : f.duration(size)}`;
    case 'money':
      return f.money(sign === '' ? 0 : digits === 0 ? Math.round(value) : value, true);
    case 'count':
      return `${sign}${f.number(size, size < 9.95 ? digits : 0)}`;
  }
}

/** A difference and half the width of its interval: `+3.1 ± 0.4`. */
export function differenceWithRange(
  difference: Estimate | null,
  unit: Exclude<DifferenceUnit, 'money'>,
  f: Formats,
): string {
  if (difference === null) return NOT_AVAILABLE;
  const { value, low, high } = difference;
  const digits = digitsOf({ difference, unit, verdict: low > 0 || high < 0 ? 'moved' : 'open' });
  const shown = differenceText(value, unit, digits, f);
  const half = (high - low) / 2;
  if (!Number.isFinite(half)) return shown;
  const range = differenceText(half, unit, digits, f).replace('+', '');
  return range === differenceText(0, unit, digits, f) ? shown : `${shown} ±\u202F${range}`;
}
