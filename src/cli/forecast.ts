import type { Issue } from '../errors.ts';
import { before } from '../forecast/channel-fit.ts';
import { sharedCorrelation } from '../forecast/error-correlation.ts';
import { forecastInFull, ForecastRefused } from '../forecast/forecast.ts';
import { seriesFrom, type History } from '../forecast/series.ts';
import { MOST_SIBLINGS } from '../forecast/sibling.ts';
import { forecastTyped, weekShape } from '../forecast/typed-volume.ts';
import type { SeriesColumns } from '../history/report.ts';
import { toSeries } from '../history/series.ts';
import { formatDate, parseDate } from '../numeric/civil-date.ts';
import { handleTimeAhead } from '../scenario/handle-time-ahead.ts';
import { FAR_AHEAD_DAYS, hasStopped } from '../scenario/planning-calendar.ts';
import { tenureAhead } from '../scenario/tenure-ahead.ts';
import { isTimeZone } from '../scenario/time-zone.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { refuse, WrongUsage, type Command } from './command.ts';
import {
  daysText,
  handleTimeText,
  noteText,
  priorsText,
  QUANTILES,
  reasonText,
  tenureText,
} from './forecast-text.ts';
import { readSeries } from './history-file.ts';
import { historyRemarks } from './history-remarks.ts';
import { withoutIntervals } from './leave-out.ts';
import { onlyFile, readOptions } from './options.ts';
import { count, json } from './output.ts';
import { readSpecialDays } from './special-days.ts';

const NEW = 'new channel';

export const forecast: Command = {
  summary: 'forecast every channel of a history file (CSV, TSV or .xlsx), with quantiles',
  usage:
    'forecast FILE [--from YYYY-MM-DD] [--days 28] [--interval 30] [--specials DAYS.csv|DAYS.ics] [--sheet NAME] [--leave-out START,DAY,…] [--new-channel CONTACTS-A-WEEK] [--time-zone Europe/Paris] [--json | --csv]',
  run(args, surroundings) {
    const options = readOptions(args, {
      from: 'string',
      days: 'number',
      interval: 'number',
      'time-zone': 'string',
      specials: 'string',
      sheet: 'string',
      'leave-out': 'string',
      'new-channel': 'number',
      csv: 'boolean',
    });
    const file = onlyFile(options);
    if (options.has('json') && options.has('csv'))
      throw new WrongUsage('--json and --csv are two ways of writing the same: choose one');
    const days = options.whole('days', 1, 366) ?? 28;
    const wanted = options.whole('interval', 1, 1440);
    const interval = wanted ?? 30;
    if (1440 % interval !== 0) throw new WrongUsage(`--interval is ${interval}, but must divide a day`);
    const timeZone = options.text('time-zone') ?? 'UTC';
    if (!isTimeZone(timeZone))
      throw new WrongUsage(`--time-zone is ${timeZone}, but must be an IANA time zone`);
    const from = options.text('from');
    if (from !== undefined && parseDate(from) === null)
      throw new WrongUsage(`--from is ${from}, but must be a date YYYY-MM-DD`);
    const sheet = options.text('sheet');
    const { series: read, report } = readSeries(file, surroundings, {
      timeZone,
      intervalMinutes: interval,
      ...(sheet === undefined ? {} : { sheet }),
    });
    const taken = read[0]?.intervalMinutes ?? interval;
    if (wanted !== undefined && taken !== wanted)
      surroundings.error(`${file}: intervals of ${taken} min: the rows do not fill ${wanted} min exactly\n`);
    const leftOut = options.text('leave-out');
    const series = leftOut === undefined ? read : withoutIntervals(file, read, leftOut);
    const specials = options.text('specials');
    const names = series.map(({ channel }) => channel);
    const spanned = { ...spanOf(series, from, days), timeZone, channels: names };
    const specialDays = specials === undefined ? [] : readSpecialDays(specials, spanned, surroundings);
    const expected = options.number('new-channel', 0, 1e9);
    const longest = series
      .toSorted((a, b) => b.starts.length - a.starts.length)
      .slice(0, MOST_SIBLINGS + 1)
      .map((columns) => ({ ...toSeries(columns), specialDays }));
    const last = lastDayOf(series);
    const start = from ?? formatDate((parseDate(last) ?? 0) + 1);
    const refused: Issue[] = [];
    const known = series.flatMap((columns) => {
      const own = { ...toSeries(columns), specialDays };
      const siblings = longest.filter(({ channel }) => channel !== own.channel);
      const history = { ...own, siblings };
      const end = lastDayOf([columns]);
      if (from === undefined && columns.starts.length > 0 && hasStopped(end, last)) {
        refused.push({
          path: history.channel,
          code: 'hasStopped',
          message: `its last row is of ${end}, more than ${FAR_AHEAD_DAYS} days before that of the others (${last}); --from forecasts it all the same`,
          values: { last: end, lastOfAll: last },
        });
        return [];
      }
      const ahead = { from: start, days, quantiles: QUANTILES, everyModel: !options.has('csv') };
      try {
        const handleTime = handleTimeAhead([columns], ahead);
        return {
          channel: history.channel,
          from: start,
          ...forecastInFull(history, ahead),
          priors: null,
          handleTime,
          tenure: tenureAhead([columns], ahead, handleTime),
        };
      } catch (error) {
        if (!(error instanceof ForecastRefused)) throw error;
        refused.push({ path: history.channel, code: error.code, message: error.message });
        return [];
      }
    });
    if (known.length === 0) throw refuse(file, refused);
    const ahead = { from: start, days, quantiles: QUANTILES };
    const added = expected === undefined ? [] : [newChannel(file, longest, expected, ahead)];
    const channels = [...known, ...added];
    const together = sharedCorrelation(known.map(({ dayErrors }) => dayErrors));
    if (options.has('json')) {
      surroundings.out(json({ quantiles: QUANTILES, report, channels, refused, busyTogether: together }));
      return;
    }
    for (const remark of historyRemarks(report)) surroundings.error(`${file}: ${remark}\n`);
    for (const { path, message } of refused)
      surroundings.error(`${file}: ${path}: not forecast: ${message}\n`);
    for (const { channel, notes } of known)
      for (const note of notes) surroundings.error(`${file}: ${channel}: ${noteText(note)}\n`);
    if (options.has('csv')) {
      surroundings.out(asCsv(channels));
      return;
    }
    surroundings.out(
      `${count(report.counted)} of ${count(report.rows)} rows read, ${count(report.rejected)} refused\n`,
    );
    for (const result of channels) {
      surroundings.out(`\n${result.channel}, by ${result.model}\n`);
      surroundings.out(result.priors === null ? reasonText(result) : priorsText(result.priors));
      surroundings.out(daysText(result));
      if (result.handleTime !== null) surroundings.out(handleTimeText(result.handleTime));
      if (result.tenure !== null) surroundings.out(tenureText(result.tenure));
    }
    if (together !== null)
      surroundings.out(
        `\nchannels are busy on the same days: ${together.correlation.toFixed(2)} (0 to 1), over ${count(together.days)} days\n`,
      );
  },
};

/** A channel without history: the volume expected, run as the channels of the file run before `from`. */
function newChannel(
  file: string,
  others: readonly History[],
  contactsPerWeek: number,
  options: { from: string; days: number; quantiles: readonly number[] },
) {
  const read = others.flatMap((history) => {
    const outcome = seriesFrom(history);
    return outcome.ok ? [outcome.series] : [];
  });
  const { from } = options;
  const day = parseDate(from);
  const shape = weekShape(day === null ? read : read.flatMap((series) => before(series, day) ?? []));
  const [first] = others;
  if (shape === null || first === undefined)
    throw refuse(file, [
      { path: NEW, code: 'noShape', message: 'no channel has a week to take its hours from' },
    ]);
  const typed = forecastTyped({ intervalMinutes: first.intervalMinutes, contactsPerWeek, shape }, options);
  const unknown = { handleTime: null, tenure: null };
  return { channel: NEW, from, ...typed, model: 'typed' as const, ...unknown };
}

/** One line per interval; numbers with a point, whatever the country. */
function asCsv(
  channels: readonly {
    readonly channel: string;
    readonly starts: readonly string[];
    readonly mean: readonly number[];
    readonly quantiles: readonly (readonly number[])[];
  }[],
): string {
  const lines = channels.flatMap(({ channel, starts, mean, quantiles }) =>
    starts.map((start, i) =>
      [quoted(channel), start, ...[mean[i] ?? 0, ...(quantiles[i] ?? [])].map((x) => x.toFixed(3))].join(','),
    ),
  );
  const head = ['channel', 'start', 'mean', ...QUANTILES.map((q) => `q${q}`)].join(',');
  return `${[head, ...lines].join('\n')}\n`;
}

/** A name that a worksheet would take for a formula is kept as text. */
export function quoted(name: string): string {
  const plain = /^[=+\-@\t\r]/.test(name) ? `'${name}` : name;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** The last day with a row of any of them. */
function lastDayOf(series: readonly SeriesColumns[]): string {
  const minute = series.reduce((latest, { starts }) => Math.max(latest, starts.at(-1) ?? 0), 0);
  return formatDate(Math.floor(minute / MINUTES_PER_DAY));
}

/** First day of the histories and last one of the forecasts. */
function spanOf(series: readonly SeriesColumns[], from: string | undefined, days: number) {
  const first = Math.min(...series.map(({ starts }) => Math.floor((starts[0] ?? 0) / MINUTES_PER_DAY)));
  const next = (parseDate(lastDayOf(series)) ?? 0) + 1;
  const start = from === undefined ? next : (parseDate(from) ?? next);
  return { from: formatDate(first), to: formatDate(start + days - 1) };
}
