/** Reasons edited: shares always sum to 1, and seconds stay what they were. */
import { describe, expect, it } from 'vitest';
import {
  withFirstReasons,
  withoutReason,
  withReason,
  withReasonHandleTime,
  withReasonShare,
} from '../../src/scenario/edit-reasons.ts';
import { reasonsOf } from '../../src/scenario/reasons.ts';
import type { Channel } from '../../src/scenario/schema.ts';
import { issuesOf } from './changed.ts';
import { exampleChannel, exampleScenario } from './example.ts';

const apply = (
  channel: Channel,
  edit: (channel: Channel) => Pick<Channel, 'handling' | 'reasons'>,
): Channel => {
  const { reasons: _, ...rest } = channel;
  const after = { ...rest, ...edit(channel) };
  expect(issuesOf(exampleScenario({ channels: [after] }))).toEqual([]);
  return after;
};
const shown = (channel: Channel) =>
  reasonsOf(channel).map(({ id, share, mean }) => [id, Number(share.toFixed(9)), Number(mean.toFixed(6))]);

// 240 s of each, then 60 s and 420 s.
const two = apply(exampleChannel(), (channel) => withFirstReasons(channel, ['Order', 'Complaint']));
const apart = apply(
  apply(two, (channel) => withReasonHandleTime(channel, 'reason-1', 60)),
  (channel) => withReasonHandleTime(channel, 'reason-2', 420),
);

describe('reasons of a channel', () => {
  it('begin as two halves of what there is', () => {
    expect(shown(two)).toEqual([
      ['reason-1', 0.5, 240],
      ['reason-2', 0.5, 240],
    ]);
  });

  it('have handle times of their own, of which the channel’s is the mean', () => {
    expect(shown(apart)).toEqual([
      ['reason-1', 0.5, 60],
      ['reason-2', 0.5, 420],
    ]);
    expect(apart.handling.mean).toBe(240);
  });

  it('keep their seconds when shares move, and the others give way', () => {
    const moved = apply(apart, (channel) => withReasonShare(channel, 'reason-1', 0.8));
    expect(shown(moved)).toEqual([
      ['reason-1', 0.8, 60],
      ['reason-2', 0.2, 420],
    ]);
    expect(moved.handling.mean).toBeCloseTo(0.8 * 60 + 0.2 * 420, 9);
    const all = apply(moved, (channel) => withReasonShare(channel, 'reason-1', 1));
    expect(shown(apply(all, (channel) => withReasonShare(channel, 'reason-1', 0.4)))).toEqual([
      ['reason-1', 0.4, 60],
      ['reason-2', 0.6, 420],
    ]);
  });

  it('come and go', () => {
    const three = apply(apart, (channel) => withReason(channel, { name: 'Else' }));
    expect(shown(three)).toEqual([
      ['reason-1', 0.333333333, 60],
      ['reason-2', 0.333333333, 420],
      ['reason-3', 0.333333333, 240],
    ]);
    const left = apply(three, (channel) => withoutReason(channel, 'reason-1'));
    expect(shown(left)).toEqual([
      ['reason-2', 0.5, 420],
      ['reason-3', 0.5, 240],
    ]);
    // Its number is taken.
    const again = apply(left, (channel) => withReason(channel, { name: 'More' }));
    expect(again.reasons?.map(({ id }) => id)).toEqual(['reason-2', 'reason-3', 'reason-4']);
    expect(
      apply(again, (channel) => withReason(channel, { id: 'refund', name: 'Refund' })).reasons?.[3]?.id,
    ).toBe('refund');
    const one = apply(left, (channel) => withoutReason(channel, 'reason-2'));
    expect(shown(apply(one, (channel) => withReasonShare(channel, 'reason-3', 0.2)))).toEqual([
      ['reason-3', 1, 240],
    ]);
    const none = apply(one, (channel) => withoutReason(channel, 'reason-3'));
    expect(none).not.toHaveProperty('reasons');
    expect(none.handling.mean).toBe(240);
  });
});
