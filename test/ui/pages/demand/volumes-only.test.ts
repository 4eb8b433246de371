import { describe, expect, it } from 'vitest';
import { differInVolumesOnly } from '../../../../src/ui/pages/demand/volumes-only.ts';
import { exampleScenario } from '../../../scenario/example.ts';

describe('what the pictures may follow late', () => {
  it('is a what-if factor, not the mix, whose sliders would fall back to what is drawn', () => {
    const scenario = exampleScenario();
    const channels = scenario.channels.map((channel) => ({ ...channel, volumeFactor: 1.2 }));
    expect(differInVolumesOnly(scenario, { ...scenario, channels })).toBe(true);
    const share = [{ channel: 'phone', share: 1 }];
    const mix = { segments: [{ name: 'All', weight: 1, now: share, later: share }] };
    expect(differInVolumesOnly(scenario, { ...scenario, mix })).toBe(false);
  });
});
