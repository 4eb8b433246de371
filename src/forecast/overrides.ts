/**
 * What people know and the model does not: a list of changes laid over a forecast, in order. The
 * forecast itself stays as it was, every change says who made it and why, and taking one off the
 * list undoes it.
 *
 * The changed mean is believed; its spread is what the same day would have at that mean. With the
 * factor cv read off the 80 % band (variance = dispersion · m + cv² · m²), every quantile keeps its
 * place on the cube-root scale of the law (law.ts) while the coefficient of variation goes from that
 * of the old mean to that of the new one: percentages of a busy day leave the bands in proportion,
 * and a tenth of the contacts has relatively more chance in it.
 */
import type { Issue } from '../errors.ts';
import { parseDate, weekdayOf } from '../numeric/civil-date.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { valueAt } from './law.ts';
import { overrideIssues } from './override-check.ts';
import type { Band, ForecastResult, TotalForecast } from './result.ts';

export type Override = {
  readonly id: string;
  readonly who: string;
  readonly why: string;
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** Minutes after midnight, [from, to); absent: the whole day. */
  readonly minutes?: { readonly from: number; readonly to: number };
  /** Monday 0 … Sunday 6; absent: all. */
  readonly weekdays?: readonly number[];
  readonly change: OverrideChange;
};

export type OverrideChange =
  /** +15: 15 % more contacts in every interval covered. */
  | { readonly kind: 'percent'; readonly percent: number }
  /** So many contacts in each interval, or in the covered part of each day, spread as before. */
  | { readonly kind: 'absolute'; readonly contacts: number; readonly per: 'interval' | 'day' }
  /** So many contacts more (or fewer) over everything covered together, spread as the forecast. */
  | { readonly kind: 'event'; readonly contacts: number }
  /** `volume * 1.1 + 5`, evaluated by what the caller hands in. */
  | { readonly kind: 'formula'; readonly formula: string };

/** As `evaluateFormula` of the scenario: whole days on the grid, 0 in intervals without a forecast. */
export type FormulaEvaluator = (
  formula: string,
  grid: {
    readonly volume: readonly number[];
    readonly weekdays: readonly number[];
    readonly slotsPerDay: number;
  },
) =>
  { readonly ok: true; readonly contacts: readonly number[] } | { readonly ok: false; readonly issue: Issue };

/** The part of a forecast that overrides read. */
export type ForecastToOverride = Pick<
  ForecastResult,
  'starts' | 'mean' | 'quantiles' | 'bands' | 'days' | 'weeks' | 'dayFactorCv' | 'dispersion'
>;

export type Overridden = {
  readonly ok: true;
  /** With the overrides in; the model's own figures are those of the forecast handed in. */
  readonly forecast: Pick<ForecastResult, 'starts' | 'mean' | 'quantiles' | 'bands' | 'days' | 'weeks'>;
  /** Contacts that each override added (or took), in the order of the list. */
  readonly steps: readonly { readonly id: string; readonly contacts: number }[];
};

/**
 * The forecast with the overrides applied one after the other. O(overrides × intervals).
 *
 * `probabilities`: those of the forecast's quantiles.
 */
export function applyOverrides(
  forecast: ForecastToOverride,
  overrides: readonly Override[],
  input: {
    readonly intervalMinutes: number;
    readonly probabilities: readonly number[];
    readonly evaluate?: FormulaEvaluator;
  },
): Overridden | { readonly ok: false; readonly issues: readonly Issue[] } {
  const issues = overrideIssues(forecast.starts, overrides, input.evaluate !== undefined);
  if (issues.length > 0) return { ok: false, issues };
  const cells = forecast.starts.map((start) => ({
    day: parseDate(start.slice(0, 10)) ?? 0,
    minute: Number(start.slice(11, 13)) * 60 + Number(start.slice(14)),
  }));
  const now = [...forecast.mean];
  const steps: { id: string; contacts: number }[] = [];
  for (const [index, override] of overrides.entries()) {
    const covered = coveredCells(cells, override);
    const before = sumAt(now, covered);
    const issue = change(now, covered, override, cells, input);
    if (issue !== null)
      return { ok: false, issues: [{ ...issue, path: `$.overrides[${index}].change.formula` }] };
    steps.push({ id: override.id, contacts: sumAt(now, covered) - before });
  }
  return { ok: true, forecast: withMeans(forecast, now, cells, input.probabilities), steps };
}

type Cell = { readonly day: number; readonly minute: number };

function coveredCells(cells: readonly Cell[], { from, to, minutes, weekdays }: Override): number[] {
  const [first, last] = [parseDate(from) ?? 0, parseDate(to) ?? 0];
  return cells.flatMap(({ day, minute }, i) =>
    day >= first &&
    day <= last &&
    (minutes === undefined || (minute >= minutes.from && minute < minutes.to)) &&
    (weekdays === undefined || weekdays.includes(weekdayOf(day)))
      ? [i]
      : [],
  );
}

const sumAt = (values: readonly number[], at: readonly number[]) =>
  at.reduce((sum, i) => sum + (values[i] ?? 0), 0);

/** Adds contacts to the cells in proportion to what they hold, evenly where they hold nothing. */
function spread(now: number[], at: readonly number[], total: number): void {
  const sum = sumAt(now, at);
  for (const i of at) now[i] = sum > 0 ? ((now[i] ?? 0) * total) / sum : total / at.length;
}

/** Changes the means in place; an issue when the formula gives none. */
function change(
  now: number[],
  covered: readonly number[],
  override: Override,
  cells: readonly Cell[],
  { intervalMinutes, evaluate }: { intervalMinutes: number; evaluate?: FormulaEvaluator },
): Issue | null {
  const { change: what } = override;
  if (covered.length === 0) return null;
  switch (what.kind) {
    case 'percent':
      for (const i of covered) now[i] = (now[i] ?? 0) * (1 + what.percent / 100);
      return null;
    case 'absolute': {
      if (what.per === 'interval') {
        for (const i of covered) now[i] = what.contacts;
        return null;
      }
      const byDay = new Map<number, number[]>();
      for (const i of covered) {
        const { day } = cells[i] ?? { day: 0 };
        byDay.set(day, [...(byDay.get(day) ?? []), i]);
      }
      for (const at of byDay.values()) spread(now, at, what.contacts);
      return null;
    }
    case 'event':
      // nobody can take away more than there is
      spread(now, covered, Math.max(0, sumAt(now, covered) + what.contacts));
      return null;
    case 'formula': {
      const [first = 0, last = 0] = [cells[covered[0] ?? 0]?.day, cells[covered.at(-1) ?? 0]?.day];
      const slotsPerDay = MINUTES_PER_DAY / intervalMinutes;
      const place = ({ day, minute }: Cell) => (day - first) * slotsPerDay + minute / intervalMinutes;
      const volume = Array<number>((last - first + 1) * slotsPerDay).fill(0);
      for (const i of covered) volume[place(cells[i] ?? { day: first, minute: 0 })] = now[i] ?? 0;
      const weekdays = Array.from({ length: last - first + 1 }, (_, d) => weekdayOf(first + d));
      const outcome = evaluate?.(what.formula, { volume, weekdays, slotsPerDay });
      if (outcome === undefined) return null; // refused before: no evaluator
      if (!outcome.ok) return outcome.issue;
      for (const i of covered) now[i] = outcome.contacts[place(cells[i] ?? { day: first, minute: 0 })] ?? 0;
      return null;
    }
  }
}

function withMeans(
  forecast: ForecastToOverride,
  now: readonly number[],
  cells: readonly Cell[],
  probabilities: readonly number[],
): Overridden['forecast'] {
  const { starts, mean, dispersion, dayFactorCv } = forecast;
  const reference = forecast.bands[0];
  const movers = now.map((value, i) => {
    const band = reference && {
      level: reference.level,
      low: reference.low[i] ?? 0,
      high: reference.high[i] ?? 0,
    };
    return mover(mean[i] ?? 0, value, band, dispersion, dayFactorCv);
  });
  const moved = (values: readonly number[], p: number) => values.map((x, i) => movers[i]?.(x, p) ?? x);
  const bands = forecast.bands.map(({ level, low, high }): Band => ({
    level,
    low: moved(low, (1 - level) / 2),
    high: moved(high, (1 + level) / 2),
  }));
  const dayMean = new Map<number, number>();
  cells.forEach(({ day }, i) => dayMean.set(day, (dayMean.get(day) ?? 0) + (now[i] ?? 0)));
  const totals = (list: readonly TotalForecast[]): TotalForecast[] =>
    list.map((total) => {
      const first = parseDate(total.from) ?? 0;
      let value = 0;
      for (let day = first; day < first + total.days; day++) value += dayMean.get(day) ?? 0;
      const move = mover(total.mean, value, total.bands[0], 1, total.factorCv);
      return {
        ...total,
        mean: value,
        quantiles: total.quantiles.map((x, k) => move(x, probabilities[k] ?? 0.5)),
        bands: total.bands.map(({ level, low, high }) => ({
          level,
          low: move(low, (1 - level) / 2),
          high: move(high, (1 + level) / 2),
        })),
      };
    });
  return {
    starts,
    mean: [...now],
    quantiles: forecast.quantiles.map((law, i) =>
      law.map((x, k) => movers[i]?.(x, probabilities[k] ?? 0.5) ?? x),
    ),
    bands,
    days: totals(forecast.days),
    weeks: totals(forecast.weeks),
  };
}

/** Takes a quantile of the old mean to that of the new one. */
function mover(
  before: number,
  after: number,
  band: { readonly level: number; readonly low: number; readonly high: number } | undefined,
  dispersion: number,
  factorCv: number,
): (x: number, probability: number) => number {
  if (after === before) return (x) => x;
  if (!(before > 0 && band !== undefined && band.high > band.low))
    return (_, probability) => valueAt(normalQuantile(probability), after, { dispersion, factorCv });
  const cv = (band.high - band.low) / (2 * normalQuantile((1 + band.level) / 2)) / before;
  const factor = Math.max(0, cv * cv - dispersion / before);
  // bands narrower than chance keep their proportion to it
  const chance = Math.min(dispersion, cv * cv * before);
  const ratio = after > 0 ? Math.sqrt(factor + chance / after) / cv : 0;
  return (x) => after * Math.max(0, 1 + (Math.cbrt(x / before) - 1) * ratio) ** 3;
}
