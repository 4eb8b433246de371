/** From the baseline's weekly cost to today's: which group, bot or lost contact makes the difference. */
import type { Analysis } from '../../../scenario/analysis.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { WaterfallChart } from '../../charts/waterfall-chart.tsx';
import type { WaterfallStep } from '../../charts/waterfall-layout.ts';
import { useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { useApp } from '../../use-app.ts';
import { useBaselineMoney } from './baseline-money.ts';

type CostBridgeProps = {
  readonly before: Analysis;
  readonly after: Analysis;
  /** Whether the simulated difference stands above. */
  readonly simulated: boolean;
};

/** Steps smaller than this share of the whole are drawn together as "other". */
const SMALL = 0.0005;

export function CostBridge({ before, after, simulated }: CostBridgeProps) {
  const { t, f, text } = useLocale();
  const scenario = useApp((state) => state.scenario);
  const baseline = useApp((state) => state.baseline.scenario);
  const { money: oldMoney, sameCurrency } = useBaselineMoney();
  if (!sameCurrency)
    return (
      <section className="compare-apart">
        <h2>{t.compare.costApart(oldMoney(before.totals.costPerWeek), f.money(after.totals.costPerWeek))}</h2>
        <p className="quiet-text">{t.compare.costApartNote(baseline.currency, scenario.currency)}</p>
      </section>
    );
  const nowPerWeek = (value: number): number => (value / scenario.calendar.days) * 7;
  const oldPerWeek = (value: number): number => (value / baseline.calendar.days) * 7;
  const ids = [...new Set([...baseline.groups, ...scenario.groups].map(({ id }) => id))];
  const changes = [
    ...ids.map((id) => {
      const group = [...scenario.groups, ...baseline.groups].find((one) => one.id === id);
      const now = after.groups.find((one) => one.id === id)?.cost.cost ?? 0;
      const old = before.groups.find((one) => one.id === id)?.cost.cost ?? 0;
      return { name: group ? text(group.name) : id, value: nowPerWeek(now) - oldPerWeek(old) };
    }),
    { name: t.compare.bots, value: nowPerWeek(after.totals.bot) - oldPerWeek(before.totals.bot) },
    { name: t.compare.lost, value: nowPerWeek(after.totals.lost) - oldPerWeek(before.totals.lost) },
  ];
  const least = before.totals.costPerWeek * SMALL;
  const small = changes.filter(({ value }) => Math.abs(value) > 0.5 && Math.abs(value) <= least);
  // one alone keeps its name
  const drawn = changes.filter(({ value }) => Math.abs(value) > (small.length > 1 ? least : 0.5));
  const rest =
    changes.reduce((sum, { value }) => sum + value, 0) - drawn.reduce((sum, { value }) => sum + value, 0);
  const steps: WaterfallStep[] = [
    { name: t.compare.before, value: before.totals.costPerWeek, kind: 'total' },
    ...drawn.map((change): WaterfallStep => ({ ...change, kind: 'change' })),
    ...(Math.abs(rest) > 0.5 ? [{ name: t.compare.other, value: rest, kind: 'change' as const }] : []),
    { name: t.compare.after, value: after.totals.costPerWeek, kind: 'total' },
  ];
  const difference = after.totals.costPerWeek - before.totals.costPerWeek;
  return (
    <ChartFrame
      title={
        Math.abs(difference) < 0.5
          ? t.compare.costUnchanged
          : t.compare.costTitle(f.money(Math.abs(difference), false, 0), difference > 0)
      }
      table={
        <DataTable
          caption={t.compare.costCaption}
          rows={steps}
          rowKey={({ name }) => name}
          columns={[
            { id: 'step', head: '', cell: ({ name }) => name },
            {
              id: 'cost',
              head: t.compare.costCaption,
              cell: ({ value, kind }) => f.money(value, kind === 'change', 0),
            },
          ]}
        />
      }
    >
      <WaterfallChart steps={steps} format={(value, signed) => f.money(value, signed, 0)} />
      {simulated && <p className="quiet-text">{t.compare.costNote}</p>}
    </ChartFrame>
  );
}
