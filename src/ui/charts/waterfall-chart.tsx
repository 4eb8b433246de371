/** A waterfall in rows: name, bar, signed value; thin lines carry the level to the next row. */
import { XAxis } from './axes.tsx';
import { Plot } from './plot.tsx';
import { distinctTicks } from './scales.ts';
import { CHARACTER } from './tick-labels.ts';
import { layoutWaterfall, type WaterfallStep } from './waterfall-layout.ts';

type WaterfallChartProps = {
  readonly steps: readonly WaterfallStep[];
  readonly format: (value: number, signed: boolean) => string;
  /** Format of the axis; `format` when left out. */
  readonly formatTick?: (value: number) => string;
};

const ROW = 32;
const NAMES = 168;
/** On a narrow screen the names take no more room than the longest needs. */
const NARROW = 520;

export function WaterfallChart({ steps, format, formatTick }: WaterfallChartProps) {
  const longest = Math.max(0, ...steps.map(({ name }) => name.length)) * CHARACTER + 16;
  return (
    <Plot
      height={steps.length * ROW + 28}
      margins={(width) => ({
        top: 4,
        right: 88,
        bottom: 24,
        left: width < NARROW ? Math.min(NAMES, longest) : NAMES,
      })}
      draw={({ width, height }) => {
        const { x, ticks, bars, rowHeight } = layoutWaterfall(steps, { width, height });
        return {
          picture: (
            <>
              <XAxis
                ticks={distinctTicks(ticks, formatTick ?? ((tick) => format(tick, false)), x)}
                width={width}
                y={height}
                grid={height}
              />
              {bars.map(({ name, value, kind, from, to, y }, row) => {
                const left = x(Math.min(from, to));
                const wide = Math.max(1, Math.abs(x(to) - x(from)));
                const tone = kind === 'total' ? 'bar-total' : value < 0 ? 'bar-less' : 'bar-more';
                return (
                  <g key={name} transform={`translate(0,${y})`}>
                    <text
                      className={kind === 'total' ? 'text-ink label-strong' : 'text-ink'}
                      x={-12}
                      y={rowHeight / 2 + 4}
                      textAnchor="end"
                    >
                      {name}
                    </text>
                    <rect className={tone} x={left} y={6} width={wide} height={rowHeight - 12} rx={2} />
                    {row < bars.length - 1 && (
                      <line
                        className="cursor-line"
                        x1={x(to)}
                        x2={x(to)}
                        y1={rowHeight - 6}
                        y2={rowHeight + 6}
                      />
                    )}
                    <text
                      className={kind === 'total' ? 'text-ink label-strong' : 'text-ink'}
                      x={left + wide + 8}
                      y={rowHeight / 2 + 4}
                    >
                      {format(value, kind === 'change')}
                    </text>
                  </g>
                );
              })}
            </>
          ),
        };
      }}
    />
  );
}
