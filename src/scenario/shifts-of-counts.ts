/** A plan in agents by interval, written as shifts: the same agents in every interval. */
import { MINUTES_PER_DAY } from '../units.ts';
import { formatClock } from './civil.ts';
import { MOST_SHIFTS } from './plan.ts';
import type { Shift } from './schema.ts';

/**
 * Day by day who came last leaves first, so that shifts are as few and long as the numbers allow; those alike on
 * several days are one. Nobody stays past midnight. Null where that makes more shifts than a group can have.
 * @param counts on the grid of the calendar
 */
export function shiftsOfCounts(counts: readonly number[], days: number): Shift[] | null {
  const slots = counts.length / days;
  const clock = (slot: number): string => formatClock((slot * MINUTES_PER_DAY) / slots);
  const found = new Map<string, { days: number[]; start: string; end: string; agents: number }>();
  for (let day = 0; day < days; day++) {
    const present: { start: string; agents: number }[] = [];
    let total = 0;
    for (let slot = 0; slot <= slots; slot++) {
      const agents = slot < slots ? (counts[day * slots + slot] ?? 0) : 0;
      const now = clock(slot);
      if (agents > total) present.push({ start: now, agents: agents - total });
      for (let leaving = total - agents; leaving > 0;) {
        const last = present.pop();
        if (!last) break;
        const gone = Math.min(leaving, last.agents);
        const key = `${last.start} ${now} ${gone}`;
        const alike = found.get(key);
        if (alike) alike.days.push(day);
        else found.set(key, { days: [day], start: last.start, end: now, agents: gone });
        if (last.agents > gone) present.push({ ...last, agents: last.agents - gone });
        leaving -= gone;
      }
      total = agents;
    }
  }
  if (found.size > MOST_SHIFTS) return null;
  return [...found.values()]
    .toSorted((a, b) => Number(a.start > b.start) - Number(a.start < b.start) || (a.end < b.end ? -1 : 1))
    .map((shift) => ({ ...shift, breaks: [] }));
}
