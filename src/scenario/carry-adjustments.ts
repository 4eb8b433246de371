/** What people know of a channel's demand, taken along to a new source and to other days. */
import { parseDate } from '../numeric/civil-date.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import type { Calendar } from './schema.ts';
import type { Adjustment, Demand } from './schema-demand.ts';

export type Carried = {
  readonly kept: Pick<Demand, 'adjustments' | 'actuals'>;
  /** What no longer fits, in its order; typed cells only as far as they are left out. */
  readonly dropped: Pick<Demand, 'adjustments' | 'actuals'>;
};

/**
 * Adjustments and actuals of a channel whose source is replaced, on the days of `to`, which begins on
 * the same weekday and is as long as `from`.
 *
 * What is about a date stays with its date, and is dropped where that is not planned any more. A
 * formula is about every day and follows the new source; one without a base is figures of the old
 * source, and is dropped. O(typed cells).
 */
export function carriedDemand(demand: Demand, from: Calendar, to: Calendar): Carried {
  const first = parseDate(to.start) ?? 0;
  const moved = first - (parseDate(from.start) ?? 0);
  const slots = MINUTES_PER_DAY / to.intervalMinutes;
  const planned = (cell: number) => cell >= 0 && cell < to.days * slots;
  const kept: Adjustment[] = [];
  const dropped: Adjustment[] = [];
  for (const adjustment of demand.adjustments ?? []) {
    switch (adjustment.kind) {
      case 'formula':
        (adjustment.base ? kept : dropped).push(adjustment);
        break;
      case 'cells': {
        const cells = adjustment.cells.map((typed) => ({ ...typed, cell: typed.cell - moved * slots }));
        const inside = cells.filter(({ cell }) => planned(cell));
        const outside = adjustment.cells.filter(({ cell }) => !planned(cell - moved * slots));
        if (inside.length > 0) kept.push({ ...adjustment, cells: inside });
        if (outside.length > 0) dropped.push({ ...adjustment, cells: outside });
        break;
      }
      case 'scale':
      case 'add':
      case 'total': {
        const [start, end] = [dayOf(adjustment.from), dayOf(adjustment.to)];
        // a span ends before its last minute: midnight is still the day before
        const last = adjustment.to.endsWith('T00:00') ? end - 1 : end;
        (start < first + to.days && last >= first ? kept : dropped).push(adjustment);
      }
    }
  }
  const { actuals } = demand;
  const day = actuals ? dayOf(actuals.date) : 0;
  const seen = actuals ? { actuals } : {};
  const onPlan = day >= first && day < first + to.days;
  return {
    kept: { ...(kept.length > 0 ? { adjustments: kept } : {}), ...(onPlan ? seen : {}) },
    dropped: { ...(dropped.length > 0 ? { adjustments: dropped } : {}), ...(onPlan ? {} : seen) },
  };
}

function dayOf(text: string): number {
  return parseDate(text.slice(0, 10)) ?? 0;
}
