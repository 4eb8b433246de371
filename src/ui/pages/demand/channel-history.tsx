/** What a channel's history says: the picture of it, and what opens on request. */
import { lazy, memo } from 'react';
import type { Channel, Scenario } from '../../../scenario/schema.ts';
import { Rich, useLocale } from '../../locale.tsx';
import { Notice, Waiting } from '../../page/page.tsx';
import { capital } from '../when.ts';
import { CleaningPanel, undecided } from './cleaning-panel.tsx';
import { isByDay, modelName } from './demand-text.ts';
import { aheadFigures } from './handle-time-figures.ts';
import { HistoryPanel } from './history-panel.tsx';
import { Section } from './section.tsx';
import { useNewForecast } from './use-forecast.ts';
import type { HistoryState } from './use-workbench.ts';
import { useWords } from './use-words.ts';

const SeasonPanel = lazy(async () => ({ default: (await import('./season-panel.tsx')).SeasonPanel }));
const TodayPanel = lazy(async () => ({ default: (await import('./today-panel.tsx')).TodayPanel }));
const BacktestPanel = lazy(async () => ({ default: (await import('./backtest-panel.tsx')).BacktestPanel }));
const HandleTimePanel = lazy(async () => ({
  default: (await import('./handle-time-panel.tsx')).HandleTimePanel,
}));

const TenurePanel = lazy(async () => ({ default: (await import('./tenure-panel.tsx')).TenurePanel }));

type ChannelHistoryProps = {
  readonly channel: Channel;
  readonly scenario: Scenario;
  readonly name: string;
  readonly state: HistoryState;
};

export const HistoryPicture = memo(function HistoryPicture({
  channel,
  scenario,
  name,
  state,
}: ChannelHistoryProps) {
  const { t, f } = useLocale();
  const w = useWords();
  const next = useNewForecast(state, channel, scenario);
  const { source } = channel.demand;
  const file = source.kind === 'forecast' ? source.history.file : '';
  if (state.kind === 'missing')
    return (
      <Notice kind="empty">
        <p>{w.historyMissing(file)}</p>
      </Notice>
    );
  if (state.kind === 'failed')
    return (
      <Notice kind="error">
        <p>{state.message}</p>
      </Notice>
    );
  if (state.kind !== 'ready')
    return (
      <div role="status">
        <p className="visually-hidden">{w.historyLoading}</p>
        <Waiting lines={6} />
      </div>
    );
  const { outcome } = state.bench;
  return (
    <>
      {next && (
        <div className="undo-note" role="status">
          <p>
            <Rich text={w.newForecast(f.count(next.before), f.count(next.after))} />
          </p>
          <button type="button" className="button" onClick={next.use}>
            {w.newForecastUse}
          </button>
        </div>
      )}
      {!outcome.ok && (
        <Notice kind="error">
          <p>{t.demand.refusal[outcome.refusal.code]}</p>
        </Notice>
      )}
      <HistoryPanel bench={state.bench} name={name} pending={state.pending} />
    </>
  );
});

export const ChannelHistory = memo(function ChannelHistory({
  channel,
  scenario,
  name,
  state,
}: ChannelHistoryProps) {
  const locale = useLocale();
  const { f } = locale;
  const w = useWords();
  if (state.kind !== 'ready') return null;
  const { bench } = state;
  const forecast = bench.outcome.ok ? bench.outcome.forecast : null;
  const busiest = bench.season.weekdays.toSorted((a, b) => b.factor - a.factor)[0];
  const row = forecast?.backtest.find((each) => each.model === forecast.model && each.horizon === 'week');
  const { actuals } = channel.demand;
  const open = undecided(bench.findings, channel);
  const [newest] = bench.tenure?.bands ?? [];
  const oldest = bench.tenure?.bands.at(-1);
  const ahead = bench.handleTime && aheadFigures(bench.handleTime, channel);
  return (
    <>
      <Section
        key={`season ${channel.id}`}
        title={w.seasonTitle}
        summary={
          busiest
            ? w.seasonSummary(capital(f.weekday(`2024-01-0${busiest.weekday + 1}`)), f.change(busiest.factor))
            : null
        }
      >
        <SeasonPanel bench={bench} name={name} />
      </Section>
      {forecast && (
        <Section
          key={`backtest ${channel.id}`}
          title={w.backtestTitle}
          summary={
            row
              ? w.backtestSummary(modelName(row.model, locale), f.share(row.wape, 1), isByDay(forecast))
              : null
          }
        >
          <BacktestPanel forecast={forecast} question={state.question} calendar={scenario.calendar} />
        </Section>
      )}
      {bench.handleTime && ahead && (
        <Section
          key={`handle time ${channel.id}`}
          title={w.aheadTitle}
          summary={w.aheadSummary(
            f.seconds(ahead.mean),
            f.share(0.8),
            f.seconds(ahead.low),
            f.seconds(ahead.high),
            f.seconds(ahead.now),
          )}
        >
          <HandleTimePanel channel={channel} name={name} handleTime={bench.handleTime} />
        </Section>
      )}
      {bench.tenure && newest && oldest && (
        <Section
          key={`tenure ${channel.id}`}
          title={w.tenureTitle}
          summary={w.tenureSummary(
            w.tenureBand(newest.from, newest.to),
            f.seconds(newest.mean),
            w.tenureBand(oldest.from, oldest.to),
            f.seconds(oldest.mean),
          )}
        >
          <TenurePanel channel={channel} scenario={scenario} name={name} tenure={bench.tenure} />
        </Section>
      )}
      <Section
        key={`today ${channel.id}`}
        title={w.todayTitleShort}
        summary={
          actuals
            ? w.todaySummary(
                f.day(actuals.date),
                f.clock(actuals.contacts.length * scenario.calendar.intervalMinutes),
              )
            : null
        }
      >
        <TodayPanel channel={channel} scenario={scenario} state={state} />
      </Section>
      <Section
        key={`clean ${channel.id}`}
        title={w.cleanTitle}
        summary={open > 0 ? w.cleanSummary(open, f.count(open)) : w.cleanSummaryNone}
      >
        <CleaningPanel channel={channel} findings={bench.findings} />
      </Section>
    </>
  );
});
