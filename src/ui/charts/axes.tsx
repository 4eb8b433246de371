/** Grid lines with their labels; ticks come from the layouts. */
import { labelsApart, type Tick } from './tick-labels.ts';
type YAxisProps = {
  readonly ticks: readonly Tick[];
  readonly width: number;
  /** Title with the unit, above the top label. */
  readonly title?: string;
};

export function YAxis({ ticks, width, title }: YAxisProps) {
  return (
    <g className="axis">
      {title && (
        <text className="axis-title" x={-8} y={-10} textAnchor="start" dx={-24}>
          {title}
        </text>
      )}
      {ticks.map(({ at, label }) => (
        <g key={label} transform={`translate(0,${Math.round(at) + 0.5})`}>
          <line className="grid" x2={width} />
          <text x={-8} dy="4" textAnchor="end">
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

type XAxisProps = {
  readonly ticks: readonly Tick[];
  readonly width: number;
  readonly y: number;
  /** Vertical grid lines of this height. */
  readonly grid?: number;
};

/** The first and the last label turn inwards where they would be cut off; those without room are left out. */
export function XAxis({ ticks, width, y, grid }: XAxisProps) {
  const every = labelsApart(ticks, width);
  return (
    <g className="axis">
      {ticks.map(({ at, label }, index) => (
        <g key={`${label}${at}`} transform={`translate(${Math.round(at) + 0.5},${y})`}>
          {grid !== undefined && <line className="grid" y1={-grid} />}
          {index % every === 0 && (
            <text
              y={18}
              textAnchor={at < 16 ? 'start' : at > width - 16 ? 'end' : 'middle'}
              dx={at < 16 ? -at : 0}
            >
              {label}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

/** Diagonal lines that mark "too few" without colour. */
export function Hatch({ id }: { readonly id: string }) {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect className="hatch-ground" width="5" height="5" />
      <line className="hatch-line" y2="5" />
    </pattern>
  );
}
