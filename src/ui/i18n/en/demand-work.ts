/** What the demand page opens on request: adjustments, channel mix, history and its forecast. */
import { pluralIn } from '../plural.ts';
import { dayList } from './day-list.ts';

const plural = pluralIn('en');
const s = (count: number, one: string, other: string) => plural(count, { one, other });

type TodayWorth = Readonly<Record<'days' | 'updated' | 'evening' | 'weekBefore' | 'meanOfFour', string>>;

export const demandWork = {
  // Short histories
  shortHistory: (channel: string, days: number, shown: string) =>
    `${channel}: the history has ${shown} ${s(days, 'day', 'days')}, fewer than 14.`,
  shortHistoryMeans:
    'Below two weeks some weekdays are seen once or never, so a forecast can hardly tell one from another, and its bands are wide. Four weeks or more serve better.',
  // Adjustments
  adjustTitle: 'Adjust by hand',
  adjustSummary: (before: string, after: string) => `${before} contacts become ${after}`,
  adjustNone: (contacts: string) =>
    `The figures stand as they are: **${contacts} contacts**, before what-if sliders and peak events. What you know beyond them goes on top, with who and why.`,
  adjustSum: (before: string, after: string) =>
    `Before adjustments **${before}** contacts, after them **${after}**. The figures below stay kept; what-if sliders and peak events come on top.`,
  adjustList: 'Adjustments, in their order',
  adjustAdded: (contacts: string) => `${contacts} contacts`,
  adjustTotalled: (contacts: string) => `total of ${contacts} contacts`,
  adjustFormula: (formula: string) => `formula ${formula}`,
  adjustAnew: (count: number, shown: string) =>
    s(
      count,
      `${shown} interval as it came or forecast anew`,
      `${shown} intervals as they came or forecast anew`,
    ),
  adjustCells: (count: number, shown: string) =>
    s(count, `${shown} interval by hand`, `${shown} intervals by hand`),
  adjustEffect: (contacts: string) => `${contacts} in all`,
  adjustNoReason: 'no reason given',
  adjustNobody: 'nobody named',
  adjustRemove: (what: string) => `Remove the adjustment: ${what}`,
  adjustRemoveShort: 'Remove',
  adjustWho: 'Who',
  adjustWhy: 'Why',
  adjustWhyExample: 'tax letters go out on Monday',
  adjustKind: 'Change',
  adjustKinds: { scale: 'by percent', add: 'by contacts', total: 'to a total', formula: 'by formula' },
  adjustPercent: 'Percent',
  adjustContacts: 'Contacts',
  adjustAdd: 'Add this adjustment',
  gridTitle: 'Interval by interval',
  gridLabel: (channel: string) => `Contacts by time and day, ${channel}`,
  gridLead:
    'The figures of the source with the adjustments. What-if sliders and peak events come on top of them: they are in the picture and the table of the page, not here.',
  gridHint:
    'Type over a cell, or copy and paste to and from a spreadsheet. Shift with the arrows selects, Delete brings the figure before back.',
  gridTime: 'Time',
  gridCell: (when: string) => `Contacts, ${when}`,
  gridNoNumber: (entry: string) => `“${entry}” is no number of contacts; nothing was taken.`,
  gridTaken: (count: number, shown: string) =>
    s(count, `${shown} interval taken.`, `${shown} intervals taken.`),
  gridOutside: (count: string) => `${count} lie outside the sheet and were left out.`,
  gridCleared: 'The figures before stand again.',
  gridCopied: (count: string) => `${count} copied.`,
  // Channel mix
  mixTitle: 'Move contacts between channels',
  mixSummary: (moved: string, share: string) => `${moved} contacts (${share}) change channel`,
  mixNone:
    'Describe customer segments (age bands, personas) by the channels they prefer, then move those shares: contacts move with them, and their total stays.',
  mixStart: 'Describe segments',
  mixEverybody: 'Everybody',
  mixNew: 'New segment',
  mixMoved: (moved: string, share: string, all: string) =>
    `**${moved} contacts** (${share}) arrive on another channel; the total stays **${all}**.`,
  mixTable: 'Contacts by channel before and after the shift',
  mixChannel: 'Channel',
  mixBefore: 'Before',
  mixAfter: 'After',
  mixChange: 'Change',
  mixSegment: 'Segment',
  mixWeight: 'Share of contacts',
  mixRemoveSegment: (name: string) => `Remove ${name}`,
  mixNow: (channel: string) => `${channel} now`,
  mixThen: (channel: string) => `${channel} then`,
  mixAdd: 'Add a segment',
  mixRemove: 'Undo the shift for good',
  mixAssumes:
    'Assumes that one need makes one contact on any channel, at the time it would have come, and takes the handle time of its new channel.',
  chooseChannel: 'Choose a channel to see its history, adjust it, or follow its day.',
  // History and forecast
  historyTitle: (channel: string, contacts: string, low: string, high: string) =>
    `${channel}: ${contacts} contacts forecast, the first week between ${low} and ${high} in 8 of 10 cases, if all its days may be off together`,
  historyTitlePlain: (channel: string) => `${channel}: the history`,
  historyLabel: (channel: string) => `History and forecast, ${channel}`,
  historyPoint: (when: string, contacts: string, per: string) => `${when}: **${contacts}** ${per}`,
  historyPart: (when: string, contacts: string, per: string) =>
    `${when}: **${contacts}** ${per} at least, part of the day is unknown`,
  historyIncomplete: 'Known in part',
  historyRing: 'Rings: days known in part, at least so many contacts',
  historyUnknown: (when: string) => `${when}: closed or unknown`,
  historyWeek: (date: string) => `week of ${date}`,
  historyPer: { interval: 'contacts', day: 'contacts', week: 'contacts a day' },
  historyAxis: { interval: 'contacts per interval', day: 'contacts per day', week: 'contacts per day' },
  historyKind: 'Known or forecast',
  historyMissing: (file: string) =>
    `The forecast, its adjustments and the marked days came with the scenario. The history itself (${file}) is not in this browser: bring the file in again to see it, clean it, or forecast anew. What was decided about it is kept.`,
  historyLoading: 'Reading the history …',
  zoom: 'Stretch of time shown',
  zoomTo: { all: 'All', quarter: '3 months', month: '5 weeks', week: '1 week', day: '1 day' },
  brushFrom: 'First day shown',
  brushTo: 'Last day shown',
  newForecast: (before: string, after: string) =>
    `With what you decided the forecast is **${after}** contacts; **${before}** are in use.`,
  newForecastUse: 'Use the new forecast',
  // Season
  seasonTitle: 'How the days run',
  seasonSummary: (day: string, change: string) => `${day} ${change} against the mean day`,
  weekdayTitle: (channel: string, day: string, change: string) =>
    `${channel}: busiest on ${day}, ${change} against the mean day of its week`,
  weekdayLabel: 'Weekdays against the mean day of their week',
  weekdayValue: (factor: string, days: string) => `× ${factor} (${days} days)`,
  weekdayMark: 'the mean day; the thin line holds the middle half of the days',
  profileTitle: (channel: string, day: string, time: string, share: string) =>
    `${channel}, ${day}: the peak is at ${time} with ${share} of the day`,
  profileLabel: (day: string) => `Share of the day by interval, ${day}`,
  profileHeatTitle: (channel: string, day: string, time: string) =>
    `${channel}: in a usual week most contacts come on ${day} at ${time}`,
  profileCaption: 'Share of the day by interval and weekday',
  profileHint: 'Point at the picture or tap it, or use the arrow keys.',
  profileWeekday: 'Weekday',
  profileAverage: 'mean day',
  profileAxis: 'share of the day',
  profilePoint: (day: string, time: string, share: string) => `${day} ${time}: **${share}** of the day`,
  trendTitle: (channel: string, first: string, last: string) =>
    `${channel}: from ${first} contacts a day in the first week to ${last} in the last`,
  trendLabel: 'Mean contacts of a day, week by week',
  trendHint: 'Marked days and days with gaps are left out.',
  trendPoint: (monday: string, contacts: string) => `Week of ${monday}: **${contacts}** contacts a day`,
  trendWeek: 'Week of',
  trendPerDay: 'contacts per day',
  trendSeries: 'level',
  // Backtest
  backtestTitle: 'How good the forecast is',
  backtestSummary: (model: string, wape: string, byDay: boolean) =>
    `${model}, off by ${wape} per ${byDay ? 'day' : 'interval'}`,
  totalsText: (day: string, week: string | null, fourWeeks: string | null) =>
    `In the past the next day’s total was off by **${day}** on average${week === null ? '' : `, the next week’s by **${week}**`}${fourWeeks === null ? '' : `, that of four weeks by **${fourWeeks}**`}.`,
  floorText: (contacts: string, floor: string, byDay: boolean) =>
    `About ${contacts} contacts come in ${byDay ? 'a day' : 'an interval'}. Even who knew every rate exactly would miss by ${floor}: that much is the chance of Poisson counts, and no model gets below it.`,
  floorMark: (floor: string) => `chance alone, ${floor}: the floor for these days`,
  /** Of a history that scatters less than Poisson counts do. */
  calmText: (contacts: string, scatter: string, floor: string, byDay: boolean) =>
    `About ${contacts} contacts come in ${byDay ? 'a day' : 'an interval'}. So far they scatter less than chance would make them: their variance is ${scatter} of the mean, and that of Poisson counts all of it. The ${floor} by which Poisson counts are missed at the least are no floor for them.`,
  calmMark: (floor: string) => `Poisson counts, ${floor}: no floor for these`,
  calmFloor: (floor: string) =>
    `So far the contacts scatter less than chance would make them: the ${floor} by which Poisson counts are missed at the least are no floor for them.`,
  errorTitle: (byDay: boolean) => `Error per ${byDay ? 'day' : 'interval'} in the past (WAPE)`,
  mase: 'MASE',
  pinball: 'Pinball',
  measures: (n: number, starts: string) =>
    `From ${starts} past ${n === 1 ? 'evening' : 'evenings'}. WAPE: sum of all misses over sum of all contacts. Bias: forecast against what came. MASE: error over that of “last week again”; below 1 is better. Pinball: loss of seven quantiles over the mean; lower is better. Every model has bands from its own errors, set on the first two thirds of the evenings and checked on the rest; shares within bands are of intervals with a median of at least 10 contacts.`,
  pinballText: (own: string, lastWeek: string, four: string) =>
    `Bands and middle together miss by **${own}** of the mean (pinball loss); those of last week by ${lastWeek}, of the mean of four by ${four}, each set from its own errors.`,
  smallCounts: (n: string, middle: string, below: string, above: string, verdict: string) =>
    `Small counts (median below 10 contacts), forecast in whole contacts: of ${n}, ${middle} fell into the middle 80 % of what was forecast, ${below} below and ${above} above it (10 % each are due): ${verdict}.`,
  smallCountsVerdict: {
    right: 'it means what it says',
    tooNarrow: 'its bands are rather too narrow',
    tooWide: 'its bands are rather too wide',
    tooHigh: 'it lies rather too high',
    tooLow: 'it lies rather too low',
  },
  tenthsTitle: (share: string) => `The 80 % band held ${share} of what came`,
  tenthsLabel: 'Where what came fell within the forecast',
  tenth: (from: string, to: string) => `${from}–${to}`,
  tenthsMark: 'one tenth each: bands that mean what they say',
  // Cleaning
  cleanTitle: 'Clean the history',
  cleanSummary: (count: number, shown: string) =>
    s(count, `${shown} finding to decide`, `${shown} findings to decide`),
  cleanSummaryNone: 'nothing to decide',
  cleanNothing: 'Nothing looks wrong: no gap, outlier, level shift, silent stretch or closed hour.',
  cleanText:
    'Found by comparison with the same weekdays of four weeks before and after. What you do not decide stays as it is; what you decide is saved with the forecast and can be undone.',
  cleanKinds: {
    outlierDay: (count: number, shown: string) =>
      s(count, `${shown} day far from its weekday`, `${shown} days far from their weekday`),
    outlierSlot: (count: number, shown: string) =>
      s(
        count,
        `${shown} interval far from its weekday and time`,
        `${shown} intervals far from their weekday and time`,
      ),
    partialDay: (count: number, shown: string) =>
      s(count, `${shown} silence in a busy day`, `${shown} silences in busy days`),
    levelShift: (count: number, shown: string) =>
      s(count, `${shown} shift of the level`, `${shown} shifts of the level`),
    gap: (count: number, shown: string) =>
      s(count, `${shown} gap in open hours`, `${shown} gaps in open hours`),
    closedHours: (count: number, shown: string) =>
      s(count, `${shown} span taken as closed`, `${shown} spans taken as closed`),
  },
  cleanChoice: {
    outlierDay: { accepted: 'leave out', rejected: 'keep' },
    outlierSlot: { accepted: 'leave out', rejected: 'keep' },
    partialDay: { accepted: 'unknown', rejected: 'really zero' },
    levelShift: { accepted: 'scale what was before', rejected: 'keep as it was' },
    gap: { accepted: 'unknown', rejected: 'zero contacts' },
    closedHours: { accepted: 'closed', rejected: 'open, zero contacts' },
  },
  cleanOpen: {
    outlierDay: 'undecided: counts',
    outlierSlot: 'undecided: counts',
    partialDay: 'undecided: counts as zero',
    levelShift: 'undecided: counts',
    gap: 'undecided: unknown',
    closedHours: 'undecided: closed',
  },
  cleanAll: (choice: string) => `all: ${choice}`,
  cleanDecide: (what: string) => `Decide: ${what}`,
  cleanMore: (count: string) => `Show ${count} more`,
  cleanFar: (when: string, actual: string, expected: string) =>
    `${when}: ${actual} contacts where ${expected} are usual`,
  cleanSilent: (when: string, expected: string) => `${when}: nothing where ${expected} are usual`,
  cleanShift: (when: string, change: string) => `From ${when} on: ${change} against the two weeks before`,
  cleanClosed: (weekday: string, clocks: string) => `Every ${weekday}, ${clocks}: never a contact`,
  cleanDropped: (count: number, shown: string) =>
    s(count, `${shown} decision about the earlier history`, `${shown} decisions about the earlier history`),
  // Special days
  specialTitle: 'Special days',
  specialSummary: (count: number, shown: string) => s(count, `${shown} day marked`, `${shown} days marked`),
  specialText:
    'Mark holidays, campaigns, outages and bill runs, past and planned. Days of one name share one effect: each channel’s forecast learns it from those in its history and uses it on those to come. A day marked for one channel replaces there a mark of all.',
  specialKind: 'What',
  specialKinds: {
    holiday: 'Holiday',
    campaign: 'Campaign',
    outage: 'Outage',
    billRun: 'Bill run',
    other: 'Other',
  },
  specialName: 'Name',
  specialDate: 'Date',
  specialDateHint: 'As 2026-11-27',
  specialDateWrong: 'A date such as 2026-11-27.',
  specialScope: 'Concerns',
  specialScopeOne: (channel: string) => `Only ${channel}`,
  specialOnly: (name: string, channel: string) => `${name}, only ${channel}`,
  specialElsewhere: 'Concerns other channels only.',
  specialAdd: 'Mark this day',
  specialHolidays: (count: string) => `Take the ${count} holidays of the calendar`,
  specialHint: (name: string) =>
    `Click a day, or press Enter on it, to mark it as ${name}; again to unmark it.`,
  specialCalendar: 'Calendar of the history and the days planned',
  specialCell: (day: string, contacts: string | null, mark: string | null) =>
    `${day}${contacts === null ? '' : `: ${contacts} contacts`}${mark === null ? '' : `, ${mark}`}`,
  specialNone: 'No day is marked.',
  specialEffect: (change: string, count: number, shown: string) =>
    s(
      count,
      `${change} against the usual weekday, seen on ${shown} day.`,
      `${change} against the usual weekday, seen on ${shown} days.`,
    ),
  specialUnknown:
    'No such day with a known total in the history: give it an effect as a peak event, or mark past ones.',
  specialRemove: (name: string, date: string) => `Unmark ${name} on ${date}`,
  specialProfile: (name: string) => `Share of the day by interval, ${name}`,
  dayList,
  // Handle time ahead
  aheadTitle: 'Handle time ahead',
  aheadSummary: (mean: string, share: string, low: string, high: string, now: string) =>
    `${mean} (${share}: ${low} to ${high}); the channel has ${now}`,
  aheadText: (mean: string, share: string, low: string, high: string, now: string) =>
    `The days planned are expected to take **${mean}** per contact, in ${share} of cases ${low} to ${high}. The channel is planned with **${now}**, wrap-up included.`,
  aheadUse: (mean: string) => `Plan the channel with ${mean}`,
  aheadTaken: 'The channel is planned with it.',
  aheadLabel: (channel: string) => `Handle time by day, ${channel}`,
  aheadDay: (mean: string, low: string, high: string) => `${mean} (${low} to ${high})`,
  aheadMark: (now: string, share: string) =>
    `the channel now, ${now}; the thin line holds ${share} of such days`,
  aheadModel: (model: string) =>
    `Forecast by: **${model}**. Single contacts weigh alike, so a quiet interval moves little.`,
  aheadModels: {
    lastWeek: 'Last week again',
    meanOfFour: 'Mean of the last four weeks',
    recentLevel: 'Quick level, weekday and hour',
    level: 'Slow level, weekday and hour',
  },
  aheadShort:
    'The history is too short to try forecasts on its own past: the range rests on whole days missing by 10 %, which is an assumption.',
  aheadBacktest: 'Missed in the past, by interval',
  aheadDays: (days: number, shown: string) => s(days, 'next day', `in ${shown} days`),
  // Handle time by tenure
  tenureTitle: 'Handle time by tenure',
  tenureSummary: (first: string, mean: string, last: string, other: string) =>
    `${first} ${mean}, ${last} ${other}`,
  tenureBand: (from: number, to: number | null) =>
    from === 0 && to === 1
      ? 'first month'
      : to === null
        ? from === 12
          ? 'after a year'
          : `from month ${from + 1} on`
        : `months ${from + 1} to ${to}`,
  tenureText: (first: string, mean: string, change: string, all: string) =>
    `${first}: **${mean}** per contact ahead, ${change} against all together (**${all}**, wrap-up included).`,
  tenureTextLast: (last: string, mean: string, change: string) => `${last}: **${mean}**, ${change}.`,
  tenureLabel: (channel: string) => `Handle time ahead by tenure, ${channel}`,
  tenureMark: (all: string, share: string) =>
    `all together, ${all}; the thin line holds the mean in ${share} of cases`,
  tenureTable: (channel: string) => `Handle time ahead by tenure with contacts and pace, ${channel}`,
  tenureHead: 'Tenure',
  tenureShare: 'Contacts of late',
  tenureContacts: 'Contacts known',
  tenureMean: 'Handle time ahead',
  tenureRange: (share: string) => `In ${share} of cases`,
  tenureSpan: (low: string, high: string) => `${low} to ${high}`,
  tenurePace: 'Pace',
  tenureAssumes:
    'Compared on the same days of the same queue, so that neither a busy spell nor easier contacts pass for experience. A band of few contacts leans on the mean of all. Pace: all together are 100 %.',
  tenureMixTitle: 'Who will take the contacts',
  tenureMixText: (
    mean: string,
    share: string,
    low: string,
    high: string,
    change: string | null,
    now: string,
  ) =>
    `Such a team takes **${mean}** per contact (in ${share} of cases ${low} to ${high})${change === null ? '' : `, ${change} against the team of late`}. The channel is planned with **${now}**.`,
  tenureMixSum: (sum: string) => `The shares add up to ${sum}: only their ratio counts.`,
  tenureMixNone: 'Give at least one share.',
  tenureMixLate: 'As of late',
  tenureMixPaced:
    'A group of this channel already has a pace of its own: plan the channel with the mean of all, or the newcomers count twice.',
  tenurePaceTitle: 'A group of newcomers or old hands',
  tenurePaceText:
    'A group may have the pace of its tenure, with the channel planned for all together: schedules and simulation then know who is slower.',
  tenureGroup: 'Group',
  tenureNoGroup: 'No group serves this channel: there is none to give a pace.',
  tenurePaceNow: (group: string, pace: string) => `${group} works at ${pace}.`,
  tenurePaceUse: (group: string, pace: string) => `Give ${group} a pace of ${pace}`,
  // Within the day
  todayTitleShort: 'Within the day',
  todaySummary: (date: string, time: string) => `actuals of ${date} up to ${time}`,
  todayText:
    'Enter or paste what has come on a day so far. The rest is forecast anew: how much of a surprise carries on is measured on the past days of this channel.',
  todayDaily: 'This history has daily totals: nothing can be said within a day.',
  todayMixed: (channel: string) =>
    `The shift of contacts between channels changes what comes on ${channel}: its history says nothing of such a day, and what came cannot be told apart by channel. Take the shift away to see the rest of the day.`,
  todayFirst: 'First interval',
  todayCounts: (minutes: string) =>
    `Contacts per ${minutes} minutes: one a line, or with spaces, tabs or semicolons between`,
  todayExample: '12\n15\n19',
  todayTake: 'Take these counts',
  todayForget: 'Forget them',
  todayEmpty: 'There is no count here.',
  todayAnswer: (
    time: string,
    seen: string,
    change: string,
    rest: string,
    low: string,
    high: string,
    before: string,
  ) =>
    `Up to ${time} **${seen}** contacts came, ${change} against the forecast. The rest of the day brings **${rest}** (in 8 of 10 cases ${low} to ${high}) instead of ${before}.`,
  todayGain: (share: string) =>
    `Had all hours so far been off alike, ${share} of that would go on; the last hours count most where that has held on past days.`,
  todayWorth: (v: TodayWorth) =>
    `On ${v.days} past days, what came after this hour was missed by **${v.updated}** when forecast anew, by ${v.evening} as forecast on the evening before, by ${v.weekBefore} as planned a week before and by ${v.meanOfFour} with the mean of four weeks.`,
  todayWorthHelps: (gain: string) => `Updating has taken **${gain}** off the error of the evening before.`,
  todayWorthNothing:
    'Updating has brought next to nothing over the evening before: on this channel the hours gone by say little of those to come.',
  todayTitle: (time: string) => `The day as it looks at ${time}`,
  todayLabel: 'Contacts of the day: come, expected now, expected before',
  todayPoint: (time: string, now: string, before: string) => `${time}: **${now}**, expected before ${before}`,
  todaySeen: 'come',
  todayNow: 'now',
  todayBefore: 'before',
  todayHours: (hours: string, more: boolean) =>
    `That takes **${hours} agent hours ${more ? 'more' : 'fewer'}** on the floor for the rest of the day.`,
  todayShort: (agents: string, time: string) => `The plan is **${agents} agents short** at ${time}.`,
  todayEnough: 'The plan has enough agents for it.',
  todayClosed: 'The channel is closed for the rest of the day.',
  todayAgents: 'Agents for the rest of the day',
  todayRequiredBefore: 'Required before',
  todayRequiredNow: 'Required now',
  todayPlanned: 'Planned',
  todayGap: 'Planned against now',
  todayUse: 'Use it for this day',
  todayWhy: (time: string) => `forecast anew at ${time}`,
  eventKind: 'What',
};

export type DemandWork = typeof demandWork;
