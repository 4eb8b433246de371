import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/scenario/analyse.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { onePhoneDay } from './one-phone-day.ts';

/** The line of onePhoneDay as two channels of half the volume, one team for both. */
function twoHalves(agents: number): Scenario {
  const one = onePhoneDay(agents);
  const [channel] = one.channels;
  const [group] = one.groups;
  if (!channel || !group) throw new Error('no channel');
  const half = (id: string) => ({ ...channel, id, volumeFactor: 0.5 });
  return {
    ...one,
    channels: [half('left'), half('right')],
    groups: [
      {
        ...group,
        skills: [
          { channel: 'left', priority: 1 },
          { channel: 'right', priority: 1 },
        ],
      },
    ],
  };
}

describe('pooled phone lines', () => {
  it('give both channels the service of the one line they are', () => {
    const whole = analyse(onePhoneDay(12)).channels[0];
    const { channels } = analyse(twoHalves(12));
    for (const half of channels) {
      expect(half.targets[0]?.value).toBeCloseTo(whole?.targets[0]?.value ?? 0, 9);
      expect(half.expected.offered[20]).toBeCloseTo(50, 9);
    }
  });

  it('need together what the one line needs', () => {
    const whole = analyse(onePhoneDay(12)).channels[0];
    const { channels, groups } = analyse(twoHalves(12));
    const together = (channels[0]?.required[20] ?? 0) + (channels[1]?.required[20] ?? 0);
    expect(together).toBe(whole?.required[20]);
    expect(groups[0]?.required[20]).toBe(whole?.required[20]);
  });
});
