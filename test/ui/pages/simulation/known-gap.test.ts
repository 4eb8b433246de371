import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/scenario/analyse.ts';
import { readScenarioText } from '../../../../src/scenario/text-file.ts';
import { knownGap } from '../../../../src/ui/pages/simulation/known-gap.ts';

function gapsOf(file: string, verdict: 'better' | 'worse') {
  const result = readScenarioText(readFileSync(`scenarios/${file}.json`, 'utf8'));
  if (!result.ok) throw new Error('unsound');
  const { scenario } = result;
  return Object.fromEntries(
    analyse(scenario).channels.flatMap((channel) => {
      const gap = knownGap(scenario, channel, verdict);
      return gap ? [[channel.id, gap]] : [];
    }),
  );
}

describe('a gap between models and simulation', () => {
  it(
    'is known where some who call also write, and not where agents hold conversations of two channels',
    { tags: 'slow' },
    () => {
      expect(gapsOf('retail-peak-week', 'better')).toEqual({});
      expect(gapsOf('retail-peak-week', 'worse')).toEqual({ phone: 'writes' });
    },
  );

  it('is none in a team that does both, or where agents serve one channel', () => {
    expect(gapsOf('small-team', 'worse')).toEqual({});
    expect(gapsOf('chatbot-deflection', 'better')).toEqual({});
  });
});
