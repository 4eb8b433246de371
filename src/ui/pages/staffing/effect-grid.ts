/** What one change does in every interval of the week: days as rows, wall-clock intervals as columns. */
import type { Axis } from '../../../scenario/axis.ts';
import type { Change } from '../../../scenario/interval-change.ts';
import type { IntervalEffects } from '../../../scenario/interval-effects.ts';

/** What a change is measured by; of agents those in time are told, of the others those late or lost. */
export const MEASURES = ['inTime', 'level', 'lost'] as const;
export type Measure = (typeof MEASURES)[number];

/** An effect; a word where there is no number. */
export type EffectCell = number | 'closed' | 'nothing' | 'waiting';

export type EffectGrid = {
  readonly firstSlot: number;
  readonly slots: number;
  readonly rows: readonly (readonly EffectCell[])[];
  /** The cell with the greatest effect, or null where nothing has one. */
  readonly most: { readonly row: number; readonly column: number; readonly effect: number } | null;
};

/** Less than this is nothing to act on: contacts, and shares. */
const NEXT_TO_NOTHING: Readonly<Record<Measure, number>> = { inTime: 0.05, level: 0.0005, lost: 0.05 };

export function isOfAgents(change: Change): boolean {
  return change === 'moreAgents' || change === 'fewerAgents';
}

/** Of one interval of the day. */
export function effectAt(
  { missed, level, lost }: IntervalEffects,
  change: Change,
  measure: Measure,
  at: number,
): number | null {
  const more = { inTime: missed, level, lost }[measure][at] ?? null;
  return more !== null && measure === 'inTime' && isOfAgents(change) ? 0 - more : more;
}

/** Whether that is better for those who wait. */
export function helps(change: Change, measure: Measure, effect: number): boolean {
  const wanted = measure === 'level' || (measure === 'inTime' && isOfAgents(change));
  return wanted ? effect > 0 : effect < 0;
}

/**
 * @param effects by day of the calendar; undefined where not computed yet
 * @param days shown, in order
 */
export function effectGrid(
  effects: readonly (IntervalEffects | null | undefined)[],
  change: Change,
  measure: Measure,
  axis: Axis,
  days: readonly number[],
): EffectGrid {
  const cells = days.map((day) => {
    const of = effects[day];
    const row = Array.from({ length: axis.slotsPerDay }, (): EffectCell => (of ? 'closed' : 'waiting'));
    const today = axis.intervals.filter((interval) => interval.day === day);
    today.forEach(({ slot, repeated }, at) => {
      // Of an hour that happens twice the first is drawn.
      if (!of || repeated) return;
      row[slot] = effectAt(of, change, measure, at) ?? (of.open[at] ? 'nothing' : 'closed');
    });
    return row;
  });
  const used = cells.flatMap((row) =>
    row.flatMap((cell, slot) => (typeof cell === 'number' || cell === 'nothing' ? [slot] : [])),
  );
  const firstSlot = used.length > 0 ? Math.min(...used) : 0;
  const slots = used.length > 0 ? Math.max(...used) + 1 - firstSlot : 0;
  const rows = cells.map((row) => row.slice(firstSlot, firstSlot + slots));
  let most: EffectGrid['most'] = null;
  rows.forEach((row, r) =>
    row.forEach((effect, column) => {
      if (typeof effect !== 'number' || Math.abs(effect) < NEXT_TO_NOTHING[measure]) return;
      // Of equal ones the first, whatever rounding says.
      if (!most || Math.abs(effect) > Math.abs(most.effect) * (1 + 1e-6)) most = { row: r, column, effect };
    }),
  );
  return { firstSlot, slots, rows, most };
}
