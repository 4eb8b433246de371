/** How far off forecasts of this history have been: the chosen model, the simple ones, and chance itself. */
import { useState } from 'react';
import type {
  BacktestRow,
  ForecastResult,
  Horizon,
  ModelBands,
  ModelName,
} from '../../../forecast/result.ts';
import { scattersLess } from '../../../forecast/scatter.ts';
import type { Calendar } from '../../../scenario/schema.ts';
import type { HistoryQuestion } from '../../../scenario/workbench.ts';
import { Bars } from '../../charts/bars.tsx';
import { SegmentedControl } from '../../inputs/segmented-control.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { Notice } from '../../page/page.tsx';
import { isByDay, modelName, noteText, reasonText, totalsText } from './demand-text.ts';
import { smallCountsAt } from './small-counts.ts';
import { useEveryModel } from './use-every-model.ts';
import { useWords } from './use-words.ts';

const HORIZONS: readonly Horizon[] = ['day', 'week', 'month'];

type BacktestPanelProps = {
  readonly forecast: ForecastResult;
  readonly question: HistoryQuestion;
  readonly calendar: Calendar;
};

export function BacktestPanel({ forecast, question, calendar }: BacktestPanelProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const w = useWords();
  const { model, backtest, coverage, poissonFloor, scatter, notes } = forecast;
  const horizons = HORIZONS.filter((horizon) => backtest.some((row) => row.horizon === horizon));
  const [asked, setHorizon] = useState<Horizon>('week');
  const horizon = horizons.includes(asked) ? asked : (horizons[0] ?? 'day');
  const rows = backtest.filter((row) => row.horizon === horizon).toSorted((a, b) => a.wape - b.wape);
  const held = coverage.find((row) => row.horizon === horizon);
  const small = smallCountsAt(forecast, horizon);
  const perInterval = forecast.mean.reduce((sum, mean) => sum + mean, 0) / Math.max(1, forecast.mean.length);
  const byDay = isByDay(forecast);
  const floor = f.share(poissonFloor, 1);
  const totals = totalsText(forecast, w, f);
  const every = useEveryModel(question, calendar);
  const bandsOf = (name: ModelName) =>
    every.rows?.find((row) => row.horizon === horizon && row.model === name)?.bands;
  const inBands = (name: ModelName, cell: (bands: ModelBands) => string) => {
    const bands = bandsOf(name);
    return bands ? cell(bands) : every.rows === null ? '…' : '';
  };
  const [own, lastWeek, four] = [model, 'lastWeek' as const, 'meanOfFour' as const].map(bandsOf);
  return (
    <div className="section-parts">
      <p>
        <Rich text={reasonText(modelName(model, locale), forecast, locale)} />
      </p>
      {totals !== null && (
        <p>
          <Rich text={totals} />
        </p>
      )}
      <p>
        {scattersLess(scatter)
          ? w.calmText(f.count(perInterval), f.number(scatter, 2), floor, byDay)
          : w.floorText(f.count(perInterval), floor, byDay)}
      </p>
      {notes.map((note) => (
        <p key={note.code} className="quiet-text">
          {noteText(note, locale)}
        </p>
      ))}
      {horizons.length === 0 ? null : (
        <>
          <SegmentedControl
            label={t.demand.horizon}
            options={horizons.map((value) => ({ value, label: t.demand.horizons[value] }))}
            value={horizon}
            onChange={setHorizon}
          />
          <h3>{w.errorTitle(byDay)}</h3>
          <Bars
            label={w.errorTitle(byDay)}
            bars={rows.map((row) => ({
              name: modelName(row.model, locale),
              value: row.wape,
              shown: f.share(row.wape, 1),
              strong: row.model === model,
            }))}
            mark={{
              value: poissonFloor,
              label: scattersLess(scatter) ? w.calmMark(floor) : w.floorMark(floor),
            }}
          />
          <DataTable
            caption={t.demand.backtestTitle}
            rows={rows}
            rowKey={(row) => row.model}
            current={(row) => row.model === model}
            columns={[
              { id: 'model', head: t.demand.model, text: true, cell: (row) => modelName(row.model, locale) },
              {
                id: 'wape',
                head: <abbr title={t.demand.wapeText}>{t.demand.wape}</abbr>,
                cell: ({ wape }) => f.share(wape, 1),
              },
              { id: 'bias', head: t.demand.bias, cell: ({ bias }) => f.change(1 + bias, 1) },
              { id: 'mase', head: w.mase, cell: ({ mase }) => f.number(mase, 2) },
              {
                id: 'pinball',
                head: w.pinball,
                cell: (row) => inBands(row.model, ({ pinball }) => f.share(pinball, 2)),
              },
              // shares in bands are of larger counts: a channel of few contacts has none
              ...(
                [
                  [0.8, 'coverage80'],
                  [0.95, 'coverage95'],
                ] as const
              )
                .filter(() => held !== undefined)
                .map(([level, key]) => ({
                  id: key,
                  head: t.demand.coverage(f.share(level)),
                  cell: (row: BacktestRow) => inBands(row.model, (bands) => f.share(bands[key])),
                })),
            ]}
          />
          {every.failure !== null && (
            <Notice kind="error">
              <p>{every.failure}</p>
            </Notice>
          )}
          {own && lastWeek && four && model !== 'lastWeek' && model !== 'meanOfFour' && (
            <p>
              <Rich
                text={w.pinballText(
                  f.share(own.pinball, 2),
                  f.share(lastWeek.pinball, 2),
                  f.share(four.pinball, 2),
                )}
              />
            </p>
          )}
          <p className="quiet-text">{w.measures(rows[0]?.origins ?? 0, f.count(rows[0]?.origins))}</p>
          {small && (
            <p>
              {w.smallCounts(
                f.count(small.values),
                f.share(small.middle),
                f.share(small.below),
                f.share(small.above),
                w.smallCountsVerdict[small.verdict],
              )}
            </p>
          )}
          {held && (
            <>
              <h3>{w.tenthsTitle(f.share(held.coverage80))}</h3>
              <Bars
                label={w.tenthsLabel}
                bars={held.tenths.map((share, k) => ({
                  name: w.tenth(f.share(k / 10), f.share((k + 1) / 10)),
                  value: share,
                  shown: f.share(share, 1),
                }))}
                mark={{ value: 0.1, label: w.tenthsMark }}
              />
            </>
          )}
        </>
      )}
    </div>
  );
}
