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
