import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startText } from '../../src/history/findings.ts';
import type { DateOrder } from '../../src/history/mapping.ts';
import { StampReader } from '../../src/history/stamp.ts';

function read(text: string, order: DateOrder = 'dmy'): string {
  const reader = new StampReader(order);
  const problem = reader.read(text);
  if (problem !== null) return problem;
  const seconds = reader.seconds === 0 ? '' : `:${reader.seconds}`;
  return startText(reader.minutes) + seconds + (reader.hasOffset ? 'Z' : '');
}

describe('a stamp', () => {
  it.each<[string, DateOrder, string]>([
    ['2016-02-29T01:16', 'dmy', '2016-02-29T01:16'],
    ['2016-02-29 01:16:33', 'mdy', '2016-02-29T01:16:33'],
    ['2016-02-29T01:16:33.250', 'ymd', '2016-02-29T01:16:33'],
    ['2016-02-29T01:16:00Z', 'ymd', '2016-02-29T01:16Z'],
    ['2016-02-29T01:16:00+02:00', 'ymd', '2016-02-28T23:16Z'],
    ['2016-02-29T01:16-05:00', 'ymd', '2016-02-29T06:16Z'],
    ['2016-02-29 01:16:00+00', 'ymd', '2016-02-29T01:16Z'],
    ['2016-02-29', 'dmy', '2016-02-29T00:00'],
    ['2016/02/29 1:16', 'dmy', '2016-02-29T01:16'],
    ['20160229', 'dmy', '2016-02-29T00:00'],
    ['20160229T0116', 'dmy', '2016-02-29T01:16'],
    ['02292016', 'mdy', '2016-02-29T00:00'],
    ['29/02/2016', 'dmy', '2016-02-29T00:00'],
    ['29/02/2016 09h30', 'dmy', '2016-02-29T09:30'],
    ['29/02/2016 9h', 'dmy', '2016-02-29T09:00'],
    ['29/02/2016 à 09 h 30', 'dmy', 'timeUnreadable'],
    ['29.02.16 09:30', 'dmy', '2016-02-29T09:30'],
    ['29-02-2016\u00A009:30', 'dmy', '2016-02-29T09:30'],
    ['2/29/2016 1:16:00 PM', 'mdy', '2016-02-29T13:16'],
    ['2/29/2016 12:05 AM', 'mdy', '2016-02-29T00:05'],
    ['2/29/2016 12:05\u202Fp.m.', 'mdy', '2016-02-29T12:05'],
    ['2/29/2016 13:05 PM', 'mdy', 'timeUnreadable'],
    ['29/02/2016 24:00', 'dmy', '2016-03-01T00:00'],
    ['29/02/2016 24:30', 'dmy', 'timeUnreadable'],
    ['29/02/2016 09:75', 'dmy', 'timeUnreadable'],
    ['29/02/2016 09:00 - 09:30', 'dmy', '2016-02-29T09:00'],
    ['29/02/2016 09:00-09:30', 'dmy', '2016-02-29T09:00'],
    ['29 févr. 2016', 'dmy', '2016-02-29T00:00'],
    ['lundi 29 février 2016 08:00', 'dmy', '2016-02-29T08:00'],
    ['29-Feb-2016 08:00', 'mdy', '2016-02-29T08:00'],
    ['Feb 29, 2016', 'dmy', '2016-02-29T00:00'],
    ['Mon, Feb 29 2016 1:00 pm', 'dmy', '2016-02-29T13:00'],
    ['Mon 29/02/2016', 'dmy', '2016-02-29T00:00'],
    ['1er mars 2016', 'dmy', '2016-03-01T00:00'],
    ['2016-02-29T09:00:00.000Z/2016-02-29T09:30:00.000Z', 'ymd', '2016-02-29T09:00Z'],
    ['29/02/2016 09:00 CET', 'dmy', '2016-02-29T09:00'],
    ['42429.5', 'dmy', '2016-02-29T12:00'],
    ['42429,0208333333', 'dmy', '2016-02-29T00:30'],
  ])('%j read as %s is %s', (text, order, expected) => {
    expect(read(text, order)).toBe(expected);
  });

  it.each(['30/02/2016', '29/02/2015', '31/04/2016', '13/13/2016', '00/01/2016', '2016-02-30', '29/02/1900'])(
    'refuses %s, which does not exist',
    (text) => {
      expect(read(text)).toBe('dateDoesNotExist');
    },
  );

  it.each<[string, string]>([
    ['', 'dateMissing'],
    ['   ', 'dateMissing'],
    ['yesterday', 'dateUnreadable'],
    ['Total', 'dateUnreadable'],
    ['12', 'dateUnreadable'],
    ['12/05', 'dateUnreadable'],
    ['01/01/0016', 'dateImplausible'],
    ['01/01/9999', 'dateImplausible'],
    ['2016-02-29T', 'timeUnreadable'],
    ['2016-02-29 noon', 'timeUnreadable'],
    ['2016-02-29 01:16 +99:00', 'timeUnreadable'],
  ])('says of %j that it is %s', (text, problem) => {
    expect(read(text)).toBe(problem);
  });

  it('reads a time of day alone', () => {
    const reader = new StampReader('dmy');
    const times = ['09:30', '9h30', '9h', '0930', '9:30 PM', '09:00-09:30', '24:00', '9'].map((text) => [
      reader.readTime(text),
      reader.minutes,
    ]);
    expect(times.map(([, minutes]) => minutes)).toEqual([570, 570, 540, 570, 1290, 540, 1440, 540]);
    expect(times.every(([problem]) => problem === null)).toBe(true);
    expect(reader.readTime('25')).toBe('timeUnreadable');
    expect(reader.readTime('half past nine')).toBe('timeUnreadable');
  });

  it('agrees with the platform on every minute of 230 years', () => {
    const minute = fc.integer({ min: 0, max: (Date.UTC(2199, 11, 31) - Date.UTC(1970, 0, 1)) / 60_000 });
    fc.assert(
      fc.property(minute, (value) => {
        const iso = new Date(value * 60_000).toISOString();
        const [year, month, day, time] = [
          iso.slice(0, 4),
          iso.slice(5, 7),
          iso.slice(8, 10),
          iso.slice(11, 16),
        ];
        expect(read(iso.slice(0, 16), 'ymd')).toBe(iso.slice(0, 16));
        expect(read(`${day}/${month}/${year} ${time}`, 'dmy')).toBe(iso.slice(0, 16));
        expect(read(`${Number(month)}/${Number(day)}/${year} ${time}`, 'mdy')).toBe(iso.slice(0, 16));
      }),
    );
  });
});
