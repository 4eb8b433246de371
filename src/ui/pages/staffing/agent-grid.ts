/** One agent more or less in every interval of the week: days as rows, wall-clock intervals as columns. */
import type { AgentEffectsOfDay } from '../../../scenario/agent-effects.ts';
import type { Axis } from '../../../scenario/axis.ts';

/** Contacts gained (or lost); a word where there is no number. */
export type EffectCell = number | 'closed' | 'nobody' | 'waiting';

export type AgentGrid = {
  readonly firstSlot: number;
  readonly slots: number;
  readonly days: readonly number[];
  readonly rows: readonly (readonly EffectCell[])[];
  /** The cell with the greatest effect, or null where nothing has one. */
  readonly most: { readonly row: number; readonly column: number; readonly effect: number } | null;
};

/** Fewer contacts than this are nothing to act on. */
const NEXT_TO_NOTHING = 0.05;

/**
 * @param effects by day of the calendar; undefined where not computed yet
 * @param days shown, in order
 */
export function agentGrid(
  effects: readonly (AgentEffectsOfDay | null | undefined)[],
  which: 'plus' | 'minus',
  axis: Axis,
  days: readonly number[],
): AgentGrid {
  const cells = days.map((day) => {
    const of = effects[day];
    const row = Array.from({ length: axis.slotsPerDay }, (): EffectCell => (of ? 'closed' : 'waiting'));
    const today = axis.intervals.filter((interval) => interval.day === day);
    today.forEach(({ slot, repeated }, at) => {
      // Of an hour that happens twice the first is drawn.
      if (!of || repeated) return;
      const value = of[which][at] ?? null;
      const nobody = which === 'minus' && (of.plus[at] ?? null) !== null;
      row[slot] = value ?? (nobody ? 'nobody' : 'closed');
    });
    return row;
  });
  const used = cells.flatMap((row) =>
    row.flatMap((cell, slot) => (typeof cell === 'number' || cell === 'nobody' ? [slot] : [])),
  );
  const firstSlot = used.length > 0 ? Math.min(...used) : 0;
  const slots = used.length > 0 ? Math.max(...used) + 1 - firstSlot : 0;
  const rows = cells.map((row) => row.slice(firstSlot, firstSlot + slots));
  let most: AgentGrid['most'] = null;
  rows.forEach((row, r) =>
    row.forEach((effect, column) => {
      if (typeof effect !== 'number' || Math.abs(effect) < NEXT_TO_NOTHING) return;
      // Of equal ones the first, whatever rounding says.
      if (!most || Math.abs(effect) > Math.abs(most.effect) * (1 + 1e-6)) most = { row: r, column, effect };
    }),
  );
  return { firstSlot, slots, days, rows, most };
}
