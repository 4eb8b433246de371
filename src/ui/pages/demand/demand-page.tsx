/** How many contacts will come? The days planned by channel, what-ifs, and the way in for a history. */
import { lazy, memo, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { buildAxis } from '../../../scenario/axis.ts';
import type { Channel, Scenario } from '../../../scenario/schema.ts';
import { channelName } from '../../channel-name.ts';
import { SegmentedControl } from '../../inputs/segmented-control.tsx';
import { useLocale } from '../../locale.tsx';
import { Page, SideGroup } from '../../page/page.tsx';
import { Panel } from '../../page/panel.tsx';
import { useApp } from '../../use-app.ts';
import { useAxis } from '../../use-axis.ts';
import { AppliedNotice } from './applied-notice.tsx';
import { ChannelHistory, HistoryPicture } from './channel-history.tsx';
import { DayTable } from './day-table.tsx';
import { adjustSummary, demandAnswer } from './demand-answer.ts';
import { DemandSource } from './demand-source.tsx';
import { EventsEditor } from './events-editor.tsx';
import { ImportPanel } from './import-panel.tsx';
import { ImportSource } from './import-source.tsx';
import { mixShift } from './mix-edit.ts';
import { Section } from './section.tsx';
import { useDropped } from './use-dropped.ts';
import { useHandedOver } from './use-handed-over.ts';
import { useImport } from './use-import.ts';
import { useWorkbench } from './use-workbench.ts';
import { useWords } from './use-words.ts';
import { differInVolumesOnly } from './volumes-only.ts';
import { VolumeSliders } from './volume-sliders.tsx';
import { WeekDemand } from './week-demand.tsx';
import { weekFigures } from './week-figures.ts';
import './demand.css';
import './import.css';
import './sections.css';

const AdjustmentsPanel = lazy(async () => ({
  default: (await import('./adjustments-panel.tsx')).AdjustmentsPanel,
}));
const SpecialDays = lazy(async () => ({ default: (await import('./special-days.tsx')).SpecialDays }));
const MixEditor = lazy(async () => ({ default: (await import('./mix-editor.tsx')).MixEditor }));

const ALL = 'all';

/**
 * A volume slider moves at once. The pictures follow with the figures that it leads to, and skip what is old by
 * then: drawn sooner, they would keep the machine from working these out.
 */
export function DemandPage() {
  const scenario = useApp((state) => state.scenario);
  const answered = useApp(({ analysed, analysisFailed }) => (analysisFailed === null ? analysed : null));
  const followed = answered && differInVolumesOnly(answered, scenario) ? answered : scenario;
  const drawn = useDeferredValue(followed);
  return <DemandView scenario={differInVolumesOnly(drawn, scenario) ? drawn : scenario} drawn={drawn} />;
}

type DemandViewProps = {
  /** The newest, but for volumes that the pictures do not show yet. */
  readonly scenario: Scenario;
  /** That of the pictures. */
  readonly drawn: Scenario;
};

const DemandView = memo(function DemandView({ scenario, drawn }: DemandViewProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const w = useWords();
  const axis = useAxis();
  const { session, commands } = useImport();
  const over = useDropped(commands.choose, t.demand.pastedName);
  useHandedOver(commands.choose);
  const [channel, setChannel] = useChannel(scenario);
  const shownId = channel?.id;
  const drawnAxis = useMemo(() => buildAxis(drawn.calendar), [drawn.calendar]);
  // what shows no volumes is not drawn again while they move
  const [unmoved, setUnmoved] = useState(scenario);
  if (!differInVolumesOnly(unmoved, scenario)) setUnmoved(scenario);
  const choices = useMemo(
    () => [
      { value: ALL, label: t.words.allChannels },
      ...unmoved.channels.map((each) => ({ value: each.id, label: channelName(each, unmoved, locale) })),
    ],
    [unmoved, t, locale],
  );
  const whole = useMemo(() => weekFigures(drawn.channels, drawn, drawnAxis), [drawn, drawnAxis]);
  const figures = useMemo(() => {
    const one = drawn.channels.find(({ id }) => id === shownId);
    return one ? weekFigures([one], drawn, drawnAxis) : whole;
  }, [shownId, drawn, drawnAxis, whole]);
  const sentence = useMemo(() => demandAnswer(whole, drawn, locale), [whole, drawn, locale]);
  const moving = useMemo(() => {
    if (!drawn.mix) return null;
    const { moved, all } = mixShift(drawn, drawnAxis);
    return w.mixSummary(f.count(moved), f.share(all > 0 ? moved / all : 0, 1));
  }, [drawn, drawnAxis, w, f]);
  const history = useWorkbench(channel, scenario);
  const name = channel ? channelName(channel, scenario, locale) : t.demand.allVolumes;

  // a forecast just put to use is looked at next
  function applyAndShow(): void {
    const first = session.step === 'series' ? session.forecasts.find(({ outcome }) => outcome.ok) : undefined;
    commands.apply();
    if (first) setChannel(first.channel);
  }

  // The button pressed is gone with the import: reading goes on at the top of the page. Steps see to it themselves.
  const step = useRef(session.step);
  useEffect(() => {
    if (step.current === session.step) return;
    step.current = session.step;
    if (session.step !== 'idle') return;
    const main = document.getElementById('main');
    main?.focus();
    main?.scrollTo(0, 0);
  }, [session.step]);

  if (session.step !== 'idle')
    return (
      <Page question={t.demand.question}>
        <ImportPanel session={session} scenario={scenario} commands={{ ...commands, apply: applyAndShow }} />
      </Page>
    );
  return (
    <Page
      question={t.demand.question}
      answer={sentence}
      controls={
        <>
          <SideGroup title={t.demand.volumes}>
            <VolumeSliders />
          </SideGroup>
          {channel && (
            <SideGroup title={t.demand.source}>
              <DemandSource channel={channel} />
            </SideGroup>
          )}
        </>
      }
      table={<DayTable figures={figures} axis={drawnAxis} />}
    >
      {session.applied && <AppliedNotice applied={session.applied} onClose={commands.close} />}
      <ImportSource scenario={unmoved} choose={commands.choose} over={over} />
      <div className="channel-choice">
        <SegmentedControl
          label={t.demand.channel}
          options={choices}
          value={channel?.id ?? ALL}
          onChange={setChannel}
        />
        {!channel && <p className="quiet-text">{w.chooseChannel}</p>}
      </div>
      {channel && history.kind !== 'none' && (
        <Panel key={`history ${channel.id}`}>
          <HistoryPicture channel={channel} scenario={scenario} name={name} state={history} />
        </Panel>
      )}
      <Panel>
        <WeekDemand figures={figures} axis={drawnAxis} name={name} />
        {figures.turnedAway >= 0.5 && (
          <p className="quiet-text">{t.demand.turnedAway(locale.f.count(figures.turnedAway))}</p>
        )}
      </Panel>
      {channel && <ChannelHistory channel={channel} scenario={scenario} name={name} state={history} />}
      <Section
        key="special"
        title={w.specialTitle}
        summary={
          scenario.specialDays
            ? w.specialSummary(scenario.specialDays.length, f.count(scenario.specialDays.length))
            : null
        }
      >
        <SpecialDays
          scenario={scenario}
          channel={channel}
          bench={history.kind === 'ready' ? history.bench : null}
        />
      </Section>
      <EventsEditor scenario={unmoved} />
      {channel && (
        <Section
          key={`adjust ${channel.id}`}
          title={w.adjustTitle}
          summary={adjustSummary(channel, axis, w, locale)}
        >
          <AdjustmentsPanel
            channel={channel}
            name={name}
            axis={axis}
            firstSlot={figures.firstSlot}
            lastSlot={figures.lastSlot}
          />
        </Section>
      )}
      {scenario.channels.length > 1 && (
        <Section title={w.mixTitle} summary={moving}>
          <MixEditor scenario={scenario} axis={axis} />
        </Section>
      )}
    </Page>
  );
});

/** The channel in the address; null: all of them. */
function useChannel(scenario: Scenario): [Channel | null, (id: string) => void] {
  const [location, navigate] = useLocation();
  const id = decodeURIComponent(location.split('/')[2] ?? '');
  const channel = scenario.channels.find((each) => each.id === id) ?? null;
  return [channel, (next) => navigate(next === ALL ? '/demand' : `/demand/${encodeURIComponent(next)}`)];
}
