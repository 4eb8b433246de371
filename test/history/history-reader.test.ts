/** Nasty files: everything is reported, nothing is filled in. */
import { describe, expect, it } from 'vitest';
import { HistoryReader, readHistory } from '../../src/history/history-reader.ts';
import { toSeries } from '../../src/history/series.ts';
import type { FindingKind } from '../../src/history/report.ts';
import { guessOf, importOf, issuesOf, stamps } from './tables.ts';

const wide = (rows: readonly (readonly [string, string | number])[]) =>
  `start,calls\n${rows.map((row) => row.join(',')).join('\n')}\n`;
/** Two weeks of half-hours from Monday 2 March 2026, one call each. */
const fortnight = stamps('2026-03-02T00:00', 14 * 48);

const findingOf = (report: ReturnType<typeof importOf>['report'], kind: FindingKind) =>
  report.findings.filter((finding) => finding.kind === kind);

function only(text: string, corrections = {}) {
  const { report, series } = importOf(text, corrections);
  return { report, ...toSeries(series[0] ?? expect.fail()) };
}

describe('missing rows', () => {
  it('leave a gap unknown and say where', () => {
    const rows = fortnight.filter((s) => s < '2026-03-10T10:00' || s >= '2026-03-10T12:00');
    const { report, starts, values } = only(wide(rows.map((s) => [s, 1])));
    expect(findingOf(report, 'gap')).toEqual([
      {
        kind: 'gap',
        channel: 'calls',
        count: 4,
        examples: [{ start: '2026-03-10T10:00', to: '2026-03-10T12:00' }],
      },
    ]);
    expect(starts).toHaveLength(14 * 48);
    expect(values[starts.indexOf('2026-03-10T11:30')]).toBeNull();
    expect(findingOf(report, 'noZeros')).toHaveLength(1);
  });

  it('become zero only when the mapping says so, and are still reported', () => {
    const rows = fortnight.filter((s) => s < '2026-03-10T10:00' || s >= '2026-03-10T12:00');
    const { report, starts, values } = only(wide(rows.map((s) => [s, 1])), { missing: 'zero' });
    expect(values[starts.indexOf('2026-03-10T11:30')]).toBe(0);
    expect(findingOf(report, 'zeroFilled')).toMatchObject([{ count: 4 }]);
  });

  it('are closed hours where that weekday and time never has any', () => {
    const open = fortnight.filter(
      (s) => s.slice(11) >= '08:00' && s.slice(11) < '18:00' && !/-(07|08|14|15)T/.test(s),
    );
    const { report, starts, values } = only(wide(open.map((s) => [s, 1])));
    expect(starts).toHaveLength(10 * 20);
    expect(values).not.toContain(null);
    const closed = findingOf(report, 'closedHours')[0];
    expect(closed?.examples).toContainEqual({ weekday: 0, from: '18:00', to: '24:00' });
    expect(closed?.examples).toContainEqual({ weekday: 6, from: '00:00', to: '24:00' });
    expect(findingOf(report, 'gap')).toEqual([]);
  });

  it('of a whole day are told as a day', () => {
    const { report, starts } = only(
      wide(fortnight.filter((s) => !s.startsWith('2026-03-11')).map((s) => [s, 1])),
    );
    expect(findingOf(report, 'missingDay')).toMatchObject([
      { count: 1, examples: [{ start: '2026-03-11T00:00' }] },
    ]);
    expect(starts).toHaveLength(13 * 48);
  });

  it('make an interval unknown of which only a part was recorded', () => {
    const quarters = stamps('2026-03-02T00:00', 14 * 96, 15).filter((s) => s !== '2026-03-10T10:15');
    const { report, starts, values } = only(wide(quarters.map((s) => [s, 2])));
    expect(findingOf(report, 'partialInterval')).toMatchObject([
      { count: 1, examples: [{ start: '2026-03-10T10:00' }] },
    ]);
    expect(values[starts.indexOf('2026-03-10T10:00')]).toBeNull();
    expect(values[starts.indexOf('2026-03-10T10:30')]).toBe(4);
  });
});

describe('duplicates', () => {
  const text = wide([...fortnight.map((s): [string, number] => [s, 3]), ['2026-03-10T10:00', 5]]);

  it('are unknown until somebody decides', () => {
    const { report, starts, values } = only(text);
    expect(findingOf(report, 'duplicate')).toEqual([
      { kind: 'duplicate', channel: 'calls', count: 1, examples: [{ start: '2026-03-10T10:00' }] },
    ]);
    expect(values[starts.indexOf('2026-03-10T10:00')]).toBeNull();
  });

  it('count once where the rows say the same, as in exports that overlap', () => {
    const twice = fortnight.slice(20, 30).map((s): [string, number] => [s, 3]);
    const { report, values } = only(wide([...fortnight.map((s): [string, number] => [s, 3]), ...twice]));
    expect(findingOf(report, 'copy')).toMatchObject([
      { count: 10, examples: [{ start: fortnight[20] }, {}, {}, {}, {}] },
    ]);
    expect(findingOf(report, 'duplicate')).toEqual([]);
    expect(values.every((value) => value === 3)).toBe(true);
  });

  it('are unknown where most differ: equal counts of two queues are chance', () => {
    const queue = fortnight.slice(0, 20).map((s, i): [string, number] => [s, i % 4 === 0 ? 3 : 5]);
    const { report, values } = only(wide([...fortnight.map((s): [string, number] => [s, 3]), ...queue]));
    expect(findingOf(report, 'duplicate')).toMatchObject([{ count: 20 }]);
    expect(values.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => null));
  });

  it.each([
    ['sum', 8],
    ['first', 3],
    ['last', 5],
  ] as const)('by %s count %d', (duplicates, expected) => {
    const { report, starts, values } = only(text, { duplicates });
    expect(values[starts.indexOf('2026-03-10T10:00')]).toBe(expected);
    expect(findingOf(report, 'duplicate')).toHaveLength(1);
  });
});

describe('the clock', () => {
  it('passes an autumn hour twice: both rows count, and are told', () => {
    const days = stamps('2026-10-24T00:00', 3 * 24, 60);
    const rows = days.flatMap((s): [string, number][] =>
      s === '2026-10-25T02:00'
        ? [
            [s, 4],
            [s, 6],
          ]
        : [[s, 1]],
    );
    const { report, starts, values } = only(wide(rows), { duplicates: 'first' });
    expect(values[starts.indexOf('2026-10-25T02:00')]).toBe(10);
    expect(findingOf(report, 'repeatedHour')).toMatchObject([
      { count: 1, examples: [{ start: '2026-10-25T02:00' }] },
    ]);
    expect(findingOf(report, 'duplicate')).toEqual([]);
  });

  it('obeys a written offset', () => {
    const rows = stamps('2026-10-24T00:00', 72, 60).map((s): [string, number] => [`${s}:00Z`, 1]);
    const { report, starts, values } = only(wide(rows));
    expect(starts[0]).toBe('2026-10-24T02:00');
    expect(values[starts.indexOf('2026-10-25T02:00')]).toBe(2);
    expect(report.channels[0]?.contacts).toBe(72);
  });

  it('skips a spring hour: rows there are told', () => {
    const { report } = only(wide(stamps('2026-03-28T00:00', 72, 60).map((s) => [s, 1])));
    expect(findingOf(report, 'skippedHour')).toMatchObject([
      { count: 1, examples: [{ start: '2026-03-29T02:00' }] },
    ]);
  });
});

describe('bad cells', () => {
  it('are refused by row, and the others count', () => {
    const rows: [string, string | number][] = fortnight.map((s) => [s, 1]);
    rows[3] = ['2026-02-30T01:30', 1];
    rows[4] = [rows[4]?.[0] ?? '', -5];
    rows[5] = [rows[5]?.[0] ?? '', '1e12'];
    rows[6] = [rows[6]?.[0] ?? '', 'many'];
    rows[7] = [rows[7]?.[0] ?? '', ''];
    rows[8] = ['2026-03-02T04:07', 1];
    rows[9] = [rows[9]?.[0] ?? '', '1,9'];
    const { report } = only(wide(rows));
    expect(report).toMatchObject({ rows: 672, counted: 665, rejected: 6 });
    expect(report.rejections.map(({ row, code, path }) => [row, code, path])).toEqual([
      [5, 'dateDoesNotExist', 'row 5'],
      [6, 'negativeVolume', 'row 6'],
      [7, 'absurdVolume', 'row 7'],
      [8, 'notANumber', 'row 8'],
      [10, 'offGrid', 'row 10'],
      [11, 'extraCells', 'row 11'],
    ]);
    expect(report.rejections[1]?.message).toBe('row 6, column "calls": "-5" contacts are fewer than none');
    expect(findingOf(report, 'emptyVolume')).toMatchObject([{ count: 1, examples: [{ row: 9 }] }]);
  });

  it('of one channel do not cost the others their row', () => {
    const rows = fortnight.map((s, i) => `${s},${i === 5 ? '-1' : 1},2`);
    const { report, series } = importOf(['start,ems,fire', ...rows].join('\n'));
    expect(report.channels.map(({ contacts }) => contacts)).toEqual([671, 1344]);
    expect(report).toMatchObject({ counted: 672, rejected: 1 });
    expect(series[0]?.known[5]).toBe(0);
  });

  it('everywhere leave nothing, and the reasons', () => {
    expect(issuesOf(wide(fortnight.map((s) => [s, -1])))).toEqual(
      expect.arrayContaining(['nothingCounted', 'negativeVolume']),
    );
  });
});

describe('names', () => {
  it('of the language itself are harmless', () => {
    const rows = stamps('2026-03-02T08:00', 20).flatMap((s) =>
      ['__proto__', 'constructor', 'toString'].map((name) => `${s},${name},1`),
    );
    const { report } = importOf(['start,queue,calls', ...rows].join('\n'));
    expect(report.channels.map(({ channel, contacts }) => [channel, contacts])).toEqual([
      ['__proto__', 20],
      ['constructor', 20],
      ['toString', 20],
    ]);
    const columns = importOf(
      `start,__proto__,hasOwnProperty\n${stamps('2026-03-02T08:00', 20)
        .map((s) => `${s},1,2`)
        .join('\n')}`,
    );
    expect(columns.report.channels.map(({ channel }) => channel)).toEqual(['__proto__', 'hasOwnProperty']);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it('of more than 200 channels are too many', () => {
    const rows = Array.from({ length: 201 }, (_, i) => `2026-03-02T08:00,queue ${i},1`);
    const mapping = guessOf(['start,queue,calls', ...rows.slice(0, 50)].join('\n')).mapping;
    expect(readHistory([['start,queue,calls', ...rows].join('\n')], mapping)).toMatchObject({
      ok: false,
      issues: [{ code: 'tooManyChannels', path: 'row 202' }],
    });
  });
});

describe('handle times', () => {
  it('are averaged by contacts, total over total', () => {
    const text = [
      'start,calls,aht',
      '2026-03-02T08:00,10,100',
      '2026-03-02T08:15,30,200',
      '2026-03-02T08:30,0,0',
      '2026-03-02T08:45,5,0',
    ].join('\n');
    const { handleTime, report } = only(text);
    // (10 × 100 + 30 × 200) / 40, not the mean of 100 and 200
    expect(handleTime).toEqual([175, null]);
    expect(findingOf(report, 'zeroHandleTime')).toMatchObject([{ count: 1, examples: [{ row: 5 }] }]);
    expect(only(text, { handleTime: { kind: 'total', unit: 'seconds' } }).handleTime?.[0]).toBe(300 / 40);
  });
});

it('refuses a quote that swallowed rows instead of calling the rest a success', () => {
  const rows = fortnight.map((s, i) => `${s},${i === 2 ? '"1' : 1}`);
  const text = ['start,calls', ...rows].join('\n');
  const { mapping } = guessOf(text);
  expect(readHistory([text], mapping)).toMatchObject({
    ok: false,
    issues: [{ code: 'quoteSwallows', path: 'row 4' }],
  });
  const plain = readHistory([text], { ...mapping, quotes: false });
  expect(plain).toMatchObject({ ok: true, report: { counted: 671, rejected: 1 } });
});

it('says what a mapping lacks before reading', () => {
  const { mapping } = guessOf(wide(fortnight.map((s) => [s, 1])));
  const codes = (corrections: Partial<typeof mapping>) => {
    const result = new HistoryReader({ ...mapping, ...corrections }).end();
    return result.ok ? [] : result.issues.map(({ code }) => code);
  };
  expect(codes({ columns: [{ role: 'ignore' }, { role: 'ignore' }] })).toEqual([
    'noDateColumn',
    'noVolumeColumn',
  ]);
  expect(codes({ timeZone: 'Mars/Olympus' })).toEqual(['timeZone']);
  expect(codes({ layout: 'long' })).toEqual(['noChannelColumn']);
  expect(codes({ fileMinutes: 0 })).toEqual(['interval']);
  expect(codes({ fileMinutes: 20 })).toEqual(['coarserFile']);
});
