/**
 * Random small days with pooled shift ends at the default tolerance: against uniformisation over (busy, waiting)
 * without a line of the engine, and in what is counted by deadlines against the same day at 1e-9.
 */
import { expect, it } from 'vitest';
import { dayOutcomes } from '../../src/queueing/day-outcomes.ts';
import type { Day, IntervalMeasures } from '../../src/queueing/transient-day.ts';
import { transientDay } from '../../src/queueing/transient-day.ts';

/** Four intervals of random load and at most 20 agents; every fourth day nobody gives up. */
function randomDays(count: number): Day[] {
  let state = 977;
  const random = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  return Array.from({ length: count }, (_, k): Day => {
    const scale = Math.exp(random() * 2.6);
    const handleTime = 60 + random() * 500;
    return {
      intervalLength: [300, 900, 1800][k % 3] ?? 900,
      handleTime,
      patience: k % 4 === 0 ? undefined : handleTime * Math.exp(random() * 3 - 2),
      intervals: Array.from({ length: 4 }, () => ({
        contactsPerHour: (scale * (0.3 + 0.7 * random()) * 3600) / handleTime,
        agents: Math.min(20, Math.round(scale * (0.3 + 1.2 * random()))),
      })),
      shiftEnd: 'pooled',
      threshold: [0, 20, 60, 400][(k >> 1) % 4] ?? 20,
    };
  });
}

const MOST_WAITING = 150;

/** Chances by (busy, waiting), forward through the day; `e^(Λt)` in parts of at most 200 events. */
function byHand(day: Day): Omit<IntervalMeasures, 'answeredWithinThreshold'>[] {
  const width = MOST_WAITING + 1;
  const mostBusy = Math.max(...day.intervals.map(({ agents }) => agents));
  const size = (mostBusy + 1) * width;
  let p = new Float64Array(size);
  p[0] = 1;
  return day.intervals.map(({ contactsPerHour, agents }) => {
    const birth = contactsPerHour / 3600;
    const mu = 1 / day.handleTime;
    const theta = 1 / (day.patience ?? Infinity);
    const begun = new Float64Array(size);
    let startsAtChange = 0;
    for (let b = 0; b <= mostBusy; b++) {
      for (let q = 0; q <= MOST_WAITING; q++) {
        const start = Math.max(0, Math.min(q, agents - b));
        begun[(b + start) * width + q - start]! += p[b * width + q]!;
        startsAtChange += start * p[b * width + q]!;
      }
    }
    const pace = birth + mostBusy * mu + MOST_WAITING * theta;
    const parts = Math.ceil((pace * day.intervalLength) / 200);
    const mean = (pace * day.intervalLength) / parts;
    const spent = new Float64Array(size);
    p = begun;
    for (let part = 0; part < parts; part++) {
      let power = p;
      let weight = Math.exp(-mean);
      let left = 1 - weight;
      const end = new Float64Array(size);
      for (let count = 0; count < mean + 10 * Math.sqrt(mean) + 30; count++) {
        const next = new Float64Array(size);
        for (let b = 0; b <= mostBusy; b++) {
          for (let q = 0; q <= MOST_WAITING; q++) {
            const at = b * width + q;
            const share = power[at]!;
            if (share === 0) continue;
            end[at]! += weight * share;
            spent[at]! += (left / pace) * share;
            let stay = 1;
            const go = (target: number, rate: number): void => {
              if (rate === 0) return;
              next[target]! += (rate / pace) * share;
              stay -= rate / pace;
            };
            if (b < agents) go(at + width, birth);
            else if (q < MOST_WAITING) go(at + 1, birth);
            // A finished contact lets another start where nobody is too many.
            if (b > 0) go(q > 0 && b === agents ? at - 1 : at - width, b * mu);
            if (q > 0) go(at - 1, q * theta);
            next[at]! += stay * share;
          }
        }
        power = next;
        weight *= mean / (count + 1);
        left = Math.max(0, left - weight);
      }
      p = end;
    }
    let [full, queue, busy, ended, queueAtEnd, freeTime] = [0, 0, 0, 0, 0, 0];
    for (let b = 0; b <= mostBusy; b++) {
      for (let q = 0; q <= MOST_WAITING; q++) {
        const at = b * width + q;
        queue += q * spent[at]!;
        busy += Math.min(b, agents) * spent[at]!;
        queueAtEnd += q * p[at]!;
        if (b >= agents) full += spent[at]!;
        else freeTime += spent[at]!;
        if (b === agents && q > 0) ended += spent[at]!;
      }
    }
    return {
      offered: birth * day.intervalLength,
      answered: startsAtChange + birth * freeTime + agents * mu * ended,
      abandoned: theta * queue,
      waitProbability: full / day.intervalLength,
      meanQueueLength: queue / day.intervalLength,
      occupancy: agents === 0 ? 0 : busy / (agents * day.intervalLength),
      queueAtEnd,
    };
  });
}

const apart = (found: number, exact: number): number =>
  Math.abs(found - exact) / Math.max(Math.abs(exact), 1e-9);

it('meets the default tolerance in every measure of random days', () => {
  let worst = 0;
  for (const [k, day] of randomDays(10).entries()) {
    const { intervals } = transientDay(day);
    for (const [i, expected] of byHand(day).entries()) {
      for (const [name, value] of Object.entries(expected)) {
        const found = Object.entries(intervals[i]!).find(([key]) => key === name)?.[1] ?? NaN;
        // Below a billionth uniformisation itself is rounding.
        if (Math.abs(value) < 1e-9 && Math.abs(found) < 1e-8) continue;
        worst = Math.max(worst, apart(found, value));
        expect(apart(found, value), `day ${k}, ${i} ${name}: ${found} for ${value}`).toBeLessThan(1e-5);
      }
    }
  }
  expect(worst).toBeGreaterThan(0);
}, 60_000);

it('meets it in what is counted by deadlines', () => {
  for (const [k, day] of randomDays(5).entries()) {
    const [found, exact] = [dayOutcomes(day), dayOutcomes({ ...day, tolerance: 1e-9 })];
    for (const [i, interval] of exact.intervals.entries()) {
      for (const [name, value] of Object.entries(interval)) {
        const other = Object.entries(found.intervals[i]!).find(([key]) => key === name)?.[1] ?? NaN;
        expect(apart(other, value), `day ${k}, ${i} ${name}: ${other} for ${value}`).toBeLessThan(1e-5);
      }
    }
  }
}, 60_000);
