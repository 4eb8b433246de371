/** Serial numbers as spreadsheets show them: 46083 is 2 March 2026 (since 1900), 44621 the same since 1904. */
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { formatOf, serialText } from '../../src/history/workbook-formats.ts';
import { openWorkbook } from '../../src/history/workbook.ts';
import { importOf } from './tables.ts';
import { workbookOf, type Cell } from './workbooks.ts';

function textOf(bytes: Uint8Array, sheet?: string): string {
  const opened = openWorkbook(bytes);
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
  return Array.from(opened.workbook.text(sheet), ({ text }) => text).join('');
}

const codeOf = (bytes: Uint8Array) => {
  const opened = openWorkbook(bytes);
  return opened.ok ? 'opened' : opened.issues[0]?.code;
};

describe('a workbook', () => {
  it('gives its cells as they are meant, rows where they stand', () => {
    const rows: Cell[][] = [
      ['Rapport « été »\tA & B'],
      [],
      ['date', null, 'calls', 'AHT'],
      [{ v: 46_083, s: 1 }, { v: 0.395_833_333_333_333_3, s: 3 }, 12.5, { v: 1.09375, s: 4 }],
      [{ v: 46_083.020_833_333_336, s: 2 }, null, 7],
    ];
    expect(textOf(workbookOf({ Appels: rows })).split('\n')).toEqual([
      'Rapport « été » A & B',
      '',
      'date\t\tcalls\tAHT',
      '2026-03-02\t09:30:00\t12.5\t26:15:00',
      '2026-03-02T00:30\t\t7',
      '',
    ]);
  });

  it('counts days from 1904 when it says so', () => {
    expect(textOf(workbookOf({ A: [[{ v: 44_621, s: 1 }]] }, { since1904: true }))).toBe('2026-03-02\n');
  });

  it('has its formulas left alone: the stored value counts, or nothing', () => {
    const rows: Cell[][] = [[{ f: '1+1', v: 3 }, { f: 'WEBSERVICE("http://example.org")' }, 5]];
    expect(textOf(workbookOf({ A: rows }))).toBe('3\t\t5\n');
  });

  it('offers its sheets by name', () => {
    const bytes = workbookOf({ Notes: [['nothing here']], 'Q & A': [['start'], [1]] });
    const opened = openWorkbook(bytes);
    expect(opened.ok && opened.workbook.sheets).toEqual(['Notes', 'Q & A']);
    expect(textOf(bytes)).toBe('nothing here\n');
    expect(textOf(bytes, 'Q & A')).toBe('start\n1\n');
  });

  it('is refused when it is none, damaged, or unpacks beyond the limit', () => {
    expect(codeOf(workbookOf({}))).toBe('noSheet');
    const whole = workbookOf({ A: [[1]] });
    expect(codeOf(whole.subarray(0, whole.length - 30))).toBe('workbookDamaged');
    // 400 MB of zeros pack into 400 kB; said as the size of the part, they are never unpacked
    const lying = workbookOf({ A: [[1]] });
    const view = new DataView(lying.buffer);
    for (let at = 0; at + 46 < lying.length; at++)
      if (view.getUint32(at, true) === 0x02_01_4b_50) {
        const name = new TextDecoder().decode(
          lying.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)),
        );
        if (name.includes('sheet1')) view.setUint32(at + 24, 400_000_000, true);
      }
    expect(codeOf(lying)).toBe('workbookTooLarge');
    expect(codeOf(Uint8Array.from([0x50, 0x4b, 3, 4, ...strToU8('not a directory')]))).toBe(
      'workbookDamaged',
    );
  });

  const sheetOf = (rows: string, parts = {}) =>
    workbookOf(
      { A: [[1]] },
      { parts: { 'xl/worksheets/sheet1.xml': strToU8(`<sheetData>${rows}</sheetData>`), ...parts } },
    );
  const piecesOf = (bytes: Uint8Array) => {
    const opened = openWorkbook(bytes);
    if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
    return Array.from(opened.workbook.text(), ({ text, problem }) => ({
      length: text.length,
      problem: problem?.code ?? null,
    }));
  };

  it.each([10_000, 60_000])(
    'of %d rows with one cell far to the right stays small',
    { tags: 'slow' },
    (rows) => {
      const pieces = piecesOf(sheetOf('<row><c r="XFD1"/></row>'.repeat(rows)));
      expect(pieces.reduce((sum, { length }) => sum + length, 0)).toBe(rows);
      expect(pieces.every(({ problem }) => problem === null)).toBe(true);
    },
  );

  it('comes in pieces that a text can hold', { timeout: 10_000, tags: 'slow' }, () => {
    const long = `<sst><si><t>${'x'.repeat(1_000_000)}</t></si></sst>`;
    const rows = '<row><c r="A1" t="s"><v>0</v></c></row>'.repeat(1000);
    const pieces = piecesOf(sheetOf(rows, { 'xl/sharedStrings.xml': strToU8(long) }));
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(4_100_000);
    expect(pieces.reduce((sum, { length }) => sum + length, 0)).toBe(1000 * 32_768);
  });

  it.each([
    ['rows', () => sheetOf('<row>'.repeat(1_000_000))],
    ['a row', () => sheetOf('<row><c><v>1</v></c>')],
    ['cells', () => sheetOf(`<row>${'<c>'.repeat(200_000)}</row>`)],
    [
      'texts',
      () =>
        sheetOf('<row><c t="s"><v>0</v></c></row>', {
          'xl/sharedStrings.xml': strToU8(`<sst>${'<si>'.repeat(200_000)}</sst>`),
        }),
    ],
  ])('with %s that are never closed is refused as damaged', { timeout: 10_000, tags: 'slow' }, (_, bytes) => {
    expect(piecesOf(bytes()).at(-1)?.problem).toBe('workbookDamaged');
  });

  it.each(['<v ', '<is><rPh>', '<is><t ', '<is><t>'])(
    'with many %s in a cell is read at once',
    { timeout: 10_000 },
    (tag) => {
      const type = tag === '<v ' ? '' : ' t="inlineStr"';
      const pieces = piecesOf(sheetOf(`<row><c${type}>${tag.repeat(100_000)}</c></row>`));
      expect(pieces.every(({ length }) => length < 10)).toBe(true);
    },
  );

  it('is read like a text of the same cells', () => {
    const rows: Cell[][] = [['start', 'calls', 'aht']];
    for (let i = 0; i < 96; i++) rows.push([{ v: 46_083 + i / 48, s: 2 }, i % 7, { v: 240 / 86_400, s: 4 }]);
    const { report, series } = importOf(textOf(workbookOf({ A: rows })));
    expect(report).toMatchObject({ rows: 96, counted: 96, rejected: 0 });
    expect(series[0]?.handleSeconds?.[3]).toBe(3 * 240);
  });
});

describe('number formats', () => {
  it.each([
    ['General', 'number'],
    ['0.00', 'number'],
    ['#,##0 "days"', 'number'],
    ['[Red]0', 'number'],
    ['dd/mm/yyyy', 'date'],
    ['[$-40C]d mmm yyyy', 'date'],
    ['mmm-yy', 'date'],
    ['yyyy-mm-dd hh:mm', 'dateTime'],
    ['h:mm AM/PM', 'clock'],
    ['[h]:mm:ss', 'clock'],
    ['mm:ss', 'clock'],
  ])('%s is a %s', (code, kind) => {
    expect(formatOf(code)).toBe(kind);
  });

  it('round to the second', () => {
    expect(serialText('46083.0208333333', 'dateTime', false)).toBe('2026-03-02T00:30');
    expect(serialText('46083.00001', 'dateTime', false)).toBe('2026-03-02T00:00:01');
    expect(serialText('-3', 'date', false)).toBe('-3');
  });
});

describe('a matrix', () => {
  const clock = (slot: number) =>
    `${String(Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 === 0 ? '00' : '30'}`;
  const days = Array.from({ length: 14 }, (_, i) => `2026-03-${String(i + 2).padStart(2, '0')}`);
  const value = (day: number, slot: number) => day * 100 + slot;

  it('of days side by side and its transpose give the same series', () => {
    const slots = Array.from({ length: 48 }, (_, slot) => slot);
    const byTime = [
      ['time', ...days],
      ...slots.map((slot) => [clock(slot), ...days.map((_, day) => value(day, slot))]),
    ];
    const byDay = [
      ['date', ...slots.map(clock)],
      ...days.map((day, i) => [day, ...slots.map((slot) => value(i, slot))]),
    ];
    const read = (table: readonly (readonly (string | number)[])[]) =>
      importOf(table.map((row) => row.join(';')).join('\n'));
    const [a, b] = [read(byTime), read(byDay)];
    expect([a.mapping.layout, b.mapping.layout]).toEqual(['matrix', 'dayRows']);
    expect(b.series).toEqual(a.series);
    expect(a.report).toMatchObject({ rejected: 0, channels: [{ contacts: 14 * 48 * 673.5 }] });
  });
});
