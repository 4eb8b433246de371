import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../src/scenario/compile.ts';
import { variableCostDifference } from '../../src/scenario/paired-cost.ts';
import { comparePlans } from '../../src/simulation/compare.ts';
import { gather } from '../../src/simulation/simulate.ts';
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
});
