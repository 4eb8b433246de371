import { describe, expect, it } from 'vitest';
import { previewRows } from '../../src/history/preview.ts';
import { guessOf, stamps } from './tables.ts';

const text = [
  'start;client;appels;dmt',
  ...stamps('2026-03-02T08:00', 40).map((s, i) => `${s};C${i};${i === 1 ? '-4' : '1,5'};300`),
].join('\n');

describe('a preview', () => {
  const { mapping } = guessOf(text);

  it('shows the first twenty rows as understood, identifiers masked', () => {
    const { header, rows } = previewRows(text, mapping);
    expect(header).toEqual(['start', 'client', 'appels', 'dmt']);
    expect(rows).toHaveLength(20);
    expect(rows[0]).toEqual({
      row: 2,
      cells: ['2026-03-02T08:00', '•••', '1,5', '300'],
      records: [{ channel: 'appels', start: '2026-03-02T08:00', contacts: 1.5, handleTime: 300 }],
      problems: [],
    });
    expect(rows[1]).toMatchObject({
      row: 3,
      records: [],
      problems: [{ row: 3, code: 'negativeVolume', column: 'appels' }],
    });
  });

  it('follows a correction', () => {
    const { rows } = previewRows(text, { ...mapping, decimal: '.' });
    expect(rows[0]?.problems).toMatchObject([{ code: 'otherDecimalMark' }]);
    const bare = previewRows(text, {
      ...mapping,
      columns: mapping.columns.map(() => ({ role: 'ignore' as const })),
    });
    expect(bare.rows[0]).toMatchObject({ records: [], problems: [], cells: { length: 4 } });
  });
});
