/** What a target measures, interval by interval: counts formed into a share or a mean, or nothing. */
import { assertNever } from '../../../errors.ts';
import type { ChannelAnalysis, TargetKind } from '../../../scenario/analysis.ts';
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

export function intervalMeasure(
  { expected, model }: ChannelAnalysis,
  kind: TargetKind,
  intervals: readonly number[],
): IntervalMeasure {
  const ratio = (top: Float64Array, bottom: Float64Array): (number | null)[] =>
    intervals.map((interval) => {
      const whole = bottom[interval] ?? 0;
      const value = whole > ENOUGH ? (top[interval] ?? 0) / whole : null;
      return value !== null && Number.isFinite(value) ? value : null;
    });
  switch (kind) {
    case 'serviceLevel':
      return {
        unit: 'share',
        goal: 'floor',
        values: ratio(expected.levelNumerator, expected.levelDenominator),
      };
    case 'firstResponsePercentile':
      // Live channels keep no count of replies within this limit, so their mean reply time is drawn.
      return model === 'deferred'
        ? { unit: 'share', goal: 'floor', values: ratio(expected.answeredInTime, expected.offered) }
        : { unit: 'duration', goal: 'ceiling', values: ratio(expected.firstResponse, expected.answered) };
    case 'firstResponseMean':
      return { unit: 'duration', goal: 'ceiling', values: ratio(expected.firstResponse, expected.answered) };
    case 'meanWaitAnswered':
      return { unit: 'duration', goal: 'ceiling', values: ratio(expected.waitAnswered, expected.answered) };
    case 'abandonment':
      return { unit: 'share', goal: 'ceiling', values: ratio(expected.abandoned, expected.offered) };
    case 'occupancy':
      return { unit: 'share', goal: 'ceiling', values: ratio(expected.busy, expected.staffed) };
    default:
      return assertNever(kind);
  }
}

/** The same measure as simulated, with its interval; null where the simulator does not report it by interval. */
export function simulatedMeasure(
  summary: ChannelSummary,
  { targets }: ChannelAnalysis,
  kind: TargetKind,
  unit: IntervalMeasure['unit'],
  intervals: readonly number[],
): readonly LevelInterval[] | null {
  const level = targets.some((target) => target.kind === 'serviceLevel');
  const measure =
    kind === 'meanWaitAnswered' || kind === 'abandonment'
      ? kind
      : // Without a service-level target the simulator's threshold is the limit of the first reply.
        kind === 'serviceLevel' || (kind === 'firstResponsePercentile' && unit === 'share' && !level)
        ? 'serviceLevel'
        : null;
  if (measure === null) return null;
  return intervals.map((interval) => {
    const estimate = summary.intervals[interval]?.[measure];
    return estimate && Object.values(estimate).every(Number.isFinite)
      ? { value: estimate.value, low: estimate.low, high: estimate.high }
      : { value: null, low: null, high: null };
  });
}
