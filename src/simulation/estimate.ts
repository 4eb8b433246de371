/**
 * From sums over replications to estimates with their intervals.
 *
 * Means by Student's t, ratios of totals by the delta method (shares on the logit scale), chances of
 * meeting a target by Wilson's interval (percentiles: histogram-estimates.ts).
 */
import { meanEstimate, ratioEstimate, shareEstimate, wilsonEstimate } from '../numeric/ratio-of-totals.ts';
import type { Seconds, Share } from '../units.ts';
import { type Accumulated, GROUP_PRODUCTS, TARGETS } from './accumulate.ts';
import {
  V_ABANDONED,
  V_ARRIVALS,
  V_GOOD,
  V_JUDGED,
  V_OFFERED,
  V_REACHED,
  V_RESPONSE,
  V_RESPONSE_WITHIN,
} from './class-values.ts';
import type { CompiledModel } from './compile.ts';
import { controlledServiceLevel } from './control-variates.ts';
import * as K from './counters.ts';
import { botSummary, contactEstimates, mean, pairSums, whenRead } from './estimate-cells.ts';
import { reasonSummaries } from './estimate-reasons.ts';
import { histogramOf, percentiles } from './histogram-estimates.ts';
import { journeySummary } from './journey-estimates.ts';
import { serviceLevelQuantiles } from './replication-quantiles.ts';
import type {
  AgentEstimates,
  ClassSummary,
  Estimate,
  GroupSummary,
  JourneySummary,
  ModelSummary,
} from './summary.ts';

/**
 * `accumulated.replications` must be at least 1.
 *
 * Intervals of the horizon and distributions are estimated when they are first read: a week has thousands
 * of figures, and a page that follows a run shows a few. `accumulated` must stay as it is until then.
 */
export function estimate(
  compiled: CompiledModel,
  accumulated: Accumulated,
  options: { readonly seed: number; readonly level?: Share },
): ModelSummary {
  const level = options.level ?? 0.95;
  return {
    seed: options.seed,
    replications: accumulated.replications,
    level,
    intervalSeconds: compiled.intervalSeconds,
    classes: compiled.classes.map((_, c) => classSummary(compiled, accumulated, c, level)),
    customers: journeyOf(compiled, accumulated, compiled.classes.length, level),
    groups: compiled.groups.map((_, g) => groupSummary(compiled, accumulated, g, level)),
  };
}

/**
 * The shares that a class's targets speak of, over the whole horizon; its service level when it has none.
 * Left out where there is nothing to judge.
 */
export function promisedShares(
  compiled: CompiledModel,
  accumulated: Accumulated,
  c: number,
  level: Share,
): Estimate[] {
  const targets = compiled.model.classes[c]!.targets;
  const share = (x: number, y: number) =>
    shareEstimate(pairSums(accumulated, compiled.intervals, c, compiled.columns.length, x, y), level);
  const shares = [
    ...(targets?.abandonment === undefined ? [] : [share(V_ABANDONED, V_OFFERED)]),
    ...(targets?.firstResponse?.percentile === undefined ? [] : [share(V_RESPONSE_WITHIN, V_REACHED)]),
  ];
  return [
    ...(shares.length === 0 || targets?.serviceLevel !== undefined ? [share(V_GOOD, V_JUDGED)] : []),
    ...shares,
  ].filter((one) => one !== null);
}

function classSummary(compiled: CompiledModel, data: Accumulated, c: number, level: Share): ClassSummary {
  const { intervals, columns, intervalSeconds } = compiled;
  const contacts = (row: number, seconds: Seconds) =>
    contactEstimates(data, row, c, columns.length, seconds, level);
  const whole = contacts(intervals, intervals * intervalSeconds);
  const targets = compiled.model.classes[c]!.targets;
  const met = (name: (typeof TARGETS)[number], wanted: boolean): Estimate | null =>
    wanted
      ? wilsonEstimate(data.met[c * TARGETS.length + TARGETS.indexOf(name)]!, data.replications, level)
      : null;
  const waits = compiled.waitHistogram[c]!;
  const promised = targets?.firstResponse?.percentile?.share;
  const within = (row: number): Estimate | null =>
    promised === undefined
      ? null
      : shareEstimate(pairSums(data, row, c, columns.length, V_RESPONSE_WITHIN, V_REACHED), level);
  const meanResponse = (row: number): Estimate | null =>
    ratioEstimate(pairSums(data, row, c, columns.length, V_RESPONSE, V_REACHED), level);
  const firstResponse = whenRead(() => ({
    mean: meanResponse(intervals),
    within: within(intervals),
    percentiles: percentiles(compiled, data, c, promised, level),
  }));
  const histogram = whenRead(() => histogramOf(compiled, data, c));
  const wait = whenRead(() => ({
    percentiles: percentiles(compiled, data, waits, promised, level),
    histogram: histogramOf(compiled, data, waits),
  }));
  const quantiles = whenRead(() => serviceLevelQuantiles(data, c, compiled.classes.length, level));
  const byInterval = whenRead(() =>
    Array.from({ length: intervals }, (_, i) => ({
      ...contacts(i, intervalSeconds),
      firstResponseMean: meanResponse(i),
      firstResponseWithin: within(i),
    })),
  );
  return {
    id: compiled.classes[c]!.id,
    ...whole,
    arrivals: mean(data, intervals, c, columns.length, V_ARRIVALS, 1, level),
    bot: compiled.classes[c]!.bot ? botSummary(data, c, level) : null,
    controlledServiceLevel: controlledServiceLevel(compiled, data, c, level),
    get serviceLevelQuantiles() {
      return quantiles();
    },
    journey: journeyOf(compiled, data, c, level),
    get firstResponse() {
      return firstResponse();
    },
    get histogram() {
      return histogram();
    },
    get wait() {
      return wait();
    },
    targetsMet: met('all', targets !== undefined && Object.keys(targets).length > 0),
    targetMet: {
      serviceLevel: met('serviceLevel', targets?.serviceLevel !== undefined),
      meanWaitAnswered: met('meanWaitAnswered', targets?.meanWaitAnswered !== undefined),
      abandonment: met('abandonment', targets?.abandonment !== undefined),
      firstResponseMean: met('firstResponseMean', targets?.firstResponse?.mean !== undefined),
      firstResponsePercentile: met(
        'firstResponsePercentile',
        targets?.firstResponse?.percentile !== undefined,
      ),
    },
    ...(compiled.classes[c]!.reasons > 0 ? { reasons: reasonSummaries(compiled, data, c, level) } : {}),
    get intervals() {
      return byInterval();
    },
  };
}

function journeyOf(
  compiled: CompiledModel,
  { journeys, replications }: Accumulated,
  first: number,
  level: Share,
): JourneySummary | null {
  return compiled.hasJourneys ? journeySummary(compiled, journeys, first, replications, level) : null;
}

function groupSummary(compiled: CompiledModel, data: Accumulated, g: number, level: Share): GroupSummary {
  const { intervals, groups, intervalSeconds } = compiled;
  const agents = (row: number, seconds: Seconds) =>
    agentEstimates(data, row, g, groups.length, seconds, level);
  const byInterval = whenRead(() => Array.from({ length: intervals }, (_, i) => agents(i, intervalSeconds)));
  return {
    id: groups[g]!.id,
    ...agents(intervals, intervals * intervalSeconds),
    get intervals() {
      return byInterval();
    },
  };
}

function agentEstimates(
  data: Accumulated,
  row: number,
  g: number,
  groups: number,
  seconds: Seconds,
  level: Share,
): AgentEstimates {
  const cell = row * groups + g;
  const sum = (field: number) => data.groupSums[cell * K.GROUP_FIELDS + field]!;
  const product = (place: number) => data.groupProducts[cell * GROUP_PRODUCTS + place]!;
  const count = data.replications;
  const field = (f: number, per: number) =>
    meanEstimate({ count, sum: sum(f) / per, squares: product(f) / (per * per) }, level);
  return {
    occupancy: shareEstimate(
      {
        count,
        x: sum(K.BUSY_SECONDS),
        y: sum(K.STAFFED_SECONDS),
        xx: product(K.BUSY_SECONDS),
        xy: product(GROUP_PRODUCTS - 1),
        yy: product(K.STAFFED_SECONDS),
      },
      level,
    ),
    staffed: field(K.STAFFED_SECONDS, seconds),
    busy: field(K.BUSY_SECONDS, seconds),
    overrunHours: field(K.OVERRUN_SECONDS, 3600),
  };
}
