/** One channel's history, fitted: the model that its backtest chose, and the errors it made. */
import { DomainError } from '../errors.ts';
import {
  backtest,
  bestModel,
  candidates,
  combine,
  horizonOf,
  spreadDay,
  type Candidate,
  type ErrorRow,
  type SlotMeans,
} from './backtest.ts';
import { calibrate, type Calibration } from './calibration.ts';
import type { DayNumber } from '../numeric/civil-date.ts';
import type { ModelName, Reason } from './result.ts';
import type { Series } from './series.ts';
import { LEAST_BACKTEST_DAYS } from './sibling.ts';
import { sweepHistory, type Sweep } from './sweep.ts';
import { runTrial, type Trial } from './trial.ts';

export type ChannelFit = {
  readonly sweep: Sweep;
  readonly model: ModelName;
  readonly reason: Reason;
  readonly rows: readonly ErrorRow[];
  /** All models that the backtest compares. */
  readonly candidates: readonly Candidate[];
  readonly trial: Trial;
  readonly calibration: Calibration;
  /** Means of the slots of a day `ahead` days after the last one known, also beyond the backtest's reach. */
  readonly future: (ahead: number, out: Float64Array) => void;
  /** Days from the last one known to the first one wanted. */
  readonly firstAhead: number;
};

/**
 * The fit to what is known before `from`, for the `days` days after; null when nothing is known.
 * `siblings`: other channels of the same interval, on which it leans while it is young.
 */
export function fitChannel(
  whole: Series,
  from: DayNumber,
  days: number,
  asked?: ModelName,
  siblings: readonly Series[] = [],
): ChannelFit | null {
  const series = before(whole, from);
  if (series === null) return null;
  const stranger = siblings.find(({ slotsPerDay }) => slotsPerDay !== series.slotsPerDay);
  if (stranger !== undefined)
    throw new DomainError(
      'forecast',
      'siblings',
      stranger.intervalMinutes,
      `series of ${series.intervalMinutes} min`,
    );
  const firstAhead = from - series.firstDay - series.days + 1;
  const sweep = sweepHistory(
    series,
    series.days + firstAhead - 1 + days,
    siblings.flatMap((sibling) => before(sibling, from) ?? []),
  );
  const { facts, models, final, endOrigin } = sweep;
  const combination = combine(sweep);
  const list = candidates(sweep, combination);
  const rows = series.days < LEAST_BACKTEST_DAYS ? [] : backtest(sweep, list);
  const { model, reason } = choose(asked, bestModel(rows), series.days, rows);
  const chosen = list.find(({ name }) => name === model);
  if (chosen === undefined) throw new DomainError('forecast', 'model', model, 'a model this history allows');
  const trial = runTrial(sweep, chosen.slotMeans);

  const origin = endOrigin - 1;
  const member = models.indexOf(model);
  const dayMean = (ahead: number): number => {
    const day = facts[origin + ahead];
    if (day === undefined) return 0;
    if (member >= 0) return final.dayMeans[member]?.(day) ?? 0;
    const weights = combination.weights[horizonOf(ahead)] ?? [];
    return final.dayMeans.reduce((sum, predict, m) => sum + (weights[m] ?? 0) * predict(day), 0);
  };
  const isNaive = model === 'lastWeek' || model === 'meanOfFour';
  const slotMeans: SlotMeans = isNaive ? chosen.slotMeans : spreadDay(sweep, (_, ahead) => dayMean(ahead));
  return {
    sweep,
    model,
    reason,
    rows,
    candidates: list,
    trial,
    calibration: calibrate(trial, endOrigin),
    future: (ahead, out) => slotMeans(origin, ahead, out),
    firstAhead,
  };
}

/** The part before `from`, ended at its last known value; null when nothing is known. */
export function before(series: Series, from: DayNumber): Series | null {
  const { slotsPerDay, values } = series;
  let days = Math.max(0, Math.min(series.days, from - series.firstDay));
  const isKnown = (day: number) =>
    values.subarray(day * slotsPerDay, (day + 1) * slotsPerDay).some((value) => !Number.isNaN(value));
  while (days > 0 && !isKnown(days - 1)) days--;
  return days === 0 ? null : { ...series, days, values: values.subarray(0, days * slotsPerDay) };
}

function choose(
  asked: ModelName | undefined,
  best: ModelName | null,
  days: number,
  rows: readonly { model: ModelName; horizon: string; wape: number }[],
): { model: ModelName; reason: Reason } {
  if (asked !== undefined) return { model: asked, reason: { code: 'asked', values: {} } };
  if (best === null)
    return {
      model: 'profile',
      reason: { code: 'historyTooShort', values: { days, needed: LEAST_BACKTEST_DAYS } },
    };
  const wapeOf = (model: ModelName, horizon: string) =>
    rows.find((row) => row.model === model && row.horizon === horizon)?.wape;
  const values: Record<string, number> = {};
  for (const horizon of ['day', 'week', 'month']) {
    const [own, lastWeek, four] = [best, 'lastWeek' as const, 'meanOfFour' as const].map((name) =>
      wapeOf(name, horizon),
    );
    if (own !== undefined) values[`wape.${horizon}`] = own;
    if (lastWeek !== undefined) values[`lastWeek.${horizon}`] = lastWeek;
    if (four !== undefined) values[`meanOfFour.${horizon}`] = four;
  }
  return { model: best, reason: { code: 'bestInBacktest', values } };
}
