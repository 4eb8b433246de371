import { before } from '../forecast/channel-fit.ts';
import { forecast as forecastSeries, ForecastRefused } from '../forecast/forecast.ts';
import type { HandleTimeForecast } from '../forecast/handle-time.ts';
import { paceOf, type TenureForecast } from '../forecast/tenure.ts';
import { seriesFrom, type History } from '../forecast/series.ts';
import { MOST_SIBLINGS } from '../forecast/sibling.ts';
import { forecastTyped, weekShape } from '../forecast/typed-volume.ts';
import { checkWorkbookSize, guessEncoding, isZip, MOST_BYTES } from '../history/encoding.ts';
import { fileIssue } from '../history/file-issues.ts';
import { readHistory } from '../history/history-reader.ts';
import type { ImportReport, SeriesColumns } from '../history/report.ts';
import { toSeries } from '../history/series.ts';
import { inspect } from '../history/sniff.ts';
import { headOfSheet } from '../history/workbook-head.ts';
import { openWorkbook, type Workbook } from '../history/workbook.ts';
import { formatDate, parseDate } from '../numeric/civil-date.ts';
import { handleTimeAhead } from '../scenario/handle-time-ahead.ts';
import { tenureAhead } from '../scenario/tenure-ahead.ts';
import { isTimeZone } from '../scenario/time-zone.ts';
import { refuse, WrongUsage, type Command, type Surroundings } from './command.ts';
import { readBytes } from './files.ts';
import { onlyFile, readOptions } from './options.ts';
import { count, duration, json, percent, table } from './output.ts';
import { readSpecialDays } from './special-days.ts';

const QUANTILES = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975];
const NEW = 'new channel';
const LOW = QUANTILES.indexOf(0.1);
const HIGH = QUANTILES.indexOf(0.9);

export const forecast: Command = {
  summary: 'forecast every channel of a history file (CSV or TSV), with quantiles',
  usage:
    'forecast FILE [--from YYYY-MM-DD] [--days 28] [--interval 30] [--specials DAYS.csv] [--new-channel CONTACTS-A-WEEK] [--time-zone Europe/Paris] [--json | --csv]',
  run(args, surroundings) {
    const options = readOptions(args, {
      from: 'string',
      days: 'number',
      interval: 'number',
      'time-zone': 'string',
      specials: 'string',
      'new-channel': 'number',
      csv: 'boolean',
    });
    const file = onlyFile(options);
    if (options.has('json') && options.has('csv'))
      throw new WrongUsage('--json and --csv are two ways of writing the same: choose one');
    const days = options.whole('days', 1, 366) ?? 28;
    const interval = options.whole('interval', 1, 1440) ?? 30;
    if (1440 % interval !== 0) throw new WrongUsage(`--interval is ${interval}, but must divide a day`);
    const timeZone = options.text('time-zone') ?? 'UTC';
    if (!isTimeZone(timeZone))
      throw new WrongUsage(`--time-zone is ${timeZone}, but must be an IANA time zone`);
    const from = options.text('from');
    if (from !== undefined && parseDate(from) === null)
      throw new WrongUsage(`--from is ${from}, but must be a date YYYY-MM-DD`);
    const { series, report } = readSeries(file, surroundings, { timeZone, intervalMinutes: interval });
    const specials = options.text('specials');
    const names = series.map(({ channel }) => channel);
    const specialDays = specials === undefined ? [] : readSpecialDays(specials, names, surroundings);
    const expected = options.number('new-channel', 0, 1e9);
    const longest = series
      .toSorted((a, b) => b.starts.length - a.starts.length)
      .slice(0, MOST_SIBLINGS + 1)
      .map((columns) => ({ ...toSeries(columns), specialDays }));
    const known = series.map((columns) => {
      const own = { ...toSeries(columns), specialDays };
      const siblings = longest.filter(({ channel }) => channel !== own.channel);
      const history = { ...own, siblings };
      const start = from ?? dayAfter(history.starts.at(-1) ?? '');
      const ahead = { from: start, days, quantiles: QUANTILES };
      try {
        const handleTime = handleTimeAhead([columns], ahead);
        return {
          channel: history.channel,
          from: start,
          ...forecastSeries(history, ahead),
          priors: null,
          handleTime,
          tenure: tenureAhead([columns], ahead, handleTime),
        };
      } catch (error) {
        if (!(error instanceof ForecastRefused)) throw error;
        throw refuse(file, [{ path: history.channel, code: error.code, message: error.message }]);
      }
    });
    const ahead = { from, days, quantiles: QUANTILES };
    const added = expected === undefined ? [] : [newChannel(file, longest, expected, ahead)];
    const channels = [...known, ...added];
    if (options.has('json')) {
      surroundings.out(json({ quantiles: QUANTILES, report, channels }));
      return;
    }
    if (options.has('csv')) {
      surroundings.out(asCsv(channels));
      return;
    }
    surroundings.out(
      `${count(report.counted)} of ${count(report.rows)} rows read, ${count(report.rejected)} refused\n`,
    );
    for (const { channel, model, starts, mean, quantiles, handleTime, tenure, priors } of channels) {
      surroundings.out(`\n${channel}, by ${model}\n`);
      if (priors !== null)
        surroundings.out(
          `no history: days are believed to swing by ${percent(priors.dayFactorCv)}, the volume to be off by ${percent(priors.levelCv)}\n`,
        );
      surroundings.out(daily(starts, mean, quantiles));
      if (handleTime !== null) surroundings.out(handleTimeText(handleTime));
      if (tenure !== null) surroundings.out(tenureText(tenure));
    }
  },
};

/** A channel without history: the volume expected, run as the channels of the file run before `from`. */
function newChannel(
  file: string,
  others: readonly History[],
  contactsPerWeek: number,
  { from, ...options }: { from: string | undefined; days: number; quantiles: readonly number[] },
) {
  const read = others.flatMap((history) => {
    const outcome = seriesFrom(history);
    return outcome.ok ? [outcome.series] : [];
  });
  const day = from === undefined ? null : parseDate(from);
  const shape = weekShape(day === null ? read : read.flatMap((series) => before(series, day) ?? []));
  const [first] = others;
  if (shape === null || first === undefined)
    throw refuse(file, [
      { path: NEW, code: 'noShape', message: 'no channel has a week to take its hours from' },
    ]);
  const start = from ?? dayAfter(first.starts.at(-1) ?? '');
  const { starts, mean, quantiles, priors } = forecastTyped(
    { intervalMinutes: first.intervalMinutes, contactsPerWeek, shape },
    { from: start, ...options },
  );
  const unknown = { handleTime: null, tenure: null };
  return { channel: NEW, from: start, starts, mean, quantiles, model: 'typed', priors, ...unknown };
}

/** `handle time 3.2 min (80 %: 3.0 min – 3.4 min), by level; it missed 6.1 % the next day, 6.5 % after 7 days` */
function handleTimeText({ average, averageQuantiles, model, backtest }: HandleTimeForecast): string {
  const [low, high] = [LOW, HIGH].map((q) => duration(averageQuantiles[q] ?? null));
  const missed = backtest
    .filter((row) => row.model === model)
    .map(({ ahead, wape }) => `${percent(wape)} ${ahead === 1 ? 'the next day' : `after ${ahead} days`}`);
  const past = missed.length > 0 ? `it missed by ${missed.join(', ')}` : 'too short a history for a backtest';
  return `handle time ${duration(average)} (80 %: ${low} – ${high}), by ${model}; ${past}\n`;
}

/** By how long the agent has been there: mean of the days ahead, and the pace of a group of such agents. */
function tenureText({ bands }: TenureForecast): string {
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

function readSeries(
  file: string,
  surroundings: Surroundings,
  options: { timeZone: string; intervalMinutes: number },
): { series: readonly SeriesColumns[]; report: ImportReport } {
  const bytes = readBytes(file, surroundings, MOST_BYTES);
  if (bytes.length === 0) throw refuse(file, [fileIssue('emptyFile')]);
  const book = isZip(bytes) ? bookOf(file, bytes) : null;
  const text = book === null ? textOf(file, bytes) : headOf(file, book);
  const given = { delimiter: '\t', quotes: false } as const;
  const inspection = inspect(text, book === null ? options : { ...options, given });
  if (!inspection.ok) throw refuse(file, inspection.issues);
  for (const { message } of inspection.warnings) surroundings.error(`${file}: ${message}\n`);
  const result = readHistory(book === null ? [text] : piecesOf(file, book), inspection.guess.mapping);
  if (!result.ok) throw refuse(file, result.issues);
  return { series: result.series, report: result.report };
}

function textOf(file: string, bytes: Uint8Array): string {
  const guess = guessEncoding(bytes.subarray(0, 65_536));
  if (!guess.ok) throw refuse(file, guess.issues);
  return new TextDecoder(guess.encoding).decode(bytes);
}

function bookOf(file: string, bytes: Uint8Array): Workbook {
  const size = checkWorkbookSize(bytes.length);
  if (size !== null) throw refuse(file, [size]);
  const opened = openWorkbook(bytes);
  if (!opened.ok) throw refuse(file, opened.issues);
  return opened.workbook;
}

function headOf(file: string, book: Workbook): string {
  const { head, problem } = headOfSheet(book);
  if (problem !== null) throw refuse(file, [problem]);
  return head;
}

/** The first sheet, which may be larger than a text can be. */
function* piecesOf(file: string, book: Workbook): Generator<string> {
  for (const { text, problem } of book.text()) {
    if (problem !== null) throw refuse(file, [problem]);
    yield text;
  }
}

/** Sums per day: means add up; of the bands, which do not, the mean alone is shown with its intervals in --json. */
function daily(
  starts: readonly string[],
  mean: readonly number[],
  quantiles: readonly (readonly number[])[],
): string {
  const days = new Map<string, { mean: number; peak: number; low: number; high: number; at: string }>();
  starts.forEach((start, index) => {
    const date = start.slice(0, 10);
    const day = days.get(date) ?? { mean: 0, peak: -1, low: 0, high: 0, at: '' };
    const value = mean[index] ?? 0;
    day.mean += value;
    if (value > day.peak) {
      Object.assign(day, {
        peak: value,
        at: start.slice(11),
        low: quantiles[index]?.[LOW] ?? 0,
        high: quantiles[index]?.[HIGH] ?? 0,
      });
    }
    days.set(date, day);
  });
  return table(
    ['day', 'contacts', 'busiest interval', 'contacts in it', '80 % band'],
    [...days].map(([date, { mean: total, peak, low, high, at }]) => [
      date,
      count(total),
      at,
      count(peak),
      `${count(low)} – ${count(high)}`,
    ]),
  );
}

function dayAfter(start: string): string {
  return formatDate((parseDate(start.slice(0, 10)) ?? 0) + 1);
}
