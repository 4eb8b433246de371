/** What an import will do to the scenario: proposals for fresh series, and the one edit at the end. */
import { castDraft } from 'immer';
import type { ForecastOptions } from '../forecast/result.ts';
import type { SeriesColumns } from '../history/report.ts';
import { buildAxis } from '../scenario/axis.ts';
import { carriedDemand } from '../scenario/carry-adjustments.ts';
import { likelyChannel } from '../scenario/channel-named.ts';
import { dayShares } from '../scenario/day-shape.ts';
import { demandFromForecast, type ForecastDemand } from '../scenario/demand-from-forecast.ts';
import {
  addedContacts,
  handleTimes,
  patienceOf,
  type ContactFacts,
  type Patience,
} from '../history/contact-facts.ts';
import { addedFacts, meanHandleTime, type SeriesFacts } from '../history/series-facts.ts';
import { hoursApart, openingHours, seriesDays, shareOutside } from '../scenario/history-series.ts';
import { withMeanPatience } from '../scenario/patience.ts';
import { calendarAfter, followsHistory, hasStopped } from '../scenario/planning-calendar.ts';
import { withCv } from '../scenario/work-law.ts';
import type { Calendar, Channel, Handling, Scenario, WeekHours } from '../scenario/schema.ts';
import type { CleaningDecision } from '../scenario/schema-demand.ts';
import type { Seconds } from '../units.ts';
import type { Recipe } from './document.ts';
import { eventDecisions } from './import-events.ts';
import { busyTogether } from './import-together.ts';
import type { Applied, ChannelChoice, Dropped, SeriesDefaults, SeriesStep } from './import-session.ts';

/** Closed hours that hold less than this share of a history are left closed unless asked. */
const WORTH_OPENING = 0.05;

/** What a scenario's handle time is at least. */
const LEAST_HANDLE_TIME: Seconds = 1;

/** Channel for every series, calendar, and what else of the history seems worth taking. */
export function seriesDefaults(series: readonly SeriesFacts[], scenario: Scenario): SeriesDefaults {
  const taken = new Set<string>();
  const last = lastDay(series);
  // unknown since it stopped, it would leave the sum with others unknown as well
  const goesOn = series.map((facts) => last === null || !hasStopped(seriesDays(facts).to, last));
  const matched = series.map(({ channel }, index) => {
    if (goesOn[index] !== true) return null;
    const match = likelyChannel(channel, scenario.channels, taken);
    if (match !== null) taken.add(match);
    return match;
  });
  const first = scenario.channels.find(({ kind }) => kind !== 'selfService') ?? scenario.channels[0];
  const nothingMatched = matched.every((channel) => channel === null);
  const choices = matched.map((channel, index) => ({
    channel: channel ?? (nothingMatched && goesOn[index] === true ? (first?.id ?? null) : null),
  }));
  const { calendar } = scenario;
  const channels: Record<string, ChannelChoice> = {};
  for (const channel of scenario.channels) {
    const own = series.filter((_, index) => choices[index]?.channel === channel.id);
    if (own.length > 0) channels[channel.id] = channelDefaults(addedFacts(channel.id, own), channel);
  }
  return { choices, channels, movesCalendar: last !== null && !followsHistory(calendar, last) };
}

/** Proposals for a channel that is given these series. */
export function channelDefaults(facts: SeriesFacts, channel: Channel): ChannelChoice {
  return {
    shape: { kind: 'likeChannel', channel: channel.id },
    takesHandleTime: credibleHandleTime(facts) !== null,
    // closing hours that are open today takes the work from agents planned in them: only when asked
    takesOpeningHours:
      shareOutside(facts, channel.open) > WORTH_OPENING && hoursApart(facts, channel.open).closed === 0,
    takesSpread: true,
    takesPatience: true,
  };
}

export type ChannelImport = {
  readonly channel: Channel;
  readonly choice: ChannelChoice;
  /** The series that feed it, which their sum will forecast. */
  readonly series: readonly SeriesColumns[];
  readonly facts: SeriesFacts;
  /** What a log of contacts says of the channel; null for other files. */
  readonly contacts: ContactFacts | null;
  /** Coefficient of variation of the handle time; null: not known. */
  readonly spread: number | null;
  /** Null: not known, or nothing for a channel that nobody leaves. */
  readonly patience: Patience | null;
  /** Mean handle time of the history; null when it has none, or none that can be right. */
  readonly handleTime: Seconds | null;
  /** Opening hours of the history; null for daily series. */
  readonly open: WeekHours | null;
  /** Share of the history's contacts outside the channel's opening hours. */
  readonly closedShare: number;
  /** Hours a week that taking the history's would open and close. */
  readonly hours: { readonly opened: number; readonly closed: number };
};

/** The channels that get a demand, with everything their series say. O(series · intervals of a week). */
export function channelImports(
  session: Pick<SeriesStep, 'series' | 'facts' | 'contacts' | 'choices' | 'channels'>,
  scenario: Pick<Scenario, 'channels'>,
): ChannelImport[] {
  return scenario.channels.flatMap((channel) => {
    const feeds = (_: unknown, index: number) => session.choices[index]?.channel === channel.id;
    const own = session.facts.filter(feeds);
    if (own.length === 0) return [];
    const facts = addedFacts(own.map((series) => series.channel).join(' + '), own);
    const logs = session.contacts.filter(feeds);
    const contacts = logs.length === 0 ? null : addedContacts(channel.id, logs);
    return [
      {
        channel,
        choice: session.channels[channel.id] ?? channelDefaults(facts, channel),
        series: session.series.filter(feeds),
        facts,
        contacts,
        spread: contacts === null ? null : (handleTimes(contacts)?.cv ?? null),
        patience: contacts === null || channel.patience === null ? null : patienceOf(contacts),
        handleTime: credibleHandleTime(facts),
        open: openingHours(facts),
        closedShare: shareOutside(facts, channel.open),
        hours: hoursApart(facts, channel.open),
      },
    ];
  });
}

export function lastDay(series: readonly SeriesFacts[]): string | null {
  const ends = series.filter(({ last }) => last !== null).map((facts) => seriesDays(facts).to);
  return ends.toSorted().at(-1) ?? null;
}

/** Mean handle time, where it is one that a scenario may have: below a second it is a slip of unit. */
function credibleHandleTime(facts: SeriesFacts): Seconds | null {
  const mean = meanHandleTime(facts);
  return mean === null || mean < LEAST_HANDLE_TIME ? null : mean;
}

/** The days that will be planned. */
export function plannedCalendar(session: SeriesStep, scenario: Scenario): Calendar {
  const last = lastDay(session.facts.filter((_, index) => session.choices[index]?.channel));
  return session.movesCalendar && last !== null ? calendarAfter(scenario.calendar, last) : scenario.calendar;
}

export function forecastOptions(calendar: Calendar): ForecastOptions {
  return { from: calendar.start, days: calendar.days, quantiles: [0.1, 0.5, 0.9] };
}

/** The channel as it will be, but for its demand. */
export function preparedChannel(item: ChannelImport): Channel {
  const { channel, choice, handleTime, spread, patience, open } = item;
  const measured =
    choice.takesHandleTime && handleTime !== null
      ? measuredHandling(channel.handling, handleTime)
      : channel.handling;
  return {
    ...channel,
    handling: choice.takesSpread && spread !== null ? withCv(measured, spread) : measured,
    ...(choice.takesPatience && patience !== null && channel.patience !== null
      ? { patience: withMeanPatience(channel.patience, patience.mean) }
      : {}),
    ...(choice.takesOpeningHours && open !== null ? { open } : {}),
  };
}

/** The demand that a finished forecast will give its channel; null where there is none yet. */
export function plannedDemand(
  session: SeriesStep,
  scenario: Scenario,
  item: ChannelImport,
): ForecastDemand | null {
  const found = session.forecasts.find(({ channel }) => channel === item.channel.id);
  if (found?.outcome.ok !== true) return null;
  const { outcome, cleaning } = found;
  const { facts, choice } = item;
  const axis = buildAxis(plannedCalendar(session, scenario));
  const channel = preparedChannel(item);
  return demandFromForecast(
    {
      forecast: outcome.forecast,
      intervalMinutes: facts.intervalMinutes,
      history: {
        file: clipped(session.source.name),
        column: clipped(facts.channel),
        ...seriesDays(facts),
        ...(cleaning.length > 0 ? { cleaning } : {}),
      },
      shares: dayShares(choice.shape, channel, scenario.channels, axis),
    },
    channel,
    axis,
  );
}

/** What was decided about the history that a channel's forecast rests on. */
export function decisionsOf({ demand: { source } }: Channel): readonly CleaningDecision[] {
  return (source.kind === 'forecast' ? source.history.cleaning : null) ?? [];
}

/** What using the finished forecast of a channel leaves out. */
export function droppedBy(
  { forecasts }: Pick<SeriesStep, 'forecasts'>,
  channel: Channel,
  from: Calendar,
  to: Calendar,
): Dropped {
  const kept = forecasts.find((forecast) => forecast.channel === channel.id)?.cleaning.length ?? 0;
  return {
    ...carriedDemand(channel.demand, from, to).dropped,
    decisions: decisionsOf(channel).length - kept,
  };
}

/** The edit that uses every finished forecast, and what to say about it; null when there is none. */
export function importEdit(
  session: SeriesStep,
  scenario: Scenario,
): { readonly recipe: Recipe; readonly applied: Applied } | null {
  const calendar = plannedCalendar(session, scenario);
  const finished = channelImports(session, scenario).flatMap((item) => {
    const demand = plannedDemand(session, scenario, item);
    if (demand === null) return [];
    const { kept } = carriedDemand(item.channel.demand, scenario.calendar, calendar);
    const dropped = droppedBy(session, item.channel, scenario.calendar, calendar);
    return [{ demand, channel: preparedChannel(item), kept, dropped }];
  });
  if (finished.length === 0) return null;
  const together = session.takesTogether ? busyTogether(session) : null;
  const forecast = finished.map(({ channel }) => channel.id);
  const gone = eventDecisions(session, scenario, forecast, calendar).flatMap(({ event, stays }) =>
    stays ? [] : [event],
  );
  return {
    recipe(draft) {
      draft.calendar.start = calendar.start;
      if (together !== null) draft.busynessCorrelation = together.correlation;
      if (gone.length > 0) draft.events = castDraft(scenario.events.filter((event) => !gone.includes(event)));
      for (const { demand, channel, kept } of finished) {
        const target = draft.channels.find(({ id }) => id === channel.id);
        if (!target) continue;
        const { adjustments: _adjustments, actuals: _actuals, levelCv: _level, ...other } = channel.demand;
        const { source, dayFactorCv } = demand;
        target.demand = castDraft({ ...other, source, dayFactorCv, ...kept });
        // the forecast is of what will come, not of a what-if on top of it
        target.volumeFactor = 1;
        target.handling = castDraft(channel.handling);
        target.open = castDraft(channel.open);
        target.patience = castDraft(channel.patience);
      }
    },
    applied: {
      file: session.source.name,
      channels: forecast,
      eventsGone: gone.map(({ name }) => name),
      dropped: finished.map(({ dropped }) => dropped),
      start: calendar.start === scenario.calendar.start ? null : calendar.start,
    },
  };
}

/** Whether the document still has a demand from the import: another one, or an undone import, has not. */
export function stillApplied({ file, channels }: Applied, scenario: Scenario): boolean {
  return scenario.channels.some(
    ({ id, demand: { source } }) =>
      channels.includes(id) && source.kind === 'forecast' && source.history.file === clipped(file),
  );
}

/** A measured handle time holds the wrap-up: the rest is the agent's own work. */
export function measuredHandling(handling: Handling, measured: Seconds): Handling {
  return measured > handling.afterContact + 1
    ? { ...handling, mean: measured - handling.afterContact }
    : { ...handling, mean: measured, afterContact: 0 };
}

function clipped(text: string): string {
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
