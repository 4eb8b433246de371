/** What the second scenario changes for each reason customers have: kept promises, waits, whose time it takes. */
import { useState, type ReactNode } from 'react';
import { useLocation, useRoute } from 'wouter';
import type { Comparison } from '../../../app/simulator.ts';
import type { Channel } from '../../../scenario/schema.ts';
import type { ReasonDifference } from '../../../simulation/compare-reasons.ts';
import { channelInline, channelName } from '../../channel-name.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { SegmentedControl } from '../../inputs/segmented-control.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { reasonName } from '../../reason-name.ts';
import { useApp } from '../../use-app.ts';
import { promisedShare } from '../simulation/promised-share.ts';
import { useResultWords } from '../simulation/use-result-words.ts';
import { DifferenceChart } from './difference-chart.tsx';
import { differenceText, digitsOf } from './difference-text.ts';
import { ReasonTable } from './reason-table.tsx';
import { hourRows, levelRows, mostMoved, type ReasonRow } from './reason-shift.ts';

type ReasonDifferencesProps = {
  readonly comparison: Comparison;
  readonly final: boolean;
};

/** Nothing where no channel has reasons in both scenarios. */
export function ReasonDifferences({ comparison, final }: ReasonDifferencesProps) {
  const locale = useLocale();
  const { t } = locale;
  const scenario = useApp((state) => state.scenario);
  const [, navigate] = useLocation();
  const [, params] = useRoute('/compare/:channel?');
  const choices = comparison.channels.flatMap(({ id, reasons = [] }) => {
    const channel = scenario.channels.find((one) => one.id === id);
    return channel && reasons.length > 0 ? [{ channel, reasons }] : [];
  });
  const shown = choices.find(({ channel }) => channel.id === params?.channel) ?? choices[0];
  if (!shown) return null;
  return (
    <Reasons
      key={shown.channel.id}
      {...shown}
      replications={comparison.replications}
      final={final}
      choice={
        choices.length > 1 && (
          <SegmentedControl
            label={t.compare.channel}
            value={shown.channel.id}
            onChange={(id) => navigate(`/compare/${id}`)}
            options={choices.map(({ channel }) => ({
              value: channel.id,
              label: channelName(channel, scenario, locale),
            }))}
          />
        )
      }
    />
  );
}

type ReasonsProps = {
  readonly channel: Channel;
  readonly reasons: readonly ReasonDifference[];
  readonly replications: number;
  readonly final: boolean;
  readonly choice: ReactNode;
};

type Place = { readonly picture: number; readonly row: number };

function Reasons({ channel, reasons, replications, final, choice }: ReasonsProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const w = useResultWords();
  const scenario = useApp((state) => state.scenario);
  const [at, setAt] = useState<Place | null>(null);
  const promised = promisedShare(channel);
  const nameOf = ({ id }: ReasonDifference): string => reasonName(channel, id, locale);
  const where = channelInline(channel, scenario, locale);
  const say = ({ reason, difference, unit, verdict }: ReasonRow): string => {
    const digits = digitsOf({ difference, unit, verdict });
    const [value, low, high] = [difference.value, difference.low, difference.high].map((one) => {
      const figure = differenceText(one, unit, digits, f);
      return unit === 'share' ? t.compare.points(figure) : w.hours(figure);
    });
    return verdict === 'same'
      ? t.compare.paired.none(nameOf(reason))
      : w.between.readout(nameOf(reason), value ?? '', low ?? '', high ?? '');
  };
  const pictures = [
    { head: w.between.levelHead[promised], rows: levelRows(reasons, promised) },
    { head: w.between.hoursHead, rows: hourRows(reasons) },
  ];
  const title = (): string => {
    const moved = mostMoved(reasons, promised);
    if (!moved) return w.between.none(where);
    const value = differenceText(moved.difference.value, moved.unit, digitsOf(moved), f);
    return moved.unit === 'count'
      ? w.between.hours(nameOf(moved.reason), w.hours(value), where)
      : w.between.level(nameOf(moved.reason), t.compare.points(value), where);
  };
  const here = at && pictures[at.picture]?.rows[at.row];
  const legend = `${t.compare.paired.legend}${final ? '' : ` ${t.compare.paired.notFinal}`}`;
  return (
    <ChartFrame
      title={title()}
      tools={choice}
      readout={<Rich text={here ? say(here) : legend} />}
      table={
        <ReasonTable
          caption={w.between.caption(channelName(channel, scenario, locale), f.number(replications, 0))}
          {...{ channel, reasons, nameOf, promised }}
        />
      }
    >
      {pictures.map(({ head, rows }, picture) => {
        const digits = Math.max(1, ...rows.map(digitsOf));
        if (rows.length === 0) return null;
        return (
          <div key={head}>
            <p className="quiet-text">{head}</p>
            <DifferenceChart
              label={`${head}. ${t.charts.chartKeys}`}
              rows={rows.map((row) => ({
                ...row.difference,
                id: row.reason.id,
                name: nameOf(row.reason),
                shown: differenceText(row.difference.value, row.unit, digitsOf(row), f),
                verdict: row.verdict,
              }))}
              format={(value) => differenceText(value, rows[0]?.unit ?? 'count', digits, f)}
              describe={(row) => (rows[row] ? say(rows[row]).replaceAll('**', '') : '')}
              row={at?.picture === picture ? at.row : null}
              onRow={(row) => setAt(row === null ? null : { picture, row })}
            />
          </div>
        );
      })}
    </ChartFrame>
  );
}
