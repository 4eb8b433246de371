/** The forecast of each channel: pictures, why this model, how it did before, what to know. */
import { useId, useMemo, useState } from 'react';
import { plannedDemand, preparedChannel, type ChannelImport } from '../../../app/import-plan.ts';
import type { SeriesStep } from '../../../app/import-session.ts';
import type { ForecastResult } from '../../../forecast/result.ts';
import { scattersLess } from '../../../forecast/scatter.ts';
import { buildAxis } from '../../../scenario/axis.ts';
import type { Calendar, Scenario } from '../../../scenario/schema.ts';
import { channelName } from '../../channel-name.ts';
import { tabPanelProps, Tabs } from '../../inputs/tabs.tsx';
import { Rich, useLocale } from '../../locale.tsx';
import { Notice } from '../../page/page.tsx';
import { Panel } from '../../page/panel.tsx';
import { BacktestTable } from './backtest-table.tsx';
import {
  demandNoteText,
  isByDay,
  modelName,
  noteText,
  reasonText,
  swingText,
  totalsText,
} from './demand-text.ts';
import { ForecastDays } from './forecast-days.tsx';
import { useWords } from './use-words.ts';
import { WeekDemand } from './week-demand.tsx';
import { weekFigures } from './week-figures.ts';

type ForecastResultsProps = {
  readonly session: SeriesStep;
  readonly items: readonly ChannelImport[];
  readonly scenario: Scenario;
  readonly calendar: Calendar;
};

export function ForecastResults({ session, items, scenario, calendar }: ForecastResultsProps) {
  const locale = useLocale();
  const { t } = locale;
  const panel = useId();
  const done = items.filter(({ channel }) =>
    session.forecasts.some((forecast) => forecast.channel === channel.id),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = done.find(({ channel }) => channel.id === chosen) ?? done[0];
  if (!shown) return null;
  const outcome = session.forecasts.find(({ channel }) => channel === shown.channel.id)?.outcome;
  const name = channelName(shown.channel, scenario, locale);
  return (
    <section className="part">
      <h3 className="section-title">{t.demand.stepForecast}</h3>
      {done.length > 1 && (
        <Tabs
          label={t.demand.channel}
          tabs={done.map(({ channel }) => ({
            value: channel.id,
            label: channelName(channel, scenario, locale),
          }))}
          value={shown.channel.id}
          onChange={setChosen}
          panel={panel}
        />
      )}
      <div className="forecast" {...(done.length > 1 ? tabPanelProps(panel, shown.channel.id) : {})}>
        {outcome?.ok ? (
          <Panel key={shown.channel.id}>
            <Forecast
              forecast={outcome.forecast}
              item={shown}
              name={name}
              session={session}
              scenario={scenario}
              calendar={calendar}
            />
          </Panel>
        ) : (
          <Notice kind="error">
            <p>{outcome ? t.demand.refusal[outcome.refusal.code] : t.demand.forecastFailed}</p>
          </Notice>
        )}
      </div>
    </section>
  );
}

type ForecastProps = Omit<ForecastResultsProps, 'items'> & {
  readonly forecast: ForecastResult;
  readonly item: ChannelImport;
  readonly name: string;
};

function Forecast({ forecast, item, name, session, scenario, calendar }: ForecastProps) {
  const w = useWords();
  const locale = useLocale();
  const { t, f } = locale;
  const demand = useMemo(() => plannedDemand(session, scenario, item), [session, scenario, item]);
  const axis = useMemo(() => buildAxis(calendar), [calendar]);
  const figures = useMemo(() => {
    if (!demand) return null;
    const { source, dayFactorCv } = demand;
    const channel = { ...preparedChannel(item), demand: { source, dayFactorCv }, volumeFactor: 1 };
    return weekFigures([channel], { channels: [channel], events: [], busynessCorrelation: 0 }, axis);
  }, [demand, item, axis]);
  const model = modelName(forecast.model, locale);
  const totals = totalsText(forecast, w, f);
  const floor = f.share(forecast.poissonFloor, 1);
  return (
    <>
      <ForecastDays forecast={forecast} series={item.series} name={name} />
      <div className="sentences">
        <p>
          <Rich text={reasonText(model, forecast, locale)} />
        </p>
        {totals !== null && (
          <p>
            <Rich text={totals} />
          </p>
        )}
        <p>
          {scattersLess(forecast.scatter) ? w.calmFloor(floor) : t.demand.floor(floor, isByDay(forecast))}{' '}
          {swingText(forecast, locale)}
        </p>
        {forecast.notes.map((note) => (
          <p key={`${note.code} ${JSON.stringify(note.values)}`}>{noteText(note, locale)}</p>
        ))}
        {demand?.notes.map((note) => (
          <p key={note.code} className={note.code === 'inClosedHours' ? 'field-error' : undefined}>
            {demandNoteText(note, locale)}
          </p>
        ))}
      </div>
      {figures && <WeekDemand figures={figures} axis={axis} name={name} heat={false} />}
      {forecast.backtest.length > 0 && <BacktestTable forecast={forecast} />}
    </>
  );
}
