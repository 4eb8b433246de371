import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError, UnattainableTarget } from '../../src/errors.ts';
import { businessClock } from '../../src/queueing/business-clock.ts';
import {
  constantDeferredAgents,
  levelledDeferredAgents,
  tautString,
} from '../../src/queueing/deferred-requirement.ts';
import { flowGridOf, flowSpace } from '../../src/queueing/deferred-flow.ts';
import { deferredLine, deferredWork } from '../../src/queueing/deferred-work.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Monday to Friday 09–18, two weeks, from Monday midnight. */
const weekdays = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11].map(
  (day) => [day * DAY + 9 * HOUR, day * DAY + 18 * HOUR] as const,
);

describe('business clock', () => {
  const clock = businessClock(weekdays);

  it('counts 75 minutes from Friday 17:30 to Monday 09:45', () => {
    const friday = 4 * DAY + 17.5 * HOUR;
    const monday = 7 * DAY + 9.75 * HOUR;
    expect(clock.openBy(monday) - clock.openBy(friday)).toBe(75 * 60);
  });

  it('starts on Monday 09:00 for what arrives on Saturday', () => {
    const open = clock.openBy(5 * DAY + 12 * HOUR);
    expect(clock.latestAt(open)).toBe(7 * DAY + 9 * HOUR);
    expect(clock.earliestAt(open)).toBe(4 * DAY + 18 * HOUR);
  });

  it('ends with the last span', () => {
    expect(clock.total).toBe(90 * HOUR);
    expect(clock.latestAt(90 * HOUR)).toBe(Infinity);
    expect(clock.earliestAt(90 * HOUR)).toBe(11 * DAY + 18 * HOUR);
    expect(clock.earliestAt(91 * HOUR)).toBe(Infinity);
  });

  it('loses an hour when the clocks go forward inside an open span', () => {
    // 00:00–24:00 on the spring day is 23 real hours; the caller hands real seconds.
    expect(businessClock([[0, 23 * HOUR]]).total).toBe(23 * HOUR);
  });

  it('rejects spans that overlap or are empty', () => {
    expect(() =>
      businessClock([
        [0, 10],
        [5, 20],
      ]),
    ).toThrow(DomainError);
    expect(() => businessClock([[5, 5]])).toThrow(DomainError);
  });
});

describe('deferred work', () => {
  const open: readonly (readonly [number, number])[] = [[0, 8 * HOUR]];
  /** One hour per interval; 60 contacts of 60 s are one agent-hour. */
  const base = { intervalLength: HOUR, workPerContact: 60, due: 2 * HOUR, openSpans: open };

  it('by hand: two agent-hours arrive in the first hour, one agent works', () => {
    const day = deferredWork({ ...base, arrivals: [120, 0, 0, 0], agents: [1, 1, 1, 1] });
    expect([...day.completed]).toEqual([60, 60, 0, 0]);
    expect([...day.backlog]).toEqual([60, 0, 0, 0]);
    expect([...day.utilisation]).toEqual([1, 1, 0, 0]);
    // The wait grows evenly from 0 to one hour; each answer takes another 60 s.
    expect(day.totals.meanFirstResponse).toBeCloseTo(1800 + 60, 9);
    expect(day.firstResponsePercentile(0.5)).toBeCloseTo(1860, 6);
    expect(day.firstResponseWithin(960)).toBeCloseTo(0.25, 9);
    expect(day.totals.shareWithinDue).toBe(1);
    expect(day.shortfall).toBeNull();
  });

  it('by hand: a night in between does not count', () => {
    // Closed from hour 1 to hour 9; the backlog of one agent-hour is done after reopening.
    const spans: [number, number][] = [
      [0, HOUR],
      [9 * HOUR, 12 * HOUR],
    ];
    const arrivals = [120, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const agents = arrivals.map((_, i) => (i === 0 || i >= 9 ? 1 : 0));
    const day = deferredWork({ ...base, openSpans: spans, arrivals, agents });
    expect(day.totals.meanFirstResponse).toBeCloseTo(1860, 9);
    expect(day.completed[9]).toBeCloseTo(60, 9);
  });

  it('by hand: what is found late at the start is late', () => {
    const day = deferredWork({
      ...base,
      arrivals: [0, 0, 0, 0],
      agents: [1, 1, 1, 1],
      openingBacklog: [
        { contacts: 60, age: HOUR },
        { contacts: 60, age: 1.5 * HOUR },
      ],
    });
    // Oldest first. Their answers come after 1.5 h + (0..1 h) + 1 min: in time up to a wait of 29 min.
    // The others after 1 h + (1..2 h) + 1 min: all late.
    expect(day.totals.withinDue).toBeCloseTo(29, 6);
    expect(day.totals.late).toBeCloseTo(91, 6);
    expect(day.shortfall?.at).toBeGreaterThan(0);
  });

  it('by hand: what is found with ages evenly spread, and its part by itself', () => {
    // 60 mails of one minute, waiting 2 h to 0 h: the x-th is answered after 2 h − 2 min x + 1 min + 1 min x, that is
    // 121 min − x, where one more hour's 60 arrive behind them.
    const day = deferredWork({
      ...base,
      due: 1.5 * HOUR,
      arrivals: [60, 0, 0],
      agents: [1, 1, 1],
      openingBacklog: [{ contacts: 60, age: 2 * HOUR, youngest: 0 }],
    });
    expect(day.found.withinDue).toBeCloseTo(60 - 31, 9);
    expect(day.found.late).toBeCloseTo(31, 9);
    expect(day.found.responseSeconds).toBeCloseTo(60 * 91 * 60, 6);
    expect(day.found.answered).toBeCloseTo(60, 9);
    expect(day.totals.withinDue).toBeCloseTo(60 - 31 + 60, 9);
    // Due at the start already is whoever has waited 89 minutes: 15.5 minutes of work.
    expect(day.shortfall?.workSeconds).toBeCloseTo(31 * 30, 6);
    // Three times the volume is of what arrives.
    const line = deferredLine({ ...base, arrivals: [60, 0, 0], openingBacklog: [{ contacts: 60, age: 0 }] });
    expect(line([9, 9, 9], 3).totals.answered).toBeCloseTo(240, 9);
  });

  it('keeps every contact: arrived = answered + waiting, and each has one verdict', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 8 })), {
          minLength: 1,
          maxLength: 30,
        }),
        fc.integer({ min: 0, max: 200 }),
        (intervals, found) => {
          const day = deferredWork({
            ...base,
            openSpans: [
              [0.5 * HOUR, 5 * HOUR],
              [11 * HOUR, 20.25 * HOUR],
            ],
            arrivals: intervals.map(([contacts]) => contacts),
            agents: intervals.map(([, agents]) => agents),
            openingBacklog: [{ contacts: found, age: 100 }],
          });
          const arrived = intervals.reduce((sum, [contacts]) => sum + contacts, found);
          const { answered, withinDue, late, undecided } = day.totals;
          expect(answered + (day.backlog.at(-1) ?? 0)).toBeCloseTo(arrived, 6);
          expect(withinDue + late + undecided).toBeCloseTo(arrived, 6);
          // The demand bound and the verdicts of earliest due date first agree on feasibility.
          expect(day.shortfall === null).toBe(late < 1e-6);
        },
      ),
      { numRuns: 200, seed: 3 },
    );
  });
});

describe('agents for deferred work', () => {
  const arrivals = Array.from({ length: 14 * 24 }, (_, hour) => 40 + 30 * Math.sin(hour / 3));
  const staffable = arrivals.map((_, hour) =>
    weekdays.some(([from, to]) => hour * HOUR >= from && hour * HOUR < to),
  );
  const demand = {
    intervalLength: HOUR,
    arrivals,
    workPerContact: 300,
    due: 12 * HOUR,
    openSpans: weekdays,
    staffable,
  };

  it('finds the least constant number', () => {
    const agents = constantDeferredAgents(demand, { serviceLevel: 0.95 });
    const share = (n: number) =>
      deferredWork({ ...demand, agents: staffable.map((on) => (on ? n : 0)) }).totals.shareWithinDue;
    expect(share(agents)).toBeGreaterThanOrEqual(0.95);
    expect(share(agents - 1)).toBeLessThan(0.95);
  });

  it('levels the work so that every due time holds', () => {
    const { agents } = levelledDeferredAgents(demand);
    const result = deferredWork({ ...demand, agents });
    expect(result.totals.late).toBe(0);
    expect(result.shortfall).toBeNull();
  });

  it('says when nobody is there before the due time', () => {
    const closed = { ...demand, staffable: staffable.map((_, hour) => hour > 100) };
    expect(() => constantDeferredAgents(closed, { serviceLevel: 1 })).toThrow(UnattainableTarget);
    expect(() => levelledDeferredAgents(closed)).toThrow(UnattainableTarget);
  });

  it('pulls the string taut: by hand', () => {
    // Floor 0 0 6 6, ceiling 4 4 9 9 with the end at 8: straight at 2 per step.
    expect(tautString([0, 0, 6, 8], [4, 4, 9, 8])).toEqual([2, 4, 6, 8]);
    // A ceiling of 1 at step two makes the rest steeper.
    expect(tautString([0, 0, 0, 8], [1, 1, 9, 8])).toEqual([0.5, 1, 4.5, 8]);
  });

  it('stays between the bounds with the least peak', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(15)), { minLength: 2, maxLength: 25 }), (steps) => {
        let [low, high] = [0, 0];
        const lower: number[] = [];
        const upper: number[] = [];
        for (const [rise, gap] of steps) {
          low += rise;
          high = Math.max(high, low + gap);
          lower.push(low);
          upper.push(high);
        }
        lower[lower.length - 1] = high;
        const path = tautString(lower, upper);
        // Least possible peak: the steepest necessary rise between any ceiling and any later floor.
        let peak = 0;
        for (let j = 0; j < steps.length; j++) {
          for (let i = -1; i < j; i++) {
            const from = i < 0 ? 0 : (upper[i] ?? 0);
            peak = Math.max(peak, ((lower[j] ?? 0) - from) / (j - i));
          }
        }
        let before = 0;
        let steepest = 0;
        for (const [k, value] of path.entries()) {
          expect(value).toBeGreaterThanOrEqual((lower[k] ?? 0) - 1e-9);
          expect(value).toBeLessThanOrEqual((upper[k] ?? 0) + 1e-9);
          steepest = Math.max(steepest, value - before);
          before = value;
        }
        expect(steepest).toBeCloseTo(peak, 9);
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});

describe('one space for run after run', () => {
  it('changes no answer given before the next run', { tags: 'slow' }, () => {
    const intervals = 14 * 48;
    const work = {
      intervalLength: HOUR / 2,
      arrivals: Array.from({ length: intervals }, (_, i) => (i % 48 > 12 ? 20 + (i % 7) : 3)),
      workPerContact: 400,
      due: 4 * HOUR,
      openSpans: weekdays,
      openingBacklog: [{ contacts: 40, age: HOUR }],
    };
    const grid = flowGridOf(work);
    const shared = deferredLine(work, grid, flowSpace(grid, 1));
    const separate = deferredLine(work);
    // Plenty first, so that much is answered; then few, who leave more behind and have fewer parts.
    for (const agents of [30, 8, 25, 0, 14])
      for (const factor of [1, 0.7, 1.2]) {
        const planned = work.arrivals.map((_, i) => (i % 48 > 17 && i % 48 < 36 ? agents : 0));
        const found = shared(planned, factor);
        const expected = separate(planned, factor);
        expect(found.totals).toEqual(expected.totals);
        expect(found.late).toEqual(expected.late);
        for (const time of [600, HOUR, 9 * HOUR])
          expect(found.firstResponseWithin(time)).toBe(expected.firstResponseWithin(time));
        expect(found.firstResponsePercentile(0.9)).toBe(expected.firstResponsePercentile(0.9));
        expect(found.shortfall).toEqual(expected.shortfall);
      }
  });
});
