import { describe, expect, it } from 'vitest';
import { formatClock, parseClock, parseDayTime } from '../../src/scenario/civil.ts';

describe('clock times', () => {
  it('go from 00:00 to 24:00, and further where asked', () => {
    expect(parseClock('00:00')).toBe(0);
    expect(parseClock('24:00')).toBe(1440);
    expect(parseClock('25:30')).toBeNull();
    expect(parseClock('25:30', 2880)).toBe(1530);
    expect(formatClock(1530)).toBe('25:30');
  });

  it.each(['9:00', '09:60', '24:01', '-1:00', 'noon'])('refuse %s', (text) =>
    expect(parseClock(text)).toBeNull(),
  );

  it('join with a date', () => {
    expect(parseDayTime('1970-01-02T01:30')).toEqual({ day: 1, minute: 90 });
    for (const wrong of ['1970-01-02', '1970-02-30T00:00', '1970-01-02T01:30T', '1970-01-02 01:30'])
      expect(parseDayTime(wrong)).toBeNull();
  });
});
