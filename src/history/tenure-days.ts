/** Handle times by the agent's tenure, day by day: what a forecast of them is made of. */
import { bandOf, TENURE_BANDS } from './tenure.ts';
import type { Seconds } from '../units.ts';

const WIDTH = TENURE_BANDS.length;

/** One row per day and queue, ascending by day; a day of several queues comes more than once. */
export type TenureColumns = {
  /** Days since 1970-01-01. */
  readonly days: Int32Array;
  /** Row by row, band by band: contacts, and their seconds. */
  readonly handled: Float64Array;
  readonly seconds: Float64Array;
};

/** Gathered while rows stream in. */
export class TenureDays {
  private readonly rows = new Map<number, { handled: Float64Array; seconds: Float64Array }>();

  note(day: number, months: number, handleSeconds: Seconds): void {
    let row = this.rows.get(day);
    if (row === undefined) {
      row = { handled: new Float64Array(WIDTH), seconds: new Float64Array(WIDTH) };
      this.rows.set(day, row);
    }
    const band = bandOf(months);
    row.handled[band] = (row.handled[band] ?? 0) + 1;
    row.seconds[band] = (row.seconds[band] ?? 0) + handleSeconds;
  }

  columns(): TenureColumns {
    return columnsOf([...this.rows].map(([day, row]) => ({ day, ...row })));
  }
}

export type TenureRow = {
  readonly day: number;
  readonly handled: Float64Array;
  readonly seconds: Float64Array;
};

export function tenureRows({ days, handled, seconds }: TenureColumns): TenureRow[] {
  return Array.from(days, (day, i) => ({
    day,
    handled: handled.subarray(i * WIDTH, (i + 1) * WIDTH),
    seconds: seconds.subarray(i * WIDTH, (i + 1) * WIDTH),
  }));
}

export function columnsOf(rows: readonly TenureRow[]): TenureColumns {
  const sorted = rows.toSorted((a, b) => a.day - b.day);
  const out = {
    days: Int32Array.from(sorted, ({ day }) => day),
    handled: new Float64Array(rows.length * WIDTH),
    seconds: new Float64Array(rows.length * WIDTH),
  };
  sorted.forEach(({ handled, seconds }, i) => {
    out.handled.set(handled, i * WIDTH);
    out.seconds.set(seconds, i * WIDTH);
  });
  return out;
}

/** Several queues together; each keeps rows of its own, so that an easy one is not taken for a quick band. */
export function addedTenureDays(list: readonly (TenureColumns | undefined)[]): TenureColumns | undefined {
  const rows = list.flatMap((columns) => (columns === undefined ? [] : tenureRows(columns)));
  return rows.length === 0 ? undefined : columnsOf(rows);
}

/** Whether a value read from a store is of this shape. */
export function isTenureColumns(value: unknown): value is TenureColumns {
  if (typeof value !== 'object' || value === null) return false;
  const [days, handled, seconds]: unknown[] = ['days', 'handled', 'seconds'].map((key): unknown =>
    Reflect.get(value, key),
  );
  return (
    days instanceof Int32Array &&
    [handled, seconds].every(
      (column) => column instanceof Float64Array && column.length === days.length * WIDTH,
    )
  );
}
