/** Customers who come back in a scenario: simulated against the fixed point of Erlang X. */
import { describe, expect, it } from 'vitest';
import { erlangX } from '../../src/queueing/erlang-x.ts';
import type { Afterwards } from '../../src/scenario/schema-customers.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { simulate } from '../../src/scenario/simulate.ts';
import { onePhoneDay } from './one-phone-day.ts';

const AGENTS = 9;
const PER_HALF_HOUR = 100;
const RUNS = 12;
/** Half-hours from 05:00 to 22:00: the day has settled, redials of the night before are not missed. */
const FROM = 10;
const TO = 44;

/** The phone line open and staffed around the clock. */
function aroundTheClock(afterwards: Afterwards): Scenario {
  const scenario = onePhoneDay(AGENTS);
  const every = (value: number): number[] => Array.from({ length: 48 }, () => value);
  return {
    ...scenario,
    channels: scenario.channels.map((channel) => ({
      ...channel,
      open: Array.from({ length: 7 }, () => [['00:00', '24:00'] as const]),
      demand: { source: { kind: 'typed', contacts: every(PER_HALF_HOUR) }, dayFactorCv: 0 },
      handling: { mean: 180, cv: 1, afterContact: 0 },
      afterwards,
    })),
    groups: scenario.groups.map((group) => ({
      ...group,
      staffing: { kind: 'counts', agents: every(AGENTS) },
    })),
  };
}

/** Contacts per fresh one in the settled hours: mean of independent runs, and its standard error. */
function simulated(afterwards: Afterwards): { mean: number; error: number } {
  const scenario = aroundTheClock(afterwards);
  const ratios = Array.from({ length: RUNS }, (_, seed) => {
    const [phone] = simulate(scenario, { seed: seed + 1, replications: 24 }).channels;
    const settled = phone?.intervals.slice(FROM, TO) ?? [];
    const offered = settled.reduce((sum, interval) => sum + interval.offered.value, 0);
    return offered / (PER_HALF_HOUR * (TO - FROM));
  });
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / RUNS;
  const variance = ratios.reduce((sum, ratio) => sum + (ratio - mean) ** 2, 0) / (RUNS - 1);
  return { mean, error: Math.sqrt(variance / RUNS) };
}

const line = { contactsPerHour: 2 * PER_HALF_HOUR, handleTime: 180, patience: 120, agents: AGENTS };

describe('contacts of a settled line whose customers come back', () => {
  it.each([
    ['redials', { redial: { share: 0.6, delay: 1800 } }, { redial: 0.6, reconnect: 0 }],
    [
      'redials and recontacts',
      { redial: { share: 0.4, delay: 1800 }, recontact: { share: 0.1, delay: 3600 } },
      { redial: 0.4, reconnect: 0.1 },
    ],
  ])('are those of the Erlang X fixed point, %s', (_, afterwards, shares) => {
    const expected = erlangX({ ...line, ...shares });
    const { redial, reconnect } = shares;
    const abandoned = expected.attempt.abandonProbability;
    // By hand: fresh / (1 − those who come back of each contact).
    const byHand = 1 / (1 - redial * abandoned - reconnect * (1 - abandoned));
    expect(expected.attemptsPerCustomer).toBeCloseTo(byHand, 9);
    const { mean, error } = simulated(afterwards);
    expect(mean).toBeGreaterThan(1.1);
    expect(error).toBeLessThan(0.005);
    expect(Math.abs(mean - byHand)).toBeLessThan(4 * error);
  });
});
