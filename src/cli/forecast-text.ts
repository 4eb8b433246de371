/** A forecast in words and tables. */
import type { HandleTimeForecast } from '../forecast/handle-time.ts';
import { scattersLess } from '../forecast/scatter.ts';
import type { ForecastResult, Horizon, ModelName, Note, TotalForecast } from '../forecast/result.ts';
import { paceOf, type TenureForecast } from '../forecast/tenure.ts';
import type { TypedForecast } from '../forecast/typed-volume.ts';
import { count, duration, percent, table } from './output.ts';

export const QUANTILES = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975];
const LOW = QUANTILES.indexOf(0.1);
const HIGH = QUANTILES.indexOf(0.9);
const HORIZONS = { day: 'the next day', week: 'days 2 to 7', month: 'weeks 2 to 4' } as const;

/** Why this model: what it and the simple ones have missed, how its bands held, and what chance alone makes any miss. */
export function reasonText({
  reason,
  model,
  backtest,
  coverage,
  poissonFloor,
  scatter,
}: Pick<ForecastResult, 'reason' | 'model' | 'backtest' | 'coverage' | 'poissonFloor' | 'scatter'>): string {
  const floor = scattersLess(scatter)
    ? `the history scatters less than chance would make it (variance ${scatter.toFixed(2)} of the mean, not 1): the ${percent(poissonFloor)} by which Poisson counts are missed at the least are no floor for it\n`
    : `of the days ahead no forecast of Poisson counts can miss intervals by less than ${percent(poissonFloor)}: chance\n`;
  if (reason.code === 'historyTooShort') {
    const isLong = Number(reason.values['days']) >= Number(reason.values['needed']);
    return isLong
      ? 'taken untested: there is no contact to test models on\n'
      : `taken untested: testing models takes ${reason.values['needed']} days, and there are ${reason.values['days']}\n${floor}`;
  }
  const own = backtest.filter((row) => row.model === model);
  const wapeOf = (name: ModelName, horizon: Horizon) =>
    percent(backtest.find((row) => row.model === name && row.horizon === horizon)?.wape ?? null);
  const row = (title: string, figure: (horizon: Horizon) => string) => [
    title,
    ...own.map(({ horizon }) => figure(horizon)),
  ];
  const held = (horizon: Horizon) =>
    percent(coverage.find((part) => part.horizon === horizon && part.values > 0)?.coverage80 ?? null);
  return (
    table(
      row('intervals missed by', (horizon) => HORIZONS[horizon]),
      [
        row(`by ${model}`, (horizon) => wapeOf(model, horizon)),
        row('by last week', (horizon) => wapeOf('lastWeek', horizon)),
        row('by the mean of four', (horizon) => wapeOf('meanOfFour', horizon)),
        row('80 % bands held', held),
      ],
    ) +
    lossText(model, backtest) +
    floor
  );
}

/** Pinball loss of every model, the chosen one first and then by how it did in the week: each with bands of its own. */
function lossText(chosen: ModelName, backtest: ForecastResult['backtest']): string {
  const lossOf = (model: ModelName, horizon: Horizon) =>
    backtest.find((row) => row.model === model && row.horizon === horizon)?.bands?.pinball ?? null;
  const horizons = [...new Set(backtest.map(({ horizon }) => horizon))];
  const rank = (model: ModelName) =>
    model === chosen ? -1 : (lossOf(model, 'week') ?? lossOf(model, 'day') ?? Infinity);
  const models = [...new Set(backtest.map(({ model }) => model))]
    .filter((model) => horizons.some((horizon) => lossOf(model, horizon) !== null))
    .toSorted((a, b) => rank(a) - rank(b));
  if (models.length === 0) return '';
  return table(
    ['pinball loss, of the mean', ...horizons.map((horizon) => HORIZONS[horizon])],
    models.map((model) => [`of ${model}`, ...horizons.map((horizon) => percent(lossOf(model, horizon), 2))]),
  );
}

/** Of a channel without history. */
export function priorsText({ dayFactorCv, levelCv }: TypedForecast['priors']): string {
  return `no history: days are believed to swing by ${percent(dayFactorCv)}, the volume to be off by ${percent(levelCv)}\n`;
}

/** What a careful reader should know about a forecast. */
export function noteText({ code, values }: Note): string {
  switch (code) {
    case 'shortHistory':
      return `days of history: ${values['days']}; the bands rest on what other series have shown`;
    case 'leansOnSiblings':
      return `weekdays and days lean on the other channels (${values['channels']}) as far as they look alike`;
    case 'allZero':
      return 'the history holds no contact at all';
    case 'repeatedStarts':
      return `intervals that stood twice and were added up, as the repeated hour of autumn is: ${values['count']}`;
    case 'gapBeforeFrom':
      return `days between the history and the first day forecast: ${values['days']}; the bands are wider for it`;
    case 'newSpecialDay':
      return `${values['label']} has no example in the history`;
  }
}

/** `handle time 3.2 min (80 %: 3.0 min – 3.4 min), by level; it missed 6.1 % the next day, 6.5 % after 7 days` */
export function handleTimeText({ average, averageQuantiles, model, backtest }: HandleTimeForecast): string {
  const [low, high] = [LOW, HIGH].map((q) => duration(averageQuantiles[q] ?? null));
  const missed = backtest
    .filter((row) => row.model === model)
    .map(({ ahead, wape }) => `${percent(wape)} ${ahead === 1 ? 'the next day' : `after ${ahead} days`}`);
  const past = missed.length > 0 ? `it missed by ${missed.join(', ')}` : 'too short a history for a backtest';
  return `handle time ${duration(average)} (80 %: ${low} – ${high}), by ${model}; ${past}\n`;
}

/** By how long the agent has been there: mean of the days ahead, and the pace of a group of such agents. */
export function tenureText({ bands }: TenureForecast): string {
  return table(
    ['months there', 'handle time', '80 % band', 'pace', 'of contacts'],
    bands.map(({ from, to, mean, quantiles, factor, share }) => [
      to === null ? `${from} and more` : `${from} to ${to}`,
      duration(mean),
      `${duration(quantiles[LOW] ?? null)} – ${duration(quantiles[HIGH] ?? null)}`,
      percent(paceOf({ factor })),
      percent(share),
    ]),
  );
}

const band = (quantiles: readonly number[] | undefined) =>
  `${count(quantiles?.[LOW] ?? 0)} – ${count(quantiles?.[HIGH] ?? 0)}`;

/** Whole days and weeks with bands of their own, which those of intervals do not add up to. */
export function daysText({
  starts,
  mean,
  quantiles,
  days,
  weeks,
}: Pick<ForecastResult, 'starts' | 'mean' | 'quantiles' | 'days' | 'weeks'>): string {
  const busiest = new Map<string, number>();
  starts.forEach((start, i) => {
    const best = busiest.get(start.slice(0, 10));
    if (best === undefined || (mean[i] ?? 0) > (mean[best] ?? 0)) busiest.set(start.slice(0, 10), i);
  });
  const isByDay = starts.every((start) => start.endsWith('T00:00'));
  const rows = days.map((day) => {
    const at = busiest.get(day.from) ?? 0;
    const own = [day.from, count(day.mean), band(day.quantiles)];
    return isByDay ? own : [...own, (starts[at] ?? '').slice(11), count(mean[at] ?? 0), band(quantiles[at])];
  });
  const head = ['day', 'contacts', '80 % band'];
  const ofInterval = isByDay ? [] : ['busiest interval', 'contacts in it', '80 % band'];
  return table([...head, ...ofInterval], rows) + weeksText(weeks);
}

function weeksText(weeks: readonly TotalForecast[]): string {
  if (weeks.length === 0) return '';
  const rows = weeks.map(({ from, mean, quantiles }) => [from, count(mean), band(quantiles)]);
  return table(['week from', 'contacts', '80 % band'], rows);
}
