/** What a target measures, interval by interval: counts formed into a share or a mean, or nothing. */
import { assertNever } from '../../../errors.ts';
import type { ChannelAnalysis, TargetKind } from '../../../scenario/analysis.ts';
import type { DayBands } from '../../../scenario/day-bands.ts';
import type { ChannelSummary } from '../../../scenario/simulate.ts';
import type { LevelInterval } from '../../charts/level-layout.ts';

export type IntervalMeasure = {
  readonly unit: 'share' | 'duration';
  /** `floor`: low values miss the goal; `ceiling`: high ones do. */
  readonly goal: 'floor' | 'ceiling';
  readonly values: readonly (number | null)[];
};

/** Contacts too few to form a ratio anyone should read. */
const ENOUGH = 1e-9;

/** A measure before it is divided: counts, seconds of wait, or agent seconds, by interval of the axis. */
export type MeasureParts = Pick<IntervalMeasure, 'unit' | 'goal'> & {
  readonly top: Float64Array;
  readonly bottom: Float64Array;
};

export function measureParts(
  { expected }: Pick<ChannelAnalysis, 'expected'>,
  kind: TargetKind,
): MeasureParts {
  const floor = { unit: 'share', goal: 'floor' } as const;
  switch (kind) {
    case 'serviceLevel':
      return { ...floor, top: expected.levelNumerator, bottom: expected.levelDenominator };
    case 'firstResponsePercentile':
      return { ...floor, top: expected.repliedInTime, bottom: expected.staying };
    case 'firstResponseMean':
      return { unit: 'duration', goal: 'ceiling', top: expected.firstResponse, bottom: expected.answered };
    case 'meanWaitAnswered':
      return { unit: 'duration', goal: 'ceiling', top: expected.waitAnswered, bottom: expected.answered };
    case 'abandonment':
      return { unit: 'share', goal: 'ceiling', top: expected.abandoned, bottom: expected.offered };
    case 'occupancy':
      return { unit: 'share', goal: 'ceiling', top: expected.busy, bottom: expected.staffed };
    default:
      return assertNever(kind);
  }
}

export function intervalMeasure(
  figures: Pick<ChannelAnalysis, 'expected'>,
  kind: TargetKind,
  intervals: readonly number[],
): IntervalMeasure {
  const { unit, goal, top, bottom } = measureParts(figures, kind);
  return {
    unit,
    goal,
    values: intervals.map((interval) => {
      const whole = bottom[interval] ?? 0;
      const value = whole > ENOUGH ? (top[interval] ?? 0) / whole : null;
      return value !== null && Number.isFinite(value) ? value : null;
    }),
  };
}

/** The measure with its range from quiet to busy days, where that is known. */
export function withBand(
  values: readonly (number | null)[],
  bands: DayBands | null | undefined,
  kind: TargetKind,
  intervals: readonly number[],
): LevelInterval[] {
  const at = (expected: ChannelAnalysis['expected']): readonly (number | null)[] =>
    intervalMeasure({ expected }, kind, intervals).values;
  const [quiet, busy] = bands ? [at(bands.quiet), at(bands.busy)] : [[], []];
  return values.map((value, i) => {
    const [a, b] = [quiet[i] ?? null, busy[i] ?? null];
    return value === null || a === null || b === null
      ? { value, low: null, high: null }
      : { value, low: Math.min(a, b, value), high: Math.max(a, b, value) };
  });
}

/** The same measure as simulated, with its interval; null where the simulator does not report it by interval. */
export function simulatedMeasure(
  summary: ChannelSummary,
  figures: ChannelAnalysis,
  kind: TargetKind,
  intervals: readonly number[],
): readonly LevelInterval[] | null {
  const measure =
    kind === 'meanWaitAnswered' || kind === 'abandonment'
      ? kind
      : kind === 'serviceLevel' || kind === 'firstResponsePercentile'
        ? simulatedShare(figures, kind)
        : null;
  if (measure === null) return null;
  return intervals.map((interval) => {
    const estimate = summary.intervals[interval]?.[measure];
    return estimate && Object.values(estimate).every(Number.isFinite)
      ? { value: estimate.value, low: estimate.low, high: estimate.high }
      : { value: null, low: null, high: null };
  });
}

/** Replies that can wait are judged by when they are due: the simulator's service level, where none is promised. */
export function simulatedShare(
  { model, targets }: ChannelAnalysis,
  kind: 'serviceLevel' | 'firstResponsePercentile',
): 'serviceLevel' | 'firstResponseWithin' {
  const byDue = model === 'deferred' && targets.every((target) => target.kind !== 'serviceLevel');
  return kind === 'firstResponsePercentile' && !byDue ? 'firstResponseWithin' : 'serviceLevel';
}
