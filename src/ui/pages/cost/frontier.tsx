/** Labour cost against the chance of meeting every target, with the plan's own place. */
import { useState } from 'react';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { CurveChart } from '../../charts/curve-chart.tsx';
import { useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { Notice, Waiting } from '../../page/page.tsx';
import { useAnalysis, useApp, useRoot } from '../../use-app.ts';
import { useBackground } from '../../use-background.ts';
import { AbsenceNote } from '../absence-note.tsx';

export function Frontier() {
  const { t, f } = useLocale();
  const { engines } = useRoot().app;
  const { answer: points, failed } = useBackground(engines.assuranceFrontier);
  const analysis = useAnalysis();
  const scenario = useApp((state) => state.scenario);
  const [index, setIndex] = useState<number | null>(null);
  if (failed && !points) return <Notice kind="error">{t.shell.failedPanel}</Notice>;
  if (!points || !analysis) return <Waiting lines={10} />;
  const describe = (k: number): string => {
    const point = points[k];
    return point
      ? t.cost.frontierPoint(f.share(point.assurance), f.money(point.cost), f.share(point.chance))
      : '';
  };
  return (
    <ChartFrame
      title={t.cost.frontierTitle(f.share(analysis.chanceOfAll))}
      readout={index === null ? '' : describe(index)}
      table={
        <DataTable
          caption={t.cost.frontierLabel}
          columns={[
            {
              id: 'assurance',
              head: t.cost.assurance,
              cell: (row) => t.cost.assuranceDays(f.share(row.assurance)),
            },
            { id: 'cost', head: t.cost.perWeek, cell: (row) => f.money(row.cost) },
            { id: 'chance', head: t.cost.chanceOfAll, cell: (row) => f.share(row.chance) },
          ]}
          rows={points}
          rowKey={(row) => row.assurance}
        />
      }
    >
      <CurveChart
        label={t.cost.frontierLabel}
        points={points.map(({ cost, chance }) => ({ x: cost, y: chance }))}
        pointLabel={(k) => f.share(points[k]?.assurance)}
        here={{
          x: (analysis.totals.plan.cost / scenario.calendar.days) * 7,
          y: analysis.chanceOfAll,
          label: t.cost.here,
        }}
        yDomain={[0, 1]}
        formatX={(value) => f.money(value)}
        formatY={(value) => f.share(value)}
        xTitle={t.cost.frontierX}
        yTitle={t.cost.frontierY}
        describe={describe}
        index={index}
        onIndex={setIndex}
      />
      <AbsenceNote scenario={scenario} />
    </ChartFrame>
  );
}
