/** What will come on one channel (or all of them), by interval and by day, for pictures and tables. */
import type { Axis } from '../../../scenario/axis.ts';
import { startedContacts } from '../../../scenario/demand.ts';
import { isDeferred, openIntervals } from '../../../scenario/opening.ts';
import type { Channel, Scenario, WeekHours } from '../../../scenario/schema.ts';

export type Range = { readonly level: number; readonly low: number; readonly high: number };

export type CellFigure = {
  /** Of the whole cell: an hour that an autumn night has twice holds both, one that spring skips none. */
  readonly contacts: number;
  /** False: a live channel is closed and turns these contacts away. */
  readonly open: boolean;
  /** Widest first. */
  readonly bands: readonly Range[];
};

export type DayFigure = {
  readonly date: string;
  readonly contacts: number;
  /** Widest first. */
  readonly bands: readonly Range[];
  /** Slot with most contacts. */
  readonly peak: number;
  readonly peakContacts: number;
};

export type WeekFigures = {
  readonly cells: readonly CellFigure[];
  readonly days: readonly DayFigure[];
  readonly total: number;
  /** Of the total, widest first: days swing independently of each other, the level is off on all of them alike. */
  readonly bands: readonly Range[];
  /** Totals of the channels, in their order. */
  readonly byChannel: readonly number[];
  readonly turnedAway: number;
  /** Cell with most contacts. */
  readonly peak: number;
  /** Slots [first, last) outside of which nothing ever happens. */
  readonly firstSlot: number;
  readonly lastSlot: number;
};

/**
 * Figures of the channels added up.
 *
 * The bands are those of the forecast, moved by what-ifs and events. Where there is none (a typed or
 * profiled volume, a formula, several channels together, a whole day) they rest on Poisson counts
 * with a day factor: variance m + (cv m)² for one channel, and for several the same with their
 * factors correlated as the scenario says. How far a volume may be off as a whole comes on top. The normal approximation is cut off at zero.
 */
export function weekFigures(
  channels: readonly Channel[],
  scenario: Pick<Scenario, 'channels' | 'events' | 'mix' | 'busynessCorrelation'>,
  axis: Axis,
): WeekFigures {
  const { busynessCorrelation } = scenario;
  // only a shift between channels needs the others
  const from = scenario.mix === undefined ? { channels, events: scenario.events } : scenario;
  const grids = startedContacts(from, axis);
  const cells = Array.from({ length: axis.cells }, () => ({
    contacts: 0,
    away: 0,
    open: false,
    /** Sums of cv m and of (cv m)² over the channels, and of the squares of how far the level may be off. */
    swing: 0,
    swingSquares: 0,
    levelSquares: 0,
  }));
  const times = new Uint8Array(axis.cells);
  for (const { cell } of axis.intervals) times[cell] = (times[cell] ?? 0) + 1;
  const byChannel = channels.map((channel) => {
    let total = 0;
    const { dayFactorCv, levelCv = 0 } = channel.demand;
    const cv = dayFactorCv * Math.sqrt(1 + levelCv ** 2);
    const open = openCells(channel.open, axis);
    const deferred = isDeferred(channel.kind);
    const grid = grids[from.channels.indexOf(channel)];
    grid?.forEach((rate, cell) => {
      const contacts = rate * (times[cell] ?? 0);
      const here = cells[cell];
      if (!here) return;
      const taken = open[cell] === 1 || deferred;
      total += contacts;
      here.contacts += contacts;
      here.swing += cv * contacts;
      here.swingSquares += (cv * contacts) ** 2;
      here.levelSquares += (levelCv * contacts) ** 2;
      if (taken && (open[cell] === 1 || contacts > 0)) here.open = true;
      if (!taken) here.away += contacts;
    });
    return total;
  });
  const ofForecast = channels.length === 1 ? forecastBands(channels[0], cells) : null;
  const sumOf = (parts: readonly Spread[], pick: (part: Spread) => number) =>
    parts.reduce((sum, part) => sum + pick(part), 0);
  /** Of a day or less, the level as expected. */
  const varianceOf = (parts: readonly Spread[]): number => {
    const common = busynessCorrelation * sumOf(parts, (part) => part.swing) ** 2;
    // intervals of one day share their factor, so the channels' own swings add up as well
    const own = (1 - busynessCorrelation) * sumOf(parts, (part) => Math.sqrt(part.swingSquares)) ** 2;
    return sumOf(parts, (part) => part.contacts) + common + own;
  };
  // the level is the same on all days, and each channel's own
  const levelVariance = (parts: readonly Spread[]) =>
    sumOf(parts, (part) => Math.sqrt(part.levelSquares)) ** 2;
  const spread = (parts: readonly Spread[]): Range[] =>
    rangesAround(
      sumOf(parts, (part) => part.contacts),
      Math.sqrt(varianceOf(parts) + levelVariance(parts)),
    );
  const figures = cells.map((cell, index) => ({
    contacts: cell.contacts,
    open: cell.open,
    bands: ofForecast ? ofForecast(index) : spread([cell]),
  }));
  const cellsOf = (day: number) => cells.slice(day * axis.slotsPerDay, (day + 1) * axis.slotsPerDay);
  const ofDays = axis.days.reduce((sum, _, day) => sum + varianceOf(cellsOf(day)), 0);
  const bands = rangesAround(
    sumOf(cells, ({ contacts }) => contacts),
    Math.sqrt(ofDays + levelVariance(cells)),
  );
  const turnedAway = cells.reduce((sum, { away }) => sum + away, 0);
  return summarised(figures, (day) => spread(cellsOf(day)), { bands, byChannel, turnedAway }, axis);
}

const openOf = new WeakMap<WeekHours, { readonly axis: Axis; readonly cells: Uint8Array }>();

/** 1 for the cells in which the hours are open; kept, since a slider asks for them with every step. */
function openCells(hours: WeekHours, axis: Axis): Uint8Array {
  const kept = openOf.get(hours);
  if (kept?.axis === axis) return kept.cells;
  const cells = new Uint8Array(axis.cells);
  openIntervals(axis, hours).forEach((isOpen, i) => {
    if (isOpen) cells[axis.intervals[i]?.cell ?? 0] = 1;
  });
  openOf.set(hours, { axis, cells });
  return cells;
}

type Spread = {
  readonly contacts: number;
  readonly swing: number;
  readonly swingSquares: number;
  readonly levelSquares: number;
};

/** Standard normal quantiles of the upper ends. */
const LEVELS = [
  [0.95, 1.96],
  [0.8, 1.2816],
] as const;

function rangesAround(mean: number, deviation: number): Range[] {
  return LEVELS.map(([level, z]) => ({
    level,
    low: Math.max(0, mean - z * deviation),
    high: mean + z * deviation,
  }));
}

function summarised(
  cells: readonly CellFigure[],
  bandsOfDay: (day: number) => readonly Range[],
  totals: Pick<WeekFigures, 'bands' | 'byChannel' | 'turnedAway'>,
  axis: Axis,
): WeekFigures {
  const { slotsPerDay } = axis;
  let peak = 0;
  let firstSlot = slotsPerDay;
  let lastSlot = 0;
  cells.forEach(({ contacts, open }, cell) => {
    if (contacts > (cells[peak]?.contacts ?? 0)) peak = cell;
    if (!open && contacts === 0) return;
    firstSlot = Math.min(firstSlot, cell % slotsPerDay);
    lastSlot = Math.max(lastSlot, (cell % slotsPerDay) + 1);
  });
  const days = axis.days.map(({ date }, day): DayFigure => {
    const own = cells.slice(day * slotsPerDay, (day + 1) * slotsPerDay);
    const contacts = own.reduce((sum, cell) => sum + cell.contacts, 0);
    const peakContacts = own.reduce((most, cell) => Math.max(most, cell.contacts), 0);
    const bands = bandsOfDay(day);
    return {
      date,
      contacts,
      bands,
      peak: own.findIndex((cell) => cell.contacts === peakContacts),
      peakContacts,
    };
  });
  const total = days.reduce((sum, { contacts }) => sum + contacts, 0);
  return {
    cells,
    days,
    total,
    ...totals,
    peak,
    ...(firstSlot < lastSlot ? { firstSlot, lastSlot } : { firstSlot: 0, lastSlot: slotsPerDay }),
  };
}

/** The forecast's bands, scaled as its mean was by what-if and events; null without a forecast in use. */
function forecastBands(
  channel: Channel | undefined,
  cells: readonly { readonly contacts: number }[],
): ((cell: number) => readonly Range[]) | null {
  const { source, adjustments = [] } = channel?.demand ?? {};
  // a formula's or typed figure is no longer the model's, nor is its spread
  const replaced = adjustments.some(({ kind }) => kind === 'formula' || kind === 'cells');
  if (source?.kind !== 'forecast' || replaced) return null;
  const { contacts, bands } = source;
  const widestFirst = bands.toSorted((a, b) => b.level - a.level);
  return (cell) => {
    const mean = contacts[cell] ?? 0;
    const factor = mean > 0 ? (cells[cell]?.contacts ?? 0) / mean : 0;
    return widestFirst.map(({ level, low, high }) => ({
      level,
      low: (low[cell] ?? 0) * factor,
      high: (high[cell] ?? 0) * factor,
    }));
  };
}
