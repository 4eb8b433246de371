/** A log kept contact by contact: moments, channels and reasons as written, and what is refused. */
import { describe, expect, it } from 'vitest';
import {
  ContactLogReader,
  logMapping,
  tellsTalkOnly,
  type LogReading,
} from '../../src/history/contact-log.ts';
import { inspect } from '../../src/history/sniff.ts';
import { dayNumber } from '../../src/numeric/civil-date.ts';
import { SECONDS_PER_DAY } from '../../src/units.ts';

function read(text: string, timeZone = 'Europe/Paris'): LogReading | { readonly code: string } {
  const inspection = inspect(text, { timeZone, intervalMinutes: 30 });
  if (!inspection.ok) throw new Error(inspection.issues[0]?.message);
  const mapping = logMapping(inspection.guess.mapping);
  if (!('columns' in mapping)) return mapping;
  const reader = new ContactLogReader(mapping);
  for (const character of text) reader.push(character);
  return reader.end();
}

const MONDAY = dayNumber(2026, 3, 2) * SECONDS_PER_DAY;

describe('a log of contacts', () => {
  it('keeps moment, channel and reason of each, in the order of the file', () => {
    const reading = read(
      'time,queue,reason\n2026-03-02 09:00:05,Sales,Order\n2026-03-02 09:00:05,Support,\n2026-03-02 08:59:59.5,Sales,Complaint\n',
    );
    if (!('ok' in reading) || !reading.ok) throw new Error('not read');
    const { log, report } = reading;
    expect(log.channels).toEqual(['Sales', 'Support']);
    expect(log.reasons).toEqual(['Order', 'Complaint']);
    expect([...log.at].map((at) => at - MONDAY)).toEqual([32_405, 32_405, 32_399]);
    expect([...log.channel]).toEqual([0, 1, 0]);
    expect([...log.reason]).toEqual([0, -1, 1]);
    expect([...log.row]).toEqual([2, 3, 4]);
    expect(log.within).toEqual([1, 1]);
    expect(report).toMatchObject({ rows: 3, counted: 3, rejected: 0 });
  });

  it('grows with the file, and says that times are to the minute', () => {
    const rows = Array.from({ length: 3000 }, (_, k) => {
      const minute = String(k % 60).padStart(2, '0');
      return `02/03/2026 1${k % 5}:${minute};Phone`;
    });
    const reading = read(['Date heure;Canal', ...rows].join('\n'));
    if (!('ok' in reading) || !reading.ok) throw new Error('not read');
    expect(reading.log.at.length).toBe(3000);
    expect(reading.log.within).toEqual([60]);
    expect((reading.log.at[2999] ?? 0) - MONDAY).toBe(14 * 3600 + 59 * 60);
  });

  it('keeps how long each took that was served, and of nobody else', () => {
    const reading = read(
      'time,queue,outcome,talk time\n2026-03-02 09:00:05,A,answered,200\n2026-03-02 09:01:06,A,abandoned,7\n2026-03-02 09:02:07,A,answered,\n2026-03-02 09:03:08,A,answered,0\n',
    );
    if (!('ok' in reading) || !reading.ok) throw new Error('not read');
    expect([...reading.log.handleTime]).toEqual([200, -1, -1, -1]);
  });

  it.each([
    [['talk time'], true],
    [['Temps de conversation (s)'], true],
    [['handle time'], false],
    [['service_s'], false],
    [['talk time', 'wrap up'], false],
  ])('tells talk times from handle times by their headings: %j', (headings, talk) => {
    const cells = ',200'.repeat(headings.length);
    const text = `${['time', ...headings].join()}\n2026-03-02 09:00:05${cells}\n`;
    const inspection = inspect(text, { timeZone: 'Europe/Paris', intervalMinutes: 30 });
    if (!inspection.ok) throw new Error('not read');
    const { mapping } = inspection.guess;
    const columns = mapping.columns.map(({ role }, k) => ({
      role: k === 0 ? role : ('handleTime' as const),
    }));
    expect(tellsTalkOnly({ ...mapping, columns }, ['time', ...headings])).toBe(talk);
  });

  it('says of each channel to what its times are told', () => {
    const rows = Array.from({ length: 24 }, (_, k) => {
      const [h, half] = [8 + Math.floor(k / 4), k % 2 === 0 ? '00' : '30'];
      return `2026-03-02 ${String(h).padStart(2, '0')}:${half},Hall\n2026-03-02 ${String(h).padStart(2, '0')}:${half}:07,Phone\n`;
    });
    const reading = read(`time,queue\n${rows.join('')}2026-03-02 08:00:00,Rare\n`);
    if (!('ok' in reading) || !reading.ok) throw new Error('not read');
    expect(reading.log.channels).toEqual(['Hall', 'Phone', 'Rare']);
    // One contact at the full hour may well have come at that minute.
    expect(reading.log.within).toEqual([1800, 1, 60]);
  });

  it('stands on the clock of the scenario, whatever that of the file', () => {
    const reading = read('started,queue\n2026-03-02T08:00:30Z,A\n2026-03-02T08:00:31Z,A\n');
    if (!('ok' in reading) || !reading.ok) throw new Error('not read');
    expect([...reading.log.at].map((at) => at - MONDAY)).toEqual([32_430, 32_431]);
  });

  it('is refused where it has dates only: nobody came at midnight', () => {
    const days = Array.from({ length: 40 }, (_, k) => `2026-03-0${2 + (k % 7)},A\n`);
    expect(read(`date,queue\n${days.join('')}`)).toMatchObject({
      ok: false,
      issues: [{ code: 'noTimesOfDay' }],
    });
    expect(read(`date,queue\n${days.join('')}2026-03-03 10:00,A\n`)).toMatchObject({ ok: true });
  });

  it('tells rows that cannot be used, and refuses counts of intervals', () => {
    const good = Array.from({ length: 10 }, (_, k) => `2026-03-02 09:1${k}:07,A\n`);
    const reading = read(
      `time,queue\n2026-03-02 09:00:05,A\n2026-02-30 09:00:00,A\nyesterday,A\n2026-03-02 09:10:00,\n${good.join('')}`,
    );
    if (!('ok' in reading) || !reading.ok) throw new Error('not read');
    expect(reading.log.at.length).toBe(11);
    expect(reading.report.rejections.map(({ row, code }) => [row, code])).toEqual([
      [3, 'dateDoesNotExist'],
      [4, 'dateUnreadable'],
      [5, 'channelMissing'],
    ]);
    const counts = Array.from({ length: 20 }, (_, k) => `2026-03-02 ${String(k).padStart(2, '0')}:00,${k},5`);
    expect(read(['start,Phone,Chat', ...counts].join('\n'))).toMatchObject({ code: 'notALog' });
  });
});
