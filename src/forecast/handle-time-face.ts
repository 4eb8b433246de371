/** Handle times in plain arrays: what `forecast()` takes beside the contacts, and what it says of them. */
import { DomainError } from '../errors.ts';
import { parseDate, type DayNumber } from '../numeric/civil-date.ts';
import type { Seconds, Share } from '../units.ts';
import { forecastHandleTime, type HandleTimeForecast } from './handle-time.ts';
import type { ForecastOptions } from './result.ts';
import type { History } from './series.ts';
import { forecastTenure, paceOf } from './tenure.ts';

export type HandleTimeInput = {
  /** Beside `starts`: mean handle time of the interval in seconds; null where nothing was handled. */
  readonly handleTime?: readonly (Seconds | null)[];
  /** Beside `starts`: contacts behind these means; without it the values. */
  readonly handled?: readonly (number | null)[];
  /** Handle times by how long the agents had been there. */
  readonly tenure?: TenureInput;
};

export type TenureInput = {
  /** Months at which bands begin, ascending from 0. */
  readonly bands: readonly number[];
  /** Days, band by band: contacts handled, and seconds spent on them; in any order, several queues of a day apart. */
  readonly days: readonly {
    readonly date: string;
    readonly handled: readonly number[];
    readonly seconds: readonly Seconds[];
  }[];
};

export type HandleTimeAhead = {
  readonly starts: string[];
  readonly mean: Seconds[];
  readonly quantiles: Seconds[][];
  /** Over all contacts of the days ahead. */
  readonly average: Seconds;
  readonly averageQuantiles: Seconds[];
  readonly model: string;
  /** By tenure, bands that can be compared; null where they cannot, or nothing was told. */
  readonly tenure: readonly TenureAhead[] | null;
};

export type TenureAhead = {
  /** Months, [from, to); null: and longer. */
  readonly from: number;
  readonly to: number | null;
  /** Of the contacts of late. */
  readonly share: Share;
  /** Of the days ahead. */
  readonly mean: Seconds;
  readonly quantiles: Seconds[];
  /** Speed of such agents, where 1 is that of all of late. */
  readonly pace: number;
};

/**
 * Undefined where none is given, null where none is known before the first day.
 *
 * @throws {DomainError} when a column is malformed
 */
export function handleTimeAhead(
  { intervalMinutes, starts, values, handleTime, handled, tenure }: History & HandleTimeInput,
  options: ForecastOptions,
): HandleTimeAhead | null | undefined {
  const from = parseDate(options.from);
  if (handleTime === undefined && (handled ?? tenure) !== undefined)
    throw new DomainError('forecast', '$.handleTime', undefined, 'given where handled or tenure is');
  if (handleTime === undefined || from === null) return undefined;
  const beside = { handleTime, ...(handled === undefined ? {} : { handled }) };
  for (const [name, column] of Object.entries(beside))
    if (column.length !== starts.length)
      throw new DomainError('forecast', `$.${name}`, column.length, 'one value per start');
  handleTime.forEach((mean, row) => {
    if (mean !== null && !(mean >= 0 && mean < Infinity))
      throw new DomainError('forecast', `$.handleTime[${row}]`, mean, 'seconds from 0, or null');
  });
  const outcome = forecastHandleTime(
    // an interval without contacts is open all the same
    {
      intervalMinutes,
      starts,
      handleTime,
      contacts: values.map((value, row) => (handled ?? values)[row] ?? (value === null ? null : 0)),
    },
    options,
  );
  if (!outcome.ok) {
    const [first] = outcome.issues;
    if (first?.code === 'noData' || first?.code === 'noOpenDay') return null;
    const path = first?.path.replace('$.values', '$.handled') ?? '$.handleTime';
    throw new DomainError('forecast', path, first?.message, first?.allowed ?? 'a history');
  }
  const { mean, quantiles, average, averageQuantiles, model } = outcome.forecast;
  return {
    starts: outcome.forecast.starts,
    mean,
    quantiles,
    average,
    averageQuantiles,
    model,
    tenure: tenure === undefined ? null : bandsAhead(tenure, from, outcome.forecast, options.quantiles),
  };
}

function bandsAhead(
  { bands, days }: TenureInput,
  from: DayNumber,
  ahead: HandleTimeForecast,
  quantiles: readonly number[],
): TenureAhead[] | null {
  bands.forEach((months, b) => {
    if (!(b === 0 ? months === 0 : months > (bands[b - 1] ?? 0) && months < Infinity))
      throw new DomainError('forecast', `$.tenure.bands[${b}]`, months, 'months, ascending from 0');
  });
  const told = days.map(({ date, handled, seconds }, row) => {
    const path = `$.tenure.days[${row}]`;
    const day = parseDate(date);
    if (day === null) throw new DomainError('forecast', `${path}.date`, date, 'a date YYYY-MM-DD');
    for (const [name, column] of Object.entries({ handled, seconds }))
      if (column.length !== bands.length || !column.every((value) => value >= 0 && value < Infinity))
        throw new DomainError(
          'forecast',
          `${path}.${name}`,
          String(column),
          `${bands.length} numbers from 0, one per band`,
        );
    return { day, handled, seconds };
  });
  const known = forecastTenure(
    {
      bands,
      days: Int32Array.from(told, ({ day }) => day),
      handled: Float64Array.from(told.flatMap(({ handled }) => handled)),
      seconds: Float64Array.from(told.flatMap(({ seconds }) => seconds)),
    },
    from,
    ahead,
    quantiles,
  );
  if (known === null) return null;
  return known.bands.map(({ from: first, to, share, factor, mean, quantiles: law }) => ({
    from: first,
    to,
    share,
    mean,
    quantiles: law,
    pace: paceOf({ factor }),
  }));
}
