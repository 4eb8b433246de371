/** What is said about a history file: what was noticed, what was refused, what cannot be read. */
import { FAR_AHEAD_DAYS } from '../../../scenario/planning-calendar.ts';
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');
const s = (count: number, one: string, other: string) => plural(count, { one, other });

/** Values of a message, as shown. */
type Values = Readonly<Record<string, string>>;

export const history = {
  finding: {
    gap: (n: number, shown: string) =>
      `${shown} open ${s(n, 'interval has', 'intervals have')} no row that counts; unknown, not zero.`,
    refusedInterval: (n: number, shown: string) =>
      `${shown} ${s(n, 'interval has a row', 'intervals have rows')}, but none that counts; unknown, not zero.`,
    missingDay: (n: number, shown: string) =>
      `${shown} ${s(n, 'day has', 'days have')} no row that counts; unknown, not zero.`,
    endsEarly: (n: number, shown: string) =>
      `Other series go on for ${shown} ${s(n, 'day', 'days')} after the last row of this one; unknown since, not zero.${n > FAR_AHEAD_DAYS ? ' It feeds no channel unless you choose one.' : ''}`,
    duplicate: (n: number, shown: string) =>
      `${shown} ${s(n, 'interval has', 'intervals have')} more rows than one.`,
    copy: (n: number, shown: string) =>
      `${shown} ${s(n, 'interval stands', 'intervals stand')} in the file more than once with the same values; counted once.`,
    noContacts: () => 'Not one contact in the whole series: every row says 0.',
    closedHours: (n: number, shown: string) =>
      `${shown} ${s(n, 'span', 'spans')} of the week never ${s(n, 'has', 'have')} a contact: closed where the file has no rows either.`,
    sparseHours: (n: number, shown: string) =>
      `Contacts are too few to tell opening hours: ${shown} ${s(n, 'span', 'spans')} of the week ${s(n, 'has', 'have')} had none so far.`,
    skippedHour: (n: number, shown: string) =>
      `${shown} ${s(n, 'row stands', 'rows stand')} in an hour that the clock skips in spring.`,
    repeatedHour: (n: number, shown: string) =>
      `${shown} ${s(n, 'interval lies', 'intervals lie')} in the hour that an autumn night has twice.`,
    partialInterval: (n: number, shown: string) =>
      `${shown} ${s(n, 'interval was', 'intervals were')} recorded only in part; unknown.`,
    emptyVolume: (n: number, shown: string) =>
      `${shown} ${s(n, 'cell is', 'cells are')} empty where a volume belongs; unknown.`,
    outlier: (n: number, shown: string) =>
      `${shown} ${s(n, 'interval has', 'intervals have')} more than five times the contacts usual at that time; counted as they stand; once the forecast is used, “Clean the history” below the channel on the Demand page offers them.`,
    zeroHandleTime: (n: number, shown: string) =>
      `${shown} ${s(n, 'row has', 'rows have')} contacts with a handle time of 0; left out of the mean.`,
    noZeros: () =>
      'No row says 0: the file may leave empty intervals out. If so, set an interval without a row to “had no contacts”.',
    zeroFilled: (n: number, shown: string) =>
      `${shown} ${s(n, 'interval', 'intervals')} without a row ${s(n, 'was', 'were')} counted as 0, as chosen.`,
    unordered: () => 'The rows are not in order of time. That does no harm.',
    undecodable: (n: number, shown: string) =>
      `${shown} ${s(n, 'character', 'characters')} could not be decoded: the file is in another encoding.`,
    identifierDropped: (n: number, shown: string) =>
      `${shown} ${s(n, 'column names', 'columns name')} customers, agents or contacts; dropped, never kept.`,
    volumeFromOutcomes: () => 'There is no volume column: answered and abandoned were added.',
    totalRow: (n: number, shown: string) =>
      `${shown} ${s(n, 'row of totals was', 'rows of totals were')} not counted.`,
  },
  /** Spans of a week, the rest only counted. */
  spans: (shown: string, more: string) => (more === '0' ? shown : `${shown}, and ${more} more spans`),
  sheet: 'Sheet',
  sheetRefused: (sheet: string) => `The sheet “${sheet}” cannot be used; the one before is still shown.`,
  fileZone: 'Times are on the clock of',
  fileZoneHint: (zone: string) => `They are turned into the clock of ${zone}.`,
  /** In front of a finding. */
  ofSeries: (names: string) => `${names}:`,
  inRow: (row: string) => `row ${row}`,
  recalled: 'The columns are read as last time.',
  guessAfresh: 'Guess afresh',
  /** A place and the contacts found there. */
  contactsAt: (when: string, contacts: string) => `${when} → ${contacts}`,
  // Joining with the history that is there
  earlierTitle: (file: string) => `Join with the history of ${file}?`,
  earlierText: (added: string, kept: string, same: string, conflicting: string) =>
    `Only in this file: ${added}. Only in the earlier history: ${kept}. The same in both: ${same}. Different: ${conflicting}.`,
  days: (n: number, shown: string) => `${shown} ${s(n, 'day', 'days')}`,
  joinAlone: (file: string) => `No, use ${file} alone`,
  joinPlain: 'Yes, join them',
  joinFresh: 'Yes; where days differ, this file counts',
  joinEarlier: 'Yes; where days differ, the earlier history counts',
  conflicts: 'Days that differ',
  dayByDay: 'Tick the days on which the earlier history counts.',
  earlierDay: 'Earlier counts',
  earlierDayOf: (day: string, series: string | null) =>
    `The earlier history counts on ${day}${series === null ? '' : `, ${series}`}`,
  day: 'Day',
  earlierCount: 'Contacts, earlier history',
  freshCount: 'Contacts, this file',
  earlierTime: 'Handle time, earlier history',
  freshTime: 'Handle time, this file',
  intervalsDiffer: 'Intervals that differ',
  orderBy: 'In order of',
  orders: { date: 'date', difference: 'difference, largest first' },
  allTo: {
    earlier: (count: string) => `The earlier history on all ${count}`,
    fresh: (count: string) => `This file on all ${count}`,
  },
  pages: 'Pages of days that differ',
  // What a log of contacts says
  takeSpread: (measured: string, now: string) =>
    `Use the measured spread of handle times, ${measured} of the mean instead of ${now}`,
  takePatience: (measured: string, low: string, high: string, now: string) =>
    `Use the measured patience, ${measured} on average (${low} to ${high}) instead of ${now}`,
  patienceCurve: (quarter: string, half: string) =>
    `Of those still waiting, a quarter have left after ${quarter} and half after ${half} (Kaplan–Meier).`,
  notSeen: 'more than was seen',
  outcomes: (answered: string, abandoned: string) => `${answered} answered, ${abandoned} gave up.`,
  firstResponses: (contacts: string, median: string, ninety: string) =>
    `First response on the calendar: half within ${median}, nine in ten within ${ninety} (${contacts} contacts).`,
  byTenure: (bands: string) => `Handle time by tenure of the agent (with contacts) – ${bands}.`,
  tenureBand: (from: number, to: number | null, mean: string, contacts: string) =>
    `${from === 0 ? 'first month' : to === null ? 'after a year' : `months ${from + 1} to ${to}`}: ${mean} (${contacts})`,
  newcomerPace: (pace: string) =>
    `Agents in their first three months work at ${pace} of the speed of all: what a group of newcomers may be given on the Channels page.`,
  redials: (share: string, known: string) =>
    `${share} of the ${known} known callers who gave up called again within the hour.`,
  rejection: {
    dateMissing: (v: Values) => `There is no date; written ${v['dateOrder']}.`,
    dateUnreadable: (v: Values) => `“${v['cell']}” is no date written ${v['dateOrder']}.`,
    dateDoesNotExist: (v: Values) => `The date ${v['cell']} does not exist (${v['dateOrder']}).`,
    dateImplausible: (v: Values) => `“${v['cell']}” is not between 1970 and 2199.`,
    dateFarOff: (v: Values) =>
      `${v['cell']} lies far from the dates of all other rows and is taken for a slip: left out. Correct the date in the file to have it counted.`,
    timeUnreadable: (v: Values) => `“${v['cell']}” holds no time of day.`,
    offGrid: (v: Values) => `${v['cell']} does not begin an interval of ${v['fileMinutes']} minutes.`,
    zoneUnreadable: (v: Values) => `“${v['cell']}” is no time zone.`,
    zoneOffGrid: (v: Values) =>
      `On the clock of ${v['timeZone']}, ${v['cell']} does not begin an interval of ${v['fileMinutes']} minutes: the two clocks are not whole intervals apart. Export rows of ${v['fileMinutes'] === '60' ? '30 or 15' : '15'} minutes, or times on that clock.`,
    notANumber: (v: Values) => `“${v['cell']}” is no number.`,
    otherDecimalMark: (v: Values) => `${v['cell']} does not have the decimal mark chosen (${v['decimal']}).`,
    negativeVolume: (v: Values) => `${v['cell']} contacts are fewer than none.`,
    absurdVolume: (v: Values) =>
      `${v['cell']} contacts in one interval are not credible; at most ${v['most']}.`,
    absurdHandleTime: (v: Values) =>
      `A handle time of ${v['cell']} is not credible; at most 24 hours for each contact. Is its unit the right one?`,
    negativeHandleTime: (v: Values) => `A handle time of ${v['cell']} is negative.`,
    negativeWait: (v: Values) => `A wait to ${v['cell']} ends before the contact began.`,
    noTenure: (v: Values) =>
      `“${v['cell']}” is no tenure of an agent: a number up to 60 years, or a date before the contact.`,
    channelMissing: () => 'The row names no channel.',
    extraCells: (v: Values) => `There are more cells than the ${v['columns']} columns, first “${v['cell']}”.`,
    malformedQuotes: () => 'A quotation mark stands where none should.',
  },
  /** A refusal beside the place it happened at. */
  rejectionAt: (row: string, column: string, sentence: string) =>
    column === '' ? `Row ${row}: ${sentence}` : `Row ${row}, column “${column}”: ${sentence}`,
  fileIssue: {
    emptyFile: () => 'It is empty.',
    headerOnly: () => 'It has headings and no rows below them.',
    fileTooLarge: (v: Values) => `It has ${v['megabytes']} MB; at most ${v['most']} MB can be read.`,
    binaryFile: () =>
      'It is not a text file: it holds bytes that no text has. A CSV, TSV or .xlsx file can be read.',
    oldWorkbook: () =>
      'It is an old Excel workbook (.xls), or one with a password. Save it as .xlsx or CSV and choose that.',
    workbookDamaged: () => 'The workbook is damaged.',
    workbookTooLarge: (v: Values) =>
      `The workbook, or a sheet of it unpacked, has ${v['megabytes']} MB; at most ${v['most']} MB can be read. Save a larger table as CSV.`,
    noSheet: () => 'The workbook has no sheet with cells.',
    webPage: () =>
      'It is a web page, not a table: a sign-in page, perhaps, saved in place of the report. Download the report as CSV.',
    scenarioFile: () => 'It is a scenario, not a history. Open it with “Open a file …” in the File menu.',
    pdfFile: () => 'It is a PDF document, not a table. Export the report as CSV.',
    archive: () => 'It is an archive. Unpack it and choose a file inside.',
    image: () => 'It is an image, not a table.',
    oneColumn: () =>
      'Only one column was found, and it holds no dates. Columns may be split by comma, semicolon, tab or bar.',
    noDateColumn: () => 'No column holds the date.',
    datesDoNotExist: (v: Values) =>
      `A column looks like dates, but these dates do not exist; the first is ${v['cell']} in row ${v['row']}.`,
    noVolumeColumn: () => 'No column holds numbers of contacts.',
    noChannelColumn: () => 'No column names the channel.',
    timeZone: (v: Values) => `The time zone “${v['zone']}” is not known here.`,
    interval: (v: Values) => `${v['minutes']} minutes do not divide a day.`,
    coarserFile: (v: Values) =>
      `Rows of ${v['fileMinutes']} minutes cannot be summed to intervals of ${v['minutes']} minutes.`,
    tooManyChannels: (v: Values) =>
      `It names more channels than the ${v['most']} that can be read. Is the channel column the right one?`,
    notALog: () => 'Its rows are counts of intervals; a replay needs one row per contact, with its time.',
    noTimesOfDay: () =>
      'Its contacts have a date, and no time of day; a replay needs the time at which each came.',
    tooManyContacts: (v: Values) => `The log has more than ${v['most']} contacts.`,
    tooSpread: () => 'Its rows are spread over more channels and days than can be held.',
    quoteSwallows: (v: Values) =>
      `A quotation mark in row ${v['row']} swallows at least ${v['lines']} lines. Try “are ordinary characters” for quotation marks.`,
    endlessRow: (v: Values) => `Row ${v['row']} does not end within ${v['most']} characters.`,
    volumesEmpty: (v: Values) =>
      `None of the ${v['rows']} rows has a number of contacts: the cells are empty. Choose the column that holds them below.`,
    nothingCounted: (v: Values) => `None of the ${v['rows']} rows could be counted.`,
    failed: () => 'Reading stopped unexpectedly.',
  },
};
