/** Will the week hold? The answer in a sentence, the risk by interval, the actions with their price. */
import { useMemo } from 'react';
import type { Action } from '../../../scenario/analysis.ts';
import { withAction } from '../../../scenario/apply.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { useLocale } from '../../locale.tsx';
import { Page, SideGroup, Waiting } from '../../page/page.tsx';
import { Panel } from '../../page/panel.tsx';
import { useAnalysisOf } from '../../use-analysis-of.ts';
import { useAnalysis, useApp } from '../../use-app.ts';
import { useAxis } from '../../use-axis.ts';
import { AbsenceNote } from '../absence-note.tsx';
import { NothingYet, nothingYet } from '../nothing-yet.tsx';
import { shortages } from '../shortages.ts';
import { SimulatedVerdict } from '../simulation/simulated-verdict.tsx';
import { ActionList } from './action-list.tsx';
import { overviewAnswer } from './answer.ts';
import { ChanceChart } from './chance-chart.tsx';
import { ChannelTable } from './channel-table.tsx';
import { RiskMap } from './risk-map.tsx';
import { visibleActions } from './visible-actions.ts';
import { useWholeRequirement } from './whole-requirement.ts';
import './overview.css';

/** As many as one decides on at a time. */
const SHOWN_ACTIONS = 3;

export function OverviewPage() {
  const locale = useLocale();
  const { t, f } = locale;
  const axis = useAxis();
  const scenario = useApp((state) => state.scenario);
  /** The answer, one sentence, is drawn as soon as it is known; the pictures follow as deferred work. */
  const newest = useApp((state) => state.analysis);
  const analysis = useAnalysis();
  const proposed = useApp((state) => state.actions);
  const actions = useMemo(
    () => proposed && visibleActions(proposed, f).slice(0, SHOWN_ACTIONS),
    [proposed, f],
  );
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
      answer={
        newest && overviewAnswer({ analysis: newest, after, actions, whole, short, scenario, axis, locale })
      }
      moreToCome={actions === null || (improved !== null && after === null) || whole === undefined}
      controls={
        <>
          <SideGroup title={t.overview.actions}>
            <Panel>
              <ActionList
                actions={actions}
                unseen={proposed !== null && proposed.length > 0}
                expected={SHOWN_ACTIONS}
                whole={whole}
                now={newest?.chanceOfAll ?? 0}
                scenario={scenario}
                axis={axis}
              />
              <AbsenceNote scenario={scenario} className="quiet-text actions-note" />
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
