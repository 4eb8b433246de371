/** One number per interval in shaded cells, in line with the charts above: what one more agent buys. */
import { Plot, type Margins } from './plot.tsx';
import { useCursor } from './use-cursor.ts';

type CellStripProps = {
  readonly label: string;
  /** Null where the channel is closed. */
  readonly values: readonly (number | null)[];
  readonly format: (value: number) => string;
  readonly describe: (index: number) => string;
  readonly index: number | null;
  readonly onIndex: (index: number | null) => void;
  readonly start: number;
  readonly right?: number;
};

const HEIGHT = 28;
/** Under this width a number does not fit into its cell; the readout still says it. */
const ROOM_FOR_TEXT = 24;

export function CellStrip({ label, values, format, describe, index, onIndex, start, right }: CellStripProps) {
  const cursor = useCursor({
    label,
    count: values.length,
    at: (x, _y, width) => Math.floor((x / width) * values.length),
    describe,
    start,
    shared: { index, setIndex: onIndex },
  });
  const most = Math.max(1e-9, ...values.map((value) => value ?? 0));
  const margins = (width: number): Margins => ({
    top: 2,
    right: right ?? (width < 520 ? 64 : 84),
    bottom: 2,
    left: 36,
  });
  return (
    <Plot
      height={HEIGHT}
      margins={margins}
      draw={({ width, height }) => {
        const step = width / Math.max(1, values.length);
        return {
          picture: values.map((value, i) => {
            if (value === null) return null;
            const strength = 0.08 + 0.92 * (value / most);
            return (
              // oxlint-disable-next-line react/no-array-index-key -- an interval is its index
              <g key={i} transform={`translate(${i * step},0)`}>
                <rect className="cell-under" fillOpacity={strength} width={step - 1} height={height} rx={2} />
                {step >= ROOM_FOR_TEXT && (
                  <text
                    className={strength > 0.6 ? 'cell-letter cell-letter-strong' : 'cell-letter'}
                    x={(step - 1) / 2}
                    y={height / 2 + 4}
                  >
                    {format(value)}
                  </text>
                )}
                {index === i && (
                  <rect className="cell-focus" x={-1} y={-1} width={step + 1} height={height + 2} rx={3} />
                )}
              </g>
            );
          }),
          cover: cursor.props,
        };
      }}
    />
  );
}
