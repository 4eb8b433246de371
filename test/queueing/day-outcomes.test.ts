/**
 * Outcomes of the exact day against equations of their own: Kolmogorov forward for the law and backward
 * for a tagged contact, place by place, both by small Runge-Kutta steps, written here without a line
 * of the engine.
 */
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import type { ArrivalOutcomes } from '../../src/queueing/day-outcomes.ts';
import { dayOutcomes, outcomeLevel } from '../../src/queueing/day-outcomes.ts';
import { erlangA } from '../../src/queueing/erlang-a.ts';
import type { ServiceLevelDefinition } from '../../src/queueing/measures.ts';
import { serviceLevel } from '../../src/queueing/measures.ts';
import type { Day } from '../../src/queueing/transient-day.ts';
import { transientDay } from '../../src/queueing/transient-day.ts';

const DEFINITIONS: readonly ServiceLevelDefinition[] = [
  'offered',
  'answered',
  'excludeAbandonsWithin',
  'creditAbandonsWithin',
  'excludeShortAbandons',
  'virtual',
];

const NAMES = [
  'offered',
  'answered',
  'answeredWithin',
  'abandonedWithin',
  'abandonedShort',
  'offeredWaitWithin',
  'waitOfAnswered',
] as const satisfies (keyof ArrivalOutcomes)[];

const SHORT = 8;

/** Up, down, hardly anybody, other rates; the threshold passes one change, waits pass several. */
const rough: Day = {
  intervalLength: 60,
  intervals: [
    { contactsPerHour: 240, agents: 3 },
    { contactsPerHour: 300, agents: 5 },
    { contactsPerHour: 200, agents: 2 },
    { contactsPerHour: 120, agents: 3, handleTime: 30, patience: 40 },
  ],
  handleTime: 50,
  patience: 80,
  threshold: 20,
  tolerance: 1e-9,
};

type Values = Float64Array;
type Rates = { readonly s: number; readonly birth: number; readonly mu: number; readonly theta: number };

/** Outcomes of contacts that arrive in each interval; states up to `most`, steps of `step` seconds. */
function byHand(day: Day, most: number, step: number): Record<keyof ArrivalOutcomes, number>[] {
  const { intervalLength: length, intervals, threshold } = day;
  const at = (time: number): Rates => {
    const item = intervals[Math.min(intervals.length - 1, Math.floor((time + step / 4) / length))]!;
    return {
      s: item.agents,
      birth: item.contactsPerHour / 3600,
      mu: 1 / (item.handleTime ?? day.handleTime),
      theta: 1 / (item.patience ?? day.patience ?? Infinity),
    };
  };
  const stepped = (y: Values, slope: (y: Values) => Values, h: number): Values => {
    const plus = (k: Values, c: number) => y.map((v, i) => v + c * k[i]!);
    const k1 = slope(y);
    const k2 = slope(plus(k1, h / 2));
    const k3 = slope(plus(k2, h / 2));
    const k4 = slope(plus(k3, h));
    return y.map((v, i) => v + (h / 6) * (k1[i]! + 2 * k2[i]! + 2 * k3[i]! + k4[i]!));
  };
  const changed = (before: number, after: number, n: number): number[] => {
    // Chances of losing 0, 1, ... contacts to leavers by name.
    let law = [1];
    for (let agents = before; agents > after; agents--) {
      const next = Array.from({ length: law.length + 1 }, () => 0);
      for (const [lost, share] of law.entries()) {
        const taken = Math.min(1, (n - lost) / agents);
        next[lost]! += share * (1 - taken);
        next[lost + 1]! += share * taken;
      }
      law = next;
    }
    return law;
  };
  // Backward for the tagged contact: chances by place (k from 1), from `end` back to every grid time.
  const slots = Math.round((intervals.length * length) / step);
  const perInterval = Math.round(length / step);
  const back = (
    end: number,
    last: readonly number[],
    slopes: readonly ((at: number, k: number, v: Values, rates: Rates) => number)[],
    served: readonly number[],
    visit: (slot: number, v: Values) => void,
    from: number,
  ): void => {
    const size = most + 1;
    const each = (of: (at: number, k: number, block: number) => number): Values =>
      Float64Array.from({ length: size * last.length }, (_, at) => of(at, at % size, Math.floor(at / size)));
    const jumped = (v: Values, slot: number): Values => {
      const jump = slot % perInterval === 0 ? at(slot * step).s - at((slot - 1) * step).s : 0;
      return jump > 0 ? each((at, k, block) => (k <= jump ? served[block]! : v[at - jump]!)) : v;
    };
    let v = each((_, k, block) => (k === 0 ? served[block]! : last[block]!));
    // A deadline on a change lies on a node that two panels share: the mean of both its sides.
    const after = jumped(v, end);
    v = v.map((value, at) => (value + after[at]!) / 2);
    visit(end, v);
    for (let slot = end - 1; slot >= from; slot--) {
      const rates = at(slot * step);
      if (slot + 1 < end) v = jumped(v, slot + 1);
      v = stepped(v, (y) => each((at, k, block) => (k === 0 ? 0 : slopes[block]!(at, k, y, rates))), step);
      visit(slot, v);
    }
  };
  const later = Math.round(threshold / step);
  const soon = Math.round(SHORT / step);
  const far = slots + Math.round(1500 / step);
  const grid = () => Array.from({ length: slots + 1 }, () => new Float64Array(most + 1));
  const [within, late, short, lateShort]: Values[][] = [grid(), grid(), grid(), grid()];
  type Slope = (at: number, k: number, v: Values, rates: Rates) => number;
  const move: Slope = (at, k, v, { s, mu, theta }) => (s * mu + (k - 1) * theta) * (v[at - 1]! - v[at]!);
  const chance: Slope = (at, k, v, rates) => move(at, k, v, rates) - rates.theta * v[at]!;
  const gaveUp: Slope = (at, k, v, rates) => move(at, k, v, rates) + rates.theta * (1 - v[at]!);
  for (let slot = 0; slot <= slots; slot++) {
    const keep = (into: Values[]) => (now: number, v: Values) => {
      if (now === slot) into[slot] = v;
    };
    back(slot + later, [0], [chance], [1], keep(within!), slot);
    back(slot + later, [1], [move], [0], keep(late!), slot);
    back(slot + later, [0], [gaveUp], [0], keep(short!), slot);
    back(slot + soon, [0], [gaveUp], [0], keep(lateShort!), slot);
  }
  // Chance of an answer at all, and the seconds waited where there is one: the second grows by the first.
  const ever: Values[] = [];
  const wait: Values[] = [];
  const waits: Slope = (at, k, v, rates) => chance(at, k, v, rates) + v[at - (most + 1)]!;
  const split = (slot: number, v: Values): void => {
    ever[slot] = v.slice(0, most + 1);
    wait[slot] = v.slice(most + 1);
  };
  back(far, [0, 0], [chance, waits], [1, 0], split, 0);
  // Forward, and the trapezoidal sum over arrival times of each interval.
  let p: Values = new Float64Array(most + 1);
  p[0] = 1;
  return intervals.map((item, i) => {
    if (i > 0 && item.agents < intervals[i - 1]!.agents) {
      const next = new Float64Array(most + 1);
      p.forEach((share, n) => {
        const before = intervals[i - 1]!.agents;
        changed(before, item.agents, n).forEach((chance, lost) => {
          if (n >= lost) next[n - lost]! += share * chance;
        });
      });
      p = next;
    }
    const rates = at(i * length);
    const sums = {
      offered: (item.contactsPerHour / 3600) * length,
      answered: 0,
      answeredWithin: 0,
      abandonedWithin: 0,
      abandonedShort: 0,
      offeredWaitWithin: 0,
      waitOfAnswered: 0,
    };
    for (let node = 0; node <= perInterval; node++) {
      const slot = i * perInterval + node;
      const weight =
        rates.birth * step * (node === 0 || node === perInterval ? 1 / 3 : node % 2 ? 4 / 3 : 2 / 3);
      // At the end of the interval, values just before the change.
      const jump = node === perInterval ? Math.max(0, at(slot * step).s - rates.s) : 0;
      const value = (of: Values[], k: number, served: number) => (k <= jump ? served : of[slot]![k - jump]!);
      p.forEach((share, n) => {
        const k = Math.max(0, n - rates.s + 1);
        sums.answered += weight * share * value(ever, k, 1);
        sums.answeredWithin += weight * share * value(within!, k, 1);
        sums.abandonedWithin += weight * share * value(short!, k, 0);
        sums.abandonedShort += weight * share * value(lateShort!, k, 0);
        sums.offeredWaitWithin += weight * share * (1 - value(late!, k, 0));
        sums.waitOfAnswered += weight * share * value(wait, k, 0);
      });
      if (node < perInterval) {
        const { s, birth, mu, theta } = rates;
        const death = (n: number) => Math.min(n, s) * mu + Math.max(0, n - s) * theta;
        p = stepped(
          p,
          (y) =>
            y.map(
              (v, n) =>
                (n > 0 ? birth * y[n - 1]! : 0) +
                (n < most ? death(n + 1) * y[n + 1]! : 0) -
                ((n < most ? birth : 0) + death(n)) * v,
            ),
          step,
        );
      }
    }
    return sums;
  });
}

describe('outcomes of the exact day', () => {
  it('agree with the equations solved by small steps', { tags: 'slow' }, () => {
    const { intervals } = dayOutcomes(rough, SHORT);
    for (const [i, expected] of byHand(rough, 30, 2).entries()) {
      for (const name of NAMES) {
        expect(Math.abs(intervals[i]![name] - expected[name]), `${i} ${name}`).toBeLessThan(
          2e-4 * Math.max(1, expected[name]),
        );
      }
    }
  });
});

/** Constant rates for long enough: what a spreadsheet's steady state gives. */
const steady: Day = {
  intervalLength: 3600,
  intervals: Array.from({ length: 5 }, () => ({ contactsPerHour: 200, agents: 11 })),
  handleTime: 180,
  patience: 120,
  threshold: 20,
  tolerance: 1e-8,
};

describe('outcomes at constant rates', () => {
  it('are those of Erlang A, itself tested against 50 digits', { tags: 'slow' }, () => {
    const last = dayOutcomes(steady, SHORT).intervals[4]!;
    const line = erlangA({ contactsPerHour: 200, handleTime: 180, patience: 120, agents: 11 });
    for (const definition of DEFINITIONS) {
      expect(outcomeLevel(last, definition)).toBeCloseTo(serviceLevel(line, 20, definition, SHORT), 7);
    }
    expect(last.waitOfAnswered / last.answered).toBeCloseTo(line.meanWaitAnswered, 5);
  });

  it('are those of Erlang C where nobody gives up', () => {
    const last = dayOutcomes({
      ...steady,
      patience: undefined,
      intervals: steady.intervals.map((item) => ({ ...item, agents: 14 })),
    }).intervals[4]!;
    // C(14, 10) = 0.17413193359505 (METHODS 13): ASA = C · 180 s / (14 − 10), level 0.8883500192.
    expect(last.waitOfAnswered / last.answered).toBeCloseTo((0.17413193359505 * 180) / 4, 4);
    for (const definition of DEFINITIONS) expect(outcomeLevel(last, definition)).toBeCloseTo(0.8883500192, 6);
  });

  it.each(['named', 'preemptive', 'pooled'] as const)(
    'add up to the time spent in line: %s',
    { tags: 'slow' },
    (shiftEnd) => {
      // Little's law for a day that ends with everybody served: nobody gives up, nobody is left.
      const quiet = Array.from({ length: 6 }, () => ({ contactsPerHour: 0, agents: 6 }));
      const day = {
        ...steady,
        shiftEnd,
        intervalLength: 400,
        patience: undefined,
        tolerance: 1e-6,
        intervals: [
          { contactsPerHour: 90, agents: 5 },
          { contactsPerHour: 90, agents: 2 },
          { contactsPerHour: 30, agents: 3 },
          ...quiet,
        ],
      };
      const total = dayOutcomes(day).day;
      const { meanQueueLength, answered } = transientDay(day).day;
      if (shiftEnd !== 'preemptive') {
        expect(total.waitOfAnswered / (meanQueueLength * 400 * day.intervals.length)).toBeCloseTo(1, 5);
      }
      expect(total.answered / answered).toBeCloseTo(1, 5);
    },
  );

  it(
    'waits that pass whole intervals without anybody on duty stay finite and counted',
    { tags: 'slow' },
    () => {
      const day = {
        ...steady,
        intervalLength: 300,
        handleTime: 120,
        patience: undefined,
        threshold: 20,
        intervals: [
          { contactsPerHour: 36, agents: 1 },
          { contactsPerHour: 12, agents: 0 },
          { contactsPerHour: 0, agents: 0 },
          { contactsPerHour: 0, agents: 2 },
        ],
      };
      const { intervals } = dayOutcomes(day);
      // Whoever arrives in the second interval waits at least until the fourth begins: 300 to 600 s.
      expect(intervals[1]!.answered).toBeCloseTo(1, 8);
      expect(intervals[1]!.waitOfAnswered).toBeGreaterThan(450);
      expect(intervals[1]!.answeredWithin).toBe(0);
    },
  );

  it('refuse what they cannot follow', () => {
    expect(() => dayOutcomes(rough, -1)).toThrow(DomainError);
  });
});
