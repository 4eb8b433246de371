/** From series to forecasts: which channel each feeds, which days are planned, what else is taken over. */
import { useMemo } from 'react';
import type { ImportCommands } from '../../../app/import-driver.ts';
import { channelImports, droppedBy, plannedCalendar, type ChannelImport } from '../../../app/import-plan.ts';
import type { SeriesStep as SeriesSession } from '../../../app/import-session.ts';
import type { Calendar, Scenario } from '../../../scenario/schema.ts';
import { MINUTES_PER_DAY } from '../../../units.ts';
import { channelName } from '../../channel-name.ts';
import { useLocale } from '../../locale.tsx';
import { Notice } from '../../page/page.tsx';
import { ChannelOptions } from './channel-options.tsx';
import { DaysChoice } from './days-choice.tsx';
import { droppedText } from './dropped-text.ts';
import { EarlierHistory } from './earlier-history.tsx';
import { EventChoice } from './event-choice.tsx';
import { ForecastResults } from './forecast-results.tsx';
import { ReportView } from './report-view.tsx';
import { SeriesTable } from './series-table.tsx';
import { TogetherChoice } from './together-choice.tsx';
import { useWords } from './use-words.ts';

type SeriesStepProps = {
  readonly session: SeriesSession;
  readonly scenario: Scenario;
  readonly commands: ImportCommands;
};

export function SeriesStep({ session, scenario, commands }: SeriesStepProps) {
  const { t, f } = useLocale();
  const { series, facts, contacts, choices, channels } = session;
  const items = useMemo(
    () => channelImports({ series, facts, contacts, choices, channels }, { channels: scenario.channels }),
    [series, facts, contacts, choices, channels, scenario.channels],
  );
  const calendar = plannedCalendar(session, scenario);
  const { waiting, forecasts, failure } = session;
  const open = items.filter(({ channel }) => !forecasts.some((forecast) => forecast.channel === channel.id));
  const usable = items.filter(({ channel }) =>
    forecasts.some((forecast) => forecast.channel === channel.id && forecast.outcome.ok),
  );
  return (
    <>
      <ReportView report={session.report} />
      <EarlierHistory session={session} join={commands.join} chooseSide={commands.chooseSide} />
      <SeriesTable session={session} scenario={scenario} assign={commands.assign} />
      {items.length === 0 ? (
        <p className="quiet-text">{t.demand.assignFirst}</p>
      ) : (
        <>
          <DaysChoice session={session} scenario={scenario} choose={commands.moveCalendar} />
          <ShortHistories items={items} scenario={scenario} />
          <ChannelOptions items={items} scenario={scenario} decide={commands.decide} />
          <div className="button-row" aria-live="polite">
            {waiting ? (
              <>
                <progress
                  max={items.length}
                  value={items.length - waiting.length}
                  aria-label={t.demand.forecast}
                />
                <span>
                  {t.demand.forecasting(f.count(items.length - waiting.length + 1), f.count(items.length))}
                </span>
                <button type="button" className="button" onClick={commands.cancel}>
                  {t.demand.cancel}
                </button>
              </>
            ) : (
              open.length > 0 && (
                <button
                  type="button"
                  className="button button-primary"
                  aria-disabled={session.asked !== null}
                  onClick={commands.forecast}
                >
                  {t.demand.forecastNow(open.length)}
                </button>
              )
            )}
          </div>
          {failure !== null && (
            <Notice kind="error">
              <p>{t.demand.forecastFailed}</p>
            </Notice>
          )}
          {forecasts.length > 0 && (
            <ForecastResults session={session} items={items} scenario={scenario} calendar={calendar} />
          )}
          {usable.length > 0 && !waiting && session.asked === null && (
            <div className="apply">
              <EventChoice
                session={session}
                scenario={scenario}
                channels={usable.map(({ channel }) => channel.id)}
                keep={commands.keepEvent}
              />
              <TogetherChoice session={session} scenario={scenario} take={commands.takeTogether} />
              <AppliedAlso session={session} items={usable} scenario={scenario} calendar={calendar} />
              <button type="button" className="button button-primary" onClick={commands.apply}>
                {t.demand.applyForecast(usable.length)}
              </button>
            </div>
          )}
        </>
      )}
    </>
  );
}

/** Days below which a forecast says little: two of each weekday. */
const FEW_DAYS = 14;

/** Said before anything is forecast from so little. */
function ShortHistories({ items, scenario }: Pick<AppliedAlsoProps, 'items' | 'scenario'>) {
  const locale = useLocale();
  const w = useWords();
  const short = items.flatMap(({ channel, facts: { first, last } }) => {
    if (first === null || last === null) return [];
    const length = Math.floor(last / MINUTES_PER_DAY) - Math.floor(first / MINUTES_PER_DAY) + 1;
    return length < FEW_DAYS ? [{ channel, length }] : [];
  });
  if (short.length === 0) return null;
  return (
    <Notice kind="overload">
      {short.map(({ channel, length }) => (
        <p key={channel.id}>
          {w.shortHistory(channelName(channel, scenario, locale), length, locale.f.count(length))}
        </p>
      ))}
      <p>{w.shortHistoryMeans}</p>
    </Notice>
  );
}

type AppliedAlsoProps = {
  readonly session: SeriesSession;
  readonly items: readonly ChannelImport[];
  readonly scenario: Scenario;
  readonly calendar: Calendar;
};

/** What using the forecasts changes besides the demand. */
function AppliedAlso({ session, items, scenario, calendar }: AppliedAlsoProps) {
  const locale = useLocale();
  const w = useWords();
  const { t, f } = locale;
  const lines = items.flatMap(({ channel }) => {
    const name = channelName(channel, scenario, locale);
    const dropped = droppedBy(session, channel, scenario.calendar, calendar);
    const left = droppedText(name, dropped, calendar.intervalMinutes, w, locale);
    return [
      ...(channel.volumeFactor === 1 ? [] : [t.demand.volumeReset(name, f.change(channel.volumeFactor))]),
      ...(left === null ? [] : [left]),
    ];
  });
  return lines.map((line) => (
    <p key={line} className="quiet-text">
      {line}
    </p>
  ));
}
