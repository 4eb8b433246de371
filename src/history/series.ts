/** Series as a forecast reads them, from the columns that cross threads. */
import { startText } from './findings.ts';
import type { HistorySeries, SeriesColumns } from './report.ts';

export function toSeries(columns: SeriesColumns): HistorySeries {
  const { channel, intervalMinutes, values, known, handleSeconds, handled } = columns;
  const series = {
    channel,
    intervalMinutes,
    starts: Array.from(columns.starts, startText),
    values: Array.from(values, (value, i) => (known[i] === 1 ? value : null)),
  };
  if (handleSeconds === undefined || handled === undefined) return series;
  const handleTime = Array.from(handleSeconds, (seconds, i) => {
    const contacts = handled[i] ?? 0;
    return contacts > 0 ? seconds / contacts : null;
  });
  return { ...series, handleTime };
}

/** Mean handle time in seconds over the whole history, total over total; null when it holds none. */
export function meanHandleTime({ handleSeconds, handled }: SeriesColumns): number | null {
  const contacts = sum(handled ?? new Float64Array());
  return contacts > 0 ? sum(handleSeconds ?? new Float64Array()) / contacts : null;
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
