/** Will the week hold? The answer in a sentence, the risk by interval, the actions with their price. */
import { useMemo } from 'react';
import type { Action, Analysis } from '../../../scenario/analysis.ts';
import { withAction } from '../../../scenario/apply.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { onChannel } from '../../channel-name.ts';
import { useLocale, type LocaleValue } from '../../locale.tsx';
import { Page, SideGroup, Waiting } from '../../page/page.tsx';
import { Panel } from '../../page/panel.tsx';
import { useAnalysisOf } from '../../use-analysis-of.ts';
import { useAnalysis, useApp } from '../../use-app.ts';
import { useAxis } from '../../use-axis.ts';
import { NothingYet, nothingYet } from '../nothing-yet.tsx';
import { shortages, type Shortage } from '../shortages.ts';
import { when } from '../when.ts';
import type { Axis } from '../../../scenario/axis.ts';
import { SimulatedVerdict } from '../simulation/simulated-verdict.tsx';
import { ActionList } from './action-list.tsx';
import { ChanceChart } from './chance-chart.tsx';
import { ChannelTable } from './channel-table.tsx';
import { RiskMap } from './risk-map.tsx';
import { useWholeRequirement, type WholeRequirement } from './whole-requirement.ts';
import './overview.css';

/** As many as one decides on at a time. */
const SHOWN_ACTIONS = 3;

/** Points of the wanted assurance within which it is almost kept. */
const ALMOST = 0.1;

export function OverviewPage() {
  const locale = useLocale();
  const { t } = locale;
  const axis = useAxis();
  const scenario = useApp((state) => state.scenario);
  /** The answer, one sentence, is drawn as soon as it is known; the pictures follow as deferred work. */
  const newest = useApp((state) => state.analysis);
  const analysis = useAnalysis();
  const proposed = useApp((state) => state.actions);
  const actions = useMemo(() => proposed?.slice(0, SHOWN_ACTIONS) ?? null, [proposed]);
  const improved = useMemo(() => (actions?.length ? withAll(scenario, actions) : null), [scenario, actions]);
  const after = useAnalysisOf(improved);
  const reached = actions?.length === 0 ? (newest?.chanceOfAll ?? null) : (after?.chanceOfAll ?? null);
  const whole = useWholeRequirement(scenario, newest, reached);
  const short = useMemo(
    () => (newest ? shortages(newest, axis, scenario.assurance) : []),
    [newest, axis, scenario.assurance],
  );

  if (analysis && nothingYet(analysis))
    return (
      <Page question={t.overview.question} answer={t.shell.nothingYet}>
        <NothingYet />
      </Page>
    );
  return (
    <Page
      question={t.overview.question}
      answer={newest && answer({ analysis: newest, after, actions, whole, short, scenario, axis, locale })}
      moreToCome={actions === null || (improved !== null && after === null) || whole === undefined}
      controls={
        <>
          <SideGroup title={t.overview.actions}>
            <Panel>
              <ActionList
                actions={actions}
                expected={SHOWN_ACTIONS}
                whole={whole}
                now={newest?.chanceOfAll ?? 0}
                scenario={scenario}
                axis={axis}
              />
            </Panel>
          </SideGroup>
          <Panel>
            <SimulatedVerdict />
          </Panel>
        </>
      }
      table={analysis && <ChannelTable analysis={analysis} scenario={scenario} />}
    >
      <Panel>
        {analysis ? (
          <RiskMap analysis={analysis} scenario={scenario} worst={short[0]} />
        ) : (
          <Waiting lines={8} />
        )}
      </Panel>
      <Panel>{analysis && <ChanceChart analysis={analysis} after={after} scenario={scenario} />}</Panel>
    </Page>
  );
}

function withAll(scenario: Scenario, actions: readonly Action[]): Scenario {
  return actions.reduce<Scenario>(
    (changed, action) => ({ ...changed, groups: withAction(changed, action) }),
    scenario,
  );
}

type AnswerParts = {
  readonly analysis: Analysis;
  readonly after: Analysis | null;
  readonly actions: readonly Action[] | null;
  readonly whole: WholeRequirement | null | undefined;
  readonly short: readonly Shortage[];
  readonly scenario: Scenario;
  readonly axis: Axis;
  readonly locale: LocaleValue;
};

function answer({ analysis, after, actions, whole, short, scenario, axis, locale }: AnswerParts): string {
  const { t, f } = locale;
  const { chanceOfAll } = analysis;
  const holds = chanceOfAll >= scenario.assurance;
  const verdict = holds
    ? t.overview.yes
    : chanceOfAll >= scenario.assurance - ALMOST - 1e-9
      ? t.overview.almost
      : t.overview.no;
  const worst = short.slice(0, 2).map((shortage) => {
    const channel = scenario.channels[shortage.channel];
    return t.overview.shortItem(
      t.words.agents(shortage.agents, f.agents(shortage.agents)),
      channel ? onChannel(channel, scenario, locale) : '',
      when(shortage, axis, f),
    );
  });
  /** Of the whole week, as the header counts it. */
  const priced = (costPerWeek: number): string => f.money(Math.round(costPerWeek), true);
  return [
    verdict,
    t.overview.chanceOfAll(f.share(chanceOfAll)),
    worst.length === 0
      ? t.overview.nobodyShort
      : (holds ? t.overview.shortButHolds : t.overview.short)(worst.join(t.overview.and)),
    // Together with what the whole requirement would bring: the page below moves once, into the line kept free.
    after && actions?.length && whole !== undefined
      ? t.overview.withActions(
          actions.length,
          Boolean(whole),
          f.share(after.chanceOfAll),
          priced(after.totals.costPerWeek - analysis.totals.costPerWeek),
        )
      : '',
    whole ? t.overview.withWhole(f.share(whole.chance), priced(whole.costPerWeek)) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
