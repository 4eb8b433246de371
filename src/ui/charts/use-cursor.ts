/**
 * One place in a row of points, reached by pointer and by keyboard alike.
 *
 * Spread `props` on the element that covers the plot; it becomes a slider whose value is the
 * point, so that a screen reader says the readout at every step.
 */
import { useState, type KeyboardEvent, type PointerEvent } from 'react';

export type Cursor = {
  /** Index of the point, or null when nothing is pointed at. */
  readonly index: number | null;
  readonly props: {
    readonly role: 'slider';
    readonly tabIndex: 0;
    readonly 'aria-label': string;
    readonly 'aria-valuemin': 0;
    readonly 'aria-valuemax': number;
    readonly 'aria-valuenow': number;
    readonly 'aria-valuetext': string;
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerLeave: () => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
    readonly onFocus: () => void;
    readonly onBlur: () => void;
  };
};

export type CursorOptions = {
  readonly label: string;
  readonly count: number;
  /** Point under (x, y), in pixels from the corner of an element of this size. */
  readonly at: (x: number, y: number, width: number, height: number) => number;
  /** The readout as plain text. */
  readonly describe: (index: number) => string;
  /** Where the keyboard starts: the most interesting point. */
  readonly start?: number;
  /** Points per row, for charts with rows: arrows up and down move by one row. */
  readonly perRow?: number;
  /** A cursor shared by several charts of a page; without it the chart keeps its own. */
  readonly shared?: { readonly index: number | null; readonly setIndex: (index: number | null) => void };
};

export function useCursor(options: CursorOptions): Cursor {
  const { label, count, at, describe, start = 0, perRow, shared } = options;
  const own = useState<number | null>(null);
  const index = shared ? shared.index : own[0];
  const setIndex = shared ? shared.setIndex : own[1];
  const last = Math.max(0, count - 1);
  const inside = (to: number): number => Math.min(last, Math.max(0, to));
  const here = inside(index ?? start);

  function press(event: KeyboardEvent<HTMLElement>): void {
    const row = perRow ?? 0;
    const steps = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: row,
      ArrowUp: -row,
      Home: -here,
      End: last - here,
    };
    const step = Object.entries(steps).find(([key]) => key === event.key)?.[1];
    if (!step) return;
    event.preventDefault();
    const to = here + step;
    if (to >= 0 && to <= last) setIndex(to);
  }

  return {
    index: index === null ? null : here,
    props: {
      role: 'slider',
      tabIndex: 0,
      'aria-label': label,
      'aria-valuemin': 0,
      'aria-valuemax': last,
      'aria-valuenow': here,
      'aria-valuetext': count > 0 ? describe(here) : '',
      onPointerMove: (event) => {
        const box = event.currentTarget.getBoundingClientRect();
        setIndex(inside(at(event.clientX - box.left, event.clientY - box.top, box.width, box.height)));
      },
      onPointerLeave: () => setIndex(null),
      onKeyDown: press,
      onFocus: () => setIndex(here),
      onBlur: () => setIndex(null),
    },
  };
}
