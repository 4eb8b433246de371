/**
 * One pass over the history, recording what every model said on every evening about the next 28
 * days. The backtest, the weights of the combination and the calibration of the bands are all
 * read off this record, so none of them can see the future.
 */
import { dayFacts, type DayFacts } from './day-facts.ts';
import { carryModel, levelModel, smoothedLevel, trendModel, type DayModel } from './day-models.ts';
import { dayProfile } from './day-profile.ts';
import { firstLevels, knownTotals } from './first-levels.ts';
import { believable, exposureOf, LEAST_EXPOSURE } from './partial-day.ts';
import { regressionModel } from './regression-model.ts';
import type { ModelName } from './result.ts';
import type { Series } from './series.ts';
import { LEAST_BACKTEST_DAYS, siblingOf, worthLeaningOn } from './sibling.ts';
import { specialEffects } from './special-effects.ts';
import { weekdayFactors } from './weekday-factors.ts';
import { TWO_YEARS, yearlyModel } from './yearly-model.ts';

/** Days ahead that the backtest looks. */
export const FARTHEST = 28;
/** Origins kept: for long horizons all that can be had, within about a million slots looked at. */
const ORIGINS = { slots: 20_000, least: 200, most: 1100 };

export type Sweep = {
  readonly series: Series;
  readonly facts: readonly DayFacts[];
  /** Models of the day total. */
  readonly models: readonly ModelName[];
  /** First and one past the last origin recorded; an origin is the last day observed. */
  readonly firstOrigin: number;
  readonly endOrigin: number;
  /** Expected total of day `origin + 1 + h` by model: see `dayMean`. */
  readonly dayMeans: Float64Array;
  /** Shares by origin, row (weekday, then label) and slot: see `shareOffset`. */
  readonly shares: Float64Array;
  readonly rowCount: number;
  /** Row of the profile for each day. */
  readonly rowOf: Int32Array;
  /** Last four days with contacts per origin and weekday, latest first; -1: none. */
  readonly recentDays: Int32Array;
  /** Known contacts of each day, NaN when nothing is known. */
  readonly totals: Float64Array;
  /** Overdispersion within the day, at the end. */
  readonly dispersion: number;
  /** Forecast of the final state. */
  readonly final: {
    readonly dayMeans: readonly ((facts: DayFacts) => number)[];
    /** Coefficient of variation by which marked days miss their factor. */
    readonly specialCv: number;
  };
};

/** Place of a model's forecast in `dayMeans`; `ahead` from 1. */
export function dayMeanAt(sweep: Sweep, model: number, origin: number, ahead: number): number {
  const origins = sweep.endOrigin - sweep.firstOrigin;
  return (model * origins + origin - sweep.firstOrigin) * FARTHEST + ahead - 1;
}

export function shareOffset(sweep: Sweep, origin: number, day: number): number {
  const { slotsPerDay } = sweep.series;
  return ((origin - sweep.firstOrigin) * sweep.rowCount + (sweep.rowOf[day] ?? 0)) * slotsPerDay;
}

/**
 * `factCount`: days from the first day of the series for which facts are wanted, with those to forecast;
 * `others`: channels to lean on while it is young.
 */
export function sweepHistory(series: Series, factCount: number, others: readonly Series[] = []): Sweep {
  const { days, slotsPerDay, values, firstDay } = series;
  const facts = dayFacts(series, Math.max(factCount, days + FARTHEST));
  const warmUp = days >= 56 ? 28 : Math.min(days, 14);
  const labels = [...new Set(facts.flatMap(({ special }) => (special === null ? [] : [special])))];
  const rowCount = 7 + labels.length;
  const rowOf = Int32Array.from(facts, ({ weekday, special }) =>
    special === null ? weekday : 7 + labels.indexOf(special),
  );
  const mostOrigins = Math.max(
    ORIGINS.least,
    Math.min(ORIGINS.most, Math.floor(ORIGINS.slots / slotsPerDay)),
  );
  const firstOrigin = Math.max(warmUp - 1, days - mostOrigins);
  const origins = days - firstOrigin;

  const { totals, knownSlots } = knownTotals(series);
  const start = firstLevels(series, facts.slice(0, warmUp), totals, knownSlots);
  const isYoung = days < LEAST_BACKTEST_DAYS;
  const siblings = isYoung
    ? worthLeaningOn(others).map((other) => siblingOf(other, firstDay + firstOrigin))
    : [];
  const weekdays = weekdayFactors(
    start.byWeekday,
    start.average,
    start.seen,
    isYoung ? siblings.map((sibling) => sibling.weekdays) : null,
  );
  const level = (halfLife: number) => smoothedLevel(halfLife, start.average, 7);
  const reference = level(21);
  const models: DayModel[] = [
    levelModel('recentProfile', level(7), weekdays),
    levelModel('profile', reference, weekdays),
    levelModel('longProfile', level(60), weekdays),
    carryModel('profileCarry', level(60), weekdays),
    trendModel('trend', start.average, weekdays),
    regressionModel('regression', level(60), weekdays),
    ...(days > TWO_YEARS ? [yearlyModel('yearly', start.average, weekdays)] : []),
  ];
  const effects = specialEffects();
  const profile = dayProfile(
    series,
    rowCount,
    siblings.map((sibling) => sibling.profile),
  );
  const dayMeans = new Float64Array(models.length * origins * FARTHEST);
  const shares = new Float64Array(origins * rowCount * slotsPerDay);
  const recentDays = new Int32Array(origins * 28).fill(-1);
  const recent = Array.from({ length: 7 }, (): number[] => []);
  const today = new Float64Array(slotsPerDay);
  const predict = (model: DayModel, day: DayFacts) =>
    day.isClosed ? 0 : model.predict(day) * (day.special === null ? 1 : effects.factor(day.special));

  for (let d = 0; d < days; d++) {
    for (const sibling of siblings) sibling.learnUntil(firstDay + d);
    const fact = facts[d];
    const total = totals[d] ?? Number.NaN;
    if (fact !== undefined && !Number.isNaN(total)) {
      const row = rowOf[d] ?? 0;
      profile.shares(row, fact.weekday, today);
      const day = values.subarray(d * slotsPerDay, (d + 1) * slotsPerDay);
      const exposure = exposureOf(day, today);
      if (exposure > LEAST_EXPOSURE) {
        const expected = reference.level() * weekdays.factor(fact.weekday) * exposure;
        if (fact.special === null) {
          for (const model of models) model.observe(fact, total, exposure);
          const limited = believable(total, expected);
          if (start.average > 0) weekdays.observe(fact.weekday, limited / exposure, reference.level());
        } else if (expected > 0) effects.observe(fact.special, total / expected);
      }
      profile.observe(row, day);
      const list = recent[fact.weekday] ?? [];
      list.unshift(d);
      if (list.length > 4) list.pop();
    }
    if (d < firstOrigin) continue;
    const origin = d - firstOrigin;
    recent.forEach((list, w) => list.forEach((day, k) => (recentDays[origin * 28 + w * 4 + k] = day)));
    for (let row = 0; row < rowCount; row++)
      if (row < 7) {
        const at = (origin * rowCount + row) * slotsPerDay;
        profile.shares(row, row, shares.subarray(at, at + slotsPerDay));
      }
    // a label's shares are wanted for the weekday on which it falls next
    for (let ahead = 1; ahead <= facts.length - 1 - d; ahead++) {
      const target = facts[d + ahead];
      const row = rowOf[d + ahead] ?? 0;
      if (target === undefined) break;
      if (ahead > FARTHEST && (d < days - 1 || row < 7)) continue;
      if (row >= 7) {
        const at = (origin * rowCount + row) * slotsPerDay;
        profile.shares(row, target.weekday, shares.subarray(at, at + slotsPerDay));
      }
      if (ahead <= FARTHEST)
        models.forEach(
          (model, m) => (dayMeans[(m * origins + origin) * FARTHEST + ahead - 1] = predict(model, target)),
        );
    }
  }
  return {
    series,
    facts,
    models: models.map(({ name }) => name),
    firstOrigin,
    endOrigin: days,
    dayMeans,
    shares,
    rowCount,
    rowOf,
    recentDays,
    totals,
    dispersion: profile.dispersion(),
    final: {
      dayMeans: models.map((model) => (day: DayFacts) => predict(model, day)),
      specialCv: effects.missCv(),
    },
  };
}
