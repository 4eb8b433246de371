/** What one change does to a day, against the day solved again with that change, to 1e-9. */
import { describe, expect, it } from 'vitest';
import { dayEffects } from '../../src/queueing/day-effects.ts';
import type { Day, DayInterval } from '../../src/queueing/transient-day.ts';
import { transientDay } from '../../src/queueing/transient-day.ts';
import { rough } from './rough-day.ts';

describe('effects on the day', () => {
  it.each([
    ['named', 20],
    ['named', 100],
    ['preemptive', 20],
    ['pooled', 20],
  ] as const)(
    'equal brute-force re-solves to 1e-9: %s, threshold %d s',
    (shiftEnd, threshold) => {
      const intervals = threshold === 100 ? rough.intervals.slice(0, 3) : rough.intervals;
      const day = { ...rough, intervals, shiftEnd, threshold };
      const count = (changed: Day) => transientDay(changed).day.answeredWithinThreshold;
      const base = count(day);
      const effects = dayEffects(day);
      const compare = (effect: number, index: number, change: Partial<DayInterval>) => {
        const changed = intervals.map((item, i) => (i === index ? { ...item, ...change } : item));
        expect(Math.abs(effect - (count({ ...day, intervals: changed }) - base))).toBeLessThan(1e-9);
      };
      for (const [i, { contactsPerHour, agents, handleTime = 50 }] of day.intervals.entries()) {
        compare(effects.plusAgent[i]!, i, { agents: agents + 1 });
        const minus = effects.minusAgent[i] ?? null;
        if (minus === null) expect(agents).toBe(0);
        else compare(minus, i, { agents: agents - 1 });
        if (i !== 1 && i !== 4) continue;
        compare(effects.plusVolume[i]!, i, { contactsPerHour: contactsPerHour * 1.01 });
        compare(effects.plusHandleTime[i]!, i, { handleTime: handleTime * 1.01 });
        compare(effects.plusPatience[i]!, i, { patience: 80 * 1.01 });
      }
    },
    30_000,
  );
});
