/** What any change does to the counts of a day, against the day solved again with it. */
import { describe, expect, it } from 'vitest';
import { changeEffects } from '../../src/queueing/day-effects.ts';
import { dayOutcomes } from '../../src/queueing/day-outcomes.ts';
import { transientDay, type Day, type DayInterval } from '../../src/queueing/transient-day.ts';
import { rough } from './rough-day.ts';

const tenth = (one: DayInterval): DayInterval => ({ ...one, contactsPerHour: one.contactsPerHour * 1.1 });
const longer = (one: DayInterval): DayInterval => ({ ...one, handleTime: (one.handleTime ?? 50) * 1.1 });
const patient = (one: DayInterval): DayInterval => ({ ...one, patience: 88 });
const fewer = (one: DayInterval): DayInterval | null =>
  one.agents === 0 ? null : { ...one, agents: one.agents - 1 };

describe('a change of one interval', () => {
  it.each([
    ['named', 20, {}],
    ['named', 70, {}],
    ['named', 20, { lastContactBefore: 15 }],
    ['preemptive', 20, {}],
    ['pooled', 20, {}],
  ] as const)(
    'changes who is answered in time and who gives up as a re-solve says, to 1e-9: %s, %d s, %o',
    (shiftEnd, threshold, more) => {
      const day: Day = { ...rough, intervals: rough.intervals.slice(0, 5), shiftEnd, threshold, ...more };
      const counts = (intervals: Day['intervals']) => {
        const { offered, answeredWithinThreshold, abandoned } = transientDay({ ...day, intervals }).day;
        return [offered, answeredWithinThreshold, abandoned];
      };
      const base = counts(day.intervals);
      const changes = [tenth, longer, patient, fewer];
      const { day: solved, effects } = changeEffects(day, changes);
      for (const [k, now] of [solved.offered, solved.count, solved.abandoned].entries())
        expect(now).toBeCloseTo(base[k] ?? NaN, 9);
      for (const [c, change] of changes.entries()) {
        for (const [i, one] of day.intervals.entries()) {
          const changed = change(one);
          const effect = effects[c]?.[i];
          if (changed === null) {
            expect(effect).toBeNull();
            continue;
          }
          const then = counts(day.intervals.map((other, k) => (k === i ? changed : other)));
          const found = [effect?.offered, effect?.count, effect?.abandoned];
          for (const [k, value] of found.entries())
            expect(Math.abs((value ?? NaN) - ((then[k] ?? 0) - (base[k] ?? 0)))).toBeLessThan(1e-9);
        }
      }
    },
    30_000,
  );

  it.each(['abandonedWithin', 'abandonedShort', 'offeredWaitWithin'] as const)(
    'changes %s as a re-solve says, to 1e-9',
    (name) => {
      const day: Day = { ...rough, intervals: rough.intervals.slice(0, 4), threshold: 20 };
      const count = (intervals: Day['intervals']) => dayOutcomes({ ...day, intervals }, 8).day[name];
      const { effects } = changeEffects(day, [longer], name, 8);
      for (const [i, one] of day.intervals.entries()) {
        const then = count(day.intervals.map((other, k) => (k === i ? longer(one) : other)));
        expect(Math.abs((effects[0]?.[i]?.count ?? NaN) - (then - count(day.intervals)))).toBeLessThan(1e-9);
      }
    },
    30_000,
  );
});
