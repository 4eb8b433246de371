import { describe, expect, it } from 'vitest';
import { eventDecisions } from '../../src/app/import-events.ts';
import { exampleScenario } from '../scenario/example.ts';

const scenario = exampleScenario(); // a week from Monday 2026-11-23
const on = (start: string, end: string, factor = 1.5, channel = 'phone') => ({
  name: start,
  start,
  end,
  multipliers: [{ channel, factor }],
});
const events = [
  on('2026-11-20T09:00', '2026-11-23T00:00'),
  on('2026-11-22T22:00', '2026-11-23T02:00'),
  on('2026-12-24T09:00', '2026-12-24T12:00'),
  on('2026-11-24T09:00', '2026-11-24T12:00', 1),
  on('2026-11-24T09:00', '2026-11-24T12:00', 2, 'chat'),
];
const decided = (kept: Readonly<Record<string, boolean>> = {}) =>
  eventDecisions({ events: kept }, { events }, ['phone'], scenario.calendar);

describe('peak events met by an import', () => {
  it('are those that multiply the channel, and go when they are over', () => {
    expect(decided().map(({ event, side, stays }) => [event.name, side, stays])).toEqual([
      ['2026-11-20T09:00', 'before', false],
      ['2026-11-22T22:00', 'within', true],
      ['2026-12-24T09:00', 'after', true],
    ]);
  });

  it('stay or go as the user says', () => {
    const [over, within] = decided();
    if (!over || !within) throw new Error('too few');
    expect(decided({ [over.key]: true, [within.key]: false }).map(({ stays }) => stays)).toEqual([
      true,
      false,
      true,
    ]);
  });
});
