/** The inputs one asks "what if" about, each with a tick where the baseline stands. */
import type { Draft } from 'immer';
import { useMemo, useRef } from 'react';
import { homeGroup, skillsOf } from '../../../scenario/allocation.ts';
import { isRequirement } from '../../../scenario/apply.ts';
import { withMeanPatience } from '../../../scenario/patience.ts';
import { botShareOf, withBotShare } from '../../../scenario/bot-share.ts';
import type { Channel, Scenario } from '../../../scenario/schema.ts';
import { Slider } from '../../inputs/slider.tsx';
import { useLocale } from '../../locale.tsx';
import { useApp, useCommands, useFullAnalysis } from '../../use-app.ts';
import { useAxis } from '../../use-axis.ts';
import { AbsenceNote } from '../absence-note.tsx';
import { aboveLine } from './above-line.ts';
import type { DayView } from './day-view.ts';
import { useCloser } from './use-closer.ts';

type WhatIfProps = {
  /** Index, or null for all: then only the inputs they share. */
  readonly channel: number | null;
  /** The day as it is drawn. */
  readonly view: DayView | null;
};

export function WhatIf({ channel, view }: WhatIfProps) {
  const locale = useLocale();
  const { t, f, text } = locale;
  const c = useCloser();
  const commands = useCommands();
  const note = useRef<HTMLParagraphElement>(null);
  const scenario = useApp((state) => state.scenario);
  const byShifts = scenario.groups
    .filter(({ staffing }) => staffing.kind === 'shifts')
    .map(({ name }) => text(name));
  const baseline = useApp((state) => state.baseline.scenario);
  const analysis = useFullAnalysis();
  const pending = useApp((state) => state.analysisPending);
  const definition = channel === null ? undefined : scenario.channels[channel];
  const then = baseline.channels.find(({ id }) => id === definition?.id);
  const end = (): void => commands.endGesture();
  const axis = useAxis();
  const fits = useMemo(() => analysis !== null && isRequirement(axis, analysis), [axis, analysis]);
  const above = fits && view ? aboveLine(view, scenario, channel, c, locale) : null;

  const weeks = scenario.calendar.days / 7;
  const totals = analysis?.totals;
  const change = totals && {
    fte: totals.requirementAssured.fte - totals.plan.fte,
    cost: (totals.requirementAssured.cost - totals.plan.cost) / weeks,
  };

  function edit(key: string, change: (channel: Draft<Channel>) => void): void {
    if (channel === null) return;
    commands.edit(`${key}-${channel}`, (draft) => {
      const edited = draft.channels[channel];
      if (edited) change(edited);
    });
  }

  const aht = (of: Channel): number => of.handling.mean + of.handling.afterContact;
  return (
    <div className="what-if">
      {definition && (
        <>
          <Slider
            label={t.staffing.volume}
            value={definition.volumeFactor}
            baseline={then?.volumeFactor}
            min={0.5}
            max={2}
            step={0.01}
            format={(factor) => f.change(factor)}
            onChange={(factor) => edit('volume', (draft) => (draft.volumeFactor = factor))}
            onEnd={end}
          />
          <Slider
            label={t.staffing.handleTime}
            value={aht(definition)}
            baseline={then && aht(then)}
            min={Math.max(5, definition.handling.afterContact + 5)}
            max={roundTo(2 * aht(then ?? definition), 10)}
            step={1}
            format={(seconds) => f.seconds(seconds)}
            onChange={(seconds) =>
              edit('handleTime', (draft) => (draft.handling.mean = seconds - draft.handling.afterContact))
            }
            onEnd={end}
          />
          {definition.patience && (
            <Slider
              label={t.staffing.patience}
              value={definition.patience.mean}
              baseline={then?.patience?.mean}
              min={5}
              max={roundTo(3 * (then?.patience?.mean ?? definition.patience.mean), 10)}
              step={1}
              format={(seconds) => f.seconds(seconds)}
              onChange={(seconds) =>
                edit('patience', (draft) => {
                  if (draft.patience)
                    Object.assign(draft, { patience: withMeanPatience(draft.patience, seconds) });
                })
              }
              onEnd={end}
            />
          )}
          <BotSlider channel={definition} scenario={scenario} baseline={baseline} />
          <ExtraAgents channel={definition.id} scenario={scenario} baseline={baseline} />
        </>
      )}
      <Slider
        label={t.staffing.assurance}
        value={scenario.assurance}
        baseline={baseline.assurance}
        min={0.5}
        max={0.99}
        step={0.01}
        format={(share) => f.share(share)}
        onChange={(share) =>
          commands.edit('assurance', (draft) => {
            draft.assurance = share;
          })
        }
        onEnd={end}
      />
      <button
        type="button"
        className="button button-primary button-wide"
        disabled={pending || fits || !analysis}
        onClick={() => {
          commands.applyRequirement('assured');
          note.current?.focus();
        }}
      >
        {t.staffing.apply}
      </button>
      <p ref={note} className="hint" role="status" aria-label={t.staffing.applyNote} tabIndex={-1}>
        {fits ? t.staffing.applied : t.staffing.applyHint(f.share(scenario.assurance))}
        {!fits && change && (
          <b className="hint-price">
            {t.staffing.requirementCosts(f.fteChange(change.fte), f.money(Math.round(change.cost), true))}
          </b>
        )}
      </p>
      <AbsenceNote scenario={scenario} className="hint" />
      {above && <p className="hint">{above}</p>}
      {!fits && byShifts.length > 0 && (
        <p className="hint">{t.staffing.applyShifts(byShifts.length, byShifts.join(', '))}</p>
      )}
    </div>
  );
}

type SharedProps = { readonly scenario: Scenario; readonly baseline: Scenario };

/** Containment of the bot in front of the channel: its own, or the one that hands over to it. */
function BotSlider({ channel, scenario, baseline }: SharedProps & { readonly channel: Channel }) {
  const { t, f } = useLocale();
  const commands = useCommands();
  const index = scenario.channels.findIndex(
    ({ id, bot }) => bot && (id === channel.id || bot.escalateTo === channel.id),
  );
  const source = scenario.channels[index];
  if (!source?.bot) return null;
  const before = baseline.channels.find(({ id }) => id === source.id);
  return (
    <Slider
      label={t.staffing.containment}
      value={botShareOf(source, 'containment')}
      baseline={before?.bot ? botShareOf(before, 'containment') : undefined}
      min={0}
      max={1}
      step={0.01}
      format={(share) => f.share(share)}
      onChange={(share) =>
        commands.edit(`containment-${index}`, (draft) => {
          const target = draft.channels[index];
          if (target) Object.assign(target, withBotShare(source, 'containment', share));
        })
      }
      onEnd={() => commands.endGesture()}
    />
  );
}

function ExtraAgents({ channel, scenario, baseline }: SharedProps & { readonly channel: string }) {
  const { t, f } = useLocale();
  const commands = useCommands();
  const ids = scenario.channels.map(({ id }) => id);
  const index = homeGroup(skillsOf(scenario.groups, ids), ids.indexOf(channel));
  const group = scenario.groups[index];
  if (!group) return null;
  return (
    <Slider
      label={t.staffing.extraAgents}
      value={group.extraAgents}
      baseline={baseline.groups.find(({ id }) => id === group.id)?.extraAgents}
      min={-20}
      max={20}
      step={1}
      format={(agents) => f.agents(agents, true)}
      onChange={(agents) =>
        commands.edit(`extraAgents-${index}`, (draft) => {
          const edited = draft.groups[index];
          if (edited) edited.extraAgents = agents;
        })
      }
      onEnd={() => commands.endGesture()}
    />
  );
}

function roundTo(value: number, unit: number): number {
  return Math.ceil(value / unit) * unit;
}
