import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/scenario/analyse.ts';
import type { Scenario } from '../../../../src/scenario/schema.ts';
import { en } from '../../../../src/ui/i18n/en.ts';
import { sameDemand } from '../../../../src/ui/pages/compare/same-demand.ts';
import { onePhoneDay } from '../../../scenario/one-phone-day.ts';

const side = (scenario: Scenario) => ({ scenario, analysis: analyse(scenario) });
const phoneWith = (change: Partial<Scenario['channels'][number]>) => {
  const scenario = onePhoneDay(10);
  return side({ ...scenario, channels: scenario.channels.map((one) => ({ ...one, ...change })) });
};
const plain = side(onePhoneDay(10));

describe('sameDemand', () => {
  it('is another where more or fewer contacts come, or their days swing otherwise', () => {
    expect(sameDemand(plain, phoneWith({ volumeFactor: 0.5 }))).toBe(false);
    expect(sameDemand(plain, side(onePhoneDay(10, 0.2)))).toBe(false);
  });

  it('is the same under another plan or with other patience', () => {
    expect(sameDemand(plain, side(onePhoneDay(14)))).toBe(true);
    expect(sameDemand(plain, phoneWith({ patience: { mean: 30 } }))).toBe(true);
  });

  it('is not called the same customers where it is another', () => {
    expect(en.compare.paired.titleAll('other')).toBe(
      'The same days, more or fewer customers: every difference is settled',
    );
  });
});
