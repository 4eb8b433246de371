/** Letters in the risk map tell channels apart. */
import { describe, expect, it } from 'vitest';
import { channelLetters } from '../../../../src/ui/pages/overview/channel-letters.ts';

const of = (...channels: [kind: 'phone' | 'chat', name: string][]): readonly string[] =>
  channelLetters(
    channels.map(([kind, name]) => ({ kind, name })),
    (kind) => (kind === 'phone' ? 'P' : 'C'),
  );

describe('letters of channels', () => {
  it('are those of their kinds where each is the only one', () => {
    expect(of(['phone', 'Hotline'], ['chat', 'Web'])).toEqual(['P', 'C']);
  });

  it('are those of their names where several are of one kind, each another', () => {
    expect(of(['phone', 'Customers'], ['phone', 'Cards'], ['chat', 'Web'])).toEqual(['U', 'A', 'C']);
    expect(of(['phone', 'élan'], ['phone', 'E'], ['phone', 'E'])).toEqual(['É', 'E', '3']);
  });
});
