/** The chosen model in its own past, beside the two that everybody could have used. */
import type { BacktestRow, ForecastResult, Horizon } from '../../../forecast/result.ts';
import { Explain } from '../../inputs/explain.tsx';
import { useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { modelName } from './demand-text.ts';

const HORIZONS: readonly Horizon[] = ['day', 'week', 'month'];

export function BacktestTable({ forecast }: { readonly forecast: ForecastResult }) {
  const locale = useLocale();
  const { t, f } = locale;
  const { model, backtest, coverage } = forecast;
  const models = [...new Set([model, 'lastWeek', 'meanOfFour'] as const)];
  const rows = HORIZONS.flatMap((horizon) =>
    models.flatMap((name) => backtest.filter((row) => row.horizon === horizon && row.model === name)),
  );
  const covered = (row: BacktestRow) =>
    row.model === model ? coverage.find(({ horizon }) => horizon === row.horizon) : undefined;
  return (
    <div className="part">
      <h3 className="part-title">
        {t.demand.backtestTitle}{' '}
        <Explain explanation={{ term: t.demand.wape, definition: t.demand.wapeText }} />
      </h3>
      <p className="quiet-text">{t.demand.backtestText}</p>
      <DataTable
        caption={t.demand.backtestTitle}
        hideCaption
        rows={rows}
        rowKey={({ horizon, model: name }) => `${horizon} ${name}`}
        current={(row) => row.model === model}
        columns={[
          { id: 'horizon', head: t.demand.horizon, cell: ({ horizon }) => t.demand.horizons[horizon] },
          { id: 'model', head: t.demand.model, text: true, cell: (row) => modelName(row.model, locale) },
          { id: 'wape', head: t.demand.wape, cell: ({ wape }) => f.share(wape, 1) },
          { id: 'bias', head: t.demand.bias, cell: ({ bias }) => f.change(1 + bias, 1) },
          ...(
            [
              [0.8, 'coverage80'],
              [0.95, 'coverage95'],
            ] as const
          ).map(([level, key]) => ({
            id: key,
            head: t.demand.coverage(f.share(level)),
            cell: (row: BacktestRow) => {
              const own = covered(row);
              return own ? f.share(own[key]) : '';
            },
          })),
        ]}
      />
    </div>
  );
}
