import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { carriedDay, repeatingDay } from '../../src/queueing/day-carry.ts';
import { erlangA } from '../../src/queueing/erlang-a.ts';
import { transientDay } from '../../src/queueing/transient-day.ts';

const intervals = [40, 40, 40, 28, 28, 32].map((agents) => ({ contactsPerHour: 540, agents }));
const day = { intervalLength: 900, handleTime: 240, patience: 120, threshold: 20, intervals };

describe('days that do not start empty', () => {
  it.each(['named', 'preemptive', 'pooled'] as const)(
    'carry on where another stopped: %s',
    { tags: 'slow' },
    (shiftEnd) => {
      const disciplined = { ...day, shiftEnd };
      const whole = transientDay(disciplined);
      const morning = carriedDay({ ...disciplined, intervals: intervals.slice(0, 2) }, { law: [1] });
      const rest = carriedDay({ ...disciplined, intervals: intervals.slice(2) }, morning.end);
      expect(rest.intervals[3]!.answeredWithinThreshold).toBeCloseTo(
        whole.intervals[5]!.answeredWithinThreshold,
        6,
      );
      expect(rest.intervals[1]!.abandoned).toBeCloseTo(whole.intervals[3]!.abandoned, 6);
    },
  );

  it('repeat themselves round the clock', () => {
    const constant = { ...day, intervals: intervals.slice(0, 2) };
    const queue = erlangA({ contactsPerHour: 540, handleTime: 240, patience: 120, agents: 40 });
    const settled = repeatingDay({ ...constant, tolerance: 1e-8 }).day;
    expect(settled.waitProbability).toBeCloseTo(queue.waitProbability, 7);
    // Midnight is a change of staffing like any other: the last interval of one long run of days.
    const threeDays = transientDay({ ...day, intervals: [...intervals, ...intervals, ...intervals] });
    const daily = repeatingDay(day);
    for (const [i, { abandoned }] of daily.intervals.entries()) {
      expect(abandoned).toBeCloseTo(threeDays.intervals[12 + i]!.abandoned, 4);
    }
  });

  it.each(['preemptive', 'pooled'] as const)(
    'repeat themselves with shifts ending %s',
    { tags: 'slow' },
    (shiftEnd) => {
      // Short enough that some are still too many at midnight, where 9 become 5.
      const agents = [5, 9, 9];
      const short = {
        ...day,
        shiftEnd,
        intervalLength: 300,
        intervals: agents.map((own) => ({ contactsPerHour: 100, agents: own })),
      };
      const daily = repeatingDay(short);
      const { intervals: long } = transientDay({
        ...short,
        intervals: Array.from({ length: 8 }, () => short.intervals).flat(),
      });
      for (const [i, { answeredWithinThreshold, abandoned }] of daily.intervals.entries()) {
        expect(answeredWithinThreshold).toBeCloseTo(long[18 + i]!.answeredWithinThreshold, 3);
        expect(abandoned).toBeCloseTo(long[18 + i]!.abandoned, 3);
      }
    },
  );

  it('begin with agents too many only where shift ends are pooled', { tags: 'slow' }, () => {
    const start = { law: [0.9], tooMany: [[0.05, 0.05]] };
    const begun = carriedDay({ ...day, shiftEnd: 'pooled' }, start);
    expect(begun.day.offered + 0.05).toBeCloseTo(
      begun.day.answered + begun.day.abandoned + begun.day.queueAtEnd,
      6,
    );
    expect(() => carriedDay(day, start)).toThrow(DomainError);
  });

  it('say when a backlog grows from day to day', { tags: 'slow' }, () => {
    const { patience: _, ...endless } = day;
    expect(() =>
      repeatingDay({ ...endless, intervals: [{ contactsPerHour: 100, agents: 2 }], tolerance: 1e-2 }),
    ).toThrow(RangeError);
  });

  it('reject a law that is none', () => {
    expect(() => carriedDay(day, { law: [0.5, 0.4] })).toThrow(DomainError);
  });
});

describe('no new contact in the last seconds of a shift', () => {
  it('moves the change of staffing forward, and pays the contact being finished', () => {
    const plain = transientDay(day);
    const early = transientDay({ ...day, lastContactBefore: 300 });
    // The last five minutes before the drop from 40 to 28 are worked by 28.
    const split = transientDay({
      ...day,
      intervalLength: 300,
      intervals: intervals.flatMap((item, i) => [item, item, i === 2 ? { ...item, agents: 28 } : item]),
    });
    const inThird = split.intervals.slice(6, 9).reduce((sum, item) => sum + item.answeredWithinThreshold, 0);
    expect(early.intervals[2]!.answeredWithinThreshold).toBeCloseTo(inThird, 5);
    expect(early.day.answeredWithinThreshold).toBeLessThan(plain.day.answeredWithinThreshold);
    expect(early.day.answered + early.day.abandoned + early.day.queueAtEnd).toBeCloseTo(early.day.offered, 9);
    expect(early.intervals[2]!.occupancy).toBeLessThan(1);
    // Nearly continuous where the rule is a second.
    const barely = transientDay({ ...day, lastContactBefore: 1e-3 });
    expect(barely.intervals[2]!.occupancy).toBeCloseTo(plain.intervals[2]!.occupancy, 5);
  });

  it('is theirs who leave, also where others come at the same time', () => {
    // 12 leave and 12 come at the end of the first interval: five minutes with 12 fewer in between.
    const changing = intervals.map((item, i) =>
      i === 0 ? { ...item, leaving: 12 } : { ...item, leaving: 0 },
    );
    const relieved = transientDay({ ...day, intervals: changing, lastContactBefore: 300 });
    const { agents } = intervals[0]!;
    const split = transientDay({
      ...day,
      intervalLength: 300,
      intervals: intervals.flatMap((item, i) => [
        item,
        item,
        i === 0 ? { ...item, agents: agents - 12 } : item,
      ]),
    });
    for (const [i] of intervals.entries()) {
      const inThree = split.intervals.slice(3 * i, 3 * i + 3);
      const inTime = inThree.reduce((sum, item) => sum + item.answeredWithinThreshold, 0);
      expect(relieved.intervals[i]!.answeredWithinThreshold).toBeCloseTo(inTime, 4);
    }
    const none = intervals.map((item) => ({ ...item, leaving: 0 }));
    expect(transientDay({ ...day, intervals: none, lastContactBefore: 300 })).toEqual(transientDay(day));
    const most = intervals.map((item) => ({ ...item, leaving: item.agents + 1 }));
    expect(() => transientDay({ ...day, intervals: most, lastContactBefore: 300 })).toThrow(DomainError);
  });

  it('belongs to named agents', () => {
    expect(() => transientDay({ ...day, shiftEnd: 'preemptive', lastContactBefore: 60 })).toThrow(
      DomainError,
    );
    expect(() => transientDay({ ...day, lastContactBefore: 900 })).toThrow(DomainError);
  });
});
