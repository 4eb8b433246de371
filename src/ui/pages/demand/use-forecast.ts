/** The forecast of the history as it is decided now, against the one in use. */
import { castDraft } from 'immer';
import { useMemo } from 'react';
import { buildAxis } from '../../../scenario/axis.ts';
import { dayShares } from '../../../scenario/day-shape.ts';
import { demandFromForecast, type ForecastDemand } from '../../../scenario/demand-from-forecast.ts';
import type { Channel, Scenario } from '../../../scenario/schema.ts';
import { useCommands } from '../../use-app.ts';
import type { HistoryState } from './use-workbench.ts';

export type NewForecast = {
  readonly before: number;
  readonly after: number;
  readonly use: () => void;
};

/** Null while the figures in use are those that the history gives. */
export function useNewForecast(
  state: HistoryState,
  channel: Channel,
  scenario: Scenario,
): NewForecast | null {
  const commands = useCommands();
  const demand = useMemo(() => planned(state, channel, scenario), [state, channel, scenario]);
  const { source } = channel.demand;
  if (demand === null || source.kind !== 'forecast') return null;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const differs = demand.source.contacts.some(
    (value, cell) => Math.abs(value - (source.contacts[cell] ?? 0)) > 1e-6 * (1 + value),
  );
  if (!differs) return null;
  return {
    before: sum(source.contacts),
    after: sum(demand.source.contacts),
    use() {
      commands.endGesture();
      commands.edit(`forecast ${channel.id}`, (draft) => {
        const target = draft.channels.find(({ id }) => id === channel.id);
        if (!target) return;
        target.demand.source = castDraft(demand.source);
        target.demand.dayFactorCv = demand.dayFactorCv;
        delete target.demand.levelCv;
      });
      commands.endGesture();
    },
  };
}

function planned(state: HistoryState, channel: Channel, scenario: Scenario): ForecastDemand | null {
  const { source } = channel.demand;
  if (state.kind !== 'ready' || state.pending || !state.bench.outcome.ok || source.kind !== 'forecast')
    return null;
  const axis = buildAxis(scenario.calendar);
  return demandFromForecast(
    {
      forecast: state.bench.outcome.forecast,
      intervalMinutes: 1440 / state.bench.slotsPerDay,
      history: source.history,
      shares: dayShares({ kind: 'likeChannel', channel: channel.id }, channel, scenario.channels, axis),
    },
    channel,
    axis,
  );
}
