/** A share or a mean duration by interval as steps, with its band and its target; a second series beside it. */
import { scaleLinear } from 'd3';
import type { Scale } from './scales.ts';
import { bandPath, stepPath } from './step-layout.ts';

export type LevelInterval = {
  /** Null where nothing was offered. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

export type LevelLayout = {
  readonly y: Scale;
  readonly step: number;
  readonly ticks: readonly number[];
  readonly path: string;
  readonly band: string;
  /** The second series, if there is one. */
  readonly beside: { readonly path: string; readonly band: string } | null;
  /** Stretches below the target (above it for a ceiling), for the warning mark at the foot. */
  readonly missed: readonly { readonly x: number; readonly width: number }[];
};

type Options = {
  readonly target: number | null;
  /** `floor`: values below the target miss it; `ceiling`: values above. */
  readonly goal: 'floor' | 'ceiling';
  /** Durations start at zero and have no natural top. */
  readonly unit?: 'share' | 'duration';
  /** A second series over the same intervals, on the same axis. */
  readonly beside?: readonly LevelInterval[] | undefined;
  readonly width: number;
  readonly height: number;
};

/** The axis spans 0 to 100 %, cut at a round share below everything drawn when all of it lies high. */
export function layoutLevels(intervals: readonly LevelInterval[], options: Options): LevelLayout {
  const { target, goal, unit = 'share', beside, width, height } = options;
  const drawn = [...intervals, ...(beside ?? [])]
    .flatMap(({ value, low, high }) => [value, low, high])
    .filter((v) => v !== null);
  const marks = target === null ? drawn : [...drawn, target];
  const y = scaleLinear(unit === 'share' ? shareDomain(marks, goal) : [0, Math.max(1, ...marks) * 1.1], [
    height,
    0,
  ]);
  const step = width / Math.max(1, intervals.length);
  const level = (value: number | null): number | null => (value === null ? null : y(value));
  const pathsOf = (series: readonly LevelInterval[]): { path: string; band: string } => ({
    path: stepPath(
      series.map(({ value }) => level(value)),
      step,
    ),
    band: bandPath(
      series.map(({ low }) => level(low)),
      series.map(({ high }) => level(high)),
      step,
    ),
  });
  return {
    y,
    step,
    ticks: unit === 'share' ? y.ticks(4) : durationTicks(y.domain()[1] ?? 1),
    ...pathsOf(intervals),
    beside: beside ? pathsOf(beside) : null,
    missed: intervals.flatMap(({ value }, index) => {
      const miss = value !== null && target !== null && (goal === 'floor' ? value < target : value > target);
      return miss ? [{ x: index * step, width: step }] : [];
    }),
  };
}

function shareDomain(marks: readonly number[], goal: 'floor' | 'ceiling'): [number, number] {
  const top = goal === 'floor' ? 1 : Math.min(1, ceilTo(Math.max(0.05, ...marks) * 1.1, 0.05));
  const bottom = goal === 'ceiling' ? 0 : Math.max(0, floorTo(Math.min(1, ...marks) - 0.05, 0.2));
  return [bottom, top];
}

/** Steps a clock knows: 30 s, 1 min, 5 min, 1 h … */
const CLOCK_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400];

function durationTicks(top: number): number[] {
  const step = CLOCK_STEPS.find((candidate) => top / candidate <= 4) ?? 86_400 * Math.ceil(top / 86_400 / 4);
  return Array.from({ length: Math.floor(top / step) + 1 }, (_, tick) => tick * step);
}

function floorTo(value: number, unit: number): number {
  return Number((Math.floor(value / unit) * unit).toPrecision(6));
}

function ceilTo(value: number, unit: number): number {
  return Number((Math.ceil(value / unit) * unit).toPrecision(6));
}
