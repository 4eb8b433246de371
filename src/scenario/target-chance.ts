/**
 * The expected value of each target over the scenario's days, and the chance that one such stretch
 * of days meets it.
 *
 * A target is a ratio of totals R = Σ A / Σ B. Over stretches it is taken as normal with the variance
 * of A − rB: between days from the day factor (independent days), within days from chance alone.
 * The central 95 % range and the chance follow. Where days have a level in common they are independent once it is
 * known: the chance is the mean over the levels of the chance at each. Reference: Steckley, Henderson & Mehrotra (2009),
 * "Forecast errors in service systems", Probability in the Engineering and Informational Sciences 23:
 * service levels over a period follow a normal mixture.
 */
import { normalCumulative } from '../numeric/normal-cumulative.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import type { Probability, Seconds, Share } from '../units.ts';
import type { DaySwing, TargetKind, TargetResult } from './analysis.ts';
import {
  ABANDONED,
  ANSWERED,
  BUSY,
  FIRST_IN_TIME,
  FIRST_RESPONSE,
  LEVEL_DENOMINATOR,
  LEVEL_NUMERATOR,
  OFFERED,
  STAFFED,
  STAYING,
  WAIT_ANSWERED,
} from './interval-counts.ts';
import type { Targets } from './schema.ts';

export type Goal = {
  readonly kind: TargetKind;
  readonly goal: number;
  readonly within?: Seconds;
  readonly numerator: number;
  readonly denominator: number;
  /** Meeting it means being at least, or at most, the goal. */
  readonly sense: 'atLeast' | 'atMost';
};

/** The targets of a channel as ratios of columns of interval-counts.ts. */
export function goalsOf(targets: Targets): Goal[] {
  const goals: Goal[] = [];
  if (targets.serviceLevel) {
    const { share, threshold } = targets.serviceLevel;
    goals.push({
      kind: 'serviceLevel',
      goal: share,
      within: threshold,
      numerator: LEVEL_NUMERATOR,
      denominator: LEVEL_DENOMINATOR,
      sense: 'atLeast',
    });
  }
  if (targets.firstResponse?.percentile) {
    const { share, within } = targets.firstResponse.percentile;
    goals.push({
      kind: 'firstResponsePercentile',
      goal: share,
      within,
      numerator: FIRST_IN_TIME,
      denominator: STAYING,
      sense: 'atLeast',
    });
  }
  const atMost = (
    kind: TargetKind,
    goal: number | undefined,
    numerator: number,
    denominator: number,
  ): void => {
    if (goal !== undefined) goals.push({ kind, goal, numerator, denominator, sense: 'atMost' });
  };
  atMost('firstResponseMean', targets.firstResponse?.mean, FIRST_RESPONSE, ANSWERED);
  atMost('meanWaitAnswered', targets.meanWaitAnswered, WAIT_ANSWERED, ANSWERED);
  atMost('abandonment', targets.abandonment, ABANDONED, OFFERED);
  atMost('occupancy', targets.maxOccupancy, BUSY, STAFFED);
  return goals;
}

/**
 * `days[day][node]`: the day's expected totals per column at each equally likely day factor; where agents may be
 * absent, at each factor as many equally likely nodes one after the other, by how many come.
 */
export type DayTotals = readonly (readonly Float64Array[])[];

/**
 * @param levelShare correlation of the days' normal scores by a level common to all of them
 * @param perFactor nodes of each day factor
 * @param withinDays variance of (share − r) counted over all days by chance alone, per offered contact of
 *   a share target: Var / (N p (1 − p)), at least 1 (1: contacts independent of each other)
 */
export function targetResult(
  goal: Goal,
  days: DayTotals,
  withinDays: number,
  levelShare: Share = 0,
  perFactor = 1,
): TargetResult {
  const { kind } = goal;
  const base = { kind, goal: goal.goal, ...(goal.within === undefined ? {} : { within: goal.within }) };
  const { top, bottom, offered } = totalsOf(goal, days);
  if (bottom === 0 || offered === 0) {
    return { ...base, value: null, low: null, high: null, chance: offered === 0 ? 1 : 0 };
  }
  if (top === Infinity) return { ...base, value: null, low: null, high: null, chance: 0 };
  const ratio = top / bottom;
  const levels = levelShare > 0 ? atLevels(goal, days, withinDays, levelShare, perFactor) : null;
  const between = days.reduce((sum, nodes) => sum + variance(residualsOf(goal, nodes, ratio)), 0);
  const deviation = levels
    ? Math.sqrt(
        levels.reduce((sum, at) => sum + at.weight * (at.deviation ** 2 + (at.ratio - ratio) ** 2), 0),
      )
    : Math.sqrt(between + bottom * spreadPerContact(kind, ratio) * withinDays) / bottom;
  const share = kind !== 'meanWaitAnswered' && kind !== 'firstResponseMean';
  const clamp = (x: number): number => Math.max(0, share ? Math.min(1, x) : x);
  return {
    ...base,
    value: clamp(ratio),
    low: clamp(ratio - 1.96 * deviation),
    high: clamp(ratio + 1.96 * deviation),
    chance: levels
      ? levels.reduce((sum, at) => sum + at.weight * chanceOf(goal, at.ratio, at.deviation), 0)
      : chanceOf(goal, ratio, deviation),
  };
}

/** Normal scores of the level, of the rule that sums over them: ±4 in steps of a tenth. */
const LEVEL_SCORES = Array.from({ length: 81 }, (_, k) => (k - 40) / 10);

type AtLevel = { readonly weight: Probability; readonly ratio: number; readonly deviation: number };

/**
 * The ratio and its deviation where the level common to all days has each of these scores. A day's score is then
 * normal around √w times it, and the day at each of its nodes as likely as that falls into the node's class.
 */
function atLevels(
  goal: Goal,
  days: DayTotals,
  withinDays: number,
  levelShare: Share,
  perFactor: number,
): AtLevel[] {
  const factors = (days[0]?.length ?? 0) / perFactor;
  const bounds = Array.from({ length: factors + 1 }, (_, k) =>
    k === 0 ? -Infinity : k === factors ? Infinity : normalQuantile(k / factors),
  );
  const [common, own] = [Math.sqrt(levelShare), Math.sqrt(1 - levelShare)];
  const all = LEVEL_SCORES.reduce((sum, score) => sum + Math.exp((-score * score) / 2), 0);
  return LEVEL_SCORES.map((score) => {
    const below = bounds.map((bound) => distanceBelow(bound - common * score, own));
    const chances = Array.from({ length: factors * perFactor }, (_, node) => {
      const factor = Math.floor(node / perFactor);
      return ((below[factor + 1] ?? 1) - (below[factor] ?? 0)) / perFactor;
    });
    const meanOf = (nodes: readonly Float64Array[], column: number) =>
      nodes.reduce((sum, totals, node) => sum + (chances[node] ?? 0) * (totals[column] ?? 0), 0);
    const sumOf = (column: number) => days.reduce((sum, nodes) => sum + meanOf(nodes, column), 0);
    const [top, bottom] = [sumOf(goal.numerator), sumOf(goal.denominator)];
    const ratio = top / bottom;
    const between = days.reduce((sum, nodes) => {
      const residuals = residualsOf(goal, nodes, ratio);
      const mean = residuals.reduce((total, x, node) => total + (chances[node] ?? 0) * x, 0);
      return sum + residuals.reduce((total, x, node) => total + (chances[node] ?? 0) * (x - mean) ** 2, 0);
    }, 0);
    return {
      weight: Math.exp((-score * score) / 2) / all,
      ratio,
      deviation: Math.sqrt(between + bottom * spreadPerContact(goal.kind, ratio) * withinDays) / bottom,
    };
  });
}

/** P(Z · deviation < distance); where nothing is left to chance, a step. */
function distanceBelow(distance: number, deviation: number): Probability {
  if (!Number.isFinite(distance) || deviation === 0) return distance > 0 ? 1 : 0;
  return normalCumulative(distance / deviation);
}

/**
 * How much of a target's whole deviation comes from how busy each day is: what goes straight with the
 * normal score of its day factor, and the rest. All squares together are at most 1.
 *
 * @param perFactor nodes of each day factor
 */
export function daySwings(
  goal: Goal,
  days: DayTotals,
  withinDays: number,
  levelShare: Share = 0,
  perFactor = 1,
): DaySwing[] {
  const { top, bottom } = totalsOf(goal, days);
  if (bottom === 0 || top === Infinity) return [];
  const ratio = top / bottom;
  const parts = days.map((nodes) => {
    const all = residualsOf(goal, nodes, ratio);
    // Busyness is what channels have in common; who comes is not.
    const residuals = Array.from({ length: all.length / perFactor }, (_, factor) =>
      all.slice(factor * perFactor, (factor + 1) * perFactor).reduce((sum, x) => sum + x / perFactor, 0),
    );
    const scores = residuals.map((_, k) => normalQuantile((k + 0.5) / residuals.length));
    const spread = Math.sqrt(variance(scores)) || 1;
    const straight =
      residuals.reduce((sum, x, k) => sum + (x * (scores[k] ?? 0)) / spread, 0) / residuals.length;
    return { straight, whole: variance(residuals), day: variance(all) };
  });
  const curved = parts.map(({ straight, whole }) => Math.sqrt(Math.max(0, whole - straight * straight)));
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  /** Of pairs of different days. */
  const pairs = (values: readonly number[]) => sum(values) ** 2 - sum(values.map((x) => x * x));
  const between =
    sum(parts.map(({ day }) => day)) +
    levelShare * pairs(parts.map(({ straight }) => straight)) +
    levelShare ** 2 * pairs(curved);
  const deviation = Math.sqrt(between + bottom * spreadPerContact(goal.kind, ratio) * withinDays);
  if (deviation === 0) return [];
  // busy days are alike on several channels, how far a volume is off as a whole is each channel's own
  return parts.map(({ straight }, day) => ({
    linear: (Math.abs(straight) * Math.sqrt(1 - levelShare)) / deviation,
    curved: ((curved[day] ?? 0) * (1 - levelShare)) / deviation,
  }));
}

function totalsOf(
  { numerator, denominator }: Goal,
  days: DayTotals,
): { top: number; bottom: number; offered: number } {
  const sums = { top: 0, bottom: 0, offered: 0 };
  for (const nodes of days) {
    for (const totals of nodes) {
      sums.top += (totals[numerator] ?? 0) / nodes.length;
      sums.bottom += (totals[denominator] ?? 0) / nodes.length;
      sums.offered += (totals[OFFERED] ?? 0) / nodes.length;
    }
  }
  return sums;
}

/** A − rB at each day factor: what the day adds to missing or passing the ratio. */
function residualsOf(
  { numerator, denominator }: Goal,
  nodes: readonly Float64Array[],
  ratio: number,
): number[] {
  return nodes.map((totals) => (totals[numerator] ?? 0) - ratio * (totals[denominator] ?? 0));
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
}

function chanceOf(goal: Goal, ratio: number, deviation: number): number {
  const margin = goal.sense === 'atLeast' ? ratio - goal.goal : goal.goal - ratio;
  if (deviation === 0) return margin >= 0 ? 1 : 0;
  return normalCumulative(margin / deviation);
}

/** Variance of one contact's contribution: of a yes-or-no, or of a wait taken as exponential. */
function spreadPerContact(kind: TargetKind, ratio: number): number {
  switch (kind) {
    case 'serviceLevel':
    case 'firstResponsePercentile':
    case 'abandonment':
      return Math.max(0, ratio * (1 - ratio));
    case 'meanWaitAnswered':
    case 'firstResponseMean':
      return ratio * ratio;
    case 'occupancy':
      return 0;
  }
}
