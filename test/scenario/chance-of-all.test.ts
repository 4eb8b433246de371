import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/scenario/analyse.ts';
import { chanceOfAll } from '../../src/scenario/chance-of-all.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';

/** Chances with every day's busyness deciding all of the margin, straight along its score. */
const ofDays = (...chances: number[]) =>
  chances.map((chance) => ({
    chance,
    daySwings: Array.from({ length: 7 }, () => ({ linear: Math.sqrt(1 / 7), curved: 0 })),
  }));
const apart = (count: number) => Array.from({ length: count }, (_, c) => ({ members: [c] }));

describe('chance that every channel meets its targets', () => {
  it('multiplies where days are independent, or nothing comes from the day', () => {
    expect(chanceOfAll(ofDays(0.9, 0.8, 0.5), apart(3), 0)).toBeCloseTo(0.36, 12);
    const still = [0.9, 0.8].map((chance) => ({ chance, daySwings: [] }));
    expect(chanceOfAll(still, apart(2), 0.7)).toBeCloseTo(0.72, 12);
  });

  it('is the orthant probability of two normal margins', () => {
    // Origin: Sheppard (1899): both above their medians with chance 1/4 + asin(ρ) / 2π.
    for (const correlation of [0.1, 0.4, 0.9]) {
      const expected = 0.25 + Math.asin(correlation) / (2 * Math.PI);
      expect(chanceOfAll(ofDays(0.5, 0.5), apart(2), correlation)).toBeCloseTo(expected, 10);
    }
    // Three: 1/8 + 3 asin(ρ) / 4π.
    const three = 0.125 + (3 * Math.asin(0.4)) / (4 * Math.PI);
    expect(chanceOfAll(ofDays(0.5, 0.5, 0.5), apart(3), 0.4)).toBeCloseTo(three, 10);
  });

  it('comes close to the scarcest channel where all days are busy together', () => {
    expect(chanceOfAll(ofDays(0.9, 0.7), apart(2), 1)).toBeCloseTo(0.7, 2);
  });

  it('takes channels of one line as one, certain ones as given, and impossible ones as the end', () => {
    const pools = [{ members: [0, 1] }, { members: [0, 1] }, { members: [2] }];
    expect(chanceOfAll(ofDays(0.9, 0.8, 0.5), pools, 0)).toBeCloseTo(0.4, 12);
    expect(chanceOfAll(ofDays(0.9, 1, 1), apart(3), 0.5)).toBeCloseTo(0.9, 12);
    expect(chanceOfAll(ofDays(0.9, 0), apart(2), 0.5)).toBe(0);
    expect(chanceOfAll([], [], 0.5)).toBe(1);
  });

  it('grows with the correlation of the days in a whole scenario', { tags: 'slow' }, () => {
    const { channels, groups } = exampleScenario();
    const demand = { ...exampleChannel().demand, dayFactorCv: 0.2 };
    const targets = { serviceLevel: { share: 0.97, threshold: 20, definition: 'offered' } } as const;
    const two = {
      ...exampleScenario(),
      channels: [
        { ...(channels[0] ?? exampleChannel()), demand, targets },
        exampleChannel({ id: 'second', demand, targets }),
      ],
      groups: [
        groups[0] ?? exampleGroup(),
        exampleGroup({ id: 'other', skills: [{ channel: 'second', priority: 1 }] }),
      ],
    };
    const at = (busynessCorrelation: number): number => analyse({ ...two, busynessCorrelation }).chanceOfAll;
    const single = analyse(two).channels[0]?.chance ?? Number.NaN;
    expect(single).toBeGreaterThan(0.01);
    expect(single).toBeLessThan(0.99);
    expect(at(0)).toBeCloseTo(single * single, 12);
    expect(at(0.5)).toBeGreaterThan(at(0));
    expect(at(1)).toBeGreaterThan(at(0.5));
    expect(at(1)).toBeLessThanOrEqual(single);
  });
});
