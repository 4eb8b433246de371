/** Order of day and month, clock and interval length, from the dates of the first rows. */
import { MINUTES_PER_DAY } from '../units.ts';
import { readStamp } from './cell-kinds.ts';
import type { DateOrder, Guessed } from './mapping.ts';

/** `10242026`, the year last. */
const COMPACT_DATE = /^\s*([0-3]\d)([0-3]\d)((?:19|20)\d{2})\s*$/;
const NUMERIC_DATE = /^\s*(?:\p{L}+\.?,?\s+)?(\d{1,4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,4})/u;

/** `dayFirstHint`: the file otherwise looks written where the day comes first. */
export function sniffDateOrder(cells: readonly string[], dayFirstHint: boolean): Guessed<DateOrder> {
  let [dayFirst, monthFirst, yearLast, numeric] = [0, 0, 0, 0];
  for (const cell of cells) {
    const match = NUMERIC_DATE.exec(cell) ?? COMPACT_DATE.exec(cell);
    if (match === null || (match[1]?.length ?? 0) > 2) continue;
    numeric++;
    if (match[3]?.length === 4) yearLast++;
    if (Number(match[1]) > 12) dayFirst++;
    if (Number(match[2]) > 12) monthFirst++;
  }
  const answer = (value: DateOrder, confidence: number): Guessed<DateOrder> => ({
    value,
    confidence,
    alternatives: (['ymd', 'dmy', 'mdy'] as const).filter((order) => order !== value),
  });
  if (numeric === 0) return answer('ymd', 1);
  // `16-02-29`: no day, no month, so a year of two digits comes first
  if (
    dayFirst > 0 &&
    monthFirst === 0 &&
    yearLast === 0 &&
    cells.every((cell) => readStamp(cell, 'ymd') !== null) &&
    !compact(cells, 'dmy', 'ymd')
  )
    return answer('ymd', 0.7);
  if (dayFirst > 0 && dayFirst > monthFirst) return answer('dmy', monthFirst === 0 ? 1 : 0.6);
  if (monthFirst > 0) return answer('mdy', dayFirst === 0 ? 1 : 0.6);
  // both orders exist: the true one leaves the rows close together
  if (compact(cells, 'dmy', 'mdy')) return answer('dmy', 0.85);
  if (compact(cells, 'mdy', 'dmy')) return answer('mdy', 0.85);
  if (cells.some((cell) => /[ap]\.?m/i.test(cell))) return answer('mdy', 0.65);
  return answer(dayFirstHint || cells.some((cell) => /^\s*\d{1,2}\./.test(cell)) ? 'dmy' : 'mdy', 0.5);
}

/** Whether the cells span clearly less time in the one order than in the other. */
function compact(cells: readonly string[], order: DateOrder, other: DateOrder): boolean {
  return span(cells, order) * 2 < span(cells, other);
}

function span(cells: readonly string[], order: DateOrder): number {
  let [low, high] = [Infinity, -Infinity];
  for (const cell of cells) {
    const minutes = readStamp(cell, order)?.minutes;
    if (minutes === undefined) return Infinity;
    low = Math.min(low, minutes);
    high = Math.max(high, minutes);
  }
  return high - low;
}

const USUAL_MINUTES = [1, 2, 3, 5, 6, 10, 12, 15, 20, 30, 60, 120, 180, 240, 360, 480, 720, MINUTES_PER_DAY];

/** Share of starts that must lie on the grid. */
const ON_GRID = 0.97;

/**
 * Minutes between rows, and how regular the rows are: share of steps between one distinct minute
 * and the next that are one interval long. Times of single contacts are nearly never regular.
 */
export function sniffInterval(minutes: readonly number[]): Guessed<number> & { readonly regular: number } {
  const distinct = [...new Set(minutes)].sort((a, b) => a - b);
  const steps = new Map<number, number>();
  for (let i = 1; i < distinct.length; i++) {
    const step = (distinct[i] ?? 0) - (distinct[i - 1] ?? 0);
    steps.set(step, (steps.get(step) ?? 0) + 1);
  }
  const [usual, times] = [...steps].sort(([a, x], [b, y]) => y - x || a - b)[0] ?? [MINUTES_PER_DAY, 0];
  // starts lie on the grid, but for a wrong one: 08:15 and 08:45 are quarters of an hour, not halves
  const fits = (step: number) =>
    distinct.filter((minute) => minute % step === 0).length >= distinct.length * ON_GRID;
  const value = USUAL_MINUTES.includes(usual) && fits(usual) ? usual : (USUAL_MINUTES.findLast(fits) ?? 1);
  const regular = distinct.length < 2 ? 0 : times / (distinct.length - 1);
  return {
    value,
    regular,
    confidence: value === usual ? Math.min(1, 0.5 + regular / 2) : 0.5,
    alternatives: USUAL_MINUTES.filter((step) => step !== value && fits(step)).reverse(),
  };
}
