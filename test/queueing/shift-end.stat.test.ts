/**
 * Each shift-end discipline against an event simulation written for this test alone: every contact,
 * every agent with his own shift end, nothing shared with the solver.
 */
import { describe, expect, it } from 'vitest';
import type { ShiftEnd } from '../../src/queueing/shift-end.ts';
import { transientDay } from '../../src/queueing/transient-day.ts';

const day = {
  intervalLength: 600,
  intervals: [
    { contactsPerHour: 360, agents: 16 },
    { contactsPerHour: 360, agents: 9 },
    { contactsPerHour: 200, agents: 13 },
    { contactsPerHour: 300, agents: 7 },
  ],
  handleTime: 150,
  patience: 90,
  threshold: 25,
};
const REPLICATIONS = 6000;

/** Mulberry32: fixed seeds, no connection with the engine's generator. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Waiting = { readonly arrival: number; readonly interval: number; readonly gone: number };

/** Contacts answered within the threshold by interval of arrival. */
function simulate(discipline: ShiftEnd, random: () => number): number[] {
  const exponential = (mean: number): number => -mean * Math.log(1 - random());
  const count = day.intervals.length;
  const within = Array.from({ length: count }, () => 0);
  const staff = (time: number): number =>
    day.intervals[Math.min(count - 1, Math.floor(time / day.intervalLength))]!.agents;
  let time = 0;
  let agents = staff(0);
  /** Finishing times of contacts in service by agents on duty. */
  let busy: number[] = [];
  /** `returned` contacts were answered before and only wait to be taken up again. */
  const queue: (Waiting | 'returned')[] = [];
  const returnedGone: number[] = [];
  const end = day.intervalLength * count + 400;
  let interval = 0;
  const nextArrivalAfter = (now: number): number => {
    let at = now;
    for (;;) {
      const index = Math.floor(at / day.intervalLength);
      if (index >= count) return Infinity;
      const next = at + exponential(3600 / day.intervals[index]!.contactsPerHour);
      if (next <= (index + 1) * day.intervalLength) return next;
      at = (index + 1) * day.intervalLength;
    }
  };
  let arrival = nextArrivalAfter(0);
  const start = (): void => {
    while (busy.length < agents && queue.length > 0) {
      const first = queue.shift()!;
      if (first === 'returned') {
        const gone = returnedGone.shift()!;
        if (gone < time) continue;
      } else {
        if (first.gone < time) continue;
        if (time - first.arrival <= day.threshold) within[first.interval]!++;
      }
      busy.push(time + exponential(day.handleTime));
    }
  };
  while (time < end) {
    const change = interval + 1 < count ? (interval + 1) * day.intervalLength : Infinity;
    const finish = Math.min(Infinity, ...busy);
    time = Math.min(arrival, change, finish, end);
    if (time === end) break;
    if (time === change) {
      interval++;
      const next = staff(time);
      if (next < agents && discipline === 'named') {
        // Each agent has his own shift end: the leavers are a random draw, busy or not.
        for (let left = agents; left > next; left--) {
          if (random() * left < busy.length) busy.splice(Math.floor(random() * busy.length), 1);
        }
      } else if (next < agents && discipline === 'preemptive') {
        while (busy.length > next) {
          busy.pop();
          queue.unshift('returned');
          returnedGone.unshift(time + exponential(day.patience));
        }
      }
      agents = next;
      start();
    } else if (time === finish) {
      busy = busy.toSpliced(busy.indexOf(finish), 1);
      start();
    } else {
      const gone = time + exponential(day.patience);
      queue.push({ arrival: time, interval, gone });
      start();
      arrival = nextArrivalAfter(time);
    }
  }
  return within;
}

describe('shift ends against an event simulation', () => {
  it.each(['named', 'preemptive', 'pooled'] as const)(
    '%s',
    (shiftEnd) => {
      const random = generator(20_260_101);
      const exact = transientDay({ ...day, shiftEnd });
      const sums = day.intervals.map(() => ({ total: 0, squares: 0 }));
      for (let r = 0; r < REPLICATIONS; r++) {
        const within = simulate(shiftEnd, random);
        for (const [i, value] of within.entries()) {
          sums[i]!.total += value;
          sums[i]!.squares += value * value;
        }
      }
      for (const [i, { total, squares }] of sums.entries()) {
        const mean = total / REPLICATIONS;
        const error = Math.sqrt((squares / REPLICATIONS - mean * mean) / REPLICATIONS);
        expect(Math.abs(mean - exact.intervals[i]!.answeredWithinThreshold)).toBeLessThan(4 * error);
        // Narrow enough to tell the disciplines apart: they differ by several contacts.
        expect(4 * error).toBeLessThan(0.8);
      }
    },
    60_000,
  );
});
