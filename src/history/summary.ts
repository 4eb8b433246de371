/** One line about a series, for a table of them. */
import { startText } from './findings.ts';
import type { ChannelSummary, SeriesColumns } from './report.ts';

export function summaryOf({ channel, starts, values, known }: SeriesColumns): ChannelSummary {
  let [unknown, contacts] = [0, 0];
  for (const flag of known) if (flag === 0) unknown++;
  for (const value of values) contacts += value;
  return {
    channel,
    contacts,
    intervals: starts.length,
    unknown,
    from: startText(starts[0] ?? 0),
    to: startText(starts.at(-1) ?? 0),
  };
}
