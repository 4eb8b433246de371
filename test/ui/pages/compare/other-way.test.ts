import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/scenario/analyse.ts';
import { channelsOtherWay } from '../../../../src/ui/pages/compare/other-way.ts';
import type { PairedRow } from '../../../../src/ui/pages/compare/paired-rows.ts';
import { onePhoneDay } from '../../../scenario/one-phone-day.ts';

const [few, many] = [analyse(onePhoneDay(8)), analyse(onePhoneDay(10))];
const level = (verdict: PairedRow['verdict']): PairedRow => ({
  id: 'phone serviceLevel',
  channel: 'phone',
  kind: 'serviceLevel',
  unit: 'share',
  difference: { value: 0, low: 0, high: 0 },
  verdict,
});

describe('channelsOtherWay', () => {
  it('names a channel whose settled difference is of the other sign than that of the models', () => {
    expect(channelsOtherWay([level('worse')], few, many)).toEqual(['phone']);
    expect(channelsOtherWay([level('better')], many, few)).toEqual(['phone']);
    expect(channelsOtherWay([level('better')], few, many)).toEqual([]);
  });

  it('names none whose difference is not settled, or that the models do not move', () => {
    expect(channelsOtherWay([level('open'), level('same')], few, many)).toEqual([]);
    expect(channelsOtherWay([level('worse')], few, few)).toEqual([]);
  });

  it('goes by the chance where a model has no figure', () => {
    const bare = (analysis: typeof few, chance: number): typeof few => ({
      ...analysis,
      channels: analysis.channels.map((channel) => ({
        ...channel,
        targets: channel.targets.map((target) => ({ ...target, value: null, chance })),
      })),
    });
    expect(channelsOtherWay([level('worse')], bare(few, 0.14), bare(many, 0.46))).toEqual(['phone']);
    expect(channelsOtherWay([level('better')], bare(few, 0.14), bare(many, 0.46))).toEqual([]);
  });
});
