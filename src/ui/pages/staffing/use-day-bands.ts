/** Quiet and busy days behind the expectation drawn; while a hand moves, those of the figures before. */
import { useCallback } from 'react';
import type { DayBands } from '../../../scenario/day-bands.ts';
import { useRoot } from '../../use-app.ts';
import { useAnswer } from './use-answer.ts';
import type { Figures } from './use-figures.ts';

/** Bands undefined until known once for this day; null where days do not swing, or the channel is no queue. */
export function useDayBands(
  { scenario, pending }: Figures,
  channel: string,
  day: number,
): { readonly bands: DayBands | null | undefined; readonly current: boolean } {
  const { engines } = useRoot().app;
  const ask = useCallback(() => engines.dayBands(scenario, channel, day), [engines, scenario, channel, day]);
  const { answer, current } = useAnswer(pending ? null : ask, `${channel} ${day}`);
  return { bands: answer, current };
}
