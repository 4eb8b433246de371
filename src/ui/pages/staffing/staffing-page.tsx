/** How many agents, and when? One day and channel at a time; the planned steps can be dragged. */
import { useDeferredValue, useId, useMemo, useState } from 'react';
import { useLocation, useRoute } from 'wouter';
import { withRequirement } from '../../../scenario/apply.ts';
import { channelInline, channelName } from '../../channel-name.ts';
import { SegmentedControl } from '../../inputs/segmented-control.tsx';
import { tabPanelProps, Tabs } from '../../inputs/tabs.tsx';
import { useLocale } from '../../locale.tsx';
import { Notice, Page, SideGroup, Waiting } from '../../page/page.tsx';
import { Panel } from '../../page/panel.tsx';
import { useAnalysisOf } from '../../use-analysis-of.ts';
import { useApp } from '../../use-app.ts';
import { useAxis } from '../../use-axis.ts';
import { SimulatedVerdict } from '../simulation/simulated-verdict.tsx';
import { capital } from '../when.ts';
import { NothingYet, nothingYet } from '../nothing-yet.tsx';
import { staffingAnswer } from './answer.ts';
import { dayView, shortByDay } from './day-view.ts';
import { GainStrip } from './gain-strip.tsx';
import { IntervalTable } from './interval-table.tsx';
import { Ladder } from './ladder-panel.tsx';
import { MeasureChart } from './measure-chart.tsx';
import { PlanChart } from './plan-chart.tsx';
import { WhatIf } from './what-if.tsx';
import './staffing.css';

const ALL = 'all';

export function StaffingPage() {
  const locale = useLocale();
  const { t, f } = locale;
  const axis = useAxis();
  const scenario = useApp((state) => state.scenario);
  const { assurance } = scenario;
  const newest = useApp((state) => state.analysis);
  // Redrawing the day gives way to the hand on a slider.
  const analysis = useDeferredValue(newest);
  const computing = useApp((state) => state.analysisPending);
  const pending = computing || analysis !== newest;
  const [, navigate] = useLocation();
  const [, params] = useRoute('/staffing/:channel?/:day?');
  const panel = useId();
  const [index, setIndex] = useState<number | null>(null);

  const staffed = scenario.channels.filter(({ kind }) => kind !== 'selfService');
  const known = staffed.some(({ id }) => id === params?.channel) || params?.channel === ALL;
  const channelId = known && params?.channel ? params.channel : (staffed[0]?.id ?? ALL);
  const channel = channelId === ALL ? null : scenario.channels.findIndex(({ id }) => id === channelId);
  const shorts = useMemo(
    () => (analysis ? shortByDay(analysis, axis, channel, assurance) : axis.days.map(() => 0)),
    [analysis, axis, channel, assurance],
  );
  const asked = Number(params?.day ?? NaN);
  // The day first shown stays while its plan is edited, though another day may become the worst.
  const [opened, setOpened] = useState({ axis, channelId, day: null as number | null });
  if (analysis && (opened.day === null || opened.axis !== axis || opened.channelId !== channelId)) {
    setOpened({ axis, channelId, day: busiest(shorts) });
  }
  const day =
    Number.isInteger(asked) && asked >= 0 && asked < axis.days.length
      ? asked
      : Math.min(opened.day ?? 0, axis.days.length - 1);
  const view = useMemo(
    () => (analysis ? dayView(analysis, axis, channel, day) : null),
    [analysis, axis, channel, day],
  );
  const applied = useMemo(
    () =>
      analysis && !pending ? { ...scenario, groups: withRequirement(scenario, analysis, 'assured') } : null,
    [analysis, pending, scenario],
  );
  const after = useAnalysisOf(applied);
  const go = (toChannel: string, toDay: number): void => navigate(`/staffing/${toChannel}/${toDay}`);

  const definition = channel === null ? undefined : scenario.channels[channel];
  const figures = channel === null ? undefined : analysis?.channels[channel];
  const name = definition ? channelInline(definition, scenario, locale) : t.words.allInline;
  const start = view ? (view.worst ?? view.peak) : 0;
  const shown = { index, onIndex: setIndex, start };

  return (
    <Page
      question={t.staffing.question}
      answer={
        analysis && view && staffingAnswer({ analysis, after, view, scenario, axis, channel, day, locale })
      }
      controls={
        <>
          <SideGroup title={t.staffing.whatIf}>
            <Panel>
              <WhatIf channel={channel} />
            </Panel>
          </SideGroup>
          <Panel>
            <SimulatedVerdict />
          </Panel>
          {definition && figures && view && (
            <Panel>
              <Ladder
                targets={definition.targets}
                patience={definition.patience}
                handling={definition.handling}
                at={index ?? start}
                {...{ figures, view, axis }}
              />
            </Panel>
          )}
        </>
      }
      table={
        definition && figures && view && view.intervals.length > 0 ? (
          <IntervalTable {...{ figures, view, axis, day, name }} current={index} />
        ) : null
      }
    >
      <div className="staffing-choice">
        <Tabs
          label={t.staffing.day}
          panel={panel}
          value={String(day)}
          onChange={(value) => go(channelId, Number(value))}
          tabs={axis.days.map(({ date }, which) => ({
            value: String(which),
            label: axis.days.length > 7 ? f.dayShort(date) : f.weekdayShort(date),
            badge: shorts[which]
              ? { text: f.count(shorts[which]), name: t.staffing.shortOnDay(f.count(shorts[which])) }
              : undefined,
          }))}
        />
        <SegmentedControl
          label={t.staffing.channel}
          value={channelId}
          onChange={(value) => go(value, day)}
          options={[
            ...staffed.map((option) => ({ value: option.id, label: channelName(option, scenario, locale) })),
            { value: ALL, label: t.words.allChannels },
          ]}
        />
      </div>
      <div className="staffing-day" {...tabPanelProps(panel, String(day))}>
        {!analysis || !view ? (
          <Waiting lines={8} />
        ) : view.intervals.length === 0 ? (
          <Notice kind="empty">
            <p>{capital(t.staffing.closed(f.weekday(axis.days[day]?.date ?? ''), t.staffing.onAll))}</p>
          </Notice>
        ) : (
          <>
            {nothingYet(analysis) && <NothingYet />}
            {figures && figures.overloadedIntervals > 0 && (
              <Notice kind="overload">
                <p>{t.staffing.overload(f.count(figures.overloadedIntervals), name)}</p>
              </Notice>
            )}
            {figures?.unattainable && (
              <Notice kind="overload">
                <p>{t.staffing.unattainable(name, figures.unattainable.reason)}</p>
              </Notice>
            )}
            <Panel>
              <PlanChart {...{ view, axis, day, channel, name, pending }} {...shown} />
            </Panel>
            {definition && figures && (
              <>
                <Panel>
                  <MeasureChart {...{ figures, view, axis }} {...shown} />
                </Panel>
                <Panel>
                  <GainStrip
                    {...{ figures, view, axis }}
                    targets={definition.targets}
                    patience={definition.patience}
                    {...shown}
                  />
                </Panel>
              </>
            )}
          </>
        )}
      </div>
    </Page>
  );
}

/** The day with most understaffed intervals, else the first. */
function busiest(shorts: readonly number[]): number {
  return Math.max(0, shorts.indexOf(Math.max(...shorts)));
}
