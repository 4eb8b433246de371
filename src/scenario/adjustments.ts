/** A user's changes of a channel's contacts, applied one after another on top of what the source says. */
import { assertNever } from '../errors.ts';
import { parseDate } from '../numeric/civil-date.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { onAxis, type Axis } from './axis.ts';
import { parseDayTime } from './civil.ts';
import type { Adjustment } from './schema-demand.ts';

export type Adjusted = {
  /** On the grid. */
  readonly contacts: Float64Array;
  /** What each adjustment added to the total of the days planned, as they really happen, in their order. */
  readonly changes: readonly number[];
};

/**
 * The source with every adjustment carried out.
 *
 * `add` and `total` spread over their span in proportion to the contacts already there, evenly where
 * there are none, and count what really happens: an hour that the clock skips not at all, one that it
 * repeats twice. No interval goes below zero: an `add` takes away at most what its span has, which
 * its entry of `changes` tells. A `formula` with a base follows the contacts before it along its
 * slopes, exactly where it is linear in the volume. O(adjustments × cells).
 */
export function adjusted(
  source: ArrayLike<number>,
  adjustments: readonly Adjustment[],
  axis: Axis,
): Adjusted {
  let contacts = Float64Array.from(source);
  const total = (): number => sum(onAxis(axis, contacts));
  const changes = adjustments.map((adjustment) => {
    const before = total();
    contacts = applied(contacts, adjustment, axis);
    return total() - before;
  });
  return { contacts, changes };
}

function applied(
  contacts: Float64Array<ArrayBuffer>,
  adjustment: Adjustment,
  axis: Axis,
): Float64Array<ArrayBuffer> {
  switch (adjustment.kind) {
    case 'scale': {
      const { factor } = adjustment;
      const part = overlaps(adjustment, axis);
      return contacts.map((value, cell) => value * (1 + (factor - 1) * (part[cell] ?? 0)));
    }
    case 'add':
    case 'total': {
      const part = overlaps(adjustment, axis);
      const inside = sum(
        onAxis(
          axis,
          contacts.map((value, cell) => value * (part[cell] ?? 0)),
        ),
      );
      const added =
        adjustment.kind === 'add' ? Math.max(-inside, adjustment.contacts) : adjustment.contacts - inside;
      const covered = sum(onAxis(axis, part));
      if (covered === 0) return contacts; // a span that never happens
      return contacts.map((value, cell) => {
        const here = part[cell] ?? 0;
        if (here === 0) return value;
        return Math.max(0, value + added * (inside > 0 ? (value * here) / inside : here / covered));
      });
    }
    case 'formula': {
      const { contacts: made, base } = adjustment;
      if (!base) return Float64Array.from(made);
      return contacts.map((value, cell) => {
        const change = value - (base.contacts[cell] ?? 0);
        return Math.max(0, (made[cell] ?? 0) + (base.slopes[cell] ?? 0) * change);
      });
    }
    case 'cells': {
      const typed = contacts.slice();
      for (const { cell, contacts: value } of adjustment.cells) if (cell < typed.length) typed[cell] = value;
      return typed;
    }
    default:
      return assertNever(adjustment);
  }
}

/** Share of each cell of the grid that lies in the span. */
function overlaps({ from, to }: { readonly from: string; readonly to: string }, axis: Axis): Float64Array {
  const firstDay = parseDate(axis.days[0]?.date ?? '') ?? 0;
  const length = MINUTES_PER_DAY / axis.slotsPerDay;
  const minute = (text: string): number | null => {
    const parsed = parseDayTime(text);
    return parsed === null ? null : (parsed.day - firstDay) * MINUTES_PER_DAY + parsed.minute;
  };
  const part = new Float64Array(axis.cells);
  const [start, end] = [minute(from), minute(to)];
  if (start === null || end === null) return part;
  return part.map((_, cell) => {
    const covered = Math.min(end, (cell + 1) * length) - Math.max(start, cell * length);
    return Math.max(0, covered) / length;
  });
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
