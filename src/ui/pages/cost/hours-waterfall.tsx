/** From the work itself to the hours that are paid. */
import type { FullAnalysis } from '../../../scenario/analysis.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { WaterfallChart } from '../../charts/waterfall-chart.tsx';
import type { WaterfallStep } from '../../charts/waterfall-layout.ts';
import { useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { useApp } from '../../use-app.ts';

export function HoursWaterfall({ analysis }: { readonly analysis: FullAnalysis }) {
  const { t, f } = useLocale();
  const scenario = useApp((state) => state.scenario);
  const { days, intervalMinutes } = scenario.calendar;
  const perWeek = (hours: number): number => (hours / days) * 7;
  const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
  const work = perWeek(
    analysis.channels.reduce((sum, channel) => sum + total(channel.load), 0) * (intervalMinutes / 60),
  );
  const { plan, requirementAssured } = analysis.totals;
  const required = perWeek(requirementAssured.floorHours);
  const planned = perWeek(plan.floorHours);
  const absent = perWeek(plan.absentHours);
  const steps: WaterfallStep[] = [
    { name: t.cost.work, value: work, kind: 'total' },
    { name: t.cost.waiting, value: required - work, kind: 'change' },
    {
      name: planned >= required ? t.cost.surplus : t.cost.shortfall,
      value: planned - required,
      kind: 'change',
    },
    { name: t.cost.onFloor, value: planned, kind: 'total' },
    ...(absent > 0 ? [{ name: t.cost.absences, value: absent, kind: 'change' } as const] : []),
    { name: t.cost.driver.shrinkage, value: perWeek(plan.paidHours) - planned - absent, kind: 'change' },
    { name: t.cost.paid, value: perWeek(plan.paidHours), kind: 'total' },
  ];
  return (
    <ChartFrame
      title={t.cost.waterfallTitle(f.count(perWeek(plan.paidHours)), f.count(work))}
      readout={t.cost.waterfallNote(f.share(scenario.assurance))}
      table={
        <DataTable
          caption={t.cost.hours}
          columns={[
            { id: 'name', head: '', cell: (row) => row.name },
            { id: 'hours', head: t.cost.hours, cell: (row) => f.count(row.value, row.kind === 'change') },
          ]}
          rows={steps}
          rowKey={(row) => row.name}
        />
      }
    >
      <WaterfallChart steps={steps} format={(value, signed) => f.count(value, signed)} />
      <p className="quiet-text">{t.cost.workNote}</p>
    </ChartFrame>
  );
}
