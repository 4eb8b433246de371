import { describe, expect, it } from 'vitest';
import type { ChannelMix } from '../../../../src/scenario/schema.ts';
import type { Adjustment } from '../../../../src/scenario/schema-demand.ts';
import {
  copiedText,
  pastedCells,
  withoutTyped,
  withTyped,
} from '../../../../src/ui/pages/demand/grid-edit.ts';
import {
  withNewSegment,
  withoutSegment,
  withShare,
  withWeight,
} from '../../../../src/ui/pages/demand/mix-edit.ts';

// days of four slots, of which the second to the fourth are shown, two days
const shape = { firstSlot: 1, rows: 3, days: 2, slotsPerDay: 4 };
const contacts = [0, 1.5, 2, 3, 0, 10, 20, 1234.5];
const by = { who: 'Ana', why: 'storm' };

describe('a sheet of contacts', () => {
  it('copies a rectangle as a spreadsheet writes it, whichever corner came first', () => {
    const text = copiedText({ row: 2, column: 1 }, { row: 0, column: 0 }, shape, contacts, 'en');
    expect(text).toBe('1.5\t10\n2\t20\n3\t1234.5');
    expect(copiedText({ row: 0, column: 0 }, { row: 0, column: 0 }, shape, contacts, 'fr')).toBe('1,5');
  });

  it('takes back what it copied', () => {
    for (const locale of ['en', 'fr'] as const) {
      const text = copiedText({ row: 0, column: 0 }, { row: 2, column: 1 }, shape, contacts, locale);
      const pasted = pastedCells(text, { row: 0, column: 0 }, shape, locale);
      const back = pasted.ok ? pasted.cells : [];
      expect(back).toHaveLength(6);
      for (const { cell, contacts: value } of back) expect(value).toBe(contacts[cell]);
    }
  });

  it('leaves empty entries alone and counts what lies outside', () => {
    const pasted = pastedCells('5\t\t7\r\n8\t9\r\n', { row: 2, column: 0 }, shape, 'en');
    expect(pasted).toEqual({ ok: true, cells: [{ cell: 3, contacts: 5 }], outside: 3 });
  });

  it.each(['12\tabc', '-4', '1e9999'])('takes nothing of %j', (text) => {
    expect(pastedCells(text, { row: 0, column: 0 }, shape, 'en').ok).toBe(false);
  });

  it('keeps typed cells of one person and reason together, and gives them back', () => {
    const first: Adjustment = { ...by, kind: 'cells', cells: [{ cell: 1, contacts: 5 }] };
    const more = withTyped(
      [first],
      [
        { cell: 1, contacts: 6 },
        { cell: 2, contacts: 7 },
      ],
      by,
    );
    expect(more).toEqual([
      {
        ...by,
        kind: 'cells',
        cells: [
          { cell: 1, contacts: 6 },
          { cell: 2, contacts: 7 },
        ],
      },
    ]);
    expect(withTyped([first], [{ cell: 2, contacts: 7 }], { ...by, who: 'Luc' })).toHaveLength(2);
    expect(withoutTyped(more, [1])).toEqual([{ ...by, kind: 'cells', cells: [{ cell: 2, contacts: 7 }] }]);
    expect(withoutTyped(more, [1, 2])).toEqual([]);
  });
});

describe('editing a mix', () => {
  const now = [
    { channel: 'phone', share: 0.6 },
    { channel: 'chat', share: 0.3 },
    { channel: 'email', share: 0.1 },
  ];
  const mix: ChannelMix = { segments: [{ name: 'all', weight: 1, now, later: now }] };

  it('takes from the others in proportion', () => {
    expect(withShare(now, 'phone', 0.2).map(({ share }) => share)).toEqual([
      0.2,
      expect.closeTo(0.6, 12),
      expect.closeTo(0.2, 12),
    ]);
    const all = withShare(now, 'phone', 1);
    expect(withShare(all, 'phone', 0.4).map(({ share }) => share)).toEqual([0.4, 0.3, 0.3]);
  });

  it('splits a segment off and gives its weight back', () => {
    const two = withNewSegment(mix, 'young');
    expect(two.segments.map(({ weight }) => weight)).toEqual([0.5, 0.5]);
    const uneven = withWeight(two, 1, 0.2);
    expect(uneven.segments.map(({ weight }) => weight)).toEqual([0.8, 0.2]);
    expect(withoutSegment(uneven, 0)?.segments).toMatchObject([{ name: 'young', weight: 1 }]);
    expect(withoutSegment(mix, 0)).toBeNull();
  });
});
