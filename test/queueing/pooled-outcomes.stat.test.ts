/**
 * Pooled shift ends against equations of their own: Kolmogorov over (busy, waiting) forward, and backward
 * for one tagged contact over (busy, place), by small Runge-Kutta steps, without a line of the engine.
 */
import { describe, expect, it } from 'vitest';
import type { ArrivalOutcomes } from '../../src/queueing/day-outcomes.ts';
import { dayOutcomes } from '../../src/queueing/day-outcomes.ts';
import type { Day } from '../../src/queueing/transient-day.ts';

const SHORT = 6;
const day: Day = {
  intervalLength: 40,
  intervals: [
    { contactsPerHour: 360, agents: 5 },
    { contactsPerHour: 250, agents: 2 },
    { contactsPerHour: 200, agents: 1 },
    { contactsPerHour: 150, agents: 4 },
  ],
  handleTime: 45,
  patience: 60,
  threshold: 18,
  shiftEnd: 'pooled',
  tolerance: 1e-8,
};

type Grid = Float64Array[];
type Rates = { readonly s: number; readonly birth: number; readonly mu: number; readonly theta: number };
const [MOST_BUSY, MOST_WAITING, STEP] = [5, 14, 1];

function rk4(y: Grid, slope: (y: Grid) => Grid, h: number): Grid {
  const plus = (k: Grid, c: number) => y.map((row, b) => row.map((v, q) => v + c * k[b]![q]!));
  const k1 = slope(y);
  const k2 = slope(plus(k1, h / 2));
  const k3 = slope(plus(k2, h / 2));
  const k4 = slope(plus(k3, h));
  return y.map((row, b) =>
    row.map((v, q) => v + (h / 6) * (k1[b]![q]! + 2 * k2[b]![q]! + 2 * k3[b]![q]! + k4[b]![q]!)),
  );
}

const gridOf = (of: (b: number, q: number) => number): Grid =>
  Array.from({ length: MOST_BUSY + 1 }, (_, b) =>
    Float64Array.from({ length: MOST_WAITING + 1 }, (_value, q) => of(b, q)),
  );

const slots = (day.intervals.length * day.intervalLength) / STEP;
const perInterval = day.intervalLength / STEP;

function ratesAt(slot: number): Rates {
  const { contactsPerHour, agents } =
    day.intervals[Math.min(day.intervals.length - 1, Math.floor(slot / perInterval))]!;
  return { s: agents, birth: contactsPerHour / 3600, mu: 1 / 45, theta: 1 / 60 };
}

/**
 * Values of (busy, place k) just before what changes at each slot from `end` back to `from`, given those
 * at `end` for who still waits then.
 */
function tagged(
  end: number,
  from: number,
  last: number,
  served: number,
  faithful: boolean,
): Map<number, Grid> {
  const changed = (v: Grid, slot: number): Grid => {
    // Where agents are free the first in line start.
    const { s } = ratesAt(slot);
    return gridOf((b, k) =>
      b >= s || k === 0 ? v[b]![k]! : k <= s - b ? served : v[Math.min(s, MOST_BUSY)]![k - (s - b)]!,
    );
  };
  let v = gridOf((_, k) => (k === 0 ? served : last));
  // A deadline on a change lies on a node that two panels share: the mean of both its sides.
  const after = changed(v, end);
  v = v.map((row, b) => row.map((value, k) => (value + after[b]![k]!) / 2));
  const kept = new Map([[end, v]]);
  for (let slot = end - 1; slot >= from; slot--) {
    const { s, mu, theta } = ratesAt(slot);
    const own = faithful ? 0 : theta;
    v = rk4(
      v,
      (y) =>
        gridOf((b, k) => {
          if (k === 0 || b < s) return 0;
          const done = b > s ? y[b - 1]![k]! : y[b]![k - 1]!;
          const ahead = (k - 1) * theta * (y[b]![k - 1]! - y[b]![k]!);
          return b * mu * (done - y[b]![k]!) + ahead - own * y[b]![k]!;
        }),
      STEP,
    );
    v = changed(v, slot);
    kept.set(slot, v);
  }
  return kept;
}

function byHand(): Record<Exclude<keyof ArrivalOutcomes, 'waitOfAnswered'>, number>[] {
  const later = day.threshold / STEP;
  const soon = SHORT / STEP;
  const ever = tagged(slots + 600 / STEP, 0, 0, 1, false);
  let p = gridOf((b, q) => (b === 0 && q === 0 ? 1 : 0));
  return day.intervals.map((item, i) => {
    const { s, birth, mu, theta } = ratesAt(i * perInterval);
    const moved = gridOf(() => 0);
    p.forEach((row, b) =>
      row.forEach((share, q) => {
        const start = Math.max(0, Math.min(q, s - b));
        moved[b + start]![q - start]! += share;
      }),
    );
    p = moved;
    const sums = {
      offered: (item.contactsPerHour / 3600) * day.intervalLength,
      answered: 0,
      answeredWithin: 0,
      abandonedWithin: 0,
      abandonedShort: 0,
      offeredWaitWithin: 0,
    };
    for (let node = 0; node <= perInterval; node++) {
      const slot = i * perInterval + node;
      const weight = birth * STEP * (node === 0 || node === perInterval ? 1 / 3 : node % 2 ? 4 / 3 : 2 / 3);
      const served = tagged(slot + later, slot, 0, 1, false);
      const waits = tagged(slot + later, slot, 1, 0, true);
      const soonServed = tagged(slot + soon, slot, 0, 1, false);
      const soonWaits = tagged(slot + soon, slot, 1, 0, true);
      p.forEach((row, b) =>
        row.forEach((share, q) => {
          if (q === MOST_WAITING) return;
          const at = (of: Map<number, Grid>, free: number) => (b < s ? free : of.get(slot)![b]![q + 1]!);
          const w = weight * share;
          const gone = (done: Map<number, Grid>, still: Map<number, Grid>, time: number) =>
            b < s ? 0 : 1 - at(done, 1) - Math.exp(-theta * time) * at(still, 0);
          sums.answered += w * at(ever, 1);
          sums.answeredWithin += w * at(served, 1);
          sums.offeredWaitWithin += w * (1 - at(waits, 0));
          sums.abandonedWithin += w * gone(served, waits, day.threshold);
          sums.abandonedShort += w * gone(soonServed, soonWaits, SHORT);
        }),
      );
      if (node === perInterval) continue;
      p = rk4(
        p,
        (y) => {
          const out = gridOf(() => 0);
          y.forEach((row, b) =>
            row.forEach((share, q) => {
              const go = (nextB: number, nextQ: number, rate: number) => {
                out[nextB]![nextQ]! += rate * share;
                out[b]![q]! -= rate * share;
              };
              if (b < s) go(b + 1, q, birth);
              else if (q < MOST_WAITING) go(b, q + 1, birth);
              if (b > s || (b > 0 && q === 0)) go(b - 1, q, b * mu);
              else if (b === s && q > 0) go(b, q - 1, b * mu);
              if (q > 0) go(b, q - 1, q * theta);
            }),
          );
          return out;
        },
        STEP,
      );
    }
    return sums;
  });
}

describe('outcomes under pooled shift ends', () => {
  it('agree with the equations solved by small steps', () => {
    const { intervals } = dayOutcomes(day, SHORT);
    for (const [i, expected] of byHand().entries()) {
      for (const [name, value] of Object.entries(expected)) {
        const found = Object.entries(intervals[i]!).find(([key]) => key === name)?.[1] ?? NaN;
        expect(Math.abs(found - value), `${i} ${name}: ${found} for ${value}`).toBeLessThan(
          2e-4 * Math.max(1, value),
        );
      }
    }
  });
});
