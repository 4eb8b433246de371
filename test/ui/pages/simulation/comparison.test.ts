import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/scenario/analyse.ts';
import { simulate } from '../../../../src/scenario/simulate.ts';
import { compareTargets } from '../../../../src/ui/pages/simulation/comparison.ts';
import { onePhoneDay } from '../../../scenario/one-phone-day.ts';

describe('compareTargets', () => {
  it('confirms Erlang A where the simulator plays just that', { tags: 'slow' }, () => {
    const scenario = onePhoneDay(14);
    const [channel] = scenario.channels;
    if (!channel) throw new Error('no channel');
    const promised = {
      ...scenario,
      channels: [
        {
          ...channel,
          targets: {
            ...channel.targets,
            firstResponse: { percentile: { share: 0.9, within: 40 } },
            abandonment: 0.05,
          },
        },
      ],
    };
    const comparisons = compareTargets(
      analyse(promised).channels,
      simulate(promised, { seed: 3, replications: 40 }),
    );
    expect(comparisons.map(({ target, verdict }) => [target.kind, verdict])).toEqual([
      ['serviceLevel', 'agrees'],
      ['firstResponsePercentile', 'agrees'],
      ['abandonment', 'agrees'],
    ]);
  });

  it('says which side a difference is on', { tags: 'slow' }, () => {
    const scenario = onePhoneDay(12);
    const summary = simulate(onePhoneDay(9), { seed: 3, replications: 40 });
    const [worse] = compareTargets(analyse(scenario).channels, summary);
    expect(worse?.verdict).toBe('worse');
    const better = simulate(onePhoneDay(16), { seed: 3, replications: 40 });
    expect(compareTargets(analyse(scenario).channels, better)[0]?.verdict).toBe('better');
  });
});
