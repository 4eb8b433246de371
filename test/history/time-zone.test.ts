/** Changes of clock as published: EU Directive 2000/84/EC (last Sundays of March and October), US Energy Policy Act of 2005 (second Sunday of March, first of November). */
import { describe, expect, it } from 'vitest';
import { startText } from '../../src/history/findings.ts';
import { isTimeZone, zoneClock } from '../../src/history/time-zone.ts';

const day = (text: string) => Date.parse(`${text}T00:00Z`) / 86_400_000;
const utc = (text: string) => Date.parse(`${text}Z`) / 60_000;
const changeOn = (zone: string, date: string) => {
  const change = zoneClock(zone).changeOn(day(date));
  return change === null ? null : [change.kind, startText(change.from), startText(change.to)];
};

describe('a zone clock', () => {
  it('knows the hours that are skipped and repeated', () => {
    expect(changeOn('Europe/Paris', '2026-03-29')).toEqual([
      'skipped',
      '2026-03-29T02:00',
      '2026-03-29T03:00',
    ]);
    expect(changeOn('Europe/Paris', '2026-10-25')).toEqual([
      'repeated',
      '2026-10-25T02:00',
      '2026-10-25T03:00',
    ]);
    expect(changeOn('America/New_York', '2016-03-13')).toEqual([
      'skipped',
      '2016-03-13T02:00',
      '2016-03-13T03:00',
    ]);
    expect(changeOn('America/New_York', '2016-11-06')).toEqual([
      'repeated',
      '2016-11-06T01:00',
      '2016-11-06T02:00',
    ]);
    // half an hour only
    expect(changeOn('Australia/Lord_Howe', '2026-04-05')).toEqual([
      'repeated',
      '2026-04-05T01:30',
      '2026-04-05T02:00',
    ]);
    expect(changeOn('Europe/Paris', '2026-03-28')).toBeNull();
    expect(changeOn('Asia/Tokyo', '2026-03-29')).toBeNull();
  });

  it('turns instants into the wall clock on both sides of a change', () => {
    const clock = zoneClock('Europe/Paris');
    const wall = (text: string) => startText(clock.wallClock(utc(text)));
    expect(wall('2026-01-15T23:30')).toBe('2026-01-16T00:30');
    expect(wall('2026-07-15T23:30')).toBe('2026-07-16T01:30');
    expect(wall('2026-03-29T00:59')).toBe('2026-03-29T01:59');
    expect(wall('2026-03-29T01:00')).toBe('2026-03-29T03:00');
    expect(wall('2026-10-25T00:30')).toBe('2026-10-25T02:30');
    expect(wall('2026-10-25T01:30')).toBe('2026-10-25T02:30');
  });

  it('tells names of zones from other words', () => {
    expect(['Europe/Paris', 'UTC'].every((name) => isTimeZone(name))).toBe(true);
    expect(['Mars/Olympus', '', '__proto__'].some((name) => isTimeZone(name))).toBe(false);
  });
});
