/** Handle time ahead beside the one in use. */
import type { HandleTimeForecast } from '../../../forecast/handle-time.ts';
import type { Channel } from '../../../scenario/schema.ts';
import type { Seconds } from '../../../units.ts';

export type AheadFigures = {
  readonly mean: Seconds;
  readonly low: Seconds;
  readonly high: Seconds;
  readonly now: Seconds;
};

/** `averageQuantiles` are those of the page: 10 %, 50 %, 90 %. */
export function aheadFigures(
  { average, averageQuantiles: [low = average, , high = average] }: HandleTimeForecast,
  { handling }: Pick<Channel, 'handling'>,
): AheadFigures {
  return { mean: average, low, high, now: handling.mean + handling.afterContact };
}
