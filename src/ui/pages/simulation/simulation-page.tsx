/** Does the plan hold when weeks are played out? The judge of the models, with intervals throughout. */
import { memo, useDeferredValue, useId, useMemo } from 'react';
import { useLocation, useRoute } from 'wouter';
import type { SimulationState } from '../../../app/simulation-job.ts';
import type { Analysis } from '../../../scenario/analysis.ts';
import { buildAxis } from '../../../scenario/axis.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { channelInline, channelName } from '../../channel-name.ts';
import { SegmentedControl } from '../../inputs/segmented-control.tsx';
import { tabPanelProps, Tabs } from '../../inputs/tabs.tsx';
import { useLocale } from '../../locale.tsx';
import { Notice, Page, Waiting } from '../../page/page.tsx';
import { Panel } from '../../page/panel.tsx';
import { useApp } from '../../use-app.ts';
import { NothingYet, nothingYet } from '../nothing-yet.tsx';
import { simulationAnswer } from './answer.ts';
import { compareTargets } from './comparison.ts';
import { CustomerTable } from './customer-table.tsx';
import { DayLevels } from './day-levels.tsx';
import { IssueList } from './issue-list.tsx';
import { GroupTable } from './group-table.tsx';
import { JourneyPanel } from './journey-panel.tsx';
import { LogPanel } from './log-panel.tsx';
import { LuckNote } from './luck-note.tsx';
import { OccupancyNote } from './occupancy-note.tsx';
import { ReasonPanel } from './reason-panel.tsx';
import { ReplayEntry } from './replay-entry.tsx';
import { ResponsePanel } from './response-panel.tsx';
import { RunPanel } from './run-panel.tsx';
import { SpreadNote } from './spread-note.tsx';
import { TargetVerdicts } from './target-verdicts.tsx';
import { useStatusText } from './use-status-text.ts';
import { WhyPanel } from './why-panel.tsx';
import './simulation.css';

type Moment = Pick<SimulationState, 'summary' | 'of' | 'status' | 'issues' | 'message'> & {
  readonly scenario: Scenario;
  readonly analysis: Analysis | null;
};

/** New estimates come while somebody is at work here: drawn in slices, and all of one moment. */
export function SimulationPage() {
  const scenario = useApp((state) => state.scenario);
  const analysis = useApp((state) => state.analysis);
  // One by one: progress alone, which comes with every chunk, draws nothing here anew.
  const summary = useApp((state) => state.simulation.summary);
  const of = useApp((state) => state.simulation.of);
  const status = useApp((state) => state.simulation.status);
  const issues = useApp((state) => state.simulation.issues);
  const message = useApp((state) => state.simulation.message);
  const moment = useMemo<Moment>(
    () => ({ scenario, analysis, summary, of, status, issues, message }),
    [scenario, analysis, summary, of, status, issues, message],
  );
  return <Drawn {...useDeferredValue(moment)} />;
}

const Drawn = memo(function Drawn({ scenario, analysis, summary, of, status, issues, message }: Moment) {
  const locale = useLocale();
  const { t, f } = locale;
  const axis = useMemo(() => buildAxis(scenario.calendar), [scenario.calendar]);
  const [, navigate] = useLocation();
  const [, params] = useRoute('/simulation/:channel?/:day?');
  const panel = useId();

  const current = of === scenario;
  /** Nothing is on its way: it waits for a word, or was stopped before its first estimates. */
  const idle = !summary && (status === 'held' || status === 'cancelled');
  const statusText = useStatusText(0, 0, idle);
  const comparisons = useMemo(
    () => (analysis && summary && current ? compareTargets(analysis.channels, summary) : []),
    [analysis, summary, current],
  );
  const queued = scenario.channels.filter(({ kind }) => kind !== 'selfService');
  const channel = queued.find(({ id }) => id === params?.channel) ?? queued[0];
  const figures = analysis?.channels.find(({ id }) => id === channel?.id);
  const simulated = summary?.channels.find(({ id }) => id === channel?.id);
  const asked = Number(params?.day ?? NaN);
  const day = Number.isInteger(asked) && asked >= 0 && asked < axis.days.length ? asked : 0;
  const intervals = useMemo(
    () => axis.intervals.flatMap((interval, i) => (interval.day === day && figures?.open[i] ? [i] : [])),
    [axis, day, figures],
  );
  const go = (toChannel: string, toDay: number): void => navigate(`/simulation/${toChannel}/${toDay}`);
  const name = channel ? channelInline(channel, scenario, locale) : '';
  const dayName = f.weekday(axis.days[day]?.date ?? '');

  if (analysis && nothingYet(analysis))
    return (
      <Page question={t.simulation.question} answer={t.shell.nothingYet}>
        <NothingYet />
      </Page>
    );
  return (
    <Page
      question={t.simulation.question}
      answer={
        status === 'failed' && !current
          ? t.simulation.status.failed()
          : summary && analysis
            ? simulationAnswer(comparisons, summary, scenario, locale, status, current)
            : idle
              ? statusText
              : null
      }
      controls={<RunPanel />}
      table={summary && <GroupTable groups={summary.groups} />}
    >
      {status === 'failed' && (
        <Notice kind="error">
          <p>{t.simulation.failed}</p>
          {message && <p className="quiet-text">{message}</p>}
          <IssueList issues={issues} scenario={scenario} />
        </Notice>
      )}
      {comparisons.length > 0 ? (
        <Panel>
          <TargetVerdicts comparisons={comparisons} />
          <OccupancyNote scenario={scenario} />
        </Panel>
      ) : (
        status !== 'failed' && !idle && <Waiting lines={8} />
      )}
      {channel && simulated && summary && summary.channels.length === scenario.channels.length && (
        <>
          <div className="simulation-choice">
            <Tabs
              label={t.simulation.day}
              panel={panel}
              value={String(day)}
              onChange={(value) => go(channel.id, Number(value))}
              tabs={axis.days.map(({ date }, which) => ({
                value: String(which),
                label: axis.days.length > 7 ? f.dayShort(date) : f.weekdayShort(date),
              }))}
            />
            <SegmentedControl
              label={t.simulation.channel}
              value={channel.id}
              onChange={(value) => go(value, day)}
              options={queued.map((option) => ({
                value: option.id,
                label: channelName(option, scenario, locale),
              }))}
            />
          </div>
          <div className="simulation-day" {...tabPanelProps(panel, String(day))}>
            {intervals.length === 0 ? (
              <Notice kind="empty">
                <p>{t.simulation.closed(name, dayName)}</p>
              </Notice>
            ) : (
              <Panel>
                <DayLevels {...{ channel, intervals, axis, name, dayName }} summary={simulated} />
              </Panel>
            )}
          </div>
          {figures && current && status !== 'running' && (
            <Panel>
              <WhyPanel {...{ channel, figures, axis, name }} summary={simulated} />
            </Panel>
          )}
          <Panel>
            <ResponsePanel channel={channel} summary={simulated} name={name} />
            <SpreadNote summary={simulated} />
            <LuckNote summary={simulated} />
          </Panel>
          {simulated.reasons && figures && current && (
            <Panel>
              <ReasonPanel channel={channel} figures={figures} reasons={simulated.reasons} />
            </Panel>
          )}
          <Panel>
            <JourneyPanel
              {...{ scenario, channel, name }}
              ready={current && (status === 'done' || status === 'cancelled')}
              replications={summary.replications}
            />
          </Panel>
          {summary.customers && (
            <Panel>
              <CustomerTable
                scenario={scenario}
                customers={summary.customers}
                own={simulated.journey}
                name={name}
              />
            </Panel>
          )}
          <Panel>
            <ReplayEntry {...{ scenario, axis }} date={day} />
          </Panel>
          <Panel>
            <LogPanel scenario={scenario} planned={current ? summary : null} />
          </Panel>
        </>
      )}
    </Page>
  );
});
