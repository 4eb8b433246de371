import { describe, expect, it } from 'vitest';
import { assuranceFrontier, driverEffects, serviceLevelPrices } from '../../src/scenario/cost-drivers.ts';
import { onePhoneDay } from './one-phone-day.ts';

describe('cost drivers', () => {
  it('prices a driver by analysing the changed scenario', () => {
    const effects = driverEffects(onePhoneDay(12, 0.1));
    const hourly = effects.find(({ driver }) => driver === 'hourlyCost');
    // Cost is linear in the hourly cost: ±10 % of 13 agents × 12 h / 0.7 × 21 × 7 days. The expected
    // volume takes 12; the days that are busier, up to the assurance wanted, one more.
    const cost = ((13 * 12) / 0.7) * 21 * 7;
    expect(hourly?.costLower).toBeCloseTo(0.9 * cost, 6);
    expect(hourly?.costHigher).toBeCloseTo(1.1 * cost, 6);
    expect(effects.some(({ driver }) => driver === 'containment')).toBe(false);
  });

  it('buys assurance with money, never the other way round', { tags: 'slow' }, () => {
    const frontier = assuranceFrontier(onePhoneDay(12, 0.15));
    frontier.slice(1).forEach((point, k) => {
      expect(point.cost).toBeGreaterThanOrEqual(frontier[k]?.cost ?? Infinity);
      expect(point.chance).toBeGreaterThanOrEqual((frontier[k]?.chance ?? 1) - 1e-12);
    });
    expect(frontier.at(-1)?.chance).toBeGreaterThan(0.9);
  });

  it('charges more for a higher promise', () => {
    const prices = serviceLevelPrices(onePhoneDay(12), 'phone');
    prices.slice(1).forEach((price, k) => {
      expect(price.cost).toBeGreaterThanOrEqual(prices[k]?.cost ?? Infinity);
    });
    expect(serviceLevelPrices(onePhoneDay(12), 'fax')).toEqual([]);
  });
});
