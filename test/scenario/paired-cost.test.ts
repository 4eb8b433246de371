import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../src/scenario/compile.ts';
import { variableCostDifference } from '../../src/scenario/paired-cost.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { V_ARRIVALS } from '../../src/simulation/class-values.ts';
import { columns, comparePlans } from '../../src/simulation/compare.ts';
import { gather } from '../../src/simulation/simulate.ts';
import { exampleBot } from './example.ts';
import { onePhoneDay } from './one-phone-day.ts';

const priced = (agents: number) => {
  const scenario = onePhoneDay(agents);
  return { ...scenario, finance: { ...scenario.finance, lostContact: 5 } };
};

describe('variableCostDifference', () => {
  it('prices the contacts that another plan no longer loses', { tags: 'slow' }, () => {
    const [few, many] = [priced(7), priced(9)];
    const options = { seed: 4, replications: 12 };
    const [a, b] = [compileScenario(few), compileScenario(many)];
    const cost = variableCostDifference(
      { scenario: few, data: gather(a, options) },
      { scenario: many, data: gather(b, options) },
      0.95,
    );
    const [lost] = comparePlans(a, b, options).differences;
    // One day at 5 a contact; no bot, and as many customers in both plans. A week is seven such days.
    const perDay = 5 * (7 / few.calendar.days);
    expect(cost.value).toBeCloseTo(perDay * (lost?.abandoned.value ?? 0), 9);
    expect(cost.low).toBeCloseTo(perDay * (lost?.abandoned.low ?? 0), 9);
    expect(cost.high).toBeLessThan(0);
  });

  it('takes who meets the bot by the hours at which reasons come', () => {
    const day = onePhoneDay(7);
    const priced = (costPerContact: number): Scenario => ({
      ...day,
      channels: day.channels.map((channel) => ({
        ...channel,
        bot: { ...exampleBot, containment: 0, costPerContact },
        reasons: [
          // nobody before noon, then half of all
          {
            id: 'late',
            share: 0.5,
            handleTimeFactor: 1,
            weights: { byHour: Array.from({ length: 24 }, (_, hour) => (hour < 12 ? 0 : 1)) },
          },
          { id: 'any', share: 0.5, handleTimeFactor: 1, bot: { reach: 0 } },
        ],
      })),
    });
    const [free, dear] = [priced(0), priced(1)];
    const data = gather(compileScenario(dear), { seed: 4, replications: 2 });
    const cost = variableCostDifference({ scenario: free, data }, { scenario: dear, data }, 0.95);
    const arrivals = columns(data, 1, 0)(V_ARRIVALS).reduce((sum, one) => sum + one, 0) / 2;
    // in eight of the twelve hours it is open half meet the bot; a week is seven such days
    expect(cost.value).toBeCloseTo((7 * arrivals) / 3, 6);
  });
});
