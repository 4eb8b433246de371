import { describe, expect, it } from 'vitest';
import { buildAxis } from '../../src/scenario/axis.ts';
import { openIntervals, openSpans, openTimes } from '../../src/scenario/opening.ts';
import type { Calendar, WeekHours } from '../../src/scenario/schema.ts';

const week: Calendar = {
  timeZone: 'Europe/Paris',
  start: '2026-11-23',
  days: 7,
  intervalMinutes: 60,
  holidays: [{ date: '2026-11-24', name: 'Off' }],
};
const office: WeekHours = [
  [
    ['14:00', '18:00'],
    ['09:30', '12:00'],
  ],
  [['09:00', '18:00']],
  [['09:00', '18:00']],
  [],
  [],
  [],
  [],
];
const always: WeekHours = Array.from({ length: 7 }, () => [['00:00', '24:00']] as const);
const hour = 3600;

describe('opening hours', () => {
  const axis = buildAxis(week);

  it('mark every interval that is open in part', () => {
    const open = openIntervals(axis, office).flatMap((isOpen, k) => (isOpen ? [k] : []));
    expect(open.filter((k) => k < 24)).toEqual([9, 10, 11, 14, 15, 16, 17]);
  });

  it('are closed on holidays', () => {
    const open = openIntervals(axis, office);
    expect(open.slice(24, 48)).not.toContain(true);
    expect(open.slice(48, 72).filter(Boolean)).toHaveLength(9);
  });

  it('become ascending spans of elapsed seconds', () => {
    expect(openSpans(axis, office)).toEqual([
      { from: 9.5 * hour, to: 12 * hour },
      { from: 14 * hour, to: 18 * hour },
      { from: 57 * hour, to: 66 * hour },
    ]);
  });

  it('join over midnight when nothing closes', () => {
    expect(openSpans(axis, always)).toEqual([
      { from: 0, to: 24 * hour },
      { from: 48 * hour, to: 168 * hour },
    ]);
  });

  it('last an hour less or more on the days the clock changes', () => {
    const night: WeekHours = Array.from({ length: 7 }, () => [['01:00', '05:00']] as const);
    const length = (start: string) =>
      openSpans(buildAxis({ ...week, start, days: 1 }), night).map(({ from, to }) => (to - from) / hour);
    expect(length('2026-03-29')).toEqual([3]);
    expect(length('2026-10-25')).toEqual([5]);
    expect(length('2026-10-26')).toEqual([4]);
  });

  it('have hours and weekdays at which customers may come', () => {
    const some: WeekHours = [[['09:30', '12:00']], [], [], [], [], [['14:00', '15:00']], []];
    expect(openTimes({ kind: 'phone', open: some })).toEqual({ byHour: [9, 10, 11, 14], byWeekday: [0, 5] });
    expect(openTimes({ kind: 'email', open: some }).byHour).toHaveLength(24);
    expect(openTimes({ kind: 'phone', open: some.map(() => []) }).byWeekday).toHaveLength(7);
  });
});
