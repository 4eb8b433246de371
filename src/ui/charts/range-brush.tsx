/** A long line at a glance with a window over it: drag the window or its edges, or use the arrow keys. */
import { area } from 'd3';
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { Plot, type Margins } from './plot.tsx';

type Window = { readonly from: number; readonly to: number };

type RangeBrushProps = {
  /** Null breaks the line. */
  readonly values: readonly (number | null)[];
  /** Points [from, to) in the window. */
  readonly window: Window;
  readonly onWindow: (window: Window) => void;
  readonly words: { readonly from: string; readonly to: string };
  /** The point in words. */
  readonly describe: (index: number) => string;
  readonly least?: number;
};

const HEIGHT = 56;
const margins = (width: number): Margins => ({ top: 4, right: width < 520 ? 64 : 84, bottom: 4, left: 44 });
const GRIP = 24;

export function RangeBrush({ values, window, onWindow, words, describe, least = 1 }: RangeBrushProps) {
  const drag = useRef<{ what: 'from' | 'to' | 'both'; at: number; window: Window } | null>(null);
  const count = Math.max(1, values.length);
  const most = Math.max(1e-9, ...values.map((value) => value ?? 0));

  function set(what: 'from' | 'to' | 'both', start: Window, by: number): void {
    const { from, to } = start;
    if (what === 'from') onWindow({ from: Math.min(to - least, Math.max(0, from + by)), to });
    else if (what === 'to') onWindow({ from, to: Math.max(from + least, Math.min(count, to + by)) });
    else {
      const inside = Math.max(-from, Math.min(count - to, by));
      onWindow({ from: from + inside, to: to + inside });
    }
  }

  function press(what: 'from' | 'to' | 'both'): (event: KeyboardEvent) => void {
    return (event) => {
      const steps: Readonly<Record<string, number>> = {
        ArrowLeft: -1,
        ArrowDown: -1,
        ArrowRight: 1,
        ArrowUp: 1,
        PageDown: -7,
        PageUp: 7,
        Home: -count,
        End: count,
      };
      const by = steps[event.key];
      if (by === undefined) return;
      event.preventDefault();
      set(what, window, event.shiftKey ? by * 7 : by);
    };
  }

  return (
    <Plot
      height={HEIGHT}
      margins={margins}
      draw={({ width, height }) => {
        const x = (index: number) => (index / count) * width;
        const shape = area<number | null>()
          .defined((value) => value !== null)
          .x((_, index) => x(index + 0.5))
          .y0(height)
          .y1((value) => height - ((value ?? 0) / most) * height);
        const [left, right] = [x(window.from), x(window.to)];
        const move = {
          onPointerMove: (event: PointerEvent) => {
            const now = drag.current;
            if (now) set(now.what, now.window, Math.round(((event.clientX - now.at) / width) * count));
          },
          onPointerUp: () => {
            drag.current = null;
          },
        };
        const grab = (what: 'from' | 'to' | 'both') => ({
          onPointerDown: (event: PointerEvent) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            drag.current = { what, at: event.clientX, window };
          },
          onKeyDown: press(what),
        });
        const slider = (what: 'from' | 'to', at: number) => (
          <div
            role="slider"
            tabIndex={0}
            className="brush-grip"
            style={{ left: at - GRIP / 2, width: GRIP }}
            aria-label={words[what]}
            aria-valuemin={0}
            aria-valuemax={count}
            aria-valuenow={window[what]}
            aria-valuetext={describe(what === 'from' ? window.from : window.to - 1)}
            {...grab(what)}
          />
        );
        return {
          picture: (
            <>
              <path className="area-demand brush-shape" d={shape(values) ?? ''} />
              <rect className="brush-out" x={0} width={Math.max(0, left)} height={height} />
              <rect className="brush-out" x={right} width={Math.max(0, width - right)} height={height} />
              <rect className="brush-window" x={left} width={Math.max(1, right - left)} height={height} />
            </>
          ),
          cover: {
            className: 'plot-cover brush',
            ...move,
            children: (
              <>
                <div
                  className="brush-body"
                  style={{ left, width: Math.max(1, right - left) }}
                  onPointerDown={grab('both').onPointerDown}
                />
                {slider('from', left)}
                {slider('to', right)}
              </>
            ),
          },
        };
      }}
    />
  );
}
