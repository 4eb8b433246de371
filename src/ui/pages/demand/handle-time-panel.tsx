/** How long the contacts of the days planned will take, against what the channel is planned with. */
import { castDraft } from 'immer';
import { measuredHandling } from '../../../app/import-plan.ts';
import type { HandleTimeForecast } from '../../../forecast/handle-time.ts';
import type { Channel } from '../../../scenario/schema.ts';
import { Bars } from '../../charts/bars.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { capital } from '../when.ts';
import { useCommands } from '../../use-app.ts';
import { aheadFigures } from './handle-time-figures.ts';
import { useWords } from './use-words.ts';

type HandleTimePanelProps = {
  readonly channel: Channel;
  readonly name: string;
  readonly handleTime: HandleTimeForecast;
};

export function HandleTimePanel({ channel, name, handleTime }: HandleTimePanelProps) {
  const { f } = useLocale();
  const w = useWords();
  const commands = useCommands();
  const { mean, low, high, now } = aheadFigures(handleTime, channel);
  const share = f.share(0.8);

  function take(): void {
    commands.endGesture();
    commands.edit(`handle time ${channel.id}`, (draft) => {
      const target = draft.channels.find(({ id }) => id === channel.id);
      if (target) target.handling = castDraft(measuredHandling(channel.handling, mean));
    });
    commands.endGesture();
  }

  return (
    <div className="section-parts">
      <p>
        <Rich text={w.aheadText(f.seconds(mean), share, f.seconds(low), f.seconds(high), f.seconds(now))} />
      </p>
      {Math.abs(mean - now) < 0.05 ? (
        <p className="quiet-text">{w.aheadTaken}</p>
      ) : (
        <button type="button" className="button" onClick={take}>
          {w.aheadUse(f.seconds(mean))}
        </button>
      )}
      <Bars
        label={w.aheadLabel(name)}
        bars={handleTime.days.map(({ date, mean: ofDay, quantiles: [from = ofDay, , to = ofDay] }) => ({
          name: `${capital(f.weekdayShort(date))} ${f.dayShort(date)}`,
          value: ofDay,
          shown: w.aheadDay(f.seconds(ofDay), f.seconds(from), f.seconds(to)),
          low: from,
          high: to,
        }))}
        mark={{ value: now, label: w.aheadMark(f.seconds(now), share) }}
      />
      <p>
        <Rich text={w.aheadModel(w.aheadModels[handleTime.model])} />
      </p>
      {handleTime.backtest.length === 0 ? (
        <p className="quiet-text">{w.aheadShort}</p>
      ) : (
        <Backtest handleTime={handleTime} />
      )}
    </div>
  );
}

function Backtest({ handleTime: { backtest, model } }: Pick<HandleTimePanelProps, 'handleTime'>) {
  const { t, f } = useLocale();
  const w = useWords();
  const distances = [...new Set(backtest.map(({ ahead }) => ahead))];
  const models = [...new Set(backtest.map((row) => row.model))];
  return (
    <DataTable
      caption={w.aheadBacktest}
      rows={models}
      rowKey={(row) => row}
      current={(row) => row === model}
      columns={[
        { id: 'model', head: t.demand.model, text: true, cell: (row) => w.aheadModels[row] },
        ...distances.map((ahead) => ({
          id: String(ahead),
          head: w.aheadDays(ahead, f.count(ahead)),
          cell: (row: HandleTimeForecast['model']) =>
            f.share(backtest.find((each) => each.model === row && each.ahead === ahead)?.wape, 1),
        })),
      ]}
    />
  );
}
