/** What will come on one channel (or all of them), by interval and by day, for pictures and tables. */
import type { Axis } from '../../../scenario/axis.ts';
import { contactsOnGrid } from '../../../scenario/demand.ts';
import { isDeferred, openIntervals } from '../../../scenario/opening.ts';
import type { Channel, Scenario } from '../../../scenario/schema.ts';

export type Range = { readonly level: number; readonly low: number; readonly high: number };

export type CellFigure = {
  readonly contacts: number;
  /** False: a live channel is closed and turns these contacts away. */
  readonly open: boolean;
  /** Of the forecast, with what-ifs and events applied; widest first. */
  readonly bands: readonly Range[];
};

export type DayFigure = {
  readonly date: string;
  readonly contacts: number;
  /** Slot with most contacts. */
  readonly peak: number;
  readonly peakContacts: number;
};

export type WeekFigures = {
  readonly cells: readonly CellFigure[];
  readonly days: readonly DayFigure[];
  readonly total: number;
  readonly turnedAway: number;
  /** Cell with most contacts. */
  readonly peak: number;
  /** Slots [first, last) outside of which nothing ever happens. */
  readonly firstSlot: number;
  readonly lastSlot: number;
};

/** Figures of the channels added up. Bands are shown for one channel only: the sum of quantiles is no quantile. */
export function weekFigures(
  channels: readonly Channel[],
  { events }: Pick<Scenario, 'events'>,
  axis: Axis,
): WeekFigures {
  const cells = Array.from({ length: axis.cells }, () => ({ contacts: 0, away: 0, open: false }));
  for (const channel of channels) {
    const open = new Uint8Array(axis.cells);
    openIntervals(axis, channel.open).forEach((isOpen, i) => {
      if (isOpen) open[axis.intervals[i]?.cell ?? 0] = 1;
    });
    contactsOnGrid(channel, events, axis).forEach((contacts, cell) => {
      const here = cells[cell];
      if (!here) return;
      const taken = open[cell] === 1 || isDeferred(channel.kind);
      here.contacts += contacts;
      if (taken && (open[cell] === 1 || contacts > 0)) here.open = true;
      if (!taken) here.away += contacts;
    });
  }
  const bands = channels.length === 1 ? bandsOf(channels[0], cells) : () => [];
  return summarised(
    cells.map(({ contacts, open }, cell) => ({ contacts, open, bands: bands(cell) })),
    cells.reduce((sum, { away }) => sum + away, 0),
    axis,
  );
}

function summarised(cells: readonly CellFigure[], turnedAway: number, axis: Axis): WeekFigures {
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
    return { date, contacts, peak: own.findIndex((cell) => cell.contacts === peakContacts), peakContacts };
  });
  return {
    cells,
    days,
    total: days.reduce((sum, { contacts }) => sum + contacts, 0),
    turnedAway,
    peak,
    ...(firstSlot < lastSlot ? { firstSlot, lastSlot } : { firstSlot: 0, lastSlot: slotsPerDay }),
  };
}

/** The forecast's bands, scaled as its mean was by what-if and events; none under a formula. */
function bandsOf(
  channel: Channel | undefined,
  cells: readonly { readonly contacts: number }[],
): (cell: number) => readonly Range[] {
  if (channel?.demand.source.kind !== 'forecast' || channel.demand.override) return () => [];
  const { contacts, bands } = channel.demand.source;
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
