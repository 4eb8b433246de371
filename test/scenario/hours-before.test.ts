import { describe, expect, it } from 'vitest';
import { buildAxis } from '../../src/scenario/axis.ts';
import { hoursBefore } from '../../src/scenario/hours-before.ts';
import { exampleScenario } from './example.ts';

/** Seven days of 24 hourly intervals. */
const axis = buildAxis(exampleScenario().calendar);
const day = (which: number) => Array.from({ length: 24 }, (_, hour) => 24 * which + hour);
const always = new Uint8Array(168).fill(1);

describe('the hours that a day inherits', () => {
  it('are the last of the day before, round the clock', () => {
    expect(hoursBefore(always, axis, day(2))).toEqual([44, 45, 46, 47]);
  });

  it('are the end of the week before its first day', () => {
    expect(hoursBefore(always, axis, day(0))).toEqual([164, 165, 166, 167]);
  });

  it('go back to when it opened', () => {
    const open = always.with(45, 0);
    expect(hoursBefore(open, axis, day(2))).toEqual([46, 47]);
  });

  it('are none where it opens in the morning', () => {
    const open = Uint8Array.from(always, (_, i) => (i % 24 >= 8 && i % 24 < 20 ? 1 : 0));
    expect(hoursBefore(open, axis, day(2).slice(8, 20))).toEqual([]);
    expect(hoursBefore(always, axis, [])).toEqual([]);
  });
});
