/** Two scenarios side by side: what was changed, and what it changes. */
import { useMemo } from 'react';
import type { Analysis } from '../../../scenario/analysis.ts';
import { differences } from '../../../scenario/differences.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { useLocale } from '../../locale.tsx';
import { Notice, Page, SideGroup, Waiting } from '../../page/page.tsx';
import { Panel } from '../../page/panel.tsx';
import { useApp, useCommands } from '../../use-app.ts';
import { ChangeList } from './change-list.tsx';
import { ChanceShift } from './chance-shift.tsx';
import { IssueList } from '../simulation/issue-list.tsx';
import { CostBridge } from './cost-bridge.tsx';
import { FlipsPanel } from './flips-panel.tsx';
import { MeasureTable } from './measure-table.tsx';
import { PairedPanel } from './paired-panel.tsx';
import { ComparisonProgress } from './simulated-comparison.tsx';
import { useComparison } from './use-comparison.ts';
import './compare.css';

export function ComparePage() {
  const { t, f } = useLocale();
  const scenario = useApp((state) => state.scenario);
  const baseline = useApp((state) => state.baseline.scenario);
  const analysis = useApp((state) => state.analysis);
  const before = useApp((state) => state.baselineAnalysis);
  const commands = useCommands();
  const changes = useMemo(() => differences(baseline, scenario), [baseline, scenario]);
  const control = useComparison(baseline, scenario, changes.length > 0);
  const { comparison, flips, status, issues } = control.state;

  function answer(now: Analysis, old: Analysis): string {
    if (changes.length === 0) return t.compare.same;
    const perWeek = now.totals.costPerWeek - old.totals.costPerWeek;
    return t.compare.answer(
      f.share(old.chanceOfAll),
      f.share(now.chanceOfAll),
      f.fte(now.totals.plan.fte - old.totals.plan.fte, true),
      f.money(perWeek, true),
    );
  }

  const swap = (): void => {
    const now: Scenario = scenario;
    commands.open(baseline);
    commands.setBaseline(now);
  };

  return (
    <Page
      question={t.compare.question}
      answer={analysis && before ? answer(analysis, before) : null}
      controls={
        <>
          <SideGroup title={t.compare.changed}>
            <Panel>
              <ChangeList changes={changes} />
            </Panel>
          </SideGroup>
          {changes.length > 0 && <ComparisonProgress {...control} />}
          <SideGroup title={t.compare.baseline}>
            <p className="quiet-text">{t.compare.baselineNote}</p>
            <div className="compare-buttons">
              <button
                type="button"
                className="button"
                disabled={changes.length === 0}
                onClick={() => commands.setBaseline(scenario)}
              >
                {t.compare.makeBaseline}
              </button>
              <button type="button" className="button" disabled={changes.length === 0} onClick={swap}>
                {t.compare.swap}
              </button>
            </div>
          </SideGroup>
        </>
      }
      table={analysis && before && <MeasureTable before={before} after={analysis} />}
    >
      {!analysis || !before ? (
        <Waiting lines={10} />
      ) : changes.length === 0 ? (
        <Notice kind="empty">
          <p>{t.compare.howTo}</p>
        </Notice>
      ) : (
        <>
          <Panel>
            <ChanceShift before={before} after={analysis} />
          </Panel>
          {status === 'failed' && (
            <Notice kind="error">
              <p>{t.compare.paired.status.failed()}</p>
              <IssueList issues={issues} scenario={scenario} />
            </Notice>
          )}
          {comparison && (
            <Panel>
              <PairedPanel {...{ comparison, before }} after={analysis} final={status === 'done'} />
            </Panel>
          )}
          {flips && (
            <Panel>
              <FlipsPanel flips={flips} />
            </Panel>
          )}
          <Panel>
            <CostBridge before={before} after={analysis} />
          </Panel>
        </>
      )}
    </Page>
  );
}
