import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowReader, type Dialect } from '../../src/history/rows.ts';

function read(pieces: readonly string[], dialect: Dialect = { delimiter: ',', quotes: true }) {
  const rows: (readonly string[])[] = [];
  const reader = new RowReader(dialect, (cells) => {
    rows.push(cells);
  });
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return { rows, problem: reader.problem };
}

describe('rows', () => {
  it('have the same cells with any line end, and without one at the end', () => {
    const expected = [['a', 'b'], ['1', '2'], [''], ['3', '4']];
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['a,b', '1,2', '', '3,4'].join(end);
      expect(read([text]).rows).toEqual(expected);
      expect(read([text + end]).rows).toEqual(expected);
    }
  });

  it('drop the byte order mark and keep line ends inside quotation marks', () => {
    expect(read(['\uFEFFa,"b ""c""\r\nd",e\r\n1,2,3']).rows).toEqual([
      ['a', 'b "c"\nd', 'e'],
      ['1', '2', '3'],
    ]);
  });

  it('take quotation marks as characters when told to', () => {
    expect(read(['"a,b\n1,2"'], { delimiter: ',', quotes: false }).rows).toEqual([
      ['"a', 'b'],
      ['1', '2"'],
    ]);
  });

  it('notice a stray quotation mark that swallows what follows', () => {
    const rows = Array.from({ length: 2000 }, (_, i) => `2026-01-05T00:00,${i}`);
    rows[1] = '2026-01-05T00:00,"5';
    expect(read([rows.join('\n')]).problem).toMatchObject({
      path: 'row 2',
      code: 'quoteSwallows',
      values: { row: 2, lines: 1999 },
    });
    // closed by another one three rows later
    rows[4] = '2026-01-05T00:00,5"';
    expect(read([rows.join('\n')]).problem).toMatchObject({
      code: 'quoteSwallows',
      values: { row: 2, lines: 4 },
    });
  });

  it('let a customer write three lines', () => {
    const text = 'start,note\n2026-01-05,"Hello,\nI have no line.\nThanks"\n2026-01-06,x';
    expect(read([text])).toMatchObject({ problem: null, rows: { length: 3 } });
  });

  it('do not wait for the end of an endless field', { tags: 'slow' }, () => {
    const pieces = Array.from({ length: 8 }, (_, i) => (i === 0 ? 'a,"' : '') + 'x\n'.repeat(400_000));
    expect(read(pieces).problem).toMatchObject({ path: 'row 1', code: 'quoteSwallows' });
    const line = Array.from({ length: 8 }, () => 'x,'.repeat(400_000));
    expect(read(['a,b\n', ...line]).problem).toMatchObject({ path: 'row 2', code: 'endlessRow' });
  });

  it('do not depend on where the text is cut', { tags: 'slow' }, () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '1', '"', ',', '\n', '\r\n', ' ', 'é'),
      maxLength: 6,
    });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 7 }), (cells, size) => {
        const text = cells
          .map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
        const whole = read([text]);
        expect(read(pieces)).toEqual(whole);
        if (whole.problem === null)
          expect(whole.rows).toEqual(cells.map((row) => row.map((c) => c.replaceAll(/\r\n?/g, '\n'))));
      }),
    );
  });
});
