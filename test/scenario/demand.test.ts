import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAxis } from '../../src/scenario/axis.ts';
import { botOutcome } from '../../src/scenario/bot-outcome.ts';
import { contactsOnGrid, demandOf } from '../../src/scenario/demand.ts';
import type { Bot, Channel, PeakEvent } from '../../src/scenario/schema.ts';
import { exampleChannel, exampleScenario } from './example.ts';

const axis = buildAxis(exampleScenario().calendar);
const bot: Bot = {
  reach: 0.8,
  containment: 0.5,
  resolution: 0.75,
  recontact: 0.4,
  handoverHandleTime: -30,
  escalateTo: 'chat',
  costPerContact: 0.1,
};
const always = Array.from({ length: 7 }, () => [['00:00', '24:00']] as const);
const total = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0);
const demandFor = (...channels: Channel[]) => demandOf(exampleScenario({ channels }), axis);

function dayTotal(start: string): number {
  const calendar = { ...exampleScenario().calendar, start, days: 1 };
  const channel = exampleChannel({ open: always });
  const [phone] = demandOf(exampleScenario({ calendar, channels: [channel] }), buildAxis(calendar));
  return total(phone?.offered ?? []);
}

function peak(changes: Partial<PeakEvent>): PeakEvent {
  return {
    name: 'Peak',
    start: '2026-11-23T09:00',
    end: '2026-11-23T10:00',
    multipliers: [{ channel: 'phone', factor: 3 }],
    ...changes,
  };
}

describe('the demand of a channel', () => {
  it('is turned away while a live channel is closed', () => {
    const [phone] = demandFor(exampleChannel());
    expect(total(phone?.offered ?? [])).toBe(7 * 12 * 10);
    expect(total(phone?.turnedAway ?? [])).toBe(7 * 12 * 10);
    expect(phone?.offered[7]).toBe(0);
    expect(phone?.offered[8]).toBe(10);
    expect(phone?.toAgents).toEqual(phone?.offered);
    expect(phone?.handleTime[8]).toBe(300);
  });

  it('waits for opening on a deferred channel', () => {
    const [email] = demandFor(exampleChannel({ id: 'email', kind: 'email', patience: null }));
    expect(total(email?.toAgents ?? [])).toBe(1680);
    expect(total(email?.turnedAway ?? [])).toBe(0);
  });

  it('follows a profile by weekday, and the what-if multiplier', () => {
    const shares = Array.from({ length: 7 }, (_, weekday) =>
      Array.from({ length: 24 }, (_, slot) => (slot === 9 + weekday ? 1 : 0)),
    );
    const channel = exampleChannel({
      volumeFactor: 1.5,
      demand: { source: { kind: 'profile', perDay: [100, 90, 80, 70, 60, 50, 40], shares }, dayFactorCv: 0 },
    });
    const grid = contactsOnGrid(channel, [], axis);
    expect(grid[9]).toBe(150);
    expect(grid[24 + 10]).toBe(135);
    expect(total(grid)).toBeCloseTo(490 * 1.5, 9);
  });

  it('happens twice in the repeated hour and never in the skipped one', () => {
    expect([dayTotal('2026-03-29'), dayTotal('2026-10-25'), dayTotal('2026-11-23')]).toEqual([230, 250, 240]);
  });
});

describe('a peak event', () => {
  it('multiplies its share of an interval', () => {
    const grid = contactsOnGrid(
      exampleChannel(),
      [peak({ start: '2026-11-23T09:45', end: '2026-11-23T11:20' })],
      axis,
    );
    expect(Array.from(grid.slice(8, 13))).toEqual([10, 15, 30, 10 * (1 + 2 / 3), 10]);
  });

  it('multiplies its share of a half-hour too', () => {
    const halfHours = buildAxis({ ...exampleScenario().calendar, intervalMinutes: 30 });
    const contacts = Array.from({ length: 336 }, () => 10);
    const channel = exampleChannel({ demand: { source: { kind: 'typed', contacts }, dayFactorCv: 0 } });
    const grid = contactsOnGrid(channel, [peak({ start: '2026-11-23T09:15' })], halfHours);
    // 15 of the 30 minutes from 09:00 at three times the volume
    expect(Array.from(grid.slice(17, 21))).toEqual([10, 20, 30, 10]);
  });

  it('stacks with another, and spares other channels', () => {
    const grid = contactsOnGrid(exampleChannel(), [peak({}), peak({})], axis);
    expect(grid[9]).toBe(90);
    expect(contactsOnGrid(exampleChannel({ id: 'chat' }), [peak({})], axis)[9]).toBe(10);
  });

  it('may begin before the calendar and end after it', () => {
    const grid = contactsOnGrid(
      exampleChannel(),
      [peak({ start: '2026-11-20T00:00', end: '2026-12-24T24:00' })],
      axis,
    );
    expect(total(grid)).toBe(3 * 1680);
  });
});

describe('the bot stage', () => {
  it('splits contacts by the definitions', () => {
    // 0.8 reach; of these 0.5 kept: 0.4; 0.75 of them solved: 0.3; of the other 0.1, 0.4 come back: 0.04
    const outcome = botOutcome(bot);
    expect(outcome.direct).toBeCloseTo(0.2, 12);
    expect(outcome.handedOver).toBeCloseTo(0.4, 12);
    expect(outcome.resolved).toBeCloseTo(0.3, 12);
    expect(outcome.recontact).toBeCloseTo(0.04, 12);
    expect(outcome.lost).toBeCloseTo(0.06, 12);
  });

  it('loses nobody', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, share, (reach, containment, resolution, recontact) => {
        const outcome = botOutcome({ ...bot, reach, containment, resolution, recontact });
        expect(total(Object.values(outcome))).toBeCloseTo(1, 12);
      }),
    );
  });

  it('in front of a channel changes what its agents get, and how long it takes', () => {
    const [chat] = demandFor(exampleChannel({ id: 'chat', kind: 'chat', bot }));
    expect(chat?.offered[10]).toBe(10);
    expect(chat?.toAgents[10]).toBeCloseTo(6.4, 12);
    // 4 of the 6.4 were handed over with 30 s less to do
    expect(chat?.handleTime[10]).toBeCloseTo(300 - (30 * 4) / 6.4, 12);
    expect(chat?.inflows.map(({ kind }) => kind)).toEqual(['direct', 'handedOver', 'recontact']);
  });

  it('of self-service sends everything it does not keep to the channel named', () => {
    const [service, chat] = demandFor(
      exampleChannel({ id: 'faq', kind: 'selfService', open: always, bot }),
      exampleChannel({ id: 'chat', kind: 'chat' }),
    );
    expect(total(service?.toAgents ?? [])).toBe(0);
    expect(chat?.toAgents[10]).toBeCloseTo(10 + 6.4, 12);
    // at 07:00 the chat is closed: what the automaton hands over meets a closed door
    expect(chat?.toAgents[7]).toBe(0);
    expect(chat?.turnedAway[7]).toBeCloseTo(10 + 6.4, 12);
    expect(service?.turnedAway[7]).toBe(0);
  });
});
