import { describe, expect, it } from 'vitest';
import { mappingMemory, withFacts } from '../../src/app/mapping-memory.ts';
import type { Mapping } from '../../src/history/mapping.ts';
import { guessOf, stamps } from '../history/tables.ts';

/** As much of a browser's storage as is needed; its keys are in no order of use. */
function storage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()].toSorted()[index] ?? null,
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
    clear: () => items.clear(),
  };
}

const table = (header: string) =>
  [header, ...stamps('2026-03-02T00:00', 48).map((start, i) => `${start},${i % 7},C${i}@example.org`)].join(
    '\n',
  );
const headings = ['start', 'calls', 'customer'];
const { mapping } = guessOf(table(headings.join(',')));

describe('the memory of mappings', () => {
  it('knows a source by its headings, in the calendar of today', () => {
    const memory = mappingMemory(storage());
    expect(memory.recall(headings, mapping)).toBeNull();
    memory.remember(headings, mapping, { ...mapping, duplicates: 'last', fileZone: 'UTC' });
    const today = { ...mapping, timeZone: 'America/New_York', intervalMinutes: 15 };
    expect(memory.recall([' Start', 'CALLS', 'customer'], today)).toEqual({
      ...today,
      duplicates: 'last',
      fileZone: 'UTC',
    });
    expect(memory.recall(['start', 'chats', 'customer'], mapping)).toBeNull();
  });

  it('lets no guess about one file bind another, but what was corrected', () => {
    const memory = mappingMemory(storage());
    const asLog: Mapping = { ...mapping, layout: 'perContact' };
    memory.remember(headings, asLog, { ...asLog, decimal: ',' });
    expect(memory.recall(headings, mapping)).toBeNull();
    expect(memory.recall(headings, asLog)?.decimal).toBe(',');
    memory.remember(headings, mapping, asLog);
    expect(memory.recall(headings, mapping)?.layout).toBe('perContact');
    expect(memory.recall(headings, mapping)).not.toHaveProperty('corrected');
  });

  it('takes a workbook, or another delimiter, for another source', () => {
    const memory = mappingMemory(storage());
    memory.remember(headings, mapping, mapping);
    expect(memory.recall(headings, { ...mapping, delimiter: ';' })).toBeNull();
    expect(memory.recall(headings, { ...mapping, sheet: 'Calls' })).toBeNull();
    memory.remember(headings, { ...mapping, sheet: 'Calls' }, { ...mapping, sheet: 'Calls' });
    expect(memory.recall(headings, { ...mapping, sheet: 'Other' })?.sheet).toBe('Other');
  });

  it('knows a table of days again whatever its days are', () => {
    const memory = mappingMemory(storage());
    memory.remember(['time', '2026-03-02', '2026-03-03'], mapping, { ...mapping, missing: 'zero' });
    expect(memory.recall(['time', '2026-04-06', '2026-04-07'], mapping)?.missing).toBe('zero');
  });

  it('keeps no cell of a file, and forgets the oldest', { tags: 'slow' }, () => {
    const kept = storage();
    const memory = mappingMemory(kept);
    memory.remember(['start', 'calls'], mapping, mapping);
    for (let i = 0; i < 60; i++) {
      memory.remember(['start', `calls ${i}`], mapping, mapping);
      if (i % 30 === 0) memory.remember(['start', 'calls'], mapping, mapping);
    }
    // 40 mappings, each with its use: the one used in between and the last 39
    expect(kept.length).toBe(80);
    const known = Array.from(
      { length: 60 },
      (_, i) => memory.recall(['start', `calls ${i}`], mapping) !== null,
    );
    expect(known).toEqual(Array.from({ length: 60 }, (_, i) => i > 20));
    expect(memory.recall(['start', 'calls'], mapping)).not.toBeNull();
    const all = Array.from({ length: kept.length }, (_, i) => kept.getItem(kept.key(i) ?? '')).join('');
    expect(all).not.toMatch(/example\.org|2026-03/);
  });

  it('takes nothing that another release or a stranger left', () => {
    const kept = storage();
    const memory = mappingMemory(kept);
    memory.remember(headings, mapping, mapping);
    const name =
      Array.from({ length: kept.length }, (_, i) => kept.key(i) ?? '').find(
        (key) => !key.includes('.used.'),
      ) ?? '';
    for (const text of ['', '{', 'null', '{}', '[]', JSON.stringify({ ...mapping, columns: [{}] })]) {
      kept.setItem(name, text);
      expect(memory.recall(headings, mapping)).toBeNull();
    }
  });

  it('does without a storage', () => {
    const memory = mappingMemory(null);
    memory.remember(headings, mapping, mapping);
    expect(memory.recall(headings, mapping)).toBeNull();
  });
});

describe('what a file shows by itself', () => {
  const dated = (starts: readonly string[]) =>
    guessOf(['start,calls', ...starts.map((start, i) => `${start},${i % 7}`)].join('\n'));
  const halves = stamps('2026-03-02T00:00', 96);

  it('wins over what is remembered of an earlier one', () => {
    const last = dated(stamps('2026-03-02T00:00', 300, 5)).mapping;
    expect(last.fileMinutes).toBe(5);
    expect(withFacts({ ...last, missing: 'zero' }, dated(halves))).toMatchObject({
      fileMinutes: 30,
      missing: 'zero',
    });
    const days = dated(['13/02/2026', '14/02/2026', '15/02/2026', '16/02/2026']);
    expect(withFacts({ ...days.mapping, dateOrder: 'mdy' }, days).dateOrder).toBe('dmy');
  });

  it('yields where it is doubtful, or about other columns', () => {
    const either = dated(['01/02/2026', '02/02/2026', '03/02/2026', '04/02/2026']);
    expect(withFacts({ ...either.mapping, dateOrder: 'mdy' }, either).dateOrder).toBe('mdy');
    const guess = dated(halves);
    const other = { ...guess.mapping, fileMinutes: 60, columns: guess.mapping.columns.toReversed() };
    expect(withFacts(other, guess).fileMinutes).toBe(60);
  });
});
