/** What each promised service level of one channel costs in labour. */
import { useCallback, useState } from 'react';
import type { LevelPrice } from '../../../scenario/cost-drivers.ts';
import type { Channel, Scenario } from '../../../scenario/schema.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { CurveChart } from '../../charts/curve-chart.tsx';
import { useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { Waiting } from '../../page/page.tsx';
import { useRoot } from '../../use-app.ts';
import { useBackground, type Background } from '../../use-background.ts';

const NOTHING: readonly LevelPrice[] = [];

export function useLevelPrices(channel: string | null): Background<readonly LevelPrice[]> {
  const { engines } = useRoot().app;
  const ask = useCallback(
    (scenario: Scenario) =>
      channel === null ? Promise.resolve(NOTHING) : engines.serviceLevelPrices(scenario, channel),
    [engines, channel],
  );
  return useBackground(ask);
}

type LevelPricesProps = { readonly channel: Channel; readonly prices: Background<readonly LevelPrice[]> };

export function LevelPrices({ channel, prices: { answer: prices } }: LevelPricesProps) {
  const { t, f, text } = useLocale();
  const [index, setIndex] = useState<number | null>(null);
  if (!prices || prices.length === 0) return <Waiting lines={8} />;
  const promised = channel.targets.serviceLevel?.share ?? 0;
  const today = prices.find(({ share }) => Math.abs(share - promised) < 1e-9);
  const describe = (k: number): string => {
    const price = prices[k];
    return price ? t.cost.pricePoint(f.share(price.share), f.money(price.cost)) : '';
  };
  return (
    <ChartFrame
      title={t.cost.pricesTitle(
        channel.name === undefined ? t.words.channel[channel.kind] : text(channel.name),
      )}
      readout={index === null ? '' : describe(index)}
      table={
        <DataTable
          caption={t.cost.pricesLabel}
          columns={[
            { id: 'share', head: t.cost.promise, cell: (row) => f.share(row.share) },
            { id: 'cost', head: t.cost.perWeek, cell: (row) => f.money(row.cost) },
          ]}
          rows={prices}
          rowKey={(row) => row.share}
          current={(row) => row === today}
        />
      }
    >
      <CurveChart
        label={t.cost.pricesLabel}
        points={prices.map(({ share, cost }) => ({ x: share, y: cost }))}
        {...(today ? { here: { x: today.share, y: today.cost, label: t.cost.priceHere } } : {})}
        formatX={(value) => f.share(value)}
        formatY={(value) => f.money(value)}
        xTitle={t.cost.pricesX}
        yTitle={t.cost.pricesY}
        describe={describe}
        index={index}
        onIndex={setIndex}
      />
    </ChartFrame>
  );
}
