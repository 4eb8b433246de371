/** Any table, written in any dialect people use, is read back as it was. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readHistory } from '../../src/history/history-reader.ts';
import { toSeries } from '../../src/history/series.ts';
import { american, french, guessOf, stamps } from './tables.ts';

const dialect = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  end: fc.constantFrom('\n', '\r\n'),
  mark: fc.constantFrom('', '\uFEFF'),
  dates: fc.constantFrom('iso', 'french', 'american'),
  decimal: fc.constantFrom('.', ','),
  quoted: fc.boolean(),
  long: fc.boolean(),
  trailingEnd: fc.boolean(),
});
const table = fc.record({
  minutes: fc.constantFrom(15, 30, 60),
  // a first day beyond the twelfth tells day and month apart
  start: fc.constantFrom('2025-01-13T00:00', '2026-06-22T00:00', '2024-02-28T00:00'),
  // tenths, so that the decimal mark shows
  figures: fc.array(fc.tuple(fc.nat(99_999), fc.nat(99_999)), { minLength: 20, maxLength: 40 }),
});

it('reads back what was written', { tags: 'slow' }, () => {
  fc.assert(
    fc.property(dialect, table, (way, { minutes, start, figures }) => {
      // a decimal comma between commas must be in quotation marks
      const quoted = way.quoted || way.decimal === way.delimiter;
      const cell = (text: string) => (quoted ? `"${text}"` : text);
      const number = (tenths: number) => `${Math.floor(tenths / 10)}${way.decimal}${tenths % 10}`;
      const times = stamps(start, figures.length, minutes);
      const stampCells = (stamp: string) =>
        way.dates === 'french' ? french(stamp) : [way.dates === 'iso' ? stamp : american(stamp)];
      const head = way.dates === 'french' ? ['Date', 'Heure'] : ['start'];
      const rows = way.long
        ? [
            [...head, 'queue', 'offered'],
            ...times.flatMap((t, i) => [
              [...stampCells(t), 'east', number(figures[i]?.[0] ?? 0)],
              [...stampCells(t), 'west', number(figures[i]?.[1] ?? 0)],
            ]),
          ]
        : [
            [...head, 'east', 'west'],
            ...times.map((t, i) => [
              ...stampCells(t),
              number(figures[i]?.[0] ?? 0),
              number(figures[i]?.[1] ?? 0),
            ]),
          ];
      const body = rows.map((row) => row.map(cell).join(way.delimiter)).join(way.end);
      const text = way.mark + body + (way.trailingEnd ? way.end : '');

      const { mapping } = guessOf(text, { timeZone: 'UTC', intervalMinutes: minutes });
      const result = readHistory([text], mapping);
      if (!result.ok) throw new Error(JSON.stringify(result.issues));
      expect(result.report).toMatchObject({ rejected: 0, counted: rows.length - 1 });
      const [east, west] = result.series.map(toSeries);
      expect([east?.channel, west?.channel]).toEqual(['east', 'west']);
      expect(east?.starts).toEqual(times);
      expect(east?.values).toEqual(figures.map(([tenths]) => tenths / 10));
      expect(west?.values).toEqual(figures.map(([, tenths]) => tenths / 10));
    }),
    { numRuns: 25 },
  );
});
