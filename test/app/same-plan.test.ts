import { describe, expect, it } from 'vitest';
import { isAlike, isSamePlan } from '../../src/app/same-plan.ts';
import { exampleChannel, exampleGroup, exampleScenario } from '../scenario/example.ts';

const base = exampleScenario();
const { calendar } = base;

describe('documents with figures to be read side by side', () => {
  it('have the same intervals, channels and groups, whatever they are called', () => {
    const channels = [exampleChannel({ volumeFactor: 2 })];
    expect(isAlike(base, exampleScenario({ name: 'Other', channels, assurance: 0.5 }))).toBe(true);
  });

  it.each([
    ['another week', { calendar: { ...calendar, start: '2026-11-30' } }],
    ['more days', { calendar: { ...calendar, days: 14 } }],
    ['other intervals', { calendar: { ...calendar, intervalMinutes: 30 as const } }],
    ['another clock', { calendar: { ...calendar, timeZone: 'Europe/London' } }],
    ['another channel', { channels: [exampleChannel({ id: 'other' })] }],
    ['a channel more', { channels: [exampleChannel(), exampleChannel({ id: 'other' })] }],
    ['another group', { groups: [exampleGroup({ id: 'other' })] }],
    ['no group', { groups: [] }],
  ])('are not those of %s', (_, changes) => {
    expect(isAlike(base, exampleScenario(changes))).toBe(false);
    expect(isAlike(exampleScenario(changes), base)).toBe(false);
  });

  it('are of one plan where only the way it is played differs', () => {
    expect(isSamePlan(base, { ...base, simulation: { seed: 2, replications: 40 } })).toBe(true);
    expect(isSamePlan(base, { ...base, assurance: 0.9 })).toBe(false);
  });
});
