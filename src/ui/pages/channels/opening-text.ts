/** Opening hours of a day as people write them: `08:00–12:00, 14:00–18:00`. */
import { formatClock, parseClock } from '../../../scenario/civil.ts';
import type { WeekHours } from '../../../scenario/schema.ts';
import { MINUTES_PER_DAY } from '../../../units.ts';

export type DaySpans = WeekHours[number];

const BETWEEN = /\s*(?:[-–—]|to|à)\s*/;

export function spansText(spans: DaySpans): string {
  return spans.map(([from, to]) => `${from}–${to}`).join(', ');
}

/**
 * The spans meant, or null when the text is none: `8-12, 14h-18h30`, `24h`, and nothing for closed.
 * They must be in order and apart.
 */
export function parseSpans(text: string): DaySpans | null {
  const bare = text.trim().toLowerCase();
  if (bare === '') return [];
  if (/^24\s?h$/.test(bare)) return [['00:00', '24:00']];
  const spans: [string, string][] = [];
  let after = -1;
  for (const part of bare.split(/[,;]/)) {
    const [from, end, ...rest] = part.split(BETWEEN).map((end) => minuteOf(end));
    if (from === undefined || end === undefined || rest.length > 0) return null;
    // 00:00 at the end is the midnight that ends the day
    const to = end === 0 ? MINUTES_PER_DAY : end;
    if (from === null || to === null || to <= from || from < after) return null;
    const last = spans.at(-1);
    // spans that touch are one
    if (last && from === after) last[1] = formatClock(to);
    else spans.push([formatClock(from), formatClock(to)]);
    after = to;
  }
  return spans;
}

/** Whether a span ends on the next day: the hours of a day are written from midnight to midnight. */
export function overMidnight(text: string): { readonly from: string; readonly to: string } | null {
  for (const part of text.trim().toLowerCase().split(/[,;]/)) {
    const [from, to, ...rest] = part.split(BETWEEN).map((end) => minuteOf(end));
    if (typeof from !== 'number' || typeof to !== 'number' || rest.length > 0) continue;
    if (to < from && to > 0) return { from: formatClock(from), to: formatClock(to) };
  }
  return null;
}

function minuteOf(text: string): number | null {
  const match = /^(\d{1,2})(?:\s?[:h.]\s?([0-5]\d)?)?$/.exec(text.trim());
  if (match === null) return null;
  return parseClock(`${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}`);
}
