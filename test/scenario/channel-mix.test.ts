import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAxis } from '../../src/scenario/axis.ts';
import {
  channelMoves,
  movesContactsOf,
  presentPreferences,
  shifted,
} from '../../src/scenario/channel-mix.ts';
import { contactsOnGrid, demandOf, startedContacts } from '../../src/scenario/demand.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { ChannelMix } from '../../src/scenario/schema.ts';
import { withoutChannel } from '../../src/scenario/structure.ts';
import { exampleChannel, exampleScenario } from './example.ts';

const preferences = (phone: number, chat: number, email = 0) => [
  { channel: 'phone', share: phone },
  { channel: 'chat', share: chat },
  { channel: 'email', share: email },
];
const mix: ChannelMix = {
  segments: [
    { name: 'Under 30', weight: 0.25, now: preferences(0.2, 0.8), later: preferences(0.1, 0.9) },
    { name: '30 and over', weight: 0.75, now: preferences(0.9, 0.1), later: preferences(0.7, 0.1, 0.2) },
  ],
};
const ids = ['phone', 'chat', 'email'];

describe('a channel shift', () => {
  it('moves each segment its own way', () => {
    // by hand: phone is 0.05 + 0.675 = 0.725 of all; 0.025 of it leaves for chat, 0.15 for e-mail
    const [phone = []] = channelMoves(mix, ids);
    expect(phone[1]).toBeCloseTo(0.025 / 0.725, 12);
    expect(phone[2]).toBeCloseTo(0.15 / 0.725, 12);
    expect(phone[0]).toBeCloseTo(1 - 0.175 / 0.725, 12);
  });

  it('gives the split that the new preferences ask for where the volumes followed the old ones', () => {
    const grids = [0.725, 0.275, 0].map((share) => Float64Array.of(1000 * share));
    const after = shifted(grids, mix, ids).map(([value]) => value);
    // 0.25 × 0.1 + 0.75 × 0.7, 0.25 × 0.9 + 0.75 × 0.1, 0.75 × 0.2
    [550, 300, 150].forEach((expected, c) => expect(after[c]).toBeCloseTo(expected, 9));
  });

  it('knows which channels it touches: those that lose, those that gain, and no other', () => {
    const of = (id: string) => exampleChannel({ id });
    const channels = ['phone', 'chat', 'email', 'social'].map(of);
    const touched = (shift?: ChannelMix) =>
      channels
        .map(({ id }) => id)
        .filter((id) => movesContactsOf(id, { channels, ...(shift ? { mix: shift } : {}) }));
    expect(touched(mix)).toEqual(['phone', 'chat', 'email']);
    expect(touched()).toEqual([]);
    // a touched channel is one whose contacts differ from its own
    const scenario = exampleScenario({ channels, mix });
    const axis = buildAxis(scenario.calendar);
    const differ = startedContacts(scenario, axis).map(
      (grid, c) => grid[9] !== contactsOnGrid(of(channels[c]?.id ?? ''), [], axis)[9],
    );
    expect(differ).toEqual([true, true, true, false]);
    const same = mix.segments.map((segment) => ({ ...segment, later: segment.now }));
    expect(touched({ segments: same })).toEqual([]);
  });

  it('keeps the total of every interval, whatever the volumes', () => {
    const share = fc.double({ min: 0.01, max: 1, noNaN: true });
    const split = fc.tuple(share, share, share).map(([a, b, c]) => {
      const sum = a + b + c;
      return preferences(a / sum, b / sum, c / sum);
    });
    const volume = fc.double({ min: 0, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(split, split, split, split, share, fc.tuple(volume, volume, volume), (a, b, c, d, w, v) => {
        const segments = [
          { name: 'x', weight: w, now: a, later: b },
          { name: 'y', weight: 1 - w, now: c, later: d },
        ];
        const after = shifted(
          v.map((value) => Float64Array.of(value)),
          { segments },
          ids,
        );
        const sum = after.reduce((total, [value = 0]) => total + value, 0);
        expect(sum).toBeCloseTo(v[0] + v[1] + v[2], 6);
        for (const [value = -1] of after) expect(value).toBeGreaterThanOrEqual(-1e-9);
      }),
    );
  });

  it('reaches the agents of the channels', () => {
    const scenario = exampleScenario({
      channels: ids.map((id) => exampleChannel({ id, kind: id === 'phone' ? 'phone' : 'email' })),
      mix: {
        segments: [
          { name: 'all', weight: 1, now: preferences(0.5, 0.3, 0.2), later: preferences(0.25, 0.3, 0.45) },
        ],
      },
    });
    const demand = demandOf(scenario, buildAxis(scenario.calendar));
    // half of the phone's ten an hour go to e-mail, also at night when the phone is closed
    expect(demand.map(({ offered }) => offered[9])).toEqual([5, 10, 15]);
    expect(demand[2]?.offered[0]).toBe(15);
  });

  it('starts from the volumes there are', () => {
    expect(
      presentPreferences([
        { channel: 'phone', contacts: 30 },
        { channel: 'chat', contacts: 10 },
      ]),
    ).toEqual([
      { channel: 'phone', share: 0.75 },
      { channel: 'chat', share: 0.25 },
    ]);
  });
});

describe('a mix in a scenario', () => {
  const scenario = exampleScenario({ channels: ids.map((id) => exampleChannel({ id })), mix });

  it('is read back', () => {
    const parsed = parseScenario(structuredClone(scenario));
    expect(parsed.ok && parsed.scenario.mix).toEqual(mix);
  });

  it('must name channels that exist and sum to 1', () => {
    const [first] = mix.segments;
    const wrong = first && { ...first, weight: 0.5, now: [{ channel: 'fax', share: 0.4 }] };
    const parsed = parseScenario({ ...structuredClone(scenario), mix: { segments: [wrong] } });
    expect(parsed.ok ? [] : parsed.issues.map(({ path, code }) => `${path} ${code}`)).toEqual([
      '$.mix.segments wrong-sum',
      '$.mix.segments[0].now[0].channel unknown-channel',
      '$.mix.segments[0].now wrong-sum',
    ]);
  });

  it('loses a channel with the scenario', () => {
    const { mix: left } = withoutChannel(scenario, 'email');
    expect(left?.segments[1]?.later[0]?.share).toBeCloseTo(0.875, 12);
    expect(parseScenario(structuredClone(withoutChannel(scenario, 'email'))).ok).toBe(true);
  });
});
