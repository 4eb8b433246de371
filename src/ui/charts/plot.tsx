/**
 * The drawing surface shared by the charts: an SVG as wide as its column, and over its plot area
 * one focusable element that takes pointer and keyboard.
 */
import { useDeferredValue, useRef, type HTMLAttributes, type ReactNode } from 'react';
import { useWidth } from './use-width.ts';

export type Margins = {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
};

type PlotProps = {
  readonly height: number;
  readonly margins: (width: number) => Margins;
  /** Draws the picture into a plot area of `inner` size, whose corner is at (0, 0). */
  readonly draw: (inner: { readonly width: number; readonly height: number }) => {
    readonly picture: ReactNode;
    /** What covers the plot area: cursor properties, or nothing for a picture without places. */
    readonly cover?: HTMLAttributes<HTMLDivElement>;
  };
};

export function Plot({ height, margins, draw }: PlotProps) {
  const box = useRef<HTMLDivElement>(null);
  // All charts of a page are measured in one frame; deferred, they are drawn in slices.
  const width = useDeferredValue(useWidth(box));
  const m = margins(width);
  const inner = { width: Math.max(0, width - m.left - m.right), height: height - m.top - m.bottom };
  const drawn = inner.width > 0 ? draw(inner) : null;
  return (
    <div className="plot" ref={box} style={{ height }}>
      {drawn && (
        <>
          <svg width={width} height={height} aria-hidden="true" focusable="false">
            <g transform={`translate(${m.left},${m.top})`}>{drawn.picture}</g>
          </svg>
          {drawn.cover && (
            <div
              className="plot-cover"
              style={{ left: m.left, top: m.top, width: inner.width, height: inner.height }}
              {...drawn.cover}
            />
          )}
        </>
      )}
    </div>
  );
}
