/** Labour and money by group, bots and lost contacts, and what it comes to per contact. */
import type { ReactNode } from 'react';
import { labourFor } from '../../../finance/labour-cost.ts';
import type { FullAnalysis } from '../../../scenario/analysis.ts';
import { useLocale } from '../../locale.tsx';
import { DataTable, type Column } from '../../page/data-table.tsx';
import { useApp } from '../../use-app.ts';

type Row = {
  readonly id: string;
  readonly name: string;
  readonly floorHours: number | null;
  readonly paidHours: number | null;
  readonly fte: number | null;
  readonly hourlyCost: number | null;
  readonly cost: number | null;
  readonly requirement: number | null;
};

/** To the cent: a group's pay is cost over hours, and may miss a whole amount by rounding. */
const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 0.005;

const WEEKS_PER_MONTH = 365.25 / 7 / 12;

export function GroupCosts({ analysis }: { readonly analysis: FullAnalysis }) {
  const { t, f, text } = useLocale();
  const scenario = useApp((state) => state.scenario);
  const perWeek = (value: number): number => (value / scenario.calendar.days) * 7;
  const { totals } = analysis;
  const money = (id: string, name: string, cost: number | null): Row => ({
    id,
    name,
    floorHours: null,
    paidHours: null,
    fte: null,
    hourlyCost: null,
    cost,
    requirement: null,
  });
  const labour = (
    id: string,
    name: string,
    figures: ReturnType<typeof labourFor>,
    required: number,
  ): Row => ({
    id,
    name,
    floorHours: perWeek(figures.floorHours),
    paidHours: perWeek(figures.paidHours),
    fte: figures.fte,
    hourlyCost: figures.paidHours > 0 ? figures.cost / figures.paidHours : null,
    cost: perWeek(figures.cost),
    requirement: perWeek(required),
  });
  const rows: Row[] = [
    ...scenario.groups.flatMap((group, index) => {
      const figures = analysis.groups[index];
      return figures
        ? [labour(group.id, text(group.name), figures.cost, figures.requiredAssuredCost.cost)]
        : [];
    }),
    { ...labour(':staff', t.cost.staff, totals.plan, totals.requirementAssured.cost), hourlyCost: null },
    money(':bots', t.cost.bots, perWeek(totals.bot)),
    money(':lost', t.cost.lost, perWeek(totals.lost)),
    money(':total', t.cost.total, totals.costPerWeek),
    money(':month', t.cost.perMonth, totals.costPerWeek * WEEKS_PER_MONTH),
    money(':contact', t.cost.perContact, totals.costPerContact),
    money(':resolution', t.cost.perResolution, totals.costPerResolution),
  ];
  const cents = rows.some(({ hourlyCost }) => hourlyCost !== null && !isWhole(hourlyCost)) ? 2 : 0;
  const figure = (value: number | null, format: (value: number) => string): ReactNode =>
    value === null ? '' : format(value);
  const columns: Column<Row>[] = [
    { id: 'group', head: t.cost.group, cell: (row) => row.name },
    // money first: it is what the page is asked for, and what a phone has room for
    { id: 'cost', head: t.cost.costPerWeek, cell: (row) => figure(row.cost, f.money) },
    { id: 'requirement', head: t.cost.requirementCost, cell: (row) => figure(row.requirement, f.money) },
    { id: 'floor', head: t.cost.floorHours, cell: (row) => figure(row.floorHours, f.count) },
    { id: 'paid', head: t.cost.paidHours, cell: (row) => figure(row.paidHours, f.count) },
    { id: 'fte', head: t.cost.fte, cell: (row) => figure(row.fte, f.fte) },
    {
      id: 'hourly',
      head: t.cost.hourlyCost,
      cell: (row) => figure(row.hourlyCost, (value) => f.money(value, false, cents)),
    },
  ];
  return (
    <DataTable
      caption={t.cost.groupsCaption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      sum={(row) => row.id === ':staff' || row.id === ':total'}
    />
  );
}
