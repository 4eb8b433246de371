/**
 * Exports of five systems, one fixture each: rows made up, column names from the sources in LICENSES.md.
 * Sums were taken from the files with awk and Python's csv module.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstResponses, handleTimes } from '../../src/history/contact-facts.ts';
import type { Mapping } from '../../src/history/mapping.ts';
import type { SeriesColumns } from '../../src/history/report.ts';
import { readHistory } from '../../src/history/history-reader.ts';
import { startText } from '../../src/history/findings.ts';
import { guessOf } from './tables.ts';

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '../fixtures/vendors', name), 'utf8');

function imported(text: string, mapping: Mapping = guessOf(text).mapping) {
  const result = readHistory([text], mapping);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  expect(result.report).toMatchObject({ rejected: 0, counted: result.report.rows });
  return result;
}

const sum = (values: Iterable<number> | undefined) => [...(values ?? [])].reduce((a, b) => a + b, 0);
/** Contacts, contacts handled and seconds they took, by channel. */
const totals = (series: readonly SeriesColumns[]) =>
  Object.fromEntries(
    series.map(({ channel, values, handled, handleSeconds }) => [
      channel,
      [sum(values), sum(handled), sum(handleSeconds)],
    ]),
  );
const roles = (text: string) =>
  Object.fromEntries(
    guessOf(text)
      .columns.filter(({ value }) => value !== 'ignore')
      .map(({ name, value }) => [name, value]),
  );

describe('the history import of Genesys Cloud', () => {
  const text = fixture('genesys_cloud_import.csv');

  it('has quarters of an hour on UTC, and handle time as the total of an interval', () => {
    expect(guessOf(text).mapping).toMatchObject({
      delimiter: ',',
      layout: 'long',
      fileMinutes: 15,
      fileZone: 'UTC',
      handleTime: { kind: 'total', unit: 'seconds' },
    });
  });

  it(
    'tells queue and medium as a channel, and adds what skills and languages divide',
    { tags: 'slow' },
    () => {
      expect(guessOf(text)).toMatchObject({
        parts: ['Skill Set', 'Language'],
        mapping: { duplicates: 'sum' },
      });
      expect(totals(imported(text).series)).toEqual({
        'Billing · Voice': [1162, 1087, 292_140],
        'Sales · Voice': [908, 867, 173_400],
        'Sales · Chat': [702, 656, 275_520],
      });
    },
  );

  it('puts the 25 hours of 25 October on the clock of Paris', { tags: 'slow' }, () => {
    const { series } = imported(text);
    const sales = series[1] ?? expect.fail();
    expect(startText(sales.starts[0] ?? 0)).toBe('2026-10-25T00:00');
    // the rows are in order on UTC, where no hour comes twice
    expect(imported(text).report.findings.map(({ kind }) => kind)).not.toContain('unordered');
    expect(sales.values).toHaveLength(48);
    // 02:00 comes twice, at 00:00Z and 01:00Z: 10 + 11, and 8 + 12 half an hour later, each with its second quarter
    const at = (start: string) => sales.values[[...sales.starts].findIndex((s) => startText(s) === start)];
    expect(at('2026-10-25T00:00')).toBe(7 + 6);
    expect(at('2026-10-25T02:00')).toBeGreaterThan(1.5 * (at('2026-10-25T03:00') ?? 0));
  });
});

describe('the history import of Amazon Connect', () => {
  const text = fixture('amazon_connect_import.csv');

  it('has averages in seconds with a fraction, and drops the identifiers of queues', { tags: 'slow' }, () => {
    expect(guessOf(text).mapping).toMatchObject({
      layout: 'long',
      fileMinutes: 30,
      handleTime: { kind: 'average', unit: 'seconds' },
      duplicates: 'unknown',
    });
    expect(roles(text)).toEqual({
      QueueName: 'channel',
      QueueId: 'identifier',
      ChannelType: 'channel',
      TimeStamp: 'start',
      IncomingContactVolume: 'volume',
      AverageHandleTime: 'handleTime',
      ContactsHandled: 'answered',
    });
    expect(totals(imported(text).series)).toEqual({
      'Support · VOICE': [1091, 1041, 326_120.5],
      'Support · CHAT': [491, 447, 241_637.5],
      'Orders · VOICE': [325, 284, 58_472],
    });
  });

  it('begins a day at the midnight of its zone, written on UTC', () => {
    const head = text.split('\r\n', 1)[0] ?? '';
    // midnight in Paris: 23:00Z in winter, 22:00Z from 29 March on
    const days = Array.from({ length: 40 }, (_, i) => {
      const begin = Date.UTC(2026, 1, 28, 23) + i * 86_400_000 - (i > 28 ? 3_600_000 : 0);
      return `Support,q,VOICE,${new Date(begin).toISOString()},daily,${100 + i},300,90`;
    });
    const daily = [head, ...days].join('\n');
    expect(guessOf(daily).mapping).toMatchObject({ fileMinutes: 1440, intervalMinutes: 1440 });
    const [series] = imported(daily).series;
    expect([...(series?.starts ?? [])].map(startText).slice(27, 31)).toEqual([
      '2026-03-28T00:00',
      '2026-03-29T00:00',
      '2026-03-30T00:00',
      '2026-03-31T00:00',
    ]);
    expect([...(series?.values ?? [])]).toEqual(Array.from({ length: 40 }, (_, i) => 100 + i));
  });
});

describe('the metrics of an Amazon Connect report', () => {
  it('count all contacts, not some of them twice', () => {
    const metrics =
      'Queue,StartInterval,EndInterval,Contacts queued,Contacts handled incoming,Contacts handled outbound,Contacts abandoned,Contacts abandoned in 20 seconds,Contacts answered in 30 seconds,Service level 60 seconds,Average queue answer time,Average handle time,Average agent interaction time,Average after contact work time,Callback contacts';
    const rows = Array.from({ length: 20 }, (_, i) => {
      const clock = `${String(8 + Math.floor(i / 2)).padStart(2, '0')}:${i % 2 === 0 ? '00' : '30'}`;
      return `Support,2026-03-02T${clock}:00Z,,${20 + i},${18 + i},3,2,1,${15 + i},91.20%,00:00:12,00:05:12,00:04:32,00:00:40,1`;
    });
    const text = [metrics, ...rows].join('\n');
    expect(roles(text)).toEqual({
      Queue: 'channel',
      StartInterval: 'start',
      'Contacts queued': 'volume',
      'Contacts handled incoming': 'answered',
      'Contacts abandoned': 'abandoned',
      'Average handle time': 'handleTime',
    });
    expect(totals(imported(text).series)).toEqual({ Support: [590, 550, 550 * 312] });
  });
});

describe('the call detail of NICE CXone', () => {
  const text = fixture('nice_cxone_call_detail.csv');
  const { mapping } = guessOf(text);

  it('is a log of calls: wait, agent time and after-call work, abandoned or not', () => {
    expect(mapping).toMatchObject({ layout: 'perContact', dateOrder: 'mdy' });
    expect(roles(text)).toEqual({
      Contact_ID: 'identifier',
      Master_Contact_ID: 'identifier',
      ANI_DIALNUM: 'caller',
      Skill_Name: 'channel',
      Start_Date: 'date',
      start_time: 'time',
      InQueue: 'wait',
      Agent_Time: 'handleTime',
      ACW_Time: 'handleTime',
      Abandon: 'abandoned',
    });
  });

  it('gives volumes, handle times and who hung up', { tags: 'slow' }, () => {
    const { series, contacts, report } = imported(text);
    expect(totals(series)).toEqual({ Billing: [218, 193, 66_870], Sales: [88, 76, 26_354] });
    expect(contacts.map(({ answered, abandoned }) => [answered, abandoned])).toEqual([
      [193, 25],
      [76, 12],
    ]);
    // an abandoned call has no handle time, so its 0 is no fault
    expect(report.findings.map(({ kind }) => kind)).not.toContain('zeroHandleTime');
    expect(handleTimes(contacts[0] ?? expect.fail())?.mean).toBeCloseTo(66_870 / 193, 9);
  });
});

describe('the queue data of Calabrio', () => {
  const text = fixture('calabrio_queue.txt');

  it('has talk and wrap-up as totals, and no headings', { tags: 'slow' }, () => {
    expect(guessOf(text).mapping).toMatchObject({
      delimiter: ';',
      header: false,
      fileMinutes: 15,
      handleTime: { kind: 'total', unit: 'seconds' },
    });
    expect(totals(imported(text).series)).toEqual({
      Sales: [730, 695, 149_425],
      Support: [1112, 1075, 317_125],
    });
  });
});

describe('the ticket export of Zendesk', () => {
  const text = fixture('zendesk_tickets.csv');

  it('counts tickets where they were created, by the way they came', { tags: 'slow' }, () => {
    expect(guessOf(text).mapping).toMatchObject({ layout: 'perContact' });
    const { series } = imported(text);
    expect(Object.entries(totals(series)).map(([channel, [count]]) => [channel, count])).toEqual([
      ['Mail', 62],
      ['Web form', 31],
      ['Chat', 33],
    ]);
  });

  it(
    'takes the first reply in minutes of the calendar, and none of the waits that follow it',
    { tags: 'slow' },
    () => {
      expect(roles(text)).toEqual({
        Id: 'identifier',
        Requester: 'identifier',
        'Requester id': 'identifier',
        'Requester external id': 'identifier',
        'Requester email': 'identifier',
        'Requester domain': 'identifier',
        Submitter: 'identifier',
        Assignee: 'identifier',
        Subject: 'identifier',
        Via: 'channel',
        'Created at': 'start',
        'First reply time in minutes': 'firstResponse',
      });
      const replies = imported(text).contacts.map((facts) => firstResponses(facts));
      expect(replies.map((reply) => reply?.contacts)).toEqual([62, 31, 33]);
      // Python: statistics.median of the column, 27,210 s; bins are 5 % wide
      expect(replies[0]?.median).toBeGreaterThan(27_210 / 1.05);
      expect(replies[0]?.median).toBeLessThan(27_210 * 1.05);
    },
  );

  it('shows and keeps no names, addresses or subjects of customers', () => {
    const shown = guessOf(text).columns.filter(({ samples }) =>
      samples.some((cell) => /@|Customer|Agent|refund/i.test(cell)),
    );
    expect(shown).toEqual([]);
  });
});

describe('units that no heading says', () => {
  const table = (handle: (i: number) => string) =>
    [
      'Interval Start,Queue Name,Offer,Answer,Handle,Avg Handle,Total Talk',
      ...Array.from(
        { length: 20 },
        (_, i) => `2026-03-02T${String(i).padStart(2, '0')}:00,Sales,${9 + (i % 5)},8,8,${handle(i)},1`,
      ),
    ].join('\n');

  it.each([
    ['milliseconds', (i: number) => String(300_000 + i), 0.001],
    ['minutes', (i: number) => `4.${i % 10}`, 60],
    ['seconds', (i: number) => String(300 + i), 1],
  ] as const)('are %s by the size of a contact', (unit, handle, factor) => {
    const text = table(handle);
    expect(guessOf(text).handleTime.value).toEqual({ kind: 'average', unit });
    expect(guessOf(text).handleTime.confidence < 0.7).toBe(unit !== 'seconds');
    const [series] = imported(text).series;
    expect((series?.handleSeconds?.[3] ?? 0) / (series?.handled?.[3] ?? 0)).toBeCloseTo(
      Number(handle(3)) * factor,
      9,
    );
  });
});
