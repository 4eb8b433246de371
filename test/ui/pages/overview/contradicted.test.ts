import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/scenario/analyse.ts';
import { simulate } from '../../../../src/scenario/simulate.ts';
import { contradictedChannels } from '../../../../src/ui/pages/overview/contradicted.ts';
import { compareTargets } from '../../../../src/ui/pages/simulation/comparison.ts';
import { onePhoneDay } from '../../../scenario/one-phone-day.ts';

describe('contradictedChannels', () => {
  const doubtful = analyse(onePhoneDay(9)).channels;
  const simulated = (agents: number) => simulate(onePhoneDay(agents), { seed: 3, replications: 20 });

  it('finds a channel that the simulation meets and the models do not', { tags: 'slow' }, () => {
    const found = contradictedChannels(compareTargets(doubtful, simulated(16)), 0.8);
    expect([...found]).toEqual([['phone', 1]]);
  });

  it('finds it also where the models are only less sure than the simulation', { tags: 'slow' }, () => {
    const [phone] = doubtful;
    if (!phone) throw new Error('no channel');
    const found = contradictedChannels(compareTargets([{ ...phone, chance: 0.82 }], simulated(16)), 0.8);
    expect(found.get('phone')).toBe(1);
  });

  it('finds none where both agree, whichever way', { tags: 'slow' }, () => {
    expect(contradictedChannels(compareTargets(doubtful, simulated(9)), 0.8).size).toBe(0);
    const sound = analyse(onePhoneDay(16)).channels;
    expect(contradictedChannels(compareTargets(sound, simulated(16)), 0.8).size).toBe(0);
  });
});
