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
  /** As many cells from this one on have it in common; none: it alone. */
  readonly lettered?: number;
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
  /** Between two cells. */
  readonly gap: number;
  /** All cells that are open, as one shape: a week has hundreds, and the browser lays out every element. */
  readonly ground: string;
  /** Over it, one shape for all cells of the same colour and strength. */
  readonly shades: readonly (Pick<PlacedCell, 'side' | 'strength'> & { readonly path: string })[];
};

/** Differences smaller than this are drawn as even: nobody acts on them. */
const EVEN = 0.04;
/** Steps of strength: the eye tells no more of them apart. */
const STEPS = 50;
const CORNER = 2;
/** What one letter takes, and a figure of several digits: the digits and the room between two of them. */
const LETTER_WIDTH = 10;
const DIGIT_WIDTH = 7;
const BETWEEN = 3;

export function layoutHeat(
  rows: readonly (readonly HeatCell[])[],
  size: { readonly width: number; readonly height: number },
  scale: HeatScale = 'difference',
): HeatLayout {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const cellWidth = size.width / columns;
  const cellHeight = size.height / Math.max(1, rows.length);
  const gap = gapOf(cellWidth);
  const cells = rows.flatMap((row, r) =>
    row.map((cell, c) => ({
      ...cell,
      row: r,
      column: c,
      x: c * cellWidth,
      y: r * cellHeight,
      ...(scale === 'difference' ? shade(cell.value) : shadeOfAmount(cell.value, SIDE[scale])),
    })),
  );
  const shape = (some: readonly PlacedCell[]): string =>
    some.map(({ x, y }) => roundedRect(x, y, cellWidth - gap, cellHeight - gap)).join('');
  const alike = new Map<string, PlacedCell[]>();
  for (const cell of cells) {
    const kind = `${cell.side} ${cell.strength}`;
    const others = alike.get(kind);
    if (others) others.push(cell);
    else if (cell.strength > 0) alike.set(kind, [cell]);
  }
  return {
    cells,
    cellWidth,
    cellHeight,
    gap,
    ground: shape(cells.filter(({ side }) => side !== 'closed')),
    shades: [...alike.values()].flatMap((some) =>
      some.slice(0, 1).map(({ side, strength }) => ({ side, strength, path: shape(some) })),
    ),
  };
}

/** Between two cells. */
export function gapOf(cellWidth: number): number {
  return cellWidth > 12 ? 2 : 1;
}

/** The room in which a cell's letter stands: the cell, and of those that share it as many as it needs; 0 where that is too little. */
export function letterWidth({ letter, lettered = 1 }: HeatCell, cellWidth: number): number {
  if (!letter) return 0;
  const least = letter.length > 1 ? letter.length * DIGIT_WIDTH + BETWEEN : LETTER_WIDTH;
  if (cellWidth >= least) return cellWidth;
  return lettered * cellWidth >= least ? Math.ceil(least / cellWidth) * cellWidth : 0;
}

/** Whether all letters have room that are each of one cell: the greatest figures are not the ones to leave out. */
export function allFit(rows: readonly (readonly HeatCell[])[], cellWidth: number): boolean {
  return rows.every((row) =>
    row.every((cell) => cell.lettered !== undefined || !cell.letter || letterWidth(cell, cellWidth) > 0),
  );
}

function roundedRect(x: number, y: number, width: number, height: number): string {
  const corner = Math.max(0, Math.min(CORNER, width / 2, height / 2));
  const [w, h, r] = [width - 2 * corner, height - 2 * corner, corner].map(round);
  const arc = (dx: number, dy: number): string => `a${r},${r} 0 0 1 ${round(dx)},${round(dy)}`;
  return (
    `M${round(x + corner)},${round(y)}h${w}${arc(corner, corner)}v${h}${arc(-corner, corner)}` +
    `h${-(w ?? 0)}${arc(-corner, -corner)}v${-(h ?? 0)}${arc(corner, -corner)}z`
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function inSteps(strength: number): number {
  return Math.round(strength * STEPS) / STEPS;
}

function shade(value: number | null): Pick<PlacedCell, 'side' | 'strength'> {
  if (value === null) return { side: 'closed', strength: 0 };
  const size = Math.min(1, Math.abs(value));
  if (size < EVEN) return { side: 'even', strength: 0 };
  // The weakest shade still has to be told from an even cell.
  return { side: value < 0 ? 'under' : 'over', strength: inSteps(0.18 + 0.82 * size) };
}

const SIDE = { volume: 'volume', gain: 'under' } as const;

function shadeOfAmount(
  value: number | null,
  side: PlacedCell['side'],
): Pick<PlacedCell, 'side' | 'strength'> {
  if (value === null) return { side: 'closed', strength: 0 };
  return value < 0.005
    ? { side: 'even', strength: 0 }
    : { side, strength: inSteps(0.06 + 0.94 * Math.min(1, value)) };
}
