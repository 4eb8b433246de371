/** Reasons whose customers wait longer than others: what a document may say, what is simulated, and editing it. */
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../src/scenario/compile.ts';
import {
  withoutReason,
  withoutReasonPatience,
  withReasonPatience,
  withReasonShare,
} from '../../src/scenario/edit-reasons.ts';
import { leavesEarly, patienceByReason } from '../../src/scenario/patience.ts';
import type { Channel } from '../../src/scenario/schema.ts';
import type { Reason } from '../../src/scenario/schema-customers.ts';
import { scaled } from '../../src/scenario/what-if.ts';
import { checkModel } from '../../src/simulation/check-model.ts';
import { type Change, changed, issuesOf } from './changed.ts';
import { exampleChannel, exampleScenario } from './example.ts';

/** A quarter wait 30 s, the others 150 s: 120 s on average. */
const REASONS: readonly Reason[] = [
  { id: 'quick', share: 0.25, handleTimeFactor: 1, patienceFactor: 0.25 },
  { id: 'long', share: 0.75, handleTimeFactor: 1, patienceFactor: 1.25 },
];
const phone = (changes: Partial<Channel> = {}): Channel => exampleChannel({ reasons: REASONS, ...changes });
const base = exampleScenario({ channels: [phone()] });

describe('patience of a reason', () => {
  const broken = (change: Change): string[] => issuesOf(changed(change, base));

  it.each<[string, Change, string[]]>([
    ['all there is to it', () => undefined, []],
    [
      'another mean',
      (d) => (d.channels[0].reasons[0].patienceFactor = 1),
      ['wrong-sum $.channels[0].reasons'],
    ],
    [
      'only one factor',
      (d) => delete d.channels[0].reasons[0].patienceFactor,
      ['wrong-sum $.channels[0].reasons'],
    ],
    [
      'no patience at all',
      (d) => (d.channels[0].reasons[0].patienceFactor = 0),
      ['out-of-range $.channels[0].reasons[0].patienceFactor', 'wrong-sum $.channels[0].reasons'],
    ],
    [
      'nobody who gives up',
      (d) => (d.channels[0].patience = null),
      [
        'not-accepted $.channels[0].reasons[0].patienceFactor',
        'not-accepted $.channels[0].reasons[1].patienceFactor',
      ],
    ],
  ])('is read with %s, or refused at its place', (_, change, issues) => {
    expect(broken(change)).toEqual(issues);
  });

  it('is the channel’s law around its own mean, in the simulation', () => {
    const played = (channel: Channel) => {
      const model = compileScenario(exampleScenario({ channels: [channel] }));
      expect(checkModel(model)).toEqual([]);
      return model.classes[0]?.reasons?.map(({ patience }) => patience);
    };
    expect(played(phone())).toEqual([
      { distribution: { kind: 'exponential', mean: 30 } },
      { distribution: { kind: 'exponential', mean: 150 } },
    ]);
    const patience = { mean: 120, law: { kind: 'weibull', shape: 2 }, leavesAtOnce: 0.1 } as const;
    expect(played(phone({ patience }))?.[0]).toEqual({
      distribution: { kind: 'weibull', mean: 30, shape: 2 },
      leavesAtOnce: 0.1,
    });
    expect(played(phone({ kind: 'email' }))).toEqual([undefined, undefined]);
    const plain = REASONS.map((reason) => ({ ...reason, patienceFactor: 1 }));
    expect(
      played(phone({ reasons: withoutReasonPatience(phone({ reasons: plain })).reasons ?? [] })),
    ).toEqual([undefined, undefined]);
  });

  it('moves with the patience of all', () => {
    const [longer] = scaled(base, 'patience', 2).channels;
    expect(longer && patienceByReason(longer).map(({ mean }) => mean)).toEqual([60, 300]);
  });

  it('makes more leave early than if all waited alike', () => {
    // a mixture of exponentials gives up faster at first than one of the same mean
    expect(leavesEarly(phone())).toBe('more');
    const alike = phone({ reasons: withoutReasonPatience(phone()).reasons ?? [] });
    expect(leavesEarly(alike)).toBeNull();
  });

  it('is edited in seconds, of which the channel’s mean follows', () => {
    const apply = (channel: Channel, edit: (channel: Channel) => Partial<Channel>): Channel => {
      const { reasons: _, ...rest } = channel;
      const after = { ...rest, ...edit(channel) };
      expect(issuesOf(exampleScenario({ channels: [after] }))).toEqual([]);
      return after;
    };
    const seconds = (channel: Channel) =>
      [channel.patience, ...patienceByReason(channel)].map((own) => Number(own?.mean.toFixed(9)));
    const alike = phone({ reasons: withoutReasonPatience(phone()).reasons ?? [] });
    expect(seconds(alike)).toEqual([120]);
    const apart = apply(alike, (channel) => withReasonPatience(channel, 'quick', 40));
    expect(seconds(apart)).toEqual([100, 40, 120]);
    const halves = apply(apart, (channel) => withReasonShare(channel, 'quick', 0.5));
    expect(seconds(halves)).toEqual([80, 40, 120]);
    expect(seconds(apply(halves, (channel) => withoutReason(channel, 'long')))).toEqual([40, 40]);
  });
});
