/**
 * The week as rows of cells: how short the tightest channel is, or how much the whole floor has to
 * spare. Days are rows, wall-clock intervals columns; only hours in which somebody is needed.
 */
import type { Analysis } from '../../../scenario/analysis.ts';
import type { Axis } from '../../../scenario/axis.ts';
import type { Share } from '../../../units.ts';
import { atRisk } from '../shortages.ts';

export type RiskCell = {
  /** Position on the axis, or null where the cell never happens or everything is closed. */
  readonly interval: number | null;
  /** Share of the requirement missing on the tightest channel (negative), or spare in all (positive). */
  readonly share: number | null;
  /** The tightest channel, where one is short. */
  readonly channel: number | null;
  readonly missing: number;
};

export type RiskGrid = {
  readonly firstSlot: number;
  readonly slots: number;
  readonly rows: readonly (readonly RiskCell[])[];
};

const CLOSED: RiskCell = { interval: null, share: null, channel: null, missing: 0 };

export function riskGrid(analysis: Analysis, axis: Axis, assurance: Share): RiskGrid {
  const risky = analysis.channels.map((figures) => atRisk(figures, assurance));
  const cells = axis.intervals.map((_, interval) => riskAt(analysis, risky, interval));
  let first = axis.slotsPerDay;
  let end = 0;
  cells.forEach(({ share }, interval) => {
    const slot = axis.intervals[interval]?.slot ?? 0;
    if (share === null) return;
    first = Math.min(first, slot);
    end = Math.max(end, slot + 1);
  });
  if (end <= first) return { firstSlot: 0, slots: 0, rows: [] };
  const rows: RiskCell[][] = axis.days.map(() => Array.from({ length: end - first }, () => CLOSED));
  axis.intervals.forEach(({ day, slot, repeated }, interval) => {
    const row = rows[day];
    const cell = cells[interval];
    // Of an hour that happens twice the first is drawn; the staffing page shows both.
    if (row && cell && !repeated && slot >= first && slot < end) row[slot - first] = cell;
  });
  return { firstSlot: first, slots: end - first, rows };
}

function riskAt({ channels }: Analysis, risky: readonly boolean[], interval: number): RiskCell {
  let required = 0;
  let planned = 0;
  let worst = 0;
  let channel: number | null = null;
  let missing = 0;
  channels.forEach((figures, index) => {
    const need = figures.required[interval] ?? 0;
    const have = figures.planned[interval] ?? 0;
    required += need;
    planned += have;
    const short = (need - have) / Math.max(1, need);
    if (risky[index] && need - have > 1e-6 && short > worst) {
      worst = short;
      channel = index;
      missing = need - have;
    }
  });
  if (required < 1e-6 && planned < 1e-6) return CLOSED;
  const share = channel === null ? (planned - required) / Math.max(1, required) : -worst;
  return { interval, share, channel, missing };
}
