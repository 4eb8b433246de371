/** Cells of the week typed, copied and pasted as a spreadsheet does it: rows are times, columns days. */
import type { Adjustment } from '../../../scenario/schema-demand.ts';
import type { Locale } from '../../format.ts';
import { parseNumber } from '../../inputs/parse-number.ts';

export type Cell = { readonly row: number; readonly column: number };

export type GridShape = {
  /** First slot of the day shown. */
  readonly firstSlot: number;
  readonly rows: number;
  readonly days: number;
  readonly slotsPerDay: number;
};

export type TypedCell = { readonly cell: number; readonly contacts: number };

/** Most that a scenario takes in one interval. */
const MOST = 1e7;

/** Cell of the grid of the scenario. */
export function gridCell({ row, column }: Cell, { firstSlot, slotsPerDay }: GridShape): number {
  return column * slotsPerDay + firstSlot + row;
}

/** The rectangle between two corners, both included. */
export function rectangle(a: Cell, b: Cell): { readonly from: Cell; readonly to: Cell } {
  return {
    from: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
    to: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) },
  };
}

/** The rectangle as tab-separated rows, unrounded, with the decimal mark of the language. */
export function copiedText(
  a: Cell,
  b: Cell,
  shape: GridShape,
  contacts: ArrayLike<number>,
  locale: Locale,
): string {
  const { from, to } = rectangle(a, b);
  const lines: string[] = [];
  for (let row = from.row; row <= to.row; row++) {
    const line: string[] = [];
    for (let column = from.column; column <= to.column; column++) {
      const value = String(Number((contacts[gridCell({ row, column }, shape)] ?? 0).toFixed(4)));
      line.push(locale === 'fr' ? value.replace('.', ',') : value);
    }
    lines.push(line.join('\t'));
  }
  return lines.join('\n');
}

export type Pasted =
  | { readonly ok: true; readonly cells: readonly TypedCell[]; readonly outside: number }
  /** The first entry that is no number of contacts; nothing is taken then. */
  | { readonly ok: false; readonly entry: string };

/**
 * The cells a pasted text fills from `start` on. Empty entries leave their cell; those beyond the
 * days or hours shown are counted as `outside`.
 */
export function pastedCells(text: string, start: Cell, shape: GridShape, locale: Locale): Pasted {
  const cells: TypedCell[] = [];
  let outside = 0;
  const lines = text.replaceAll('\r', '').replace(/\n+$/, '').split('\n');
  for (const [down, line] of lines.entries())
    for (const [right, raw] of line.split('\t').entries()) {
      const entry = raw.trim();
      if (entry === '') continue;
      const value = parseNumber(entry, locale, false);
      if (value === null || value < 0 || value > MOST) return { ok: false, entry };
      const at = { row: start.row + down, column: start.column + right };
      if (at.row >= shape.rows || at.column >= shape.days) outside++;
      else cells.push({ cell: gridCell(at, shape), contacts: value });
    }
  return { ok: true, cells, outside };
}

/**
 * The adjustments with these cells typed by this person for this reason. They join the last
 * adjustment when that was typed by the same person for the same reason.
 */
export function withTyped(
  adjustments: readonly Adjustment[],
  cells: readonly TypedCell[],
  by: { readonly who: string; readonly why: string },
): Adjustment[] {
  if (cells.length === 0) return [...adjustments];
  const last = adjustments.at(-1);
  if (last?.kind !== 'cells' || last.who !== by.who || last.why !== by.why)
    return [...adjustments, { kind: 'cells', ...by, cells }];
  const all = new Map(last.cells.map(({ cell, contacts }) => [cell, contacts]));
  for (const { cell, contacts } of cells) all.set(cell, contacts);
  return [
    ...adjustments.slice(0, -1),
    { ...last, cells: [...all].map(([cell, contacts]) => ({ cell, contacts })) },
  ];
}

/** The adjustments without these typed cells: there the model's number stands again. */
export function withoutTyped(adjustments: readonly Adjustment[], cells: readonly number[]): Adjustment[] {
  const gone = new Set(cells);
  return adjustments.flatMap((adjustment): Adjustment[] => {
    if (adjustment.kind !== 'cells') return [adjustment];
    const left = adjustment.cells.filter(({ cell }) => !gone.has(cell));
    return left.length > 0 ? [{ ...adjustment, cells: left }] : [];
  });
}
