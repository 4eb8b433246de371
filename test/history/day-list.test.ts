import { describe, expect, it } from 'vitest';
import { readDayList } from '../../src/history/day-list.ts';

const options = {
  channelOf: (name: string) => (['phone', 'chat'].includes(name) ? name : null),
  from: '2024-01-01',
  to: '2027-01-31',
  timeZone: 'Europe/Paris',
};
const read = (...lines: string[]) => readDayList(lines.join('\r\n'), options);
/** `date label channel`, and `row code`. */
const days = (list: ReturnType<typeof read>) =>
  list.days.map(({ date, label, channel }) => [date, label, ...(channel ? [channel] : [])].join(' '));
const refused = (list: ReturnType<typeof read>) => list.refused.map(({ row, code }) => `${row} ${code}`);

describe('a list of special days', () => {
  it('has a date, a label and perhaps a channel in each row', () => {
    const list = read(
      'Date;Label;Channel',
      '2026-12-25;Christmas;',
      '',
      '2026-12-04;"Bill run; all ""A"" customers";phone',
      '2026-12-05;Sale, mailing;;;;',
    );
    expect(list).toMatchObject({ form: 'table', refused: [] });
    expect(list.days.map(({ row }) => row)).toEqual([2, 4, 5]);
    expect(days(list)).toEqual([
      '2026-12-25 Christmas',
      '2026-12-04 Bill run; all "A" customers phone',
      '2026-12-05 Sale, mailing',
    ]);
  });

  it('is cut at tabs where a worksheet is pasted', () => {
    expect(days(read('2026-12-25\tChristmas, all day\tchat', '2026-12-26\tBoxing Day'))).toEqual([
      '2026-12-25 Christmas, all day chat',
      '2026-12-26 Boxing Day',
    ]);
  });

  it('is read as worksheets write dates where it tells day and month apart', () => {
    expect(days(read('Jour,Nom', '01/05/2026,1er mai', '25/12/2026,Noël'))).toEqual([
      '2026-05-01 1er mai',
      '2026-12-25 Noël',
    ]);
    const open = read('01/05/2026,May or January', '05/05/2026,May', '5 Nov 2026,Fireworks');
    expect(days(open)).toEqual(['2026-05-05 May', '2026-11-05 Fireworks']);
    expect(refused(open)).toEqual(['1 dateOrder']);
  });

  it('names each row that is no day', () => {
    const list = read(
      '2026-02-30,Not there',
      'soon 1,Christmas',
      '1969-12-31,Too early',
      '2026-12-25',
      `2026-12-25,${'x'.repeat(201)}`,
      '2026-12-25,Turned \u202E around',
      '2026-12-25,=HYPERLINK("http://x";"y")',
      '2026-12-25,+cmd|calc',
      '2026-12-25,"Christmas',
      '2026-12-25,Christmas,fax',
      '2026-12-24,-20 % sale',
    );
    expect(refused(list)).toEqual([
      '1 date',
      '2 date',
      '3 dateRange',
      '4 label',
      '5 labelLong',
      '6 control',
      '7 formula',
      '8 formula',
      '9 quote',
      '10 channel',
    ]);
    expect(days(list)).toEqual(['2026-12-24 -20 % sale']);
    expect(list.refused[5]?.value).toBe('Turned \u{FFFD} around');
    expect(list.refused[4]?.value).toHaveLength(81);
  });

  it('ends after 5,000 rows, and says how many are left', () => {
    const list = readDayList('2026-12-25,Christmas\n'.repeat(5003), options);
    expect(list.days).toHaveLength(5000);
    expect(list.refused).toEqual([{ row: 5001, code: 'tooMany', value: '3' }]);
    expect(readDayList('', options)).toEqual({ form: 'table', days: [], refused: [] });
  });
});

const calendar = (...events: (readonly string[])[]) =>
  read(
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  );

describe('a calendar file', () => {
  it('has days with an exclusive end, folded lines and escaped characters', () => {
    const list = calendar(
      [
        'DTSTART;VALUE=DATE:20261224',
        'DTEND;VALUE=DATE:20261227',
        'SUMMARY:Christmas\\, closed\\nall',
        '  day',
      ],
      ['DTSTART;VALUE=DATE:20261231', 'SUMMARY;LANGUAGE="x:y":New Year', '\t’s Eve'],
      [
        'DTSTART;VALUE=DATE:20260301',
        'DURATION:P2D',
        'SUMMARY:Sale',
        'BEGIN:VALARM',
        'SUMMARY:no',
        'END:VALARM',
      ],
    );
    expect(list).toMatchObject({ form: 'calendar', refused: [] });
    expect(days(list)).toEqual([
      '2026-12-24 Christmas, closed all day',
      '2026-12-25 Christmas, closed all day',
      '2026-12-26 Christmas, closed all day',
      '2026-12-31 New Year’s Eve',
      '2026-03-01 Sale',
      '2026-03-02 Sale',
    ]);
    expect(list.days[3]?.row).toBe(9);
  });

  it('has moments: in UTC they become days of the zone', () => {
    // 23:30 UTC in November is half past midnight in Paris
    expect(days(calendar(['DTSTART:20261126T233000Z', 'DTEND:20261127T003000Z', 'SUMMARY:Outage']))).toEqual([
      '2026-11-27 Outage',
    ]);
    const local = ['DTSTART;TZID=America/New_York:20261126T220000', 'SUMMARY:Mailing'];
    expect(days(calendar([...local, 'DTEND:20261127T000000']))).toEqual(['2026-11-26 Mailing']);
    expect(days(calendar([...local, 'DURATION:PT2H30M']))).toEqual([
      '2026-11-26 Mailing',
      '2026-11-27 Mailing',
    ]);
  });

  it('repeats within history and forecast what comes every year', () => {
    const yearly = (rule: string, start = '20201225') =>
      days(calendar([`DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`, 'SUMMARY:Day']));
    expect(yearly('FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25')).toEqual([
      '2024-12-25 Day',
      '2025-12-25 Day',
      '2026-12-25 Day',
    ]);
    // the fifth of 2020, 2021, …
    expect(yearly('FREQ=YEARLY;COUNT=5')).toEqual(['2024-12-25 Day']);
    expect(yearly('FREQ=YEARLY;UNTIL=20251225T000000Z')).toEqual(['2024-12-25 Day', '2025-12-25 Day']);
    expect(yearly('FREQ=YEARLY;INTERVAL=3')).toEqual(['2026-12-25 Day']);
    expect(yearly('FREQ=YEARLY', '20000229')).toEqual(['2024-02-29 Day']);
  });

  it('carries a repetition over the turn of the year, leaves out and moves single ones', () => {
    const master = ['UID:a', 'DTSTART;VALUE=DATE:20201231', 'DTEND;VALUE=DATE:20210102', 'RRULE:FREQ=YEARLY'];
    const list = calendar(
      [...master, 'EXDATE;VALUE=DATE:20241231', 'SUMMARY:Turn'],
      ['UID:a', 'RECURRENCE-ID;VALUE=DATE:20251231', 'DTSTART;VALUE=DATE:20251230', 'SUMMARY:Moved'],
    );
    expect(days(list)).toEqual(['2024-01-01 Turn', '2026-12-31 Turn', '2027-01-01 Turn', '2025-12-30 Moved']);
  });

  it('names what it does not read', () => {
    const event = (...lines: string[]) => ['DTSTART;VALUE=DATE:20261225', 'SUMMARY:Day', ...lines];
    const list = calendar(
      event('RRULE:FREQ=WEEKLY;BYDAY=MO'),
      event('RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'),
      event('RDATE:20270101'),
      event('RRULE:FREQ=YEARLY;UNTIL=20261224'),
      event('DTEND;VALUE=DATE:20261224'),
      event('DTEND;VALUE=DATE:20280101'),
      event('STATUS:CANCELLED'),
      ['SUMMARY:Never'],
      ['DTSTART;VALUE=DATE:20261225'],
      ['DTSTART:20261325', 'SUMMARY:No month'],
    );
    expect(list.days).toEqual([]);
    expect(list.refused.map(({ code }) => code)).toEqual([
      'rule',
      'rule',
      'rule',
      'noRepetition',
      'end',
      'span',
      'cancelled',
      'date',
      'label',
      'date',
    ]);
    expect(list.refused[0]?.value).toBe('Day: FREQ=WEEKLY;BYDAY=MO');
  });

  it('tells where it is cut off', () => {
    const list = read('BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'DTSTART:20261225', 'SUMMARY:Cut');
    expect(list).toMatchObject({ days: [], refused: [{ row: 2, code: 'unfinished', value: 'Cut' }] });
  });

  it('holds no more than 5,000 days', () => {
    const year = ['DTSTART;VALUE=DATE:20250101', 'DTEND;VALUE=DATE:20260101', 'SUMMARY:All year'];
    const list = calendar(...Array.from({ length: 60 }, () => year));
    expect(list.days).toHaveLength(13 * 365);
    expect(list.refused).toMatchObject([{ code: 'tooMany', value: '47' }]);
  });
});
