/**
 * Two plans met by the same customers: differences with an interval of their own.
 *
 * Under one seed the n-th customer of a class is the same person in both runs, so most of the chance
 * in either result is shared and drops out of the difference (paired-difference.ts).
 */
import { DomainError } from '../errors.ts';
import type { Share } from '../units.ts';
import type { Accumulated } from './accumulate.ts';
import {
  CLASS_VALUES,
  V_ABANDONED,
  V_ANSWERED,
  V_REACHED,
  V_GOOD,
  V_JUDGED,
  V_OFFERED,
  V_RESPONSE,
  V_RESPONSE_WITHIN,
  V_SETTLED,
  V_WAIT,
  V_WAIT_ANSWERED,
} from './class-values.ts';
import { type CompiledModel, compileModel } from './compile.ts';
import { type ReasonDifference, reasonDifferences } from './compare-reasons.ts';
import { estimate } from './estimate.ts';
import type { SimulationModel } from './model.ts';
import { meanDifference, ratioDifference } from './paired-difference.ts';
import { withSharedStreams } from './shared-streams.ts';
import { gather } from './simulate.ts';
import type { Estimate, ModelSummary } from './summary.ts';

/** Second plan minus first; null where either has nothing to estimate from. */
export type ClassDifference = {
  readonly id: string;
  readonly offered: Estimate;
  readonly answered: Estimate;
  readonly abandoned: Estimate;
  readonly serviceLevel: Estimate | null;
  readonly abandonment: Estimate | null;
  readonly meanWait: Estimate | null;
  readonly meanWaitAnswered: Estimate | null;
  /** Mean first response of those answered, and the share of them within the limit of the percentile target. */
  readonly firstResponse: Estimate | null;
  readonly firstResponseWithin: Estimate | null;
  /** Of the reasons that the class has in both plans; absent where it has none in either. */
  readonly reasons?: readonly ReasonDifference[];
};

export type PairedSummary = {
  readonly first: ModelSummary;
  readonly second: ModelSummary;
  /** Of the classes that both models have, in the order of the first. */
  readonly differences: readonly ClassDifference[];
};

/** Simulates two models under common random numbers. */
export function comparePlans(
  first: SimulationModel,
  second: SimulationModel,
  options: { readonly seed: number; readonly replications: number; readonly level?: Share },
): PairedSummary {
  const models = withSharedStreams(first, second);
  const a = gather(models[0], options);
  const b = gather(models[1], options);
  const compiled = [compileModel(models[0]), compileModel(models[1])] as const;
  return {
    first: estimate(compiled[0], a, options),
    second: estimate(compiled[1], b, options),
    differences: classDifferences(compiled[0], a, compiled[1], b, options.level ?? 0.95),
  };
}

/** Differences between two runs of the same seed and number of replications. */
export function classDifferences(
  firstModel: CompiledModel,
  first: Accumulated,
  secondModel: CompiledModel,
  second: Accumulated,
  level: Share,
): ClassDifference[] {
  if (first.replications !== second.replications)
    throw new DomainError(
      'classDifferences',
      'second.replications',
      second.replications,
      `those of the first run, ${first.replications}`,
    );
  return firstModel.classes.flatMap(({ id }, index) => {
    const other = secondModel.classes.findIndex((c) => c.id === id);
    if (other < 0) return [];
    const a = columns(first, firstModel.classes.length, index);
    const b = columns(second, secondModel.classes.length, other);
    const count = (value: number) => meanDifference(a(value), b(value), level);
    const ratio = (x: number, y: number) => ratioDifference(a(x), a(y), b(x), b(y), level);
    const reasons = reasonDifferences(
      { compiled: firstModel, data: first, class: index },
      { compiled: secondModel, data: second, class: other },
      level,
    );
    return [
      {
        id,
        offered: count(V_OFFERED),
        answered: count(V_ANSWERED),
        abandoned: count(V_ABANDONED),
        serviceLevel: ratio(V_GOOD, V_JUDGED),
        abandonment: ratio(V_ABANDONED, V_OFFERED),
        meanWait: ratio(V_WAIT, V_SETTLED),
        meanWaitAnswered: ratio(V_WAIT_ANSWERED, V_REACHED),
        firstResponse: ratio(V_RESPONSE, V_REACHED),
        firstResponseWithin: ratio(V_RESPONSE_WITHIN, V_REACHED),
        ...(reasons ? { reasons } : {}),
      },
    ];
  });
}

/** One class's totals by replication, as a function of the value wanted (`V_OFFERED` …). */
export function columns(data: Accumulated, classes: number, index: number): (value: number) => Float64Array {
  return (value) =>
    Float64Array.from(
      { length: data.replications },
      (_, r) => data.totals[(r * classes + index) * CLASS_VALUES + value]!,
    );
}
