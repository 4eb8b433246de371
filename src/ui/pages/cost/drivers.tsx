/** The tornado: what ±10 % of each driver does to the cost of good service. */
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { TornadoChart } from '../../charts/tornado-chart.tsx';
import { useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { Waiting } from '../../page/page.tsx';
import { useApp, useFullAnalysis, useRoot } from '../../use-app.ts';
import { useBackground } from '../../use-background.ts';

export function Drivers() {
  const { t, f } = useLocale();
  const { engines } = useRoot().app;
  const { answer: effects } = useBackground(engines.driverEffects);
  const analysis = useFullAnalysis();
  const days = useApp((state) => state.scenario.calendar.days);
  const first = effects?.[0];
  if (!effects || !first || !analysis) return <Waiting lines={8} />;
  const today = (analysis.totals.requirementAssured.cost / days) * 7;
  // Beside thousands the cents of a small one say nothing.
  const whole = (cost: number): number => Math.round(cost - today);
  const rows = effects.map((effect) => ({
    ...effect,
    lower: whole(effect.costLower),
    higher: whole(effect.costHigher),
  }));
  const ends = [whole(first.costLower), whole(first.costHigher)].toSorted((a, b) => a - b);
  return (
    <ChartFrame
      title={t.cost.driversTitle(t.cost.driver[first.driver], f.money(ends[0], true), f.money(ends[1], true))}
      readout={t.cost.driversNote}
      table={
        <DataTable
          caption={t.cost.driversNote}
          columns={[
            { id: 'driver', head: t.cost.driverColumn, cell: (row) => t.cost.driver[row.driver] },
            { id: 'lower', head: t.cost.lower, cell: (row) => f.money(row.lower, true) },
            { id: 'higher', head: t.cost.higher, cell: (row) => f.money(row.higher, true) },
            { id: 'chanceLower', head: t.cost.chanceLower, cell: (row) => f.share(row.chanceLower) },
            { id: 'chanceHigher', head: t.cost.chanceHigher, cell: (row) => f.share(row.chanceHigher) },
          ]}
          rows={rows}
          rowKey={(row) => row.driver}
        />
      }
    >
      <TornadoChart
        bars={rows.map(({ driver, lower, higher }) => ({ name: t.cost.driver[driver], lower, higher }))}
        format={(value) => f.money(value, true)}
      />
    </ChartFrame>
  );
}
