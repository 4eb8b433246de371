/** What the models leave out is said of the channels it concerns, and of no other. */
import { describe, expect, it } from 'vitest';
import { isLeftOut, leftOutBehind } from '../../src/scenario/left-out.ts';
import type { AgentGroup, Channel } from '../../src/scenario/schema.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';

const phone = exampleChannel();
const other = exampleChannel({ id: 'other' });
const serving = (channel: string, changes: Partial<AgentGroup> = {}): AgentGroup =>
  exampleGroup({ id: `team of ${channel}`, skills: [{ channel, priority: 1 }], ...changes });
const of = (
  what: Parameters<typeof isLeftOut>[0],
  groups: AgentGroup[],
  channels = [phone, other],
): boolean[] => channels.map((channel) => isLeftOut(what, exampleScenario({ channels, groups }), channel));

describe('left out of the models', () => {
  it('is the help of a group that waits on that channel', () => {
    const helping = exampleGroup({
      skills: [
        { channel: 'phone', priority: 1 },
        { channel: 'other', priority: 2, afterSeconds: 60 },
      ],
    });
    expect(of('overflow', [helping, serving('other')])).toEqual([false, true]);
  });

  it('is a last contact only where shifts have one', () => {
    const shifts = (lastContactMinutes?: number): AgentGroup['staffing'] => ({
      kind: 'shifts',
      shifts: [],
      ...(lastContactMinutes === undefined ? {} : { lastContactMinutes }),
    });
    expect(
      of('lastContact', [
        serving('phone', { staffing: shifts() }),
        serving('other', { staffing: shifts(10) }),
      ]),
    ).toEqual([false, true]);
  });

  it('is an offer of a callback that somebody takes', () => {
    const offering = (id: string, accept: number): Channel =>
      exampleChannel({ id, callback: { afterWait: 30, accept, to: 'back' } });
    expect(of('callback', [], [offering('phone', 0), offering('other', 0.5)])).toEqual([false, true]);
  });

  it('is a sign that is missing only where somebody gives up', () => {
    const silentAbandon = { share: 0.5, timeOut: 300 };
    const chat = (id: string, patience: Channel['patience']): Channel =>
      exampleChannel({
        id,
        kind: 'chat',
        patience,
        conversation: { limit: 2, agentTurn: 30, customerTurn: 60, silentAbandon },
      });
    expect(of('silent', [], [chat('phone', null), chat('other', { mean: 60 })])).toEqual([false, true]);
  });

  it('makes the simulation worse by last contacts, in every measure, and is no reason for better figures', () => {
    const staffing = { kind: 'shifts', shifts: [], lastContactMinutes: 10 } as const;
    const scenario = exampleScenario({ channels: [phone], groups: [serving('phone', { staffing })] });
    for (const measure of ['serviceLevel', 'abandonment', 'meanWaitAnswered'] as const) {
      expect(leftOutBehind(scenario, phone, measure, 'worse')).toEqual(['lastContact']);
      expect(leftOutBehind(scenario, phone, measure, 'better')).toEqual([]);
    }
  });
});
