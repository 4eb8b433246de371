/**
 * The rest of the day after four hours of actuals (and two, six and eight), in the last quarter: as updated, beside the forecast of
 * the same model on the evening before, the plan of a week before, and the forecasts every planner knows;
 * and beside what only hindsight could do.
 */
import { forecastChannel } from '../../../src/forecast/forecast-channel.ts';
import { formatDate } from '../../../src/numeric/civil-date.ts';
import { forecastRestOfDay } from '../../../src/forecast/within-day.ts';
import { readSource, SOURCES } from './protocol.ts';

/** Hours after the doors open that are over. */
const SEEN = [
  { name: 'bank_us', opens: 7 },
  { name: 'bank_il', opens: 7 },
  { name: 'emergency_911', opens: 0 },
].flatMap(({ name, opens }) => [4, 2, 6, 8].map((hours) => ({ name, until: opens + hours })));
/** Factors on the plan tried in hindsight. */
const FACTORS = Array.from({ length: 1501 }, (_, i) => i / 500);
const LEAST_MEDIAN = 10;

export type WithinDayFigure = {
  readonly series: string;
  readonly until: number;
  readonly days: number;
  /** WAPE of the rest of the day by who said it. */
  readonly wape: Readonly<Record<Said, number>>;
  /** The same of the rest of the day as one figure. */
  readonly totalWape: Readonly<Record<'updated' | 'before', number>>;
  readonly restCoverage80: number;
  /** Of intervals whose median is at least 10 contacts. */
  readonly coverage80: number;
};
/**
 * - `updated` and `before`: our model with the morning and without;
 * - `weekBefore`: the plan made a week before;
 * - `knownTotal`: our plan times what makes its total exact;
 * - `bestFactor`: our plan times the factor of the least absolute error, found in hindsight.
 */
export type Said = (typeof SAID)[number];
export const SAID = [
  'updated',
  'before',
  'weekBefore',
  'meanOfFour',
  'lastWeek',
  'knownTotal',
  'bestFactor',
] as const;

export function withinDayFigures(dataDir: string, only: (name: string) => boolean): WithinDayFigure[] {
  return SEEN.filter(({ name }) => only(name)).flatMap(({ name, until }) => {
    const source = SOURCES.find((candidate) => candidate.name === name);
    const series = source === undefined ? null : readSource(dataDir, source);
    if (series === null) return [];
    const { slotsPerDay, intervalMinutes, values, days, firstDay } = series;
    const slots = (until * 60) / intervalMinutes;
    const missed: Record<Said, number> = {
      updated: 0,
      before: 0,
      weekBefore: 0,
      meanOfFour: 0,
      lastWeek: 0,
      knownTotal: 0,
      bestFactor: 0,
    };
    const missedTotal = { updated: 0, before: 0 };
    let [actuals, inside, count, intervals, intervalsInside] = [0, 0, 0, 0, 0];
    for (let day = days - Math.floor(days / 4); day < days; day++) {
      const observed = Array.from(values.subarray(day * slotsPerDay, day * slotsPerDay + slots), (value) =>
        Number.isNaN(value) ? null : value,
      );
      if (observed.every((value) => value === null)) continue;
      const asked = { date: formatDate(firstDay + day), quantiles: [0.1, 0.5, 0.9] };
      const updated = forecastRestOfDay(series, { ...asked, observed });
      if (!updated.ok) throw new Error(updated.refusal.message);
      const plan = forecastChannel(series, {
        from: formatDate(firstDay + day - 6),
        days: 7,
        quantiles: asked.quantiles,
      });
      if (!plan.ok) throw new Error(plan.refusal.message);
      const ofPlan = new Map(plan.forecast.starts.map((start, i) => [start, plan.forecast.mean[i] ?? 0]));
      const naive = (['meanOfFour', 'lastWeek'] as const).map((model) => {
        const outcome = forecastRestOfDay(series, { ...asked, observed, model });
        if (!outcome.ok) throw new Error(outcome.refusal.message);
        return outcome.forecast.meanBefore;
      });
      const { starts, mean, meanBefore, rest, quantiles } = updated.forecast;
      const slotsLeft = starts.flatMap((start, i) => {
        const slot = (Number(start.slice(11, 13)) * 60 + Number(start.slice(14))) / intervalMinutes;
        const actual = values[day * slotsPerDay + slot] ?? Number.NaN;
        return Number.isNaN(actual) ? [] : [{ i, start, actual }];
      });
      const total = slotsLeft.reduce((sum, { actual }) => sum + actual, 0);
      const planned = slotsLeft.reduce((sum, { i }) => sum + (meanBefore[i] ?? 0), 0);
      const off = (of: (i: number, start: string) => number) =>
        slotsLeft.reduce((sum, { i, start, actual }) => sum + Math.abs(of(i, start) - actual), 0);
      const times = (factor: number) => off((i) => factor * (meanBefore[i] ?? 0));
      missed.updated += off((i) => mean[i] ?? 0);
      missed.before += times(1);
      missed.weekBefore += off((_, start) => ofPlan.get(start) ?? 0);
      missed.meanOfFour += off((i) => naive[0]?.[i] ?? 0);
      missed.lastWeek += off((i) => naive[1]?.[i] ?? 0);
      missed.knownTotal += times(total / planned);
      missed.bestFactor += Math.min(...FACTORS.map(times));
      const updatedTotal = slotsLeft.reduce((sum, { i }) => sum + (mean[i] ?? 0), 0);
      missedTotal.updated += Math.abs(updatedTotal - total);
      missedTotal.before += Math.abs(planned - total);
      actuals += total;
      if (total >= (rest.quantiles[0] ?? 0) && total <= (rest.quantiles[2] ?? 0)) inside++;
      count++;
      for (const { i, actual } of slotsLeft) {
        const [low = 0, median = 0, high = 0] = quantiles[i] ?? [];
        if (median < LEAST_MEDIAN) continue;
        intervals++;
        if (actual >= low && actual <= high) intervalsInside++;
      }
    }
    const wape = { ...missed };
    for (const said of SAID) wape[said] /= actuals;
    return [
      {
        series: name,
        until,
        days: count,
        wape,
        totalWape: { updated: missedTotal.updated / actuals, before: missedTotal.before / actuals },
        restCoverage80: inside / count,
        coverage80: intervalsInside / intervals,
      },
    ];
  });
}
