/** Files as bytes, decoded and read in pieces. */
import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { inspectSource, previewSource, readSource, type Progress } from '../../workers/history-source.ts';
import { PARIS, stamps } from '../history/tables.ts';
import { workbookOf, type Cell } from '../history/workbooks.ts';

const text = `début;appels\r\n${stamps('2026-03-02T00:00', 96)
  .map((s, i) => `${s};${i},5`)
  .join('\r\n')}\r\n`;
const total = (95 * 96) / 2 + 96 * 0.5;

async function imported(source: Blob | string) {
  const inspection = await inspectSource(source, PARIS);
  if (!inspection.ok) throw new Error(JSON.stringify(inspection.issues));
  const told: Progress[] = [];
  const result = await readSource(source, inspection.guess.mapping, (progress) => void told.push(progress));
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return { ...result, told, names: inspection.guess.columns.map(({ name }) => name) };
}

describe('a file', () => {
  it.each<[string, Blob | string]>([
    ['UTF-8', new Blob([text])],
    ['UTF-8 with a byte order mark', new Blob([`\uFEFF${text}`])],
    ['UTF-16', new Blob([Buffer.from(`\uFEFF${text}`, 'utf16le')])],
    ['UTF-16, other end first', new Blob([Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()])],
    ['Windows-1252', new Blob([Buffer.from(text, 'latin1')])],
    ['pasted text', text],
  ])('in %s reads the same', async (_, source) => {
    const { report, names, told } = await imported(source);
    expect(names).toEqual(['début', 'appels']);
    expect(report).toMatchObject({
      rows: 96,
      rejected: 0,
      channels: [{ channel: 'appels', contacts: total }],
    });
    const size = typeof source === 'string' ? source.length : source.size;
    expect(told.at(-1)).toEqual({ bytesRead: size, bytes: size, rows: told.at(-1)?.rows });
  });

  it('shows its first rows under another mapping', async () => {
    const inspection = await inspectSource(text, PARIS);
    if (!inspection.ok) throw new Error('unreadable');
    const preview = await previewSource(new Blob([text]), { ...inspection.guess.mapping, decimal: '.' });
    expect(preview.rows[0]?.problems).toMatchObject([{ code: 'otherDecimalMark' }]);
  });

  it('that is a workbook offers its sheets and reads the chosen one', async () => {
    const rows: Cell[][] = [
      ['jour', 'appels'],
      ...Array.from({ length: 20 }, (_, i) => [{ v: 46_083 + i, s: 1 }, 5]),
    ];
    const source = new File([workbookOf({ Notice: [['rien']], Appels: rows })], 'appels.xlsx');
    const notes = await inspectSource(source, { ...PARIS, sheet: 'Notice' });
    expect(notes).toMatchObject({ ok: false, issues: [{ code: 'oneColumn' }] });
    const inspection = await inspectSource(source, PARIS);
    if (!inspection.ok) throw new Error(JSON.stringify(inspection.issues));
    expect(inspection.sheets).toEqual(['Notice', 'Appels']);
    expect(inspection.guess.mapping.sheet).toBe('Appels');
    expect(inspection.preview.rows).toHaveLength(20);
    const told: Progress[] = [];
    const result = await readSource(source, inspection.guess.mapping, (progress) => void told.push(progress));
    expect(result).toMatchObject({ ok: true, report: { channels: [{ channel: 'appels', contacts: 100 }] } });
    expect(told.at(-1)).toMatchObject({ bytesRead: source.size, bytes: source.size });
  });

  it('that is no text, or too much of it, is refused before it is read', async () => {
    const zip = new Blob([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0])]);
    expect(await inspectSource(zip, PARIS)).toMatchObject({
      ok: false,
      issues: [{ code: 'workbookDamaged' }],
    });
    expect(await inspectSource(new Blob([]), PARIS)).toMatchObject({
      ok: false,
      issues: [{ code: 'emptyFile' }],
    });
    // a Blob whose bytes would fail the test if they were asked for
    const huge = new Proxy(new Blob(['x']), {
      get: (target, name) => {
        if (name === 'size') return 400_000_001;
        if (name === 'slice') throw new Error('was read');
        return Reflect.get(target, name) as unknown;
      },
    });
    expect(await inspectSource(huge, PARIS)).toMatchObject({ ok: false, issues: [{ code: 'fileTooLarge' }] });
  });

  it('that turns binary further on is refused', { tags: 'slow' }, async () => {
    const { names } = await imported(text);
    expect(names).toHaveLength(2);
    const inspection = await inspectSource(text, PARIS);
    if (!inspection.ok) throw new Error('unreadable');
    const later = new Blob([text.repeat(300), new Uint8Array(8)]);
    expect(later.size).toBeGreaterThan(524_288);
    expect(await readSource(later, inspection.guess.mapping, () => undefined)).toMatchObject({
      ok: false,
      issues: [{ code: 'binaryFile' }],
    });
  });
});
