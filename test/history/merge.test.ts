import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareHistories, mergeHistories } from '../../src/history/merge.ts';
import type { SeriesColumns } from '../../src/history/report.ts';

const DAY = 20_000; // 2024-10-04

/** Four intervals of six hours a day; null: unknown. */
function series(
  days: Readonly<Record<number, readonly (number | null)[]>>,
  { channel = 'calls', timed = false } = {},
): SeriesColumns {
  const cells = Object.entries(days).flatMap(([day, values]) =>
    values.map((value, slot) => ({ start: (DAY + Number(day)) * 1440 + slot * 360, value })),
  );
  return {
    channel,
    intervalMinutes: 360,
    starts: Int32Array.from(cells, ({ start }) => start),
    values: Float64Array.from(cells, ({ value }) => value ?? 0),
    known: Uint8Array.from(cells, ({ value }) => (value === null ? 0 : 1)),
    ...(timed
      ? {
          handleSeconds: Float64Array.from(cells, ({ value }) => (value ?? 0) * 100),
          handled: Float64Array.from(cells, ({ value }) => value ?? 0),
        }
      : {}),
  };
}

const earlier = series({ 0: [1, 2, 3, 4], 1: [1, 1, 1, 1], 2: [5, 5, 5, 5], 4: [7, 7] });
const fresh = series({ 1: [1, 1, 1, 1], 2: [5, 5, null, 6], 3: [2, 2, 2, 2] }, { timed: true });

describe('two histories', () => {
  it('are compared day by day before anything changes', () => {
    expect(compareHistories([earlier], [fresh])).toEqual({
      added: 1,
      kept: 2,
      same: 1,
      conflicting: 1,
      conflicts: [
        {
          channel: 'calls',
          date: '2024-10-06',
          earlier: 20,
          fresh: 16,
          earlierHandleTime: null,
          freshHandleTime: 100,
          intervals: 2,
        },
      ],
    });
    expect(compareHistories([earlier], [series({ 1: [1] }, { channel: 'chats' })])).toBeNull();
  });

  it('are joined in whole days, and where they differ the chosen one counts', () => {
    const days = (columns: SeriesColumns | undefined) =>
      Array.from(columns?.starts ?? [], (start, i) => [
        Math.floor(start / 1440) - DAY,
        columns?.known[i] === 1 ? columns.values[i] : null,
      ]).reduce<Record<number, unknown[]>>(
        (all, [day, value]) => ({ ...all, [Number(day)]: [...(all[Number(day)] ?? []), value] }),
        {},
      );
    const [newer] = mergeHistories([earlier], [fresh], 'fresh');
    expect(days(newer)).toEqual({
      0: [1, 2, 3, 4],
      1: [1, 1, 1, 1],
      2: [5, 5, null, 6],
      3: [2, 2, 2, 2],
      4: [7, 7],
    });
    const [older] = mergeHistories([earlier], [fresh], 'earlier');
    expect(days(older)[2]).toEqual([5, 5, 5, 5]);
    // or the other one, on single days of this series
    const third = { channel: 'calls', date: '2024-10-06' };
    expect(mergeHistories([earlier], [fresh], 'fresh', [third])).toEqual([older]);
    expect(mergeHistories([earlier], [fresh], 'earlier', [third])).toEqual([newer]);
    for (const elsewhere of [
      { ...third, channel: 'chats' },
      { ...third, date: '2024-10-07' },
    ])
      expect(mergeHistories([earlier], [fresh], 'fresh', [elsewhere])).toEqual([newer]);
    // nobody was timed on the days that only the earlier file has
    expect(newer?.handled?.[0]).toBe(0);
    expect(newer?.handled?.[8]).toBe(5);
  });

  it('lose no handle times on days with the same counts, and where these differ it is a conflict', () => {
    const counts = { 0: [1, 2, 3, 4], 1: [2, 2, 2, 2] };
    const [timed, untimed] = [series(counts, { timed: true }), series(counts)];
    for (const preferred of ['fresh', 'earlier'] as const) {
      expect(mergeHistories([timed], [untimed], preferred)).toEqual([timed]);
      expect(mergeHistories([untimed], [timed], preferred)).toEqual([timed]);
    }
    expect(compareHistories([timed], [untimed])).toMatchObject({ same: 2, conflicting: 0 });
    const slower = {
      ...timed,
      handleSeconds: Float64Array.from(timed.handleSeconds ?? [], (s, i) => (i < 4 ? s + 60 : s)),
    };
    expect(compareHistories([timed], [slower])).toMatchObject({
      same: 1,
      conflicting: 1,
      conflicts: [
        {
          date: '2024-10-04',
          earlier: 10,
          fresh: 10,
          earlierHandleTime: 100,
          freshHandleTime: 124,
          intervals: 4,
        },
      ],
    });
    expect(mergeHistories([timed], [slower], 'fresh')).toEqual([slower]);
    expect(mergeHistories([timed], [slower], 'earlier')).toEqual([timed]);
  });

  it('keep series that only one of them has', () => {
    const chats = series({ 0: [9] }, { channel: 'chats' });
    const joined = mergeHistories(
      [earlier, chats],
      [fresh, series({ 0: [1] }, { channel: 'mail' })],
      'fresh',
    );
    expect(joined.map(({ channel }) => channel)).toEqual(['calls', 'mail', 'chats']);
  });

  it(
    'change nothing when joined with themselves, and nothing more when joined twice',
    { tags: 'slow' },
    () => {
      const cells = fc.dictionary(
        fc.integer({ min: 0, max: 8 }).map(String),
        fc.array(fc.option(fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 4 }),
      );
      fc.assert(
        fc.property(
          cells,
          cells,
          fc.constantFrom('fresh' as const, 'earlier' as const),
          (a, b, preferred) => {
            const [old, now] = [series(a), series(b)];
            expect(mergeHistories([old], [old], preferred)).toEqual([old]);
            const once = mergeHistories([old], [now], preferred);
            expect(mergeHistories(once, [now], preferred)).toEqual(once);
            expect([...(once[0]?.starts ?? [])]).toEqual(
              [...(once[0]?.starts ?? [])].toSorted((x, y) => x - y),
            );
          },
        ),
      );
    },
  );

  it('bring handle times by tenure along, of the side that counts or of the one that tells them', () => {
    const told = (columns: SeriesColumns, days: readonly number[], seconds: number): SeriesColumns => ({
      ...columns,
      tenure: {
        days: Int32Array.from(days, (day) => DAY + day),
        handled: new Float64Array(5 * days.length).fill(1),
        seconds: new Float64Array(5 * days.length).fill(seconds),
      },
    });
    const of = (list: readonly SeriesColumns[]) =>
      Array.from(list[0]?.tenure?.days ?? [], (day, i) => [day - DAY, list[0]?.tenure?.seconds[5 * i]]);
    // day 1 is the same on both sides, day 2 differs, days 0 and 4 are the earlier's, day 3 the fresh one's
    const old = told(earlier, [0, 1, 2, 4], 100);
    expect(of(mergeHistories([old], [fresh], 'fresh'))).toEqual([
      [0, 100],
      [1, 100],
      [4, 100],
    ]);
    expect(of(mergeHistories([old], [told(fresh, [1, 2, 3], 200)], 'fresh'))).toEqual([
      [0, 100],
      [1, 200],
      [2, 200],
      [3, 200],
      [4, 100],
    ]);
    expect(of(mergeHistories([earlier], [told(fresh, [1, 2, 3], 200)], 'earlier'))).toEqual([
      [1, 200],
      [3, 200],
    ]);
    expect(mergeHistories([earlier], [fresh], 'fresh')[0]).not.toHaveProperty('tenure');
  });
});
