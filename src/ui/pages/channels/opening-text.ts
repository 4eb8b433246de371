/** Opening hours of a day as people write them: `08:00–12:00, 14:00–18:00`. */
import { formatClock, parseClock } from '../../../scenario/civil.ts';
import type { WeekHours } from '../../../scenario/schema.ts';

export type DaySpans = WeekHours[number];

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
    const [from, to, ...rest] = part.split(/\s*(?:[-–—]|to|à)\s*/).map((end) => minuteOf(end));
    if (from === undefined || to === undefined || rest.length > 0) return null;
    if (from === null || to === null || to <= from || from < after) return null;
    const last = spans.at(-1);
    // spans that touch are one
    if (last && from === after) last[1] = formatClock(to);
    else spans.push([formatClock(from), formatClock(to)]);
    after = to;
  }
  return spans;
}

function minuteOf(text: string): number | null {
  const match = /^(\d{1,2})(?:\s?[:h.]\s?([0-5]\d)?)?$/.exec(text.trim());
  if (match === null) return null;
  return parseClock(`${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}`);
}
