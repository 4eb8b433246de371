import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { erlangA } from '../../src/queueing/erlang-a.ts';
import { erlangC } from '../../src/queueing/erlang-c.ts';
import type { Day, DayMeasures, IntervalMeasures } from '../../src/queueing/transient-day.ts';
import { transientDay } from '../../src/queueing/transient-day.ts';
import { rough as smallDay } from './rough-day.ts';

const MINUTE = 60;
const level = ({ answeredWithinThreshold, offered }: IntervalMeasures): number =>
  answeredWithinThreshold / offered;

describe('the exact day', () => {
  const steady = { contactsPerHour: 252, agents: 12 };

  it.each([
    // Origin: uniformisation to 1e-10; published simulation 0.902 (0.900 to 0.904) and 1906.0 in-target contacts.
    [undefined, 0.900432],
    [60, 0.945793],
  ])('eight hours from empty, patience %s', (patience, expected) => {
    const base = { handleTime: 120, patience, threshold: 20 };
    const whole = transientDay({ ...base, intervalLength: 480 * MINUTE, intervals: [steady] });
    expect(level(whole.day)).toBeCloseTo(expected, 6);
    const cut = transientDay({
      ...base,
      intervalLength: 15 * MINUTE,
      intervals: Array.from({ length: 32 }, () => steady),
    });
    expect(level(cut.day)).toBeCloseTo(level(whole.day), 8);
  });

  it.each([
    // Origin: an independent event simulation and a second solver: same roster, 12 points apart.
    ['named', 0.4278],
    ['preemptive', 0.3087],
  ] as const)('the cliff from 40 to 28 agents, %s', (shiftEnd, expected) => {
    const { intervals } = transientDay({
      intervalLength: 15 * MINUTE,
      intervals: [40, 40, 40, 40, 28].map((agents) => ({ contactsPerHour: 540, agents })),
      handleTime: 240,
      patience: 120,
      threshold: 20,
      shiftEnd,
    });
    expect(level(intervals[4]!)).toBeCloseTo(expected, 4);
  });

  it('settles on the stationary answers', () => {
    const line = { contactsPerHour: 200, handleTime: 180, agents: 14 };
    const long = { intervalLength: 3600, intervals: Array.from({ length: 30 }, () => line), handleTime: 180 };
    const c = erlangC(line);
    const a = erlangA({ ...line, patience: 120 });
    for (const [queue, patience] of [
      [c, undefined],
      [a, 120],
    ] as const) {
      const last = transientDay({ ...long, patience, threshold: 20, tolerance: 1e-9 }).intervals[29]!;
      expect(last.waitProbability / queue.waitProbability).toBeCloseTo(1, 8);
      expect(last.occupancy / queue.occupancy).toBeCloseTo(1, 8);
      expect(last.meanQueueLength / queue.meanQueueLength).toBeCloseTo(1, 8);
      expect(level(last) / queue.answeredWithin(20)).toBeCloseTo(1, 8);
      expect(last.abandoned / last.offered).toBeCloseTo(queue.abandonProbability, 9);
    }
  });

  /** The small day with a deadline longer than an interval, and nobody coming while nobody is on duty. */
  const { tolerance: _tight, ...small } = smallDay;
  const rough: Day = {
    ...small,
    intervals: small.intervals.map((one) => (one.agents === 0 ? { ...one, contactsPerHour: 0 } : one)),
    threshold: 100,
  };

  it.each(['named', 'preemptive'] as const)(
    'agrees with a brute-force solution, %s',
    { tags: 'slow' },
    (shiftEnd) => {
      const exact = bruteForce({ ...rough, shiftEnd });
      const { intervals } = transientDay({ ...rough, shiftEnd, tolerance: 1e-8 });
      for (const [i, interval] of intervals.entries()) {
        const expected = exact[i]!;
        expect(interval.answeredWithinThreshold).toBeCloseTo(expected.within, 4);
        expect(interval.waitProbability).toBeCloseTo(expected.full, 6);
        expect(interval.meanQueueLength).toBeCloseTo(expected.queue, 6);
        expect(interval.queueAtEnd).toBeCloseTo(expected.queueAtEnd, 6);
      }
    },
  );

  it('loses nobody: offered = answered + abandoned + waiting at the end', { tags: 'slow' }, () => {
    for (const shiftEnd of ['named', 'preemptive', 'pooled'] as const) {
      const { day, intervals } = transientDay({ ...rough, shiftEnd });
      expect(day.answered + day.abandoned + day.queueAtEnd).toBeCloseTo(day.offered, 9);
      expect(intervals.reduce((sum, interval) => sum + interval.answered, 0)).toBeCloseTo(day.answered, 9);
    }
  });

  it('meets the tolerance asked for in every measure', { tags: 'slow' }, () => {
    const profile = Array.from({ length: 24 }, (_, i) => 0.5 + 0.5 * Math.sin((i / 24) * Math.PI) ** 2);
    const day: Day = {
      intervalLength: 1800,
      intervals: profile.map((share, i) => ({
        contactsPerHour: 600 * share,
        agents: Math.round(34 * share) + (i % 3),
      })),
      handleTime: 180,
      patience: 150,
      threshold: 20,
    };
    const reference = transientDay({ ...day, tolerance: 1e-10 });
    for (const tolerance of [1e-3, 1e-5, 1e-7]) {
      const worst = largestError(transientDay({ ...day, tolerance }), reference);
      expect(worst).toBeLessThan(tolerance);
      expect(worst).toBeGreaterThan(0);
    }
  });

  it('builds a backlog without end where nobody is on duty and nobody gives up', () => {
    const { day } = transientDay({
      intervalLength: 3600,
      intervals: [{ contactsPerHour: 120, agents: 0 }],
      handleTime: 300,
      threshold: 20,
    });
    expect(day).toMatchObject({ answered: 0, abandoned: 0, answeredWithinThreshold: 0, occupancy: 0 });
    expect(day.queueAtEnd).toBeCloseTo(120, 6);
    expect(day.waitProbability).toBeCloseTo(1, 9);
  });

  it('accepts a closed day', () => {
    const { day } = transientDay({
      intervalLength: 1800,
      intervals: [{ contactsPerHour: 0, agents: 0 }],
      handleTime: 300,
      threshold: 20,
    });
    expect(day).toMatchObject({ offered: 0, answered: 0, queueAtEnd: 0 });
  });

  it('rejects what cannot be', () => {
    const day = { intervalLength: 900, intervals: [steady], handleTime: 120, threshold: 20 };
    expect(() => transientDay({ ...day, intervals: [] })).toThrow(DomainError);
    expect(() => transientDay({ ...day, patience: 0 })).toThrow(DomainError);
    expect(() => transientDay({ ...day, threshold: -1 })).toThrow(DomainError);
    expect(() => transientDay({ ...day, intervals: [{ contactsPerHour: 10, agents: 1.5 }] })).toThrow(
      DomainError,
    );
    expect(() => transientDay({ ...day, intervals: [{ contactsPerHour: NaN, agents: 1 }] })).toThrow(
      DomainError,
    );
    expect(() => transientDay({ ...day, tolerance: 0 })).toThrow(DomainError);
  });
});

function largestError(result: DayMeasures, reference: DayMeasures): number {
  let worst = 0;
  for (const [i, interval] of reference.intervals.entries()) {
    const [values, others] = [Object.values(interval), Object.values(result.intervals[i]!)];
    for (const [k, value] of values.entries()) worst = Math.max(worst, Math.abs(others[k]! / value - 1));
  }
  return worst;
}

/** A deadline 100 s after arrival passes the end of a minute at second 20. */
const CUT = 20;

/** Simpson weights in two panels, 0 to 20 s by 2.5 s and 20 to 60 s by 5 s; the shared point is split by the caller. */
function arrivalWeights(time: number): number {
  const [from, to, step] = time <= CUT ? [0, CUT, 2.5] : [CUT, 60, 5];
  const k = (time - from) / step;
  if (!Number.isInteger(k)) return 0;
  const last = (to - from) / step;
  return ((k === 0 || k === last ? 1 : k % 2 === 1 ? 4 : 2) * step) / 3;
}

/**
 * The same model straight from its definition: classic Runge-Kutta steps of
 * Kolmogorov's equations, and for every arrival instant the fate of each place in the queue followed
 * second by second until the deadline.
 */
function bruteForce(day: Day) {
  const size = 40;
  const step = 0.5;
  const length = day.intervalLength;
  const theta = 1 / day.patience!;
  const stage = (i: number) => day.intervals[Math.min(i, day.intervals.length - 1)]!;
  const mu = (i: number) => 1 / (stage(i).handleTime ?? day.handleTime);
  const change = (p: number[], before: number, after: number): number[] => {
    if (day.shiftEnd === 'preemptive' || after >= before) return p;
    let law = p;
    for (let s = before; s > after; s--) {
      law = law.map(
        (share, n) => share * Math.max(0, 1 - n / s) + (law[n + 1] ?? 0) * Math.min(1, (n + 1) / s),
      );
    }
    return law;
  };
  const rungeKutta = (f: (v: number[]) => number[], v: number[], h: number): number[] => {
    const add = (a: number[], b: number[], w: number) => a.map((x, i) => x + w * b[i]!);
    const k1 = f(v);
    const k2 = f(add(v, k1, h / 2));
    const k3 = f(add(v, k2, h / 2));
    const k4 = f(add(v, k3, h));
    return v.map((x, i) => x + (h / 6) * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + k4[i]!));
  };
  /** served[k]: chance that place k at `time` is served by `deadline`; backwards from the deadline. */
  const served = (time: number, deadline: number): number[] => {
    let value = Array.from({ length: size }, (_, k): number => (k === 0 ? 1 : 0));
    let end = deadline;
    let i = Math.ceil(deadline / length - 1e-9) - 1;
    while (end > time + 1e-9) {
      const begin = Math.max(time, i * length);
      const s = stage(i).agents;
      const steps = Math.max(1, Math.round((end - begin) / 1));
      for (let k = 0; k < steps; k++) {
        value = rungeKutta(
          (v) =>
            v.map((x, place) =>
              place === 0 ? 0 : (s * mu(i) + (place - 1) * theta) * (v[place - 1]! - x) - theta * x,
            ),
          value,
          (end - begin) / steps,
        );
      }
      if (begin > time + 1e-9) {
        const before = stage(i - 1).agents;
        const now = value;
        if (s > before) value = now.map((_, k) => (k <= s - before ? 1 : now[k - s + before]!));
        if (s < before && day.shiftEnd === 'preemptive') {
          value = now.map((_, k) => (k === 0 ? 1 : (now[k + before - s] ?? 0)));
        }
      }
      end = begin;
      i--;
    }
    return value;
  };
  let p = Array.from({ length: size }, (_, n): number => (n === 0 ? 1 : 0));
  return day.intervals.map((_, i) => {
    const { agents, contactsPerHour } = stage(i);
    const lambda = contactsPerHour / 3600;
    if (i > 0) p = change(p, stage(i - 1).agents, agents);
    const flow = (v: number[]): number[] => {
      const death = (n: number) => Math.min(n, agents) * mu(i) + Math.max(0, n - agents) * theta;
      return v.map(
        (x, n) =>
          (n > 0 ? lambda * v[n - 1]! : 0) +
          (n + 1 < size ? death(n + 1) * v[n + 1]! : 0) -
          ((n + 1 < size ? lambda : 0) + death(n)) * x,
      );
    };
    const totals = { within: 0, full: 0, queue: 0, queueAtEnd: 0 };
    const steps = length / step;
    for (let k = 0; k <= steps; k++) {
      const weight = ((k === 0 || k === steps ? 1 : k % 2 === 1 ? 4 : 2) * step) / 3;
      for (let n = agents; n < size; n++) {
        totals.full += (weight * p[n]!) / length;
        totals.queue += (weight * (n - agents) * p[n]!) / length;
      }
      const weights = arrivalWeights(k * step);
      if (lambda > 0 && weights > 0) {
        // Ends of panels sit on a jump: step inside.
        const time = k * step;
        const inside = time === 0 || time === CUT ? 1e-7 : time === length ? -1e-7 : 0;
        for (const [shift, weight] of time === CUT
          ? ([
              [-1e-7, 2.5 / 3],
              [1e-7, 5 / 3],
            ] as const)
          : ([[inside, weights]] as const)) {
          const chance = served(i * length + time + shift, i * length + time + shift + day.threshold);
          totals.within +=
            weight *
            lambda *
            p.reduce((sum, share, n) => sum + share * (n < agents ? 1 : chance[n - agents + 1]!), 0);
        }
      }
      if (k < steps) p = rungeKutta(flow, p, step);
    }
    totals.queueAtEnd = p.reduce((sum, share, n) => sum + Math.max(0, n - agents) * share, 0);
    return totals;
  });
}
