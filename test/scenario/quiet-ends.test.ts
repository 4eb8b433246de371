/** Agents who take nothing new at the end of their shift, as the exact day of a line takes them. */
import { describe, expect, it } from 'vitest';
import { buildAxis } from '../../src/scenario/axis.ts';
import { countsQuietEnds, quietEndsOf, wholeWithQuietEnds } from '../../src/scenario/quiet-ends.ts';
import type { AgentGroup, Scenario, Shift } from '../../src/scenario/schema.ts';
import { exampleChannel, exampleGroup } from './example.ts';
import { onePhoneDay } from './one-phone-day.ts';

const shift = (start: string, end: string, agents: number, breaks: Shift['breaks'] = []): Shift => ({
  days: [0],
  start,
  end,
  agents,
  breaks,
});

function withShifts(
  shifts: readonly Shift[],
  lastContactMinutes: number,
  changes: Partial<AgentGroup> = {},
): Scenario {
  const day = onePhoneDay(0);
  const staffing = { kind: 'shifts', shifts, lastContactMinutes } as const;
  return { ...day, groups: day.groups.map((group) => ({ ...group, staffing, ...changes })) };
}

const axis = buildAxis(onePhoneDay(0).calendar);
/** Intervals of half an hour, told from midnight. */
const told = (values: Float64Array | undefined) =>
  [...(values ?? [])].flatMap((value, i) => (Math.abs(value) > 1e-9 ? [[i / 2, value]] : []));

describe('quiet ends', () => {
  it('are those of shifts, not of breaks, also where others come', () => {
    const lunch = [{ start: '12:00', end: '12:30' }];
    const scenario = withShifts([shift('08:00', '16:00', 8, lunch), shift('16:00', '20:00', 8)], 10);
    const quiet = quietEndsOf(scenario, axis, ['phone']);
    expect(quiet?.lastContact).toBe(600);
    // 15:30 to 16:00 and 19:30 to 20:00
    expect(told(quiet?.leaving)).toEqual([
      [15.5, 8],
      [19.5, 8],
    ]);
    expect(told(quiet?.silent)).toEqual([]);
    const { agents, leaving } = wholeWithQuietEnds(() => 8, [30, 31, 32], quiet);
    expect({ agents, leaving }).toEqual({ agents: [8, 8, 8], leaving: [0, 8, 0] });
  });

  it('may last longer than an interval, or just one', () => {
    const long = quietEndsOf(withShifts([shift('08:00', '16:00', 8)], 40), axis, ['phone']);
    expect(long?.lastContact).toBe(600);
    expect([told(long?.leaving), told(long?.silent)]).toEqual([[[15, 8]], [[15.5, 8]]]);
    const whole = quietEndsOf(withShifts([shift('08:00', '16:00', 8)], 30), axis, ['phone']);
    expect([whole?.lastContact, told(whole?.leaving), told(whole?.silent)]).toEqual([0, [], [[15.5, 8]]]);
  });

  it('count by their time where a shift ends within an interval', () => {
    const quiet = quietEndsOf(withShifts([shift('08:00', '16:10', 9)], 15), axis, ['phone']);
    // 15:55 to 16:10: five minutes of one half-hour, ten of the next
    expect(told(quiet?.leaving)).toEqual([]);
    expect(told(quiet?.silent)).toEqual([
      [15.5, expect.closeTo(1.5, 9)],
      [16, expect.closeTo(3, 9)],
    ]);
  });

  it('are of those who come', () => {
    const quiet = quietEndsOf(withShifts([shift('08:00', '16:00', 10)], 10, { absence: 0.2 }), axis, [
      'phone',
    ]);
    expect(told(quiet?.leaving)).toEqual([[15.5, expect.closeTo(8, 9)]]);
    // 10 of 12 agents there, of whom 2.4 do not come: 9.6 − 8
    expect(wholeWithQuietEnds(() => 9.6, [31], quiet)).toMatchObject({ agents: [10], leaving: [8] });
  });

  it('are not counted where agents serve other live channels too, or groups differ', () => {
    const scenario = withShifts([shift('08:00', '16:00', 8)], 10);
    expect(countsQuietEnds(scenario, ['phone'])).toBe(true);
    const shared = {
      ...scenario,
      channels: [...scenario.channels, exampleChannel({ id: 'chat', kind: 'chat' })],
      groups: scenario.groups.map((group) => ({
        ...group,
        skills: [...group.skills, { channel: 'chat', priority: 2 }],
      })),
    };
    expect(countsQuietEnds(shared, ['phone'])).toBe(false);
    expect(countsQuietEnds(shared, ['phone', 'chat'])).toBe(true);
    const mailbox = {
      ...shared,
      channels: [...scenario.channels, exampleChannel({ id: 'chat', kind: 'email', patience: null })],
    };
    expect(countsQuietEnds(mailbox, ['phone'])).toBe(true);
    const staffing = { kind: 'shifts', shifts: [], lastContactMinutes: 20 } as const;
    const differ = { ...scenario, groups: [...scenario.groups, exampleGroup({ id: 'late', staffing })] };
    expect(quietEndsOf(differ, axis, ['phone'])).toBeNull();
    expect(countsQuietEnds(onePhoneDay(8), ['phone'])).toBe(false);
  });
});
