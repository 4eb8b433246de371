/** Two scenarios side by side: what was changed, and what it changes. */
import { memo, useDeferredValue, useMemo } from 'react';
import { comparisonBudget, isLong, workersFor } from '../../../app/simulation-budget.ts';
import type { Analysis } from '../../../scenario/analysis.ts';
import { differences } from '../../../scenario/differences.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { onChannel } from '../../channel-name.ts';
import { useLocale } from '../../locale.tsx';
import { Notice, Page, SideGroup, Waiting } from '../../page/page.tsx';
import { Panel } from '../../page/panel.tsx';
import { useApp, useCommands } from '../../use-app.ts';
import { useBaselineMoney } from './baseline-money.ts';
import { ChangeList } from './change-list.tsx';
import { ChanceShift } from './chance-shift.tsx';
import { IssueList } from '../simulation/issue-list.tsx';
import { NothingYet } from '../nothing-yet.tsx';
import { CostBridge } from './cost-bridge.tsx';
import { FlipsPanel } from './flips-panel.tsx';
import { MeasureTable } from './measure-table.tsx';
import { PairedPanel } from './paired-panel.tsx';
import { channelsOtherWay } from './other-way.ts';
import { pairedRows } from './paired-rows.ts';
import { ReasonDifferences } from './reason-differences.tsx';
import { ComparisonProgress } from './simulated-comparison.tsx';
import { useComparison } from './use-comparison.ts';
import { whyNoComparison } from './why-no-comparison.ts';
import './compare.css';

/** Progress comes with every chunk: these are drawn anew only when what they show has changed, and in slices. */
const Shift = memo(ChanceShift);
const Paired = memo(PairedPanel);
const ByReason = memo(ReasonDifferences);
const Flipped = memo(FlipsPanel);
const Bridge = memo(CostBridge);
const Measures = memo(MeasureTable);

export function ComparePage() {
  const locale = useLocale();
  const { t, f } = locale;
  const scenario = useApp((state) => state.scenario);
  const baseline = useApp((state) => state.baseline.scenario);
  const analysis = useApp((state) => state.analysis);
  const before = useApp((state) => state.baselineAnalysis);
  const commands = useCommands();
  const changes = useMemo(() => differences(baseline, scenario), [baseline, scenario]);
  const untested = analysis && before ? whyNoComparison(before, analysis, t) : null;
  const cost = useMemo(() => {
    if (!analysis || !before) return null;
    const sides = [
      { scenario: baseline, analysis: before },
      { scenario, analysis },
    ] as const;
    const machine = { workers: workersFor(navigator.hardwareConcurrency) };
    return (count: number) => comparisonBudget(sides, count, machine);
  }, [analysis, before, baseline, scenario]);
  const control = useComparison(
    baseline,
    scenario,
    changes.length > 0 && untested === null && cost !== null,
    (count) => cost !== null && isLong(cost(count)),
  );
  const { comparison, flips, status, issues } = useDeferredValue(control.state);
  const { money: oldMoney, sameCurrency } = useBaselineMoney();
  const shared = scenario.channels.some(({ id }) => baseline.channels.some((old) => old.id === id));

  /** That the simulation finds the other way on some channels, where it does. */
  function contradiction(now: Analysis, old: Analysis): string {
    const rows = comparison ? pairedRows(comparison, now.channels, 0) : [];
    const against = channelsOtherWay(rows, old, now).map((id) => {
      const channel = scenario.channels.find((one) => one.id === id);
      return channel ? onChannel(channel, scenario, locale) : t.words.onNamed(id);
    });
    if (against.length === 0) return '';
    const final = status === 'done' ? '' : ` ${t.compare.paired.notFinal}`;
    return ` ${t.compare.otherWay(against.join(', '))}${final}`;
  }

  function answer(now: Analysis, old: Analysis): string {
    if (changes.length === 0) return t.compare.same;
    const chances = [f.share(old.chanceOfAll), f.share(now.chanceOfAll)] as const;
    const [fte, cost] = [
      now.totals.plan.fte - old.totals.plan.fte,
      now.totals.costPerWeek - old.totals.costPerWeek,
    ];
    const byFte = Math.abs(fte) < 0.05 ? t.compare.sameFte : t.compare.moreFte(f.fte(fte, true));
    if (!sameCurrency)
      return t.compare.answerApart(
        ...chances,
        byFte,
        oldMoney(old.totals.costPerWeek),
        f.money(now.totals.costPerWeek),
      );
    const byCost =
      Math.abs(cost) < 0.5 ? t.compare.sameCost : t.compare.moreCost(f.money(Math.round(cost), true));
    return t.compare.answer(...chances, byFte, byCost);
  }

  const swap = (): void => {
    const now: Scenario = scenario;
    commands.open(baseline);
    commands.setBaseline(now);
  };

  return (
    <Page
      question={t.compare.question}
      answer={
        untested ?? (analysis && before ? answer(analysis, before) + contradiction(analysis, before) : null)
      }
      controls={
        <>
          <SideGroup title={t.compare.changed}>
            <Panel>
              <ChangeList changes={changes} />
            </Panel>
          </SideGroup>
          {changes.length > 0 && untested === null && <ComparisonProgress {...control} cost={cost} />}
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
      table={analysis && before && untested === null && <Measures before={before} after={analysis} />}
    >
      {!analysis || !before ? (
        <Waiting lines={10} />
      ) : untested !== null ? (
        <NothingYet />
      ) : changes.length === 0 ? (
        <Notice kind="empty">
          <p>{t.compare.howTo}</p>
        </Notice>
      ) : (
        <>
          <Panel>
            <Shift before={before} after={analysis} />
          </Panel>
          {status === 'failed' && (
            <Notice kind="error">
              <p>{t.compare.paired.status.failed()}</p>
              <IssueList issues={issues} scenario={scenario} />
            </Notice>
          )}
          {comparison && (
            <Panel>
              <Paired {...{ comparison, before, shared }} after={analysis} final={status === 'done'} />
            </Panel>
          )}
          {comparison?.channels.some(({ reasons }) => reasons) && (
            <Panel>
              <ByReason comparison={comparison} final={status === 'done'} />
            </Panel>
          )}
          {flips && shared && (
            <Panel>
              <Flipped flips={flips} />
            </Panel>
          )}
          <Panel>
            <Bridge before={before} after={analysis} simulated={comparison !== null} />
          </Panel>
        </>
      )}
    </Page>
  );
}
