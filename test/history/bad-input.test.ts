/** Files as they should not be: each is told by row or refused in words, and the rest still counts. */
import { describe, expect, it } from 'vitest';
import { joinedHistory } from '../../src/history/merge.ts';
import { addedFacts } from '../../src/history/series-facts.ts';
import { openingHours } from '../../src/history/opening-hours.ts';
import { guessOf, importOf, issuesOf, stamps } from './tables.ts';

const table = (rows: readonly (readonly (string | number)[])[], header: string, mark = ',') =>
  [header.replaceAll(',', mark), ...rows.map((row) => row.join(mark))].join('\n');
const day = stamps('2026-03-02T00:00', 48);

describe('a file', () => {
  it.each([
    ['', 'emptyFile'],
    ['\n \n', 'emptyFile'],
    ['start,calls\n', 'headerOnly'],
    ['<!doctype html><html><body>Please sign in</body></html>', 'webPage'],
    ['{ "format": "effectif-scenario", "version": 1 }\n', 'scenarioFile'],
    [String.fromCodePoint(0x7f, 0, 1, 2, 3).repeat(50), 'binaryFile'],
    [
      table(
        day.map((start) => [start, 3]),
        'start,calls',
        '#',
      ),
      'oneColumn',
    ],
    [
      table(
        day.map(() => ['Monday', 3]),
        'day,calls',
      ),
      'noDateColumn',
    ],
    [
      table(
        day.map((start) => [start, '']),
        'start,calls',
      ),
      'volumesEmpty',
    ],
    [
      table(
        day.map((start) => [start, 'many']),
        'start,calls',
      ),
      'nothingCounted',
    ],
  ])('%j is refused', (text, code) => {
    const corrected =
      code === 'nothingCounted' ? ([{ role: 'start' }, { role: 'volume', channel: 'calls' }] as const) : null;
    expect(issuesOf(text, corrected ? { columns: corrected, layout: 'wide', fileMinutes: 30 } : {})[0]).toBe(
      code,
    );
  });

  it('of nothing but zeros is read, and says so instead of naming hours', () => {
    const { report } = importOf(
      table(
        stamps('2026-03-02T00:00', 14 * 48).map((start) => [start, 0]),
        'start,calls',
      ),
    );
    expect(report.findings).toEqual([{ kind: 'noContacts', channel: 'calls', count: 1, examples: [] }]);
  });

  it('with a delimiter chosen wrongly says so before it is read', () => {
    const text = table(
      day.map((start) => [start, '1,5']),
      'start,calls',
      ';',
    );
    expect(issuesOf(text)).toEqual([]);
    expect(issuesOf(text, { delimiter: ',' })[0]).toBe('nothingCounted');
  });

  it('with text where numbers are due refuses those cells, not the others', () => {
    const fortnight = stamps('2026-03-02T00:00', 14 * 48);
    const rows = fortnight.map((start, i) => [
      start,
      i % 10 === 3 ? 'n. c.' : 5,
      i % 10 === 4 ? 'closed' : 2,
    ]);
    const { report } = importOf(table(rows, 'start,calls,chats'));
    expect(report.rejectionsByCode).toEqual([{ code: 'notANumber', count: 134 }]);
    expect(report.channels).toMatchObject([
      { channel: 'calls', contacts: 605 * 5, unknown: 67 },
      { channel: 'chats', contacts: 605 * 2, unknown: 67 },
    ]);
    // what was refused is unknown, never a zero
    const refused = report.findings.filter(({ kind }) => kind === 'refusedInterval');
    expect(refused.map(({ count }) => count)).toEqual([67, 67]);
  });

  it('of which half the rows are refused says of no hour that it is closed', () => {
    const fortnight = stamps('2026-03-02T00:00', 14 * 48);
    // Every second interval of every day, and all Tuesdays.
    const isRefused = (i: number) => i % 2 === 1 || Math.floor(i / 48) % 7 === 1;
    const fileWith = (refused: string) =>
      table(
        fortnight.map((start, i) => [start, isRefused(i) ? refused : 5]),
        'start,calls',
      );
    const { mapping } = importOf(fileWith('closed?'));
    // A cell that is no number, and a decimal comma that makes a cell too many.
    for (const refused of ['closed?', '5,5']) {
      const { report, series } = importOf(fileWith(refused), mapping);
      expect(report).toMatchObject({ rows: 672, counted: 288, rejected: 384 });
      expect(report.channels).toMatchObject([{ contacts: 288 * 5, unknown: 383 }]);
      expect(report.findings).toEqual([expect.objectContaining({ kind: 'refusedInterval', count: 383 })]);
      const [calls] = series;
      if (!calls) throw new Error('no series');
      expect(calls.starts).toHaveLength(671);
      expect(openingHours(calls).spans).toEqual(Array.from({ length: 7 }, () => [['00:00', '24:00']]));
    }
  });

  it('counts a row whatever another of its interval says', () => {
    const text = `start,calls\n${day.map((start) => `${start},5`).join('\n')}\n${day[3] ?? ''},closed?\n`;
    const { report } = importOf(text);
    expect(report).toMatchObject({ counted: 48, rejected: 1, channels: [{ contacts: 240, unknown: 0 }] });
    expect(report.findings.map(({ kind }) => kind)).not.toContain('refusedInterval');
  });

  it('leaves refused intervals unknown where no row means nobody called', () => {
    const rows = day.map((start, i) => [start, i === 7 ? 'closed?' : 5]).filter((_, i) => i !== 20);
    const { report } = importOf(table(rows, 'start,calls'), { missing: 'zero' });
    expect(report.channels).toMatchObject([{ contacts: 46 * 5, unknown: 1 }]);
  });

  it('with absurd and negative volumes names row and column', () => {
    const rows = day.map((start, i) => [start, ['1e12', '-3', '1E+09', '12'][i % 4] ?? '']);
    const { report } = importOf(table(rows, 'start,calls'));
    expect(report.rejections.slice(0, 3).map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'calls', 'absurdVolume'],
      [3, 'calls', 'negativeVolume'],
      [4, 'calls', 'absurdVolume'],
    ]);
    expect(report).toMatchObject({ counted: 12, rejected: 36 });
  });

  it('with a handle time no contact can take counts the row without it', () => {
    const rows = day.map((start, i) => [start, 10, i === 3 ? '1e12' : 200]);
    const { report } = importOf(table(rows, 'start,calls,aht'));
    expect(report.rejections.map(({ row, column, code }) => [row, column, code])).toEqual([
      [5, 'aht', 'absurdHandleTime'],
    ]);
    expect(report).toMatchObject({ channels: [{ contacts: 480 }] });
  });

  it('with dates that do not exist or cannot be refuses their rows', () => {
    const bad = ['2026-02-30', '2026-13-01', '1890-01-01', '2026-04-31', 'yesterday'];
    const good = Array.from({ length: 28 }, (_, i) => `2026-03-${String(i + 1).padStart(2, '0')}`);
    const { report } = importOf(
      table(
        [...good, ...bad].map((date) => [date, 4]),
        'date,calls',
      ),
    );
    expect(report).toMatchObject({ counted: 28, rejected: 5, channels: [{ contacts: 112 }] });
    expect(report.rejectionsByCode).toEqual([
      { code: 'dateDoesNotExist', count: 3 },
      { code: 'dateImplausible', count: 1 },
      { code: 'dateUnreadable', count: 1 },
    ]);
  });

  it('out of order is the same series', { tags: 'slow' }, () => {
    const rows = stamps('2026-03-02T00:00', 7 * 48).map((start, i) => [start, i % 9]);
    const shuffled = rows.map((_, i) => rows[(i * 101) % rows.length] ?? []);
    const [a, b] = [importOf(table(rows, 'start,calls')), importOf(table(shuffled, 'start,calls'))];
    expect(b.series).toEqual(a.series);
    expect(b.report.findings).toContainEqual(expect.objectContaining({ kind: 'unordered' }));
  });

  it('that overlaps with another gives each day once', { tags: 'slow' }, () => {
    const weeks = (from: string, value: number) =>
      importOf(
        table(
          stamps(from, 14 * 48).map((start) => [start, value]),
          'start,calls',
        ),
      ).series;
    const { channels } = joinedHistory(weeks('2026-03-02T00:00', 3), weeks('2026-03-09T00:00', 4), 'fresh');
    expect(channels).toMatchObject([
      { from: '2026-03-02T00:00', to: '2026-03-22T23:30', contacts: 7 * 48 * 3 + 14 * 48 * 4 },
    ]);
  });

  it('of a year every five minutes keeps its total, days of 23 and 25 hours too', { tags: 'slow' }, () => {
    const rows = stamps('2026-01-01T00:00', 105_120, 5).map((start, i) => [`${start}:00Z`, i % 3]);
    const { report, series } = importOf(table(rows, 'start,calls'));
    expect(report).toMatchObject({ rows: 105_120, counted: 105_120, rejected: 0 });
    expect(report.channels[0]?.contacts).toBe(105_120);
    const hours = new Map<number, number>();
    for (const start of series[0]?.starts ?? []) {
      const key = Math.floor(start / 1440);
      hours.set(key, (hours.get(key) ?? 0) + 0.5);
    }
    const [spring, autumn] = [Date.UTC(2026, 2, 29) / 86_400_000, Date.UTC(2026, 9, 25) / 86_400_000];
    expect(hours.get(spring)).toBe(23);
    expect(report.findings.filter(({ kind }) => kind === 'gap')).toEqual([]);
    expect(hours.get(autumn)).toBe(24); // its repeated hour holds both passes
  });

  it('of 200 queues gives 200 series, and one more is too many', { tags: 'slow' }, () => {
    const queues = (count: number) =>
      table(
        day.flatMap((start) => Array.from({ length: count }, (_, queue) => [start, `Q${queue}`, 1])),
        'start,queue,calls',
      );
    const { report, series, facts } = importOf(queues(200));
    expect(report.channels).toHaveLength(200);
    expect(addedFacts('all', facts).weekContacts.reduce((a, b) => a + b, 0)).toBe(200 * 48);
    expect(series.every(({ starts }) => starts.length === 48)).toBe(true);
    expect(issuesOf(queues(201))).toEqual(['tooManyChannels']);
  });

  it('with two decimal marks is doubted, and the other half is refused', () => {
    const rows = day.map((start, i) => [start, i < 30 ? '1,5' : '2.5']);
    const text = table(rows, 'start,calls', ';');
    expect(guessOf(text).decimal.confidence).toBeLessThan(0.7);
    expect(importOf(text).report.rejectionsByCode).toEqual([{ code: 'otherDecimalMark', count: 18 }]);
  });
});
