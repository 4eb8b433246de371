/** A tornado: per driver two bars from today's value, one for less of it and one for more. */
import { XAxis } from './axes.tsx';
import { Plot, type Margins } from './plot.tsx';
import { distinctTicks } from './scales.ts';
import { layoutTornado, type TornadoBar } from './tornado-layout.ts';

type TornadoChartProps = {
  readonly bars: readonly TornadoBar[];
  /** Signed change. */
  readonly format: (value: number) => string;
};

const ROW = 36;
const margins = (width: number): Margins => ({
  top: 4,
  right: width < 520 ? 56 : 72,
  bottom: 24,
  left: width < 520 ? 168 : 224,
});

export function TornadoChart({ bars, format }: TornadoChartProps) {
  return (
    <Plot
      height={bars.length * ROW + 28}
      margins={margins}
      draw={({ width, height }) => {
        const { x, ticks, rowHeight, rows } = layoutTornado(bars, { width, height });
        const shown = width < 320 ? ticks.filter((_, k) => k % 2 === 0) : ticks;
        const bar = (value: number, tone: string) => (
          <rect
            className={tone}
            x={Math.min(x(0), x(value))}
            y={8}
            width={Math.max(1, Math.abs(x(value) - x(0)))}
            height={rowHeight - 16}
            rx={2}
          />
        );
        const label = (value: number) => (
          <text
            className="text-ink"
            x={x(value) + (value < 0 ? -8 : 8)}
            y={rowHeight / 2 + 4}
            textAnchor={value < 0 ? 'end' : 'start'}
          >
            {format(value)}
          </text>
        );
        return {
          picture: (
            <>
              <XAxis ticks={distinctTicks(shown, format, x)} width={width} y={height} grid={height} />
              {rows.map(({ name, lower, higher, y }) => (
                <g key={name} transform={`translate(0,${y})`}>
                  <text
                    className="text-ink"
                    x={width < 360 ? -60 : -76}
                    y={rowHeight / 2 + 4}
                    textAnchor="end"
                  >
                    {name}
                  </text>
                  {bar(lower, lower < 0 ? 'bar-less' : 'bar-more')}
                  {bar(higher, higher < 0 ? 'bar-less' : 'bar-more')}
                  {label(lower)}
                  {Math.sign(lower) !== Math.sign(higher) && label(higher)}
                </g>
              ))}
              <line className="cursor-line" x1={x(0)} x2={x(0)} y2={height} />
            </>
          ),
        };
      }}
    />
  );
}
