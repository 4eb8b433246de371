/** Layouts that planners have, as ECOSYSTEM describes the exports of their systems. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHistory } from '../../src/history/history-reader.ts';
import { inspect } from '../../src/history/sniff.ts';
import { american, french, guessOf, importOf, issuesOf, PARIS, stamps } from './tables.ts';

const roles = (text: string) => guessOf(text).columns.map(({ value }) => value);
const csv = (rows: readonly (readonly (string | number)[])[], delimiter = ',') =>
  rows.map((row) => row.join(delimiter)).join('\r\n');

describe('a first look', () => {
  it('reads a Genesys export: totals, two kinds of channel, UTC', { tags: 'slow' }, () => {
    const rows = stamps('2026-03-02T08:00', 40, 15).flatMap((start, i) =>
      ['Sales', 'Service'].map((queue) => [
        `${start}:00Z`,
        queue,
        'voice',
        'a|||b',
        'fr',
        10 + (i % 7),
        9 + (i % 7),
        (9 + (i % 7)) * 240,
      ]),
    );
    const text = csv([
      [
        'Interval Start UTC Date',
        'Queue',
        'Media Type',
        'Skill Set',
        'Language',
        'Offered',
        'Interactions Handled',
        'Total Handle Time',
      ],
      ...rows,
    ]);
    expect(roles(text)).toEqual([
      'start',
      'channel',
      'ignore',
      'ignore',
      'ignore',
      'volume',
      'answered',
      'handleTime',
    ]);
    expect(guessOf(text)).toMatchObject({
      layout: { value: 'long' },
      fileZone: { value: 'UTC' },
      fileMinutes: { value: 15 },
      handleTime: { value: { kind: 'total', unit: 'seconds' } },
    });
    const { series, report } = importOf(text);
    expect(report.channels.map(({ channel, from }) => [channel, from])).toEqual([
      ['Sales', '2026-03-02T09:00'],
      ['Service', '2026-03-02T09:00'],
    ]);
    // 240 s for each contact handled
    expect((series[0]?.handleSeconds?.[0] ?? 0) / (series[0]?.handled?.[0] ?? 0)).toBe(240);
  });

  it('reads an Amazon Connect export: averages, identifiers', () => {
    const rows = stamps('2026-03-02T08:00', 40, 15).map((start, i) => [
      'Support',
      '7fa3-11',
      'VOICE',
      `${start}:00Z`,
      '15mins',
      20 + (i % 5),
      300 + (i % 3),
      18,
    ]);
    const text = csv([
      [
        'QueueName',
        'QueueId',
        'ChannelType',
        'TimeStamp',
        'IntervalDuration',
        'IncomingContactVolume',
        'AverageHandleTime',
        'ContactsHandled',
      ],
      ...rows,
    ]);
    expect(roles(text)).toEqual([
      'channel',
      'identifier',
      'ignore',
      'start',
      'ignore',
      'volume',
      'handleTime',
      'answered',
    ]);
    expect(guessOf(text).handleTime.value).toEqual({ kind: 'average', unit: 'seconds' });
    expect(guessOf(text).columns[1]?.samples).toEqual([]);
  });

  it(
    'reads a French sheet: semicolons, decimal commas, date and hour apart, a title and a total',
    { tags: 'slow' },
    () => {
      const body = stamps('2026-03-02T08:00', 48).map((start, i) => [
        ...french(start),
        `1\u00A0${String(100 + i)},0`,
        '05:12',
      ]);
      const text = csv(
        [
          ['Rapport des appels'],
          [],
          ['Date', 'Heure', 'Appels présentés', 'DMT'],
          ...body,
          ['Total', '', '54528,0', ''],
        ],
        ';',
      );
      const guess = guessOf(text);
      expect(guess).toMatchObject({
        delimiter: { value: ';' },
        decimal: { value: ',' },
        dateOrder: { value: 'dmy' },
        fileMinutes: { value: 30 },
        layout: { value: 'wide' },
        mapping: { skipRows: 2, header: true },
      });
      expect(roles(text)).toEqual(['date', 'time', 'volume', 'handleTime']);
      const { report } = importOf(text);
      expect(report).toMatchObject({
        rows: 49,
        counted: 48,
        rejected: 0,
        channels: [{ contacts: 48 * 1100 + (47 * 48) / 2 }],
      });
      expect(report.findings).toContainEqual({ kind: 'totalRow', count: 1, examples: [{ row: 52 }] });
    },
  );

  it('names the order of days whose year of four digits comes last', () => {
    const days = Array.from({ length: 28 }, (_, i) => [`${i + 1}/09/2026`, 100 + i]);
    expect(guessOf(csv([['Date', 'Calls'], ...days])).dateOrder).toMatchObject({
      value: 'dmy',
      confidence: 1,
    });
    // a year of two digits that comes first
    const short = stamps('2016-02-01T00:00', 28, 1440).map((start) => [start.slice(2, 10), 100]);
    expect(guessOf(csv([['Date', 'Calls'], ...short])).dateOrder.value).toBe('ymd');
  });

  it('reads an American sheet with AM and PM', { tags: 'slow' }, () => {
    const text = csv([
      ['Interval', 'Calls Offered', 'Abandon %', 'Avg Handle Time'],
      ...stamps('2026-03-02T00:00', 96).map((start) => [american(start), 5, '3%', 200]),
    ]);
    expect(roles(text)).toEqual(['start', 'volume', 'ignore', 'handleTime']);
    expect(guessOf(text)).toMatchObject({ dateOrder: { value: 'mdy' }, fileMinutes: { value: 30 } });
    expect(importOf(text).report.channels).toMatchObject([
      { contacts: 480, from: '2026-03-02T00:00', to: '2026-03-03T23:30' },
    ]);
  });

  it('reads a matrix pasted from a sheet: times down, dates across, sums beside', () => {
    const text = [
      '\t02/03/2026\t03/03/2026\tTotal',
      '09:00\t4\t5\t9',
      '09:30\t6\t\t6',
      'Total\t10\t5\t15',
    ].join('\n');
    expect(guessOf(text)).toMatchObject({
      delimiter: { value: '\t' },
      layout: { value: 'matrix' },
      dateOrder: { value: 'dmy' },
    });
    const { series, report } = importOf(text);
    expect(report.channels).toMatchObject([{ contacts: 15, unknown: 1 }]);
    expect([...(series[0]?.values ?? [])]).toEqual([4, 6, 5, 0]);
    expect([...(series[0]?.known ?? [])]).toEqual([1, 1, 1, 0]);
  });

  it.each<[string, string, (stamp: string) => (string | number)[]]>([
    ['a hint for the spreadsheet', 'sep=;\r\nstart;calls', (s) => [s, 5]],
    [
      'weekdays before the dates',
      'Jour;Tranche;Appels',
      (s) => [`lun. ${french(s)[0]}`, `${s.slice(11)} - ${s.slice(11, 14)}59`, 5],
    ],
    ['hours as numbers', 'Date;Hour;Calls', (s) => [french(s)[0], Number(s.slice(11, 13)), 5]],
    ['both ends of an interval', 'Interval;Offered', (s) => [`${s}:00.000Z/${s.slice(0, 14)}59:00.000Z`, 5]],
    ['no seconds but a zone', 'Start time;Calls', (s) => [`${s.replace('T', ' ')} CET`, 5]],
  ])('reads a sheet with %s', (_, header, row) => {
    const hours = stamps('2026-03-13T00:00', 48, 60);
    const text = `${header}\r\n${csv(hours.map(row), ';')}`;
    expect(guessOf(text)).toMatchObject({ layout: { value: 'wide' }, fileMinutes: { value: 60 } });
    expect(importOf(text).report).toMatchObject({
      counted: 48,
      rejected: 0,
      channels: [{ contacts: 240, intervals: 48 }],
    });
  });

  it('pairs the columns of several channels', () => {
    const text = csv([
      ['start', 'phone offered', 'phone AHT', 'chat offered', 'chat AHT'],
      ...stamps('2026-03-02T08:00', 20).map((s) => [s, 10, 300, 4, 600]),
    ]);
    expect(guessOf(text).mapping.columns).toEqual([
      { role: 'start' },
      { role: 'volume', channel: 'phone' },
      { role: 'handleTime', channel: 'phone' },
      { role: 'volume', channel: 'chat' },
      { role: 'handleTime', channel: 'chat' },
    ]);
  });

  it('recognises one row per contact, and a single column of times', () => {
    const times = Array.from(
      { length: 60 },
      (_, i) => `2026-03-02T08:${String(i).padStart(2, '0')}:${String((i * 37) % 60).padStart(2, '0')}`,
    );
    expect(guessOf(['opened', ...times].join('\n')).layout.value).toBe('perContact');
    const text = csv([
      ['call id', 'caller', 'arrived', 'talk time'],
      ...times.map((t, i) => [`A-${i}`, `+33 6 12 34 56 ${10 + (i % 80)}`, t, 180]),
    ]);
    expect(roles(text)).toEqual(['identifier', 'identifier', 'start', 'handleTime']);
    expect(importOf(text).report.channels).toMatchObject([{ contacts: 60 }]);
  });

  it('takes a column of seconds talked for the handle time', () => {
    const rows = stamps('2026-03-02T08:00', 30).map((start, i) => [start, 'phone', 100 + i]);
    for (const head of ['talk_s', 'Talk (sec)', 'Temps de conversation (s)'])
      expect(roles(csv([['arrived', 'queue', head], ...rows]))).toEqual(['start', 'channel', 'handleTime']);
  });

  it('never shows an identifier', () => {
    const text = csv([
      ['start', 'customer', 'queue', 'calls'],
      ...stamps('2026-03-02T08:00', 30).map((s, i) => [s, `jane${i}@example.org`, 'Q', 1]),
    ]);
    const inspection = inspect(text, PARIS);
    expect(JSON.stringify(inspection)).not.toContain('jane');
    expect(JSON.stringify(importOf(text))).not.toContain('jane');
  });

  it('decides between day and month by how close the rows lie', () => {
    // 1 to 12 February, ambiguous one by one
    const days = Array.from({ length: 12 }, (_, i) => [`${String(i + 1).padStart(2, '0')}/02/2026`, 100 + i]);
    expect(guessOf(csv([['date', 'calls'], ...days]))).toMatchObject({
      dateOrder: { value: 'dmy' },
      fileMinutes: { value: 1440 },
    });
    const other = Array.from({ length: 12 }, (_, i) => [
      `02/${String(i + 1).padStart(2, '0')}/2026`,
      100 + i,
    ]);
    expect(guessOf(csv([['date', 'calls'], ...other])).dateOrder.value).toBe('mdy');
  });

  it('doubts mixed decimal marks, and the other half is refused by row', () => {
    const rows = stamps('2026-03-02T08:00', 20).map((start, i) => [start, i % 2 === 0 ? '1,5' : '2.5']);
    const text = csv([['start', 'calls'], ...rows], ';');
    expect(guessOf(text).decimal.confidence).toBeLessThan(0.5);
    expect(importOf(text).report.rejectionsByCode).toEqual([{ code: 'otherDecimalMark', count: 10 }]);
  });

  it('does without a header', () => {
    const text = csv(stamps('2026-03-02T08:00', 20).map((start, i) => [start, i]));
    expect(guessOf(text)).toMatchObject({ header: { value: false }, mapping: { layout: 'wide' } });
    expect(importOf(text).report).toMatchObject({ rows: 20, counted: 20 });
  });

  it.each<[string, string]>([
    ['', 'emptyFile'],
    [' \r\n \n', 'emptyFile'],
    ['start,calls\n', 'headerOnly'],
    ['start,calls', 'headerOnly'],
    ['a\0b\0c', 'binaryFile'],
    ['one\ntwo\nthree', 'oneColumn'],
    ['2026-03-02T08:00~5\n2026-03-02T08:30~6', 'oneColumn'],
    ['name,calls\nx,5\ny,6', 'noDateColumn'],
    ['day,calls\n31/02/2026,5\n32/13/2026,6', 'datesDoNotExist'],
    [
      `start,${Array.from({ length: 201 }, (_, i) => `c${i}`).join(',')}\n2026-03-02T08:00${',1'.repeat(201)}`,
      'tooManyChannels',
    ],
  ])('says of %j why it is no history: %s', (text, code) => {
    expect(issuesOf(text)).toContain(code);
  });
});

it('names the first of dates that do not exist, with its row', () => {
  const inspection = inspect('Calls of the year\n\nday;calls\n30/02/2026;5\n31/02/2026;6\n', PARIS);
  expect(inspection.ok ? [] : inspection.issues).toMatchObject([
    { code: 'datesDoNotExist', values: { cell: '30/02/2026', row: 4 } },
  ]);
});

describe('a first look with an answer given', () => {
  it('takes it, and guesses the columns anew', () => {
    const text = ['a;b|c', '2026-03-02T08:00;x|5', '2026-03-02T08:30;x|6'].join('\n');
    const width = (given: object) => {
      const inspection = inspect(text, { ...PARIS, given });
      return inspection.ok ? inspection.guess.mapping.columns.length : inspection.issues[0]?.code;
    };
    expect(width({ delimiter: ';' })).toBe(2);
    expect(width({ delimiter: '|' })).toBe('noDateColumn');
    const bare = inspect('start,calls\n2026-03-02T08:00,5\n2026-03-02T08:30,6', {
      ...PARIS,
      given: { header: false, skipRows: 1 },
    });
    expect(bare).toMatchObject({ ok: true, guess: { mapping: { header: false, skipRows: 1 } } });
    expect(bare.ok && bare.preview.rows.map(({ row }) => row)).toEqual([2, 3]);
  });

  it('warns of a stray quotation mark, and reads it as a character when told to', () => {
    const rows = Array.from({ length: 50 }, (_, i) => `2026-03-02T08:00,${i === 3 ? '"' : ''}x,5`);
    const text = ['start,note,calls', ...rows].join('\n');
    expect(inspect(text, PARIS)).toMatchObject({
      ok: true,
      warnings: [{ code: 'quoteSwallows', path: 'row 5' }],
    });
    expect(inspect(text, { ...PARIS, given: { quotes: false } })).toMatchObject({
      ok: true,
      warnings: [],
      guess: { mapping: { quotes: false } },
    });
  });
});

it('never throws, whatever the text', { tags: 'slow' }, () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ',',
      ';',
      '\t',
      '|',
      '"',
      '\n',
      '\r',
      ' ',
      '\uFEFF',
      '2026-03-02',
      '02/03/2026 09h30',
      '1 234,5',
      '-',
      'total',
      '__proto__',
      'calls',
      '\u00A0',
      'NaN',
    ),
    fc.string({ maxLength: 4, unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      const inspection = inspect(text, PARIS);
      if (!inspection.ok) {
        expect(inspection.issues).not.toEqual([]);
        return;
      }
      const result = readHistory([text], inspection.guess.mapping);
      for (const { starts, values } of result.ok ? result.series : []) {
        expect([...values].every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
        expect([...starts].every((start, i) => i === 0 || start > (starts[i - 1] ?? 0))).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

describe('counts written in words', () => {
  const days = Array.from({ length: 30 }, (_, i) => `2026-03-${String(i + 1).padStart(2, '0')}`);

  it('are refused one by one, and no log of contacts', () => {
    const text = csv([['date', 'calls'], ...days.map((date) => [date, 'many'])]);
    expect(guessOf(text)).toMatchObject({
      layout: { value: 'wide' },
      columns: [{ value: 'start' }, { value: 'volume', confidence: 0.5 }],
    });
    expect(issuesOf(text)).toContain('nothingCounted');
  });

  it('leave a log a log', () => {
    const rows = days.map((date, i) => [`${date}T10:${10 + i}`, `TICKET ${i}`]);
    expect(guessOf(csv([['opened', 'ticket'], ...rows])).layout.value).toBe('perContact');
  });
});
