/** The forecast for use without a browser: plain arrays in, plain arrays out. */
import { DomainError } from '../errors.ts';
import { parseDate } from '../numeric/civil-date.ts';
import { forecastChannel } from './forecast-channel.ts';
import type { ForecastOptions, ForecastResult } from './result.ts';
import { isYoung } from './sibling.ts';
import { seriesFrom, type History, type Series } from './series.ts';
import { handleTimeAhead, type HandleTimeAhead, type HandleTimeInput } from './handle-time-face.ts';

/** The history holds nothing to forecast from, or every day asked for is closed. */
export class ForecastRefused extends Error {
  override readonly name = 'ForecastRefused';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Mean and quantiles of every open slot of every open day from `options.from`.
 *
 * `starts` in and out are local wall clock `YYYY-MM-DDTHH:MM`; daily data carry T00:00 with
 * `intervalMinutes` 1440. `quantiles[i][k]` belongs to `starts[i]` and `options.quantiles[k]`: whole numbers where
 * the mean is below 10 contacts.
 * A history with `handleTime` gets its forecast, also by tenure where `tenure` tells it; null
 * where no handle time is known before `options.from`.
 *
 * @throws {DomainError} when the history or an option is malformed
 * @throws {ForecastRefused} when there is nothing to forecast from
 */
export function forecast(
  history: History & HandleTimeInput,
  options: { from: string; days: number; quantiles: readonly number[] },
): {
  starts: string[];
  mean: number[];
  quantiles: number[][];
  model: string;
  handleTime?: HandleTimeAhead | null;
} {
  const { starts, mean, quantiles, model } = forecastInFull(history, options);
  const contacts = { starts, mean, quantiles, model };
  const handleTime = handleTimeAhead(history, options);
  return handleTime === undefined ? contacts : { ...contacts, handleTime };
}

/**
 * The contacts alone, with everything that is known of them: days, weeks, why this model, how it has done.
 *
 * @throws {DomainError} when the history or an option is malformed
 * @throws {ForecastRefused} when there is nothing to forecast from
 */
export function forecastInFull(history: History, options: ForecastOptions): ForecastResult {
  const series = readHistory(history, '$');
  const from = parseDate(options.from);
  // only a young channel asks them, and reading takes its time
  const siblings =
    from !== null && isYoung(series, from)
      ? (history.siblings ?? []).map((sibling, row) => readHistory(sibling, `$.siblings[${row}]`))
      : [];
  const outcome = forecastChannel(series, options, siblings);
  if (!outcome.ok) throw new ForecastRefused(outcome.refusal.code, outcome.refusal.message);
  return outcome.forecast;
}

function readHistory(history: History, name: string): Series {
  const read = seriesFrom(history);
  if (read.ok) return read.series;
  const [first] = read.issues;
  throw new DomainError(
    'forecast',
    first?.path.replace('$', name) ?? name,
    first?.message,
    first?.allowed ?? 'a history',
  );
}
