/** Where agents are missing (warm, with the channel's letter) and where there are some to spare (cool). */
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Analysis } from '../../../scenario/analysis.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { channelName, onChannel } from '../../channel-name.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { HeatChart } from '../../charts/heat-chart.tsx';
import type { HeatCell } from '../../charts/heat-layout.ts';
import { Rich, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { clockTicks, intervalMinutes, useAxis } from '../../use-axis.ts';
import type { Shortage } from '../shortages.ts';
import { capital, when } from '../when.ts';
import { channelLetters } from './channel-letters.ts';
import { riskGrid, type RiskCell } from './risk-grid.ts';

/** A quarter of the requirement missing is as bad as the scale gets; spare agents stay pale. */
const WORST_SHORT = 0.25;
const MOST_SPARE = 1;
/** Cells this short carry the letter of their channel. */
const LETTER_FROM = 0.1;

type RiskMapProps = {
  readonly analysis: Analysis;
  readonly scenario: Scenario;
  readonly worst: Shortage | undefined;
};

type Place = { readonly row: number; readonly column: number };

export function RiskMap({ analysis, scenario, worst }: RiskMapProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const axis = useAxis();
  const [, navigate] = useLocation();
  const [cell, setCell] = useState<Place | null>(null);
  const grid = useMemo(
    () => riskGrid(analysis, axis, scenario.assurance),
    [analysis, axis, scenario.assurance],
  );
  const minutes = intervalMinutes(axis);
  const worstChannel = worst && scenario.channels[worst.channel];

  const letters = useMemo(
    () =>
      channelLetters(
        scenario.channels.map((channel) => ({
          kind: channel.kind,
          name: channelName(channel, scenario, locale),
        })),
        (kind) => t.words.letter[kind],
      ),
    [scenario, locale, t],
  );
  const rows = useMemo(
    () =>
      grid.rows.map((row, day) => ({
        name: f.weekdayShort(axis.days[day]?.date ?? ''),
        cells: row.map(({ share, channel }, column): HeatCell => {
          if (share === null) return { value: null };
          const letter = channel === null ? undefined : letters[channel];
          const value = share < 0 ? share / WORST_SHORT : Math.min(0.45, share / MOST_SPARE);
          // One letter at the start of a run says it for the run.
          const begins = row[column - 1]?.channel !== channel;
          if (!letter || !begins || share >= -LETTER_FROM) return { value };
          const after = row.findIndex((next, place) => place > column && next.channel !== channel);
          return {
            value,
            letter,
            lettered: (after < 0 ? row.length : after) - column,
          };
        }),
      })),
    [grid, axis, letters, f],
  );

  function describe(row: number, column: number): string {
    const date = axis.days[row]?.date ?? '';
    const from = (grid.firstSlot + column) * minutes;
    const time = `${capital(f.weekday(date))} ${f.clockRange(from, from + minutes)}`;
    const here = grid.rows[row]?.[column];
    if (!here || here.share === null) return t.overview.riskClosed(time);
    const channel = here.channel === null ? undefined : scenario.channels[here.channel];
    if (channel) {
      const agents = t.words.agents(here.missing, f.agents(here.missing));
      return t.overview.riskShort(time, agents, onChannel(channel, scenario, locale));
    }
    return here.share < 0.005 ? t.overview.riskEven(time) : t.overview.riskSpare(time, f.share(here.share));
  }

  function open({ row, column }: Place): void {
    const risk: RiskCell | undefined = grid.rows[row]?.[column];
    const channel = scenario.channels[risk?.channel ?? 0];
    navigate(`/staffing/${channel?.id ?? 'all'}/${row}`);
  }

  const title =
    worst && worstChannel
      ? t.overview.riskTitle(onChannel(worstChannel, scenario, locale), when(worst, axis, f))
      : t.overview.riskTitleNone;
  const start = worst ? placeOf(worst.from, axis.intervals, grid.firstSlot) : undefined;

  return (
    <ChartFrame
      title={title}
      readout={cell ? <Rich text={describe(cell.row, cell.column)} /> : <Hint />}
      table={<RiskTable {...{ grid, rows, describe }} />}
    >
      <HeatChart
        label={t.overview.riskLabel}
        rows={rows}
        xTicks={clockTicks(axis, grid.firstSlot, grid.slots, f)}
        describe={(row, column) => describe(row, column).replaceAll('**', '')}
        cell={cell}
        onCell={setCell}
        onOpen={(row, column) => open({ row, column })}
        {...(start ? { start } : {})}
        letters={
          <ul className="letters">
            {scenario.channels.map(
              (channel, index) =>
                grid.rows.some((row) => row.some((here) => here.channel === index)) && (
                  <li key={channel.id}>
                    <b>{letters[index]}</b> {channelName(channel, scenario, locale)}
                  </li>
                ),
            )}
          </ul>
        }
      />
    </ChartFrame>
  );
}

/** What opens a day, where there is a pointer and where there is none. */
function Hint() {
  const { t } = useLocale();
  return (
    <>
      <span className="with-pointer">{t.overview.riskHint}</span>
      <span className="with-touch">{t.overview.riskHintTouch}</span>
    </>
  );
}

function placeOf(
  interval: number,
  intervals: readonly { readonly day: number; readonly slot: number }[],
  firstSlot: number,
): Place | undefined {
  const found = intervals[interval];
  return found && { row: found.day, column: found.slot - firstSlot };
}

type RiskTableProps = {
  readonly grid: ReturnType<typeof riskGrid>;
  readonly rows: readonly { readonly name: string }[];
  readonly describe: (row: number, column: number) => string;
};

/** Only what a reader acts on: the understaffed intervals. */
function RiskTable({ grid, describe }: RiskTableProps) {
  const { t, f } = useLocale();
  const short = grid.rows.flatMap((row, r) =>
    row.flatMap((cell, c) => (cell.channel === null ? [] : [{ r, c, cell }])),
  );
  if (short.length === 0) return <p>{t.overview.riskTitleNone}</p>;
  return (
    <DataTable
      caption={t.overview.riskLabel}
      hideCaption
      rows={short}
      rowKey={({ r, c }) => `${r}-${c}`}
      columns={[
        { id: 'what', head: t.charts.time, cell: ({ r, c }) => <Rich text={describe(r, c)} /> },
        {
          id: 'missing',
          head: t.words.difference,
          cell: ({ cell }) => f.agents(-cell.missing, true),
          tone: () => 'under',
        },
      ]}
    />
  );
}
