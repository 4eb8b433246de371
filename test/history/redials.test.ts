import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Redials } from '../../src/history/redials.ts';

type Contact = { readonly caller: string; readonly at: number; readonly ended: 'answered' | 'abandoned' };

function redialsIn(contacts: readonly Contact[]): number {
  const redials = new Redials();
  for (const { caller, at, ended } of contacts) redials.note(caller, at, ended);
  return redials.count();
}

describe('redials', () => {
  it('follow giving up within the hour, to the second', () => {
    const gaveUp: Contact = { caller: 'A', at: 1000, ended: 'abandoned' };
    const again = (at: number, caller = 'A'): Contact => ({ caller, at, ended: 'answered' });
    expect(redialsIn([gaveUp, again(4600)])).toBe(1);
    expect(redialsIn([gaveUp, again(4601)])).toBe(0);
    expect(redialsIn([gaveUp, again(1100, 'B')])).toBe(0);
    // answered in between: the later one is another matter
    expect(redialsIn([gaveUp, again(1100), again(1200)])).toBe(1);
    expect(redialsIn([gaveUp, { ...gaveUp, at: 1100 }, { ...gaveUp, at: 1200 }])).toBe(2);
  });

  it('are the same in every order of the rows', () => {
    const contacts = fc.array(
      fc.record({
        caller: fc.constantFrom('A', 'B', 'C'),
        at: fc.integer({ min: 0, max: 20_000 }),
        ended: fc.constantFrom('answered' as const, 'abandoned' as const),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(contacts, (rows) => {
        const inTime = rows.toSorted((a, b) => a.at - b.at);
        const count = redialsIn(inTime);
        expect(redialsIn(inTime.toReversed())).toBe(count);
        expect(redialsIn(rows)).toBe(count);
      }),
    );
  });

  it('keep callers apart', { tags: 'slow' }, () => {
    // 200,000 numbers next to each other: nobody calls twice
    const rows = Array.from({ length: 200_000 }, (_, i): Contact => ({
      caller: `+336${String(10_000_000 + i)}`,
      at: i % 60,
      ended: i % 2 === 0 ? 'abandoned' : 'answered',
    }));
    expect(redialsIn(rows)).toBe(0);
  });
});
