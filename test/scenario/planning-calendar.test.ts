import { describe, expect, it } from 'vitest';
import { calendarAfter, followsHistory, seriesMinutes } from '../../src/scenario/planning-calendar.ts';
import { exampleScenario } from './example.ts';

const { calendar } = exampleScenario(); // from Monday 2026-11-23

describe('planning calendar', () => {
  it('stays when it starts within eight weeks after the history', () => {
    expect(followsHistory(calendar, '2026-11-22')).toBe(true);
    expect(followsHistory(calendar, '2026-09-28')).toBe(true); // 56 days
    expect(followsHistory(calendar, '2026-09-27')).toBe(false);
    expect(followsHistory(calendar, '2026-11-23')).toBe(false); // the history reaches into it
  });

  it('moves to the first such weekday after the history', () => {
    // 2016-06-21 was a Tuesday
    expect(calendarAfter(calendar, '2016-06-21')).toEqual({ ...calendar, start: '2016-06-27' });
    expect(calendarAfter(calendar, '2016-06-26').start).toBe('2016-06-27');
    expect(calendarAfter(calendar, '2016-06-27').start).toBe('2016-07-04');
    expect(calendarAfter({ ...calendar, start: '2026-11-25' }, '2016-06-21').start).toBe('2016-06-22');
  });
});

describe('seriesMinutes', () => {
  it('is the shortest interval that file and grid both divide', () => {
    expect([5, 15, 30, 60, 20, 45, 1440].map((minutes) => seriesMinutes(minutes, 30))).toEqual([
      30, 30, 30, 60, 60, 90, 1440,
    ]);
    expect(seriesMinutes(30, 60)).toBe(60);
  });
});
