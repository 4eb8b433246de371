/**
 * Days by intervals as cells of a diverging scale: below zero too few agents (warm), above more
 * than needed (cool), near zero neutral. Or of a scale of volumes, or of what an agent more would gain
 * (warm: help is worth most there), from nothing to the most.
 */
export type HeatScale = 'difference' | 'volume' | 'gain';

export type HeatCell = {
  /** In [−1, 1]; null where the channel is closed. */
  readonly value: number | null;
  /** A letter inside, where a reader must notice the cell. */
  readonly letter?: string;
};

export type PlacedCell = HeatCell & {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly side: 'under' | 'over' | 'volume' | 'even' | 'closed';
  /** Opacity of the side's colour, in [0, 1]. */
  readonly strength: number;
};

export type HeatLayout = {
  readonly cells: readonly PlacedCell[];
  readonly cellWidth: number;
  readonly cellHeight: number;
};

/** Differences smaller than this are drawn as even: nobody acts on them. */
const EVEN = 0.04;

export function layoutHeat(
  rows: readonly (readonly HeatCell[])[],
  size: { readonly width: number; readonly height: number },
  scale: HeatScale = 'difference',
): HeatLayout {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const cellWidth = size.width / columns;
  const cellHeight = size.height / Math.max(1, rows.length);
  return {
    cellWidth,
    cellHeight,
    cells: rows.flatMap((row, r) =>
      row.map((cell, c) => ({
        ...cell,
        row: r,
        column: c,
        x: c * cellWidth,
        y: r * cellHeight,
        ...(scale === 'difference' ? shade(cell.value) : shadeOfAmount(cell.value, SIDE[scale])),
      })),
    ),
  };
}

function shade(value: number | null): Pick<PlacedCell, 'side' | 'strength'> {
  if (value === null) return { side: 'closed', strength: 0 };
  const size = Math.min(1, Math.abs(value));
  if (size < EVEN) return { side: 'even', strength: 0 };
  // The weakest shade still has to be told from an even cell.
  return { side: value < 0 ? 'under' : 'over', strength: 0.18 + 0.82 * size };
}

const SIDE = { volume: 'volume', gain: 'under' } as const;

function shadeOfAmount(
  value: number | null,
  side: PlacedCell['side'],
): Pick<PlacedCell, 'side' | 'strength'> {
  if (value === null) return { side: 'closed', strength: 0 };
  return value < 0.005 ? { side: 'even', strength: 0 } : { side, strength: 0.06 + 0.94 * Math.min(1, value) };
}
