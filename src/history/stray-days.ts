/**
 * Days whose rows slipped there: a year typed wrong, a date left empty and written as 1970.
 *
 * One such row moves the end of a history, and with it the days forecast, or fills decades with unknown days.
 * Days are told apart by holes longer than `HOLE` days. What lies beyond such a hole has slipped when it is next to
 * nothing beside a history that has no hole nearly as long, and either far away or less than half of the rows a
 * day has: a business that opens again after a break does so with whole days.
 */

/** Days without a row beyond which the rest is another stretch of time. */
const HOLE = 60;
/** Far from the other rows, in days. */
const FAR = 180;
/** A shorter history does not tell what is usual. */
const LEAST_DAYS = 28;
/** At most this share of the rows, or one row. */
const MOST_ROWS = 0.01;
/** The hole is so many times as long as any in the history. */
const LONGER = 4;

type Rows = { first: number; last: number; rows: number; counted: number; lastCounted: number };
type Stretch = { readonly from: number; to: number; days: number; rows: number; longest: number };

/** Rows by the day they speak of. */
export class DayRows {
  private readonly byDay = new Map<number, Rows>();
  private day = Number.NaN;
  private latest: Rows | null = null;

  /** `counted`: something of the row was. A row may be added several times. */
  add(day: number, row: number, counted: boolean): void {
    if (day !== this.day || this.latest === null) {
      this.latest = this.byDay.get(day) ?? null;
      if (this.latest === null)
        this.byDay.set(day, (this.latest = { first: row, last: 0, rows: 0, counted: 0, lastCounted: 0 }));
      this.day = day;
    }
    const rows = this.latest;
    if (rows.last !== row) rows.rows++;
    rows.last = row;
    if (counted && rows.lastCounted !== row) {
      rows.counted++;
      rows.lastCounted = row;
    }
  }

  /** The days that slipped, ascending, with their first row and how many there are. O(days · log days). */
  strays(): {
    readonly day: number;
    readonly row: number;
    readonly rows: number;
    readonly counted: number;
  }[] {
    const days = [...this.byDay.keys()].sort((a, b) => a - b);
    const stretches: Stretch[] = [];
    for (const day of days) {
      const rows = this.byDay.get(day)?.rows ?? 0;
      const open = stretches.at(-1);
      if (open === undefined || day - open.to > HOLE)
        stretches.push({ from: day, to: day, days: 1, rows, longest: 0 });
      else {
        open.longest = Math.max(open.longest, day - open.to);
        open.to = day;
        open.days++;
        open.rows += rows;
      }
    }
    const [main] = stretches.toSorted((a, b) => b.rows - a.rows);
    if (main === undefined || main.days < LEAST_DAYS) return [];
    const all = stretches.reduce((sum, { rows }) => sum + rows, 0);
    const slipped = stretches.filter((stretch) => {
      if (stretch === main || stretch.rows > Math.max(1, MOST_ROWS * all)) return false;
      const away = stretch.from > main.to ? stretch.from - main.to : main.from - stretch.to;
      const isPart = stretch.rows / stretch.days < main.rows / main.days / 2;
      return away >= LONGER * main.longest && (away > FAR || isPart);
    });
    return days
      .filter((day) => slipped.some(({ from, to }) => day >= from && day <= to))
      .map((day) => {
        const { first = 0, rows = 0, counted = 0 } = this.byDay.get(day) ?? {};
        return { day, row: first, rows, counted };
      });
  }
}
