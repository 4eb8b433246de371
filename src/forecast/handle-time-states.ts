/**
 * What handle times have been up to the evening of every past day: level, weekday and time of day,
 * each a ratio of recency-weighted totals, and how much single contacts scatter.
 *
 * Weekday and time-of-day factors lean on 1 until their own contacts outweigh a stated prior (they
 * differ by 10 %). The cv of single contacts is measured on the way, on means around what was expected.
 */
import { weekdayOf } from '../numeric/civil-date.ts';
import type { Series } from './series.ts';

const HALF_LIVES = { recentLevel: 5, level: 21 } as const;
/** Weekday and time of day differ from the level by this much beforehand. */
const FACTOR_CV = 0.1;
/** Before any is measured: single handle times are about lognormal with a cv near 1 (Brown et al. 2005). */
const CONTACT_CV = { squared: 1, contacts: 50 };
/** Half-life of the factors, in days. */
const FACTOR_DECAY = 0.5 ** (1 / 60);

type HandleTimeState = {
  readonly levels: Readonly<Record<keyof typeof HALF_LIVES, number>>;
  readonly weekdays: Float64Array;
  readonly slots: Float64Array;
};

/** Recency-weighted seconds over recency-weighted expectation, leaning on 1. */
function factors(count: number) {
  const worked = new Float64Array(count);
  const expected = new Float64Array(count);
  return {
    forget() {
      for (let i = 0; i < count; i++) {
        worked[i] = (worked[i] ?? 0) * FACTOR_DECAY;
        expected[i] = (expected[i] ?? 0) * FACTOR_DECAY;
      }
    },
    observe(i: number, seconds: number, usual: number) {
      worked[i] = (worked[i] ?? 0) + seconds;
      expected[i] = (expected[i] ?? 0) + usual;
    },
    /** `prior`: seconds that the factor 1 weighs. */
    now: (prior: number) =>
      Float64Array.from(worked, (sum, i) => (sum + prior) / ((expected[i] ?? 0) + prior)),
  };
}

/** The state on the evening of every day, and the squared cv of single contacts. */
export function handleTimeStates(
  series: Series,
  worked: Float64Array,
  days: number,
): { states: HandleTimeState[]; contactCv2: number } {
  const { slotsPerDay, values, firstDay } = series;
  const names = ['recentLevel', 'level'] as const;
  const sums = { recentLevel: { seconds: 0, contacts: 0 }, level: { seconds: 0, contacts: 0 } };
  const weekday = factors(7);
  const slot = factors(slotsPerDay);
  let squares = CONTACT_CV.squared * CONTACT_CV.contacts;
  let weight = CONTACT_CV.contacts;
  const states: HandleTimeState[] = [];
  for (let day = 0; day < days; day++) {
    const before = states.at(-1);
    const w = weekdayOf(firstDay + day);
    let [seconds, contacts, usual] = [0, 0, 0];
    const each = (visit: (s: number, time: number, n: number, shape: number) => void) => {
      for (let s = 0; s < slotsPerDay; s++) {
        const [n, time] = [values[day * slotsPerDay + s] ?? 0, worked[day * slotsPerDay + s] ?? Number.NaN];
        if (n > 0 && !Number.isNaN(time)) visit(s, time, n, before?.slots[s] ?? 1);
      }
    };
    each((_, time, n, shape) => {
      seconds += time;
      contacts += n;
      usual += n * shape;
    });
    if (contacts > 0) {
      // levels without what the weekday and the hours of these contacts explain
      const ofWeekday = before?.weekdays[w] ?? 1;
      const expected = usual * ofWeekday;
      for (const name of names) {
        const decay = 0.5 ** (1 / HALF_LIVES[name]);
        sums[name] = {
          seconds: sums[name].seconds * decay + seconds,
          contacts: sums[name].contacts * decay + expected,
        };
      }
      const level = sums.level.seconds / sums.level.contacts;
      weekday.forget();
      slot.forget();
      weekday.observe(w, seconds, level * usual);
      const ofDay = seconds / usual;
      each((s, time, n, shape) => {
        slot.observe(s, time, ofDay * n);
        if (!(ofDay > 0)) return;
        // mean square of a mean of n around its expectation, times n: the variance of one
        squares += n * (time / n / (ofDay * shape) - 1) ** 2;
        weight++;
      });
    }
    const level = sums.level.contacts > 0 ? sums.level.seconds / sums.level.contacts : Number.NaN;
    const prior = level > 0 ? (level * squares) / weight / FACTOR_CV ** 2 : 1;
    states.push({
      levels: {
        recentLevel:
          sums.recentLevel.contacts > 0 ? sums.recentLevel.seconds / sums.recentLevel.contacts : Number.NaN,
        level,
      },
      weekdays: weekday.now(prior),
      slots: slot.now(prior),
    });
  }
  return { states, contactCv2: squares / weight };
}
