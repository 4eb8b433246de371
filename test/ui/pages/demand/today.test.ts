import { describe, expect, it } from 'vitest';
import { pastedCounts } from '../../../../src/ui/pages/demand/today-edit.ts';
import { todayPoints } from '../../../../src/ui/pages/demand/today-points.ts';

describe('counts of a day as pasted', () => {
  it('reads a column, a row, or times with counts', () => {
    const five = { ok: true, contacts: [null, null, 12, 15, 19] };
    expect(pastedCounts('12\n15\n19\n', 2, 24, 'en')).toEqual(five);
    expect(pastedCounts('12\t15\t19', 2, 24, 'en')).toEqual(five);
    expect(pastedCounts('02:00\t12\r\n03:00\t15\r\n04:00\t19\r\n', 2, 24, 'en')).toEqual(five);
  });

  it('reads a row of counts with a space between, and a column with spaces for thousands', () => {
    const contacts = (text: string) => pastedCounts(text, 0, 24, 'en');
    expect(contacts('0 1 4 6 8')).toEqual({ ok: true, contacts: [0, 1, 4, 6, 8] });
    expect(contacts('120 130 - 140')).toEqual({ ok: true, contacts: [120, 130, null, 140] });
    expect(contacts('980\n1 234\n1 010')).toEqual({ ok: true, contacts: [980, 1234, 1010] });
    expect(contacts('980\t1 234')).toEqual({ ok: true, contacts: [980, 1234] });
    expect(contacts('1\u202F234')).toEqual({ ok: true, contacts: [1234] });
    expect(contacts('09:00 12\n09:30 15')).toEqual({ ok: true, contacts: [12, 15] });
  });

  it('keeps what is unknown between known counts, and nothing after the last', () => {
    expect(pastedCounts('12\n-\n19\n-\n', 0, 24, 'en')).toEqual({ ok: true, contacts: [12, null, 19] });
    expect(pastedCounts('\n', 3, 24, 'en')).toEqual({ ok: true, contacts: [] });
  });

  it('ends with the day', () => {
    const counts = pastedCounts('1\n2\n3\n4', 22, 24, 'en');
    expect(counts.ok && counts.contacts.slice(22)).toEqual([1, 2]);
  });

  it.each(['12\nmany', '12\n-3'])('takes nothing of %j', (text) => {
    expect(pastedCounts(text, 0, 24, 'en').ok).toBe(false);
  });
});

describe('points of a day', () => {
  const forecast = {
    starts: ['2026-11-24T12:00', '2026-11-24T18:00'],
    mean: [40, 20],
    bands: [
      { level: 0.8, low: [30, 15], high: [50, 25] },
      { level: 0.95, low: [20, 10], high: [60, 30] },
    ],
  };

  it('joins actuals and forecast, beside what was expected before', () => {
    const { first, points } = todayPoints(forecast, [null, 33], [0, 30, 44, 22], 4);
    expect(first).toBe(1);
    expect(points.map(({ value }) => value)).toEqual([33, 40, 20]);
    expect(points.map(({ other }) => other)).toEqual([30, 44, 22]);
    expect(points[0]?.bands).toEqual([]);
    expect(points[1]?.bands).toEqual([
      { low: 20, high: 60 },
      { low: 30, high: 50 },
    ]);
  });

  it('splits the slots of a coarser history evenly', () => {
    const { points } = todayPoints(forecast, [1, 1, 1, 1], [1, 1, 1, 1, 1, 1, 1, 1], 8);
    expect(points.map(({ value }) => value)).toEqual([1, 1, 1, 1, 20, 20, 10, 10]);
  });
});
