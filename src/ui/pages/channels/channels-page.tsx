/** What does each channel promise, and how does it work? Promises beside expectations, then one channel's workings. */
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { Analysis } from '../../../scenario/analysis.ts';
import { isDeferred } from '../../../scenario/opening.ts';
import type { Channel, Scenario } from '../../../scenario/schema.ts';
import { channelName } from '../../channel-name.ts';
import { SegmentedControl } from '../../inputs/segmented-control.tsx';
import { useLocale, type LocaleValue } from '../../locale.tsx';
import { Page, Waiting } from '../../page/page.tsx';
import { Panel } from '../../page/panel.tsx';
import { inSentence, targetMet, targetSentence, targetValue } from '../../target-text.ts';
import { useAnalysis, useApp } from '../../use-app.ts';
import { unattainableReason } from '../staffing/unattainable.ts';
import { AfterwardsFields } from './afterwards-fields.tsx';
import { BacklogFields } from './backlog-fields.tsx';
import { BotFields } from './bot-fields.tsx';
import { BunchingFields } from './bunching-fields.tsx';
import { CallbackFields } from './callback-fields.tsx';
import { ConversationFields, HandlingFields } from './handling-fields.tsx';
import { LeftOutNotes } from './left-out-notes.tsx';
import { LinesFields } from './lines-fields.tsx';
import { OpeningFields } from './opening-fields.tsx';
import { PromiseFields } from './promise-fields.tsx';
import { PromiseTable, worstPromise } from './promise-table.tsx';
import { ReasonsFields } from './reasons-fields.tsx';
import { SkillMatrix } from './skill-matrix.tsx';
import { ChannelStructure, GroupStructure } from './structure.tsx';
import './channels.css';

export function ChannelsPage() {
  const locale = useLocale();
  const { t } = locale;
  const scenario = useApp((state) => state.scenario);
  const analysis = useAnalysis();
  const [channel, choose] = useChannel(scenario);
  const arriving = useMemo(() => {
    const result = analysis?.channels.find(({ id }) => id === channel?.id);
    const days = scenario.calendar.days;
    return ((result?.arriving.reduce((sum, count) => sum + count, 0) ?? 0) * 7) / days;
  }, [analysis, channel, scenario.calendar.days]);
  return (
    <Page
      question={t.channels.question}
      answer={analysis && answer(analysis, scenario, locale)}
      table={
        <>
          <SkillMatrix scenario={scenario} />
          <GroupStructure />
        </>
      }
    >
      <Panel>
        {analysis ? (
          <div className="promises">
            <PromiseTable analysis={analysis} scenario={scenario} current={channel?.id} onChoose={choose} />
            <LeftOutNotes scenario={scenario} />
          </div>
        ) : (
          <Waiting lines={8} />
        )}
      </Panel>
      {channel && (
        <section className="channel-editor">
          <header className="channel-head">
            <h2 className="channel-title">{t.channels.editing(channelName(channel, scenario, locale))}</h2>
            <div className="channel-choice">
              <SegmentedControl
                label={t.channels.choose}
                options={scenario.channels.map((each) => ({
                  value: each.id,
                  label: channelName(each, scenario, locale),
                }))}
                value={channel.id}
                onChange={choose}
              />
            </div>
          </header>
          <ChannelStructure channel={channel} onAdded={choose} />
          <Panel key={channel.id}>
            <ChannelEditor channel={channel} scenario={scenario} arriving={arriving} analysis={analysis} />
          </Panel>
        </section>
      )}
    </Page>
  );
}

type ChannelEditorProps = {
  readonly channel: Channel;
  readonly scenario: Scenario;
  readonly analysis: Analysis | null;
  /** Contacts a week that start here. */
  readonly arriving: number;
};

function ChannelEditor({ channel, scenario, analysis, arriving }: ChannelEditorProps) {
  const { t, f } = useLocale();
  const figures = analysis?.channels.find(({ id }) => id === channel.id);
  const talks = channel.kind === 'chat' || channel.kind === 'messaging';
  const waits = channel.kind !== 'selfService' && !isDeferred(channel.kind);
  return (
    <div className="channel-parts">
      {channel.kind !== 'selfService' && (
        <>
          <div className="channel-column">
            <PromiseFields channel={channel} />
            {figures?.unattainable && (
              <p className="field-error" role="alert">
                {t.channels.unattainable(unattainableReason(figures, channel.targets, f))}
              </p>
            )}
          </div>
          <div className="channel-column">
            <HandlingFields channel={channel} scenario={scenario} />
            {talks && <ConversationFields channel={channel} />}
          </div>
        </>
      )}
      <div className="channel-column">
        <OpeningFields channel={channel} />
        {waits && <CallbackFields channel={channel} scenario={scenario} />}
      </div>
      {channel.kind !== 'callback' && <BotFields channel={channel} scenario={scenario} contacts={arriving} />}
      <div className="channel-part-wide">
        {waits && <LinesFields channel={channel} figures={figures} />}
        {channel.kind !== 'selfService' && <BacklogFields channel={channel} />}
        {channel.kind !== 'callback' && <BunchingFields channel={channel} scenario={scenario} />}
        <ReasonsFields channel={channel} scenario={scenario} />
        {channel.kind !== 'selfService' && <AfterwardsFields channel={channel} scenario={scenario} />}
      </div>
    </div>
  );
}

/** The channel in the address; the first one otherwise. */
function useChannel(scenario: Scenario): [Channel | undefined, (id: string) => void] {
  const [location, navigate] = useLocation();
  const id = decodeURIComponent(location.split('/')[2] ?? '');
  const channel = scenario.channels.find((each) => each.id === id) ?? scenario.channels[0];
  return [channel, (next) => navigate(`/channels/${encodeURIComponent(next)}`)];
}

function answer(analysis: Analysis, scenario: Scenario, locale: LocaleValue): string {
  const { t, f } = locale;
  const promising = analysis.channels.filter(
    ({ targets, arriving }) => targets.length > 0 && arriving.some((count) => count > 0),
  );
  const contacts = analysis.channels.some(({ offered }) => offered.some((count) => count > 0));
  if (!contacts) return t.channels.answerNoContacts;
  const kept = promising.filter(({ targets }) => targets.every((target) => targetMet(target) !== false));
  const worst = worstPromise(analysis);
  const channel = scenario.channels.find(({ id }) => id === worst?.channel.id);
  if (!worst || !channel) return t.channels.answerAll(promising.length);
  return [
    t.channels.answerSome(f.count(kept.length), f.count(promising.length)),
    t.channels.answerWorst(
      channelName(channel, scenario, locale),
      inSentence(targetSentence(worst.target, t, f)),
      targetValue(worst.target, f),
    ),
  ].join(' ');
}
