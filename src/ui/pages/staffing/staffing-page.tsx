/** How many agents, and when? One day and channel at a time; the planned steps can be dragged. */
import { memo, useCallback, useEffect, useId, useMemo, useState } from 'react';
import { useLocation, useRoute } from 'wouter';
import { channelInline, channelName } from '../../channel-name.ts';
import { SegmentedControl } from '../../inputs/segmented-control.tsx';
import { tabPanelProps, Tabs } from '../../inputs/tabs.tsx';
import { useLocale } from '../../locale.tsx';
import { Notice, Page, SideGroup, Waiting } from '../../page/page.tsx';
import { Panel } from '../../page/panel.tsx';
import { useAxis } from '../../use-axis.ts';
import { SimulatedVerdict } from '../simulation/simulated-verdict.tsx';
import { capital } from '../when.ts';
import { NothingYet, nothingYet } from '../nothing-yet.tsx';
import { staffingAnswer } from './answer.ts';
import { AssurancePanel } from './assurance-panel.tsx';
import { Closer, LOOKS, type Look } from './closer.tsx';
import { DayPictures } from './day-pictures.tsx';
import { dayView, missingByDay, shortByDay } from './day-view.ts';
import { formulaDay } from './ladder.ts';
import { unattainableSentence } from './unattainable.ts';
import { useApplied } from './use-applied.ts';
import { useCloser } from './use-closer.ts';
import { useFigures, type Figures } from './use-figures.ts';
import { WhatIf } from './what-if.tsx';
import './staffing.css';

const ALL = 'all';

export function StaffingPage() {
  return <StaffingView shown={useFigures()} />;
}

/** Drawn once per answer of the analysis; what must follow the hand reads the store by itself. */
const StaffingView = memo(function StaffingView({ shown }: { readonly shown: Figures }) {
  const { scenario, analysis } = shown;
  const locale = useLocale();
  const { t, f } = locale;
  const c = useCloser();
  const axis = useAxis();
  const { assurance } = scenario;
  const [, navigate] = useLocation();
  const [, params] = useRoute('/staffing/:channel?/:day?/:look?');
  const panel = useId();
  const staffed = scenario.channels.filter(({ kind }) => kind !== 'selfService');
  const known = staffed.some(({ id }) => id === params?.channel) || params?.channel === ALL;
  const channelId = known && params?.channel ? params.channel : (staffed[0]?.id ?? ALL);
  const channel = channelId === ALL ? null : scenario.channels.findIndex(({ id }) => id === channelId);
  const shorts = useMemo(
    () => (analysis ? shortByDay(analysis, axis, channel, assurance) : axis.days.map(() => 0)),
    [analysis, axis, channel, assurance],
  );
  const asked = Number(params?.day ?? NaN);
  const chosen = Number.isInteger(asked) && asked >= 0 && asked < axis.days.length ? asked : null;
  const worst = useMemo(
    () => (analysis && chosen === null ? busiest(missingByDay(analysis, axis, channel, assurance)) : null),
    [analysis, chosen, axis, channel, assurance],
  );
  const day = chosen ?? worst ?? 0;
  const look = LOOKS.find((one) => one === params?.look) ?? 'agent';
  const view = useMemo(
    () => (analysis ? dayView(analysis, axis, channel, day) : null),
    [analysis, axis, channel, day],
  );
  const after = useApplied(shown);
  const [picked, setPicked] = useState<{ of: string; at: number } | null>(null);
  const place = `${channelId}/${day}`;
  const onPick = useCallback((at: number) => setPicked({ of: place, at }), [place]);
  const { onLook, onDay } = useMoves(channelId, day, look);
  useEffect(() => {
    // The day first shown stays while its plan is edited, though another may become the worst, and after a reload.
    const here = window.location.hash.startsWith('#/staffing');
    if (worst !== null && here) navigate(addressOf(channelId, worst, look), { replace: true });
  }, [worst, channelId, look, navigate]);

  const definition = channel === null ? undefined : scenario.channels[channel];
  const figures = channel === null ? undefined : analysis?.channels[channel];
  const name = definition ? channelInline(definition, scenario, locale) : t.words.allInline;
  const start = view ? (view.worst ?? view.peak) : 0;
  const at = Math.min(
    picked?.of === place ? picked.at : start,
    Math.max(0, (view?.intervals.length ?? 1) - 1),
  );
  const { targets, patience } = definition ?? {};
  const intervals = view?.intervals;
  const formulas = useMemo(
    () =>
      look === 'models' && figures && targets && intervals
        ? formulaDay({ targets, patience: patience ?? null }, figures, intervals, axis.intervalSeconds)
        : NO_FORMULAS,
    [look, figures, targets, patience, intervals, axis],
  );
  const unattainable =
    definition && figures && unattainableSentence(figures, definition.targets, name, c, locale);

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
              <WhatIf channel={channel} view={view} />
            </Panel>
            {definition && (
              <Panel>
                <AssurancePanel key={definition.id} channel={definition.id} axis={axis} day={day} />
              </Panel>
            )}
          </SideGroup>
          <Panel>
            <SimulatedVerdict />
          </Panel>
        </>
      }
      table={
        definition && figures && view && view.intervals.length > 0 ? (
          <Closer
            {...{ look, onLook, shown, figures, formulas, view, axis, day, name, at, onPick, onDay }}
            channel={definition}
          />
        ) : null
      }
    >
      <div className="staffing-choice">
        <Tabs
          label={t.staffing.day}
          panel={panel}
          value={String(day)}
          onChange={(value) => onDay(Number(value))}
          tabs={axis.days.map(({ date }, which) => ({
            value: String(which),
            label: axis.days.length > 7 ? f.dayShort(date) : f.weekdayShort(date),
            badge: shorts[which]
              ? {
                  text: f.count(shorts[which]),
                  name: t.staffing.shortOnDay(shorts[which], f.count(shorts[which])),
                }
              : undefined,
          }))}
        />
        <SegmentedControl
          label={t.staffing.channel}
          value={channelId}
          onChange={(value) => navigate(addressOf(value, day, look))}
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
                <p>{t.staffing.overload(f.count(figures.overloadedIntervals), name, !patience)}</p>
              </Notice>
            )}
            {unattainable && (
              <Notice kind="overload">
                <p>{unattainable}</p>
              </Notice>
            )}
            <DayPictures
              {...{ shown, figures, view, axis, day, channel, name, start, onPick }}
              compared={formulas.erlangC}
            />
          </>
        )}
      </div>
    </Page>
  );
});

const NO_FORMULAS = { erlangC: null, erlangA: null };

function useMoves(channel: string, day: number, look: Look) {
  const [, navigate] = useLocation();
  const onLook = useCallback((to: Look) => navigate(addressOf(channel, day, to)), [navigate, channel, day]);
  const onDay = useCallback(
    (to: number) => navigate(addressOf(channel, to, look)),
    [navigate, channel, look],
  );
  return { onLook, onDay };
}

function addressOf(channel: string, day: number, look: Look): string {
  return `/staffing/${channel}/${day}${look === 'agent' ? '' : `/${look}`}`;
}

/** The day with most agents missing, else the first. */
function busiest(missing: readonly number[]): number {
  return Math.max(0, missing.indexOf(Math.max(...missing)));
}
