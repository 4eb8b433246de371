/** The demand page: what will come, and the import of a history. */
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');
const s = (count: number, one: string, other: string) => plural(count, { one, other });

export const demand = {
  question: 'How many contacts will come, when, and how sure is that?',
  answer: (
    contacts: string,
    low: string,
    high: string,
    start: string,
    day: string,
    dayContacts: string,
    channel: string,
    share: string,
    unsure: string,
  ) =>
    `About **${contacts} contacts** in the days from ${start}. The plan reckons with days that swing each by itself${unsure === '' ? '' : ` and a volume that may be off as a whole (${unsure})`}: between ${low} and ${high} in 8 of 10 cases. **${day}** is the busiest with ${dayContacts}; ${channel} takes ${share} of all.`,
  answerNone: 'No contacts are expected on these days.',
  channel: 'Channel',
  // The week of one channel
  weekTitle: (channel: string, when: string, count: number, contacts: string) =>
    `${channel}: the peak is ${when} with ${contacts} ${s(count, 'contact', 'contacts')}`,
  weekTitleNone: (channel: string) => `${channel}: no contacts on these days`,
  weekLabel: (channel: string) => `Contacts by interval, ${channel}`,
  weekAxis: 'contacts',
  weekHint: 'Point at the picture or tap it, or use the arrow keys, to read one interval.',
  weekPoint: (when: string, contacts: string) => `${when}: **${contacts}** contacts`,
  weekBand: (low: string, high: string, level: string) => `${low}–${high} in ${level} of cases`,
  expected: 'expected',
  heatTitle: (channel: string, day: string, from: string, to: string) =>
    `${channel}: busiest on ${day}, from ${from} to ${to}`,
  heatLabel: (channel: string) => `Contacts by weekday and time, ${channel}`,
  heatClosed: (when: string) => `${when}: closed`,
  turnedAway: (contacts: string) => `${contacts} contacts fall into closed hours and are turned away.`,
  weekdayAndDay: (weekday: string, day: string) => `${weekday}, ${day}`,
  tableCaption: 'Contacts per day',
  day: 'Day',
  contacts: 'Contacts',
  low: 'Low',
  high: 'High',
  range: (level: string) => `${level} range`,
  share: 'Share',
  peak: 'Busiest interval',
  total: 'Total',
  dailySwing: 'Day-to-day swing',
  dailySwingText:
    'How far a whole day may turn out busier or calmer than expected, beyond chance: the coefficient of variation of the day factor. The chance of meeting a target rests on it.',
  level: 'Volume may be off as a whole',
  levelText:
    'How far all days together may turn out above or below what is expected (standard deviation): of a volume that nobody has measured yet. A channel added by hand starts with 25 %, an assumption; a forecast from a history has its own bands and sets it to 0. The chance of meeting a target, the assured staffing and the simulation reckon with it.',
  source: 'Where the figures come from',
  sourceForecast: (model: string, file: string, from: string, to: string) =>
    `Forecast (${model}) from ${file}, ${from} to ${to}.`,
  sourceError: (wape: string, coverage: string) =>
    `In the past it missed the single figures of the history by ${wape} on average (WAPE, weighted absolute percentage error); the 80 % band held ${coverage} of the time.`,
  sourceStays:
    'A saved scenario holds this forecast, its adjustments and the marked days. The history itself stays in this browser.',
  sourceProfile: 'A volume per day, spread by a profile of the day.',
  sourceTyped: 'Typed in, interval by interval.',
  // What if
  volumes: 'What if volume changes?',
  allVolumes: 'All channels',
  // Peak events
  events: 'Peak events',
  eventsNone: 'None. A campaign, an outage or a holiday multiplies the contacts of some hours.',
  addEvent: 'Add a peak event',
  removeEvent: (name: string) => `Remove ${name}`,
  newEvent: 'New event',
  eventName: 'Name',
  eventStart: 'From',
  eventEnd: 'To',
  eventFactor: (channel: string) => `× ${channel}`,
  eventOutside: 'Outside the days planned: it changes nothing.',
  eventOrder: 'The end must lie after the start.',
  eventDate: 'This date and time cannot be read.',
  eventTime: 'A time such as 09:30 or 24:00.',
  timeOf: (label: string) => `${label}, time of day`,
  eventEffect: (channel: string, factor: string) => `${channel}\u00a0×\u00a0${factor}`,
  eventNameEmpty: 'An event needs a name.',
  // Formula
  formulaOf: (channel: string) => `Formula for ${channel}`,
  formulaHint:
    'Uses volume, hour (9.5 is half past nine), weekday (1 is Monday), day and interval (both from 1). Functions: abs, ceil, exp, floor, log, max, min, mod, pow, round, sqrt. A choice: hour < 12 ? volume : 0, with and, or, not.',
  formulaExample: 'volume * 1.15 + 20',
  formulaRunning: 'Computing …',
  formulaIssue: {
    formulaEmpty: () => 'Type a formula first.',
    formulaLong: (v: FormulaValues) => `At most ${v.most} characters.`,
    formulaSyntax: (v: FormulaValues) =>
      `This cannot be read as a formula; it stops making sense at character ${v.at}.`,
    formulaComma: (v: FormulaValues) => `Write decimals with a point: ${v.value} for ${v.name}.`,
    formulaIf: () => 'A choice is written condition ? one : other, as in hour < 12 ? volume * 1.1 : volume.',
    formulaInfinite: (v: FormulaValues) =>
      `On ${v.where} it gives no number of contacts: it divides by 0, or takes the root of a negative number.`,
    formulaUnknown: (v: FormulaValues) => `“${v.name}” is neither a variable nor a function here.`,
    formulaNoNumber: () => 'The formula gives something other than a number.',
    formulaRange: (v: FormulaValues) =>
      `On ${v.where} it gives ${v.value} contacts; it must give 0 to ${v.most}.`,
    formulaEndless: () => 'The formula does not come to an end. Nothing was changed.',
    formulaWrong: () => 'The formula cannot be computed.',
    formulaFailed: () => 'The formula could not be computed in this browser.',
  },
  // Bringing in a history
  importTitle: 'Bring in your history',
  importText:
    'Drop a CSV, TSV or Excel (.xlsx) file here: one row per interval, day or contact. It is read in this browser and goes nowhere.',
  chooseFile: 'Choose a file',
  paste: 'Paste cells',
  pasteTitle: 'Paste from a spreadsheet',
  pasteLabel: 'Rows with a date and a number of contacts, headings included',
  pasteRead: 'Read these rows',
  pastedName: 'pasted cells',
  template: 'Get a template',
  templateName: 'effectif-template.csv',
  dropHere: 'Let go to read the file',
  applied: (file: string, channels: string) => `The forecast from ${file} is now the demand of ${channels}.`,
  appliedStart: (start: string) => `The days planned begin on ${start}; the plan of agents is kept.`,
  undo: 'Undo',
  dismiss: 'Close this message',
  cancel: 'Cancel',
  back: 'Back',
  closeImport: 'Stop the import',
  steps: 'Steps of the import',
  stepFile: 'File',
  stepColumns: 'Columns',
  stepRows: 'Rows',
  stepForecast: 'Forecast',
  looking: (file: string) => `Looking at ${file} …`,
  refused: (file: string) => `${file} cannot be used.`,
  refusedText: 'Nothing was changed. Choose another file, or save the table as CSV first.',
  // Columns
  columnsTitle: (file: string) => `Is ${file} understood as you mean it?`,
  columnsText: 'Every guess can be corrected; the first rows below show what it makes of the file.',
  unsure: 'unsure',
  readRows: 'Read all rows',
  settings: 'How the file is written',
  columnHead: 'Column',
  column: (name: string) => `Column ${name}`,
  columnNumber: (number: string) => `column ${number}`,
  channelOf: (name: string) => `Channel of column ${name}`,
  delimiter: 'Columns are split by',
  delimiters: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' },
  header: 'First row',
  headerYes: 'holds the headings',
  headerNo: 'is data',
  decimal: 'Decimal mark',
  decimals: { '.': 'point', ',': 'comma' },
  dateOrder: 'Dates are written',
  dateOrders: { ymd: 'year, month, day', dmy: 'day, month, year', mdy: 'month, day, year' },
  timeZoneProblem: 'Name a time zone such as Europe/Paris.',
  layout: 'One row is',
  layouts: {
    wide: 'an interval, channels side by side',
    long: 'an interval of one channel',
    perContact: 'one contact',
    matrix: 'a time of day, days side by side',
    dayRows: 'a day, times of day side by side',
  },
  fileMinutes: 'One row covers',
  minutes: (minutes: string) => `${minutes} min`,
  oneDay: 'a day',
  handleTimeKind: 'Handle time is',
  handleTimeKinds: { average: 'the mean per contact', total: 'the total of the row' },
  handleTimeUnit: 'measured in',
  handleTimesAreIn: 'Handle times are in',
  handleTimeUnits: { seconds: 'seconds', minutes: 'minutes', milliseconds: 'milliseconds' },
  duplicates: 'Two rows for one interval',
  duplicateRules: {
    unknown: 'count neither',
    sum: 'are added',
    first: 'the first counts',
    last: 'the last counts',
  },
  differBy: (columns: string) => `They differ by ${columns}.`,
  missing: 'An interval without a row',
  missingRules: { unknown: 'is unknown', zero: 'had no contacts' },
  quotes: 'Quotation marks',
  quotesYes: 'enclose texts',
  quotesNo: 'are ordinary characters',
  skipRows: 'Rows above the table',
  roles: {
    start: 'date and time',
    date: 'date',
    time: 'time',
    offset: 'time zone',
    channel: 'channel',
    volume: 'contacts offered',
    answered: 'answered',
    abandoned: 'abandoned',
    handleTime: 'handle time',
    wait: 'wait',
    outcome: 'outcome',
    firstResponse: 'first response',
    caller: 'caller (dropped)',
    tenure: 'agent’s tenure',
    reason: 'reason (only played)',
    identifier: 'identifier (dropped)',
    ignore: 'not used',
  },
  columnPages: 'Pages of columns',
  unsureElsewhere: (name: string) => `Unsure, on another page: ${name}`,
  previewTitle: 'The first rows as understood',
  row: 'Row',
  understood: 'Understood as',
  nothingUnderstood: 'nothing',
  unknownVolume: 'unknown',
  record: (channel: string, contacts: string) => `${channel} ${contacts}`,
  recordHandleTime: (seconds: string) => `handle time ${seconds}`,
  moreRecords: (count: number) => `and ${count} more`,
  // Reading
  reading: (file: string) => `Reading ${file}`,
  readSoFar: (rows: string, share: string) => `${rows} rows, ${share} of the file`,
  // Report
  rowsTitle: ({ counted, complete, overlaps, all, rows, rejected, shown }: RowsCounted) =>
    rejected === 0
      ? !complete
        ? `${counted} of ${rows} ${s(all, 'row was', 'rows were')} counted.`
        : all === 1
          ? 'The one row was counted.'
          : all === 2
            ? 'Both rows were counted.'
            : `All ${rows} rows were counted.`
      : overlaps
        ? `${counted} of ${rows} ${s(all, 'row was', 'rows were')} counted; in ${shown} a figure was refused.`
        : `${counted} of ${rows} ${s(all, 'row was', 'rows were')} counted, ${shown} ${s(rejected, 'was', 'were')} not.`,
  rejectedRows: 'Rows not counted',
  issuesMore: 'The same or the like in further rows.',
  rejectedPages: 'Pages of rows not counted',
  rejectedMore: (shown: string, all: string) => `The first ${shown} of ${all} are listed.`,
  reason: 'Reason',
  findingPages: 'Pages of what is worth knowing',
  findings: 'Worth knowing',
  findingsNone: 'Nothing unusual.',
  // Series and channels
  seriesTitle: 'Which channel does each series feed?',
  seriesPages: 'Pages of series',
  seriesText: 'Several series on one channel are added up.',
  series: 'Series',
  seriesSpan: 'Span',
  perWeek: 'Per week',
  unknownIntervals: 'Unknown',
  feeds: 'Feeds',
  feedsOf: (series: string) => `Channel fed by ${series}`,
  notUsed: 'not used',
  daysTitle: 'Which days will be planned?',
  daysMove: (from: string, to: string) => `The days after the history: ${from} to ${to}`,
  daysKeep: (from: string, to: string) => `The days of the scenario: ${from} to ${to}`,
  daysText: 'The plan of agents is kept as it is, weekday by weekday.',
  daysInside: 'The history reaches into these days: only what lies before them is used.',
  daysFar: (weeks: string) => `These days lie ${weeks} weeks after the end of the history.`,
  togetherTitle: 'Channels are busy together',
  takeTogether: (measured: string, days: string, now: string) =>
    `As their past days were: ${measured} (0 to 1) over ${days} days, instead of ${now}`,
  eventsStayTitle: 'Peak events that stay in the plan',
  eventsStayText:
    'They multiply the forecast. If the history already had such a peak at that time, or the event is not yours, take it out.',
  eventMultiplier: (channel: string, factor: string) => `${channel} × ${factor}`,
  eventStays: (name: string, from: string, factors: string, side: string) =>
    `${name}, from ${from}: ${factors}. ${side}`,
  eventSide: {
    before: 'It is over before the days planned begin.',
    within: 'It lies in the days planned.',
    after: 'It comes after the days planned and changes nothing yet.',
  },
  eventsGone: (names: string) => `Taken out: ${names}.`,
  eventsOutside: (count: number) =>
    s(
      count,
      'One peak event lies outside these days and changes nothing.',
      `${count} peak events lie outside these days and change nothing.`,
    ),
  shapeOf: (channel: string) => `Days are spread over the hours of ${channel}`,
  shapeLike: (channel: string) => `as the hours of ${channel} now`,
  shapeEvenly: 'evenly over the opening hours',
  takeHandleTime: (measured: string, now: string) =>
    `Use the measured handle time, ${measured} instead of ${now}`,
  takeHours: (share: string, channel: string, change: string) =>
    `Open ${channel} in the hours of the history: ${share} of its contacts fall outside today’s opening hours. ${change}`,
  hoursChange: (opened: string | null, closed: string | null) =>
    [
      opened !== null && `It opens ${opened} h a week longer.`,
      closed !== null &&
        `It closes for ${closed} h a week that are open today: agents planned then have no contacts on it.`,
    ]
      .filter(Boolean)
      .join(' '),
  volumeReset: (channel: string, change: string) =>
    `The what-if of ${change} on ${channel} is set back to 0.`,
  adjustmentsDropped: (channel: string, what: string) =>
    `Left out on ${channel}, as it does not fit the new days and figures: ${what}.`,
  forecastNow: (count: number) => s(count, 'Forecast this channel', 'Forecast these channels'),
  forecasting: (done: string, all: string) => `Forecasting channel ${done} of ${all} …`,
  forecastFailed: 'The forecast did not run through.',
  applyForecast: (count: number) => s(count, 'Use this forecast', 'Use these forecasts'),
  assignFirst: 'Give at least one series a channel.',
  refusal: {
    noData: 'There is nothing before the first day planned to forecast from.',
    fromBeforeHistory: 'The days planned lie before the history.',
    noOpenDay: 'Every day planned is one on which the history never has a contact.',
  },
  // The forecast
  forecastTitle: (channel: string, contacts: string, change: string) =>
    `${channel}: ${contacts} contacts, ${change} against the last week of the history`,
  forecastTitlePlain: (channel: string, count: number, contacts: string) =>
    `${channel}: ${contacts} ${s(count, 'contact', 'contacts')} in the days planned`,
  forecastLabel: (channel: string) => `Contacts per day, history and forecast, ${channel}`,
  forecastPoint: (date: string, contacts: string) => `${date}: **${contacts}** contacts`,
  forecastRange: (low80: string, high80: string, low95: string, high95: string) =>
    `80 %: ${low80}–${high80}, 95 %: ${low95}–${high95}`,
  historyPoint: (date: string, contacts: string) => `${date}: **${contacts}** recorded`,
  history: 'history',
  forecast: 'forecast',
  perDayAxis: 'contacts per day',
  model: 'Model',
  models: {
    lastWeek: 'Last week again',
    meanOfFour: 'Mean of the last four weeks',
    profile: 'Level and weekday profile',
    recentProfile: 'Quick level and weekday profile',
    longProfile: 'Slow level and weekday profile',
    profileCarry: 'Profile with carry-over from day to day',
    trend: 'Trend and weekdays (Holt–Winters)',
    regression: 'Weekday and day of the month',
    yearly: 'Level, weekday and season of the year',
    combination: 'Weighted mean of the models',
  },
  chosenBest: (model: string, wape: string, lastWeek: string, byDay: boolean) =>
    `**${model}** was chosen: in the past, two to seven days ahead, it missed the single ${byDay ? 'days' : 'intervals'} by ${wape} on average (WAPE, all misses over all contacts), “last week again” by ${lastWeek}.`,
  chosenOnly: (model: string) => `**${model}** was chosen for its least error in the past.`,
  chosenShort: (model: string, days: string, needed: string) =>
    `**${model}** is used without a test: ${days} ${s(Number(days), 'day of history is', 'days of history are')} fewer than the ${needed} a test needs.`,
  chosenUntested: (model: string) =>
    `**${model}** is used without a test: the history holds nothing to test on.`,
  chosenAsked: (model: string) => `**${model}** was asked for.`,
  floor: (wape: string, byDay: boolean) =>
    `At these volumes chance alone makes every forecast miss by ${wape} per ${byDay ? 'day' : 'interval'}.`,
  noSwing: 'Beyond chance, whole days turn out as busy as expected.',
  swing: (cv: string) => `A whole day turns out ${cv} busier or calmer (standard deviation), beyond chance.`,
  backtestTitle: 'How it did in the past',
  backtestText: 'Each model forecast days it had not seen, from many starting points.',
  horizon: 'Horizon',
  horizons: { day: 'next day', week: 'days 2 to 7', month: 'days 8 to 28' },
  wape: 'WAPE',
  bias: 'Bias',
  coverage: (level: string) => `in ${level} band`,
  wapeText:
    'Weighted absolute percentage error: the sum of all misses, interval by interval or day by day, over the sum of all contacts.',
  note: {
    shortHistory: (v: NoteValues) =>
      `Only ${v.days} ${s(Number(v.days), 'day', 'days')} of history: the bands rest on experience elsewhere.`,
    leansOnSiblings: (v: NoteValues) =>
      `Until there are four weeks, weekdays and days lean on ${v.channels} other ${s(Number(v.channels), 'channel', 'channels')} as far as they look alike.`,
    allZero: () => 'The history holds no contact at all.',
    repeatedStarts: (v: NoteValues) =>
      `${v.count} ${s(Number(v.count), 'start came twice and was', 'starts came twice and were')} added.`,
    gapBeforeFrom: (v: NoteValues) =>
      `${v.days} ${s(Number(v.days), 'day lies', 'days lie')} between the history and the days planned; the bands are wider for it.`,
    newSpecialDay: (v: NoteValues) => `${v.label} has no example in the history.`,
  },
  demandNote: {
    splitEvenly: (from: string, to: string) =>
      `Each ${from} of the history was split evenly into intervals of ${to}.`,
    spreadOverDay: 'Daily totals were spread over the day by the shape chosen.',
    inClosedHours: (contacts: string, share: string) =>
      `${contacts} contacts (${share}) fall into closed hours: live channels turn them away.`,
    daysWithoutForecast: (dates: string) => `Open, but without a forecast: ${dates}.`,
  },
};

/** What became of the rows of a file; `complete`: none was left out, as rows of totals are. */
export type RowsCounted = {
  readonly some: number;
  readonly counted: string;
  readonly complete: boolean;
  /** Rows counted with a figure of theirs refused. */
  readonly overlaps: boolean;
  readonly all: number;
  readonly rows: string;
  readonly rejected: number;
  readonly shown: string;
};

export type FormulaValues = Readonly<Record<'at' | 'name' | 'where' | 'value' | 'most', string>>;
export type NoteValues = Readonly<Record<string, string>>;
