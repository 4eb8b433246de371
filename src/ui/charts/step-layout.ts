/**
 * Required and planned agents by interval as steps, with the gap between them.
 *
 *     planned  ▔▔▔▔▔▔▏    the rectangle between the two lines is the gap: `under` where the plan
 *     required ▁▁▁▁▁▁▏    is below the requirement, `over` where it is above
 */
import { countScale, wholeTicks, type Scale } from './scales.ts';

export type StepInterval = {
  readonly required: number;
  /** Requirement with assurance; at least `required`. */
  readonly assured: number;
  readonly planned: number;
  readonly open: boolean;
};

export type Gap = {
  readonly index: number;
  readonly kind: 'under' | 'over';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type StepLayout = {
  readonly x: (index: number) => number;
  readonly y: Scale;
  readonly step: number;
  readonly ticks: readonly number[];
  readonly required: string;
  readonly planned: string;
  readonly band: string;
  /** The steps of another model, where they are asked for. */
  readonly compared: string | null;
  readonly gaps: readonly Gap[];
  /** Interval with the widest gap below the requirement, or null. */
  readonly worst: number | null;
  readonly indexAt: (x: number) => number;
  readonly agentsAt: (y: number) => number;
};

type Size = { readonly width: number; readonly height: number };

export function layoutSteps(
  intervals: readonly StepInterval[],
  { width, height }: Size,
  compared?: readonly (number | null)[],
): StepLayout {
  const step = width / Math.max(1, intervals.length);
  const x = (index: number): number => index * step;
  const y = countScale(
    [
      ...intervals.flatMap(({ required, assured, planned }) => [required, assured, planned]),
      ...(compared ?? []).filter((agents) => agents !== null),
    ],
    height,
  );
  const gaps: Gap[] = [];
  let worst: number | null = null;
  let widest = 1e-6;
  intervals.forEach(({ required, planned, open }, index) => {
    const short = required - planned;
    if (Math.abs(short) < 1e-6 || (!open && planned < 1e-6)) return;
    const top = Math.max(required, planned);
    const bottom = Math.min(required, planned);
    gaps.push({
      index,
      kind: short > 0 ? 'under' : 'over',
      x: x(index),
      y: y(top),
      width: step,
      height: y(bottom) - y(top),
    });
    if (short > widest) {
      widest = short;
      worst = index;
    }
  });
  const levels = (pick: (interval: StepInterval) => number): number[] => intervals.map((i) => y(pick(i)));
  return {
    x,
    y,
    step,
    ticks: wholeTicks(y, 4),
    required: stepPath(
      levels((i) => i.required),
      step,
    ),
    planned: stepPath(
      levels((i) => i.planned),
      step,
    ),
    band: bandPath(
      levels((i) => i.required),
      levels((i) => Math.max(i.required, i.assured)),
      step,
    ),
    compared: compared
      ? stepPath(
          compared.map((agents) => (agents === null ? null : y(agents))),
          step,
        )
      : null,
    gaps,
    worst,
    indexAt: (px) => Math.min(intervals.length - 1, Math.max(0, Math.floor(px / step))),
    agentsAt: (py) => Math.max(0, Math.round(y.invert(py))),
  };
}

/** A line of steps: flat within each interval, vertical between them. Null breaks the line. */
export function stepPath(levels: readonly (number | null)[], step: number): string {
  let path = '';
  let drawing = false;
  levels.forEach((level, index) => {
    if (level === null) {
      drawing = false;
      return;
    }
    const from = round(index * step);
    path += drawing ? `V${round(level)}` : `M${from},${round(level)}`;
    path += `H${round((index + 1) * step)}`;
    drawing = true;
  });
  return path;
}

/** The area between two lines of steps; intervals with a missing edge are left out. */
export function bandPath(
  low: readonly (number | null)[],
  high: readonly (number | null)[],
  step: number,
): string {
  let path = '';
  low.forEach((bottom, index) => {
    const top = high[index];
    if (bottom === null || top === null || top === undefined || Math.abs(bottom - top) < 0.01) return;
    const from = round(index * step);
    path += `M${from},${round(bottom)}H${round((index + 1) * step)}V${round(top)}H${from}Z`;
  });
  return path;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
