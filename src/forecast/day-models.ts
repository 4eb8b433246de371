/**
 * Models of the day total: each a filter that takes one day after the other and can say at any
 * time what the coming days will bring, so that a backtest from every origin costs one pass.
 *
 * All are multiplicative (level × weekday × what carries on), so scaling the history scales the
 * forecast. A day far outside what the model has seen moves it only as far as a day at the edge
 * would; three in a row on the same side are taken as a new level.
 */
import { carry } from './carry.ts';
import type { DayFacts } from './day-facts.ts';
import type { ModelName } from './result.ts';
import type { WeekdayFactors } from './weekday-factors.ts';

export type DayModel = {
  readonly name: ModelName;
  /** `total`: contacts in the known slots; `exposure`: share of the day's profile that is known. */
  observe: (facts: DayFacts, total: number, exposure: number) => void;
  /** Expected total of a whole day after the last one observed. */
  predict: (facts: DayFacts) => number;
};

const decayOf = (halfLife: number) => 0.5 ** (1 / halfLife);

/** Keeps single outliers from moving a model. Ratios of actual to expected in, trusted ratios out. */
export function outlierGuard(): (ratio: number) => number {
  let spread = 0.15;
  let run = 0;
  return (ratio) => {
    const reach = 3 * Math.max(0.05, spread);
    const trusted = Math.max(1 - reach, Math.min(1 + reach, ratio));
    const side = trusted === ratio ? 0 : Math.sign(ratio - trusted);
    run = side !== 0 && Math.sign(run) === side ? run + side : side;
    spread += 0.05 * (1.25 * Math.abs(trusted - 1) - spread);
    return Math.abs(run) >= 3 ? ratio : trusted;
  };
}

/** Recency-weighted contacts over recency-weighted weekday factors: the average day of the week. */
export function smoothedLevel(halfLife: number, start: number, startDays: number) {
  const decay = decayOf(halfLife);
  let days = Math.min(startDays, 1 / (1 - decay));
  let contacts = start * days;
  return {
    level: () => contacts / days,
    observe(total: number, exposure: number) {
      contacts = contacts * decay + total;
      days = days * decay + exposure;
    },
  };
}
export type SmoothedLevel = ReturnType<typeof smoothedLevel>;

/** Level × weekday factor. */
export function levelModel(name: ModelName, level: SmoothedLevel, weekdays: WeekdayFactors): DayModel {
  const guard = outlierGuard();
  return {
    name,
    observe({ weekday }, total, exposure) {
      const usual = weekdays.factor(weekday) * exposure;
      const expected = level.level() * usual;
      level.observe(expected > 0 ? guard(total / expected) * expected : total, usual);
    },
    predict: ({ weekday }) => level.level() * weekdays.factor(weekday),
  };
}

/** A slow level × weekday factor × what is left of the last days' deviation. */
export function carryModel(name: ModelName, level: SmoothedLevel, weekdays: WeekdayFactors): DayModel {
  const guard = outlierGuard();
  const carried = carry();
  let last = 0;
  return {
    name,
    observe({ weekday, openCount }, total, exposure) {
      const usual = weekdays.factor(weekday) * exposure;
      const expected = level.level() * usual;
      const ratio = expected > 0 ? guard(total / expected) : 1;
      if (expected > 0) carried.observe(Math.log(Math.max(0.05, ratio)), Math.max(1, openCount - last));
      last = openCount;
      level.observe(expected > 0 ? ratio * expected : total, usual);
    },
    predict: ({ weekday, openCount }) =>
      level.level() * weekdays.factor(weekday) * Math.exp(carried.ahead(Math.max(1, openCount - last))),
  };
}

/** Holt's damped trend on the log of the level, × weekday factor. */
export function trendModel(name: ModelName, start: number, weekdays: WeekdayFactors): DayModel {
  const [smoothing, trendSmoothing, damping] = [0.08, 0.004, 0.97];
  const guard = outlierGuard();
  let level = start;
  let slope = 0;
  let last = 0;
  const ahead = (steps: number) =>
    level * Math.exp((slope * damping * (1 - damping ** steps)) / (1 - damping));
  return {
    name,
    observe({ weekday, openCount }, total, exposure) {
      const steps = Math.max(1, openCount - last);
      last = openCount;
      const usual = weekdays.factor(weekday) * exposure;
      const predicted = ahead(steps);
      slope *= damping ** steps;
      level = predicted;
      if (!(predicted * usual > 0)) return;
      // a day of half the usual volume says half as much about the level
      const say = Math.min(1, usual);
      const surprise = Math.log(Math.max(0.05, guard(total / (predicted * usual))));
      level = predicted * Math.exp(smoothing * say * surprise);
      slope += trendSmoothing * say * surprise;
    },
    predict: ({ weekday, openCount }) => ahead(Math.max(1, openCount - last)) * weekdays.factor(weekday),
  };
}
