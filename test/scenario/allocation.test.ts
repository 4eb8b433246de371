import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { homeGroup, idleTime, splitGroups } from '../../src/scenario/allocation.ts';

const PHONE = 0;
const CHAT = 1;
const phoneTeam = [{ channel: PHONE, priority: 1 }];
const blended = [
  { channel: PHONE, priority: 2 },
  { channel: CHAT, priority: 1 },
];
const row = (...values: number[]): Float64Array => Float64Array.from(values);

describe('splitGroups', () => {
  it('fills first what the shared group takes first, then the next gap, then spreads the rest', () => {
    // phone needs 10 and has 7 of its own; chat needs 4. Shared: 6 -> chat 4, phone 2. Shared: 14 -> 4 and 3,
    // and of the 7 left 10/14 go to the phone: 5, and 2 to chat.
    const split = splitGroups([phoneTeam, blended], [row(7, 7), row(6, 14)], [row(10, 10), row(4, 4)]);
    expect(split[0]?.[PHONE]).toEqual(row(7, 7));
    expect(split[1]?.[CHAT]).toEqual(row(4, 6));
    expect(split[1]?.[PHONE]).toEqual(row(2, 8));
  });

  it('keeps agents free for calls while there are any, and for e-mail when there are none', () => {
    const EMAIL = CHAT;
    const skills = [
      [
        { channel: PHONE, priority: 1 },
        { channel: EMAIL, priority: 2 },
      ],
    ];
    const split = splitGroups(skills, [row(8, 8)], [row(5, 0), row(4, 4)], [false, true]);
    expect(split[0]?.[PHONE]).toEqual(row(8, 0));
    expect(split[0]?.[EMAIL]).toEqual(row(0, 8));
  });

  it('hands out every agent exactly once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 4, maxLength: 4 }),
        ([team = 0, shared = 0, phone = 0, chat = 0]) => {
          const split = splitGroups([phoneTeam, blended], [row(team), row(shared)], [row(phone), row(chat)]);
          expect(split[0]?.[PHONE]?.[0]).toBe(team);
          expect((split[1]?.[PHONE]?.[0] ?? 0) + (split[1]?.[CHAT]?.[0] ?? 0)).toBe(shared);
        },
      ),
    );
  });
});

describe('idleTime', () => {
  it('goes to what can wait in proportion to its work', () => {
    // Eight agents on the phone, a quarter of their time busy: six agents' time, nine parts to one.
    const [EMAIL, SOCIAL, IDLE] = [1, 2, 3];
    const skills = [[PHONE, EMAIL, SOCIAL, IDLE].map((channel) => ({ channel, priority: 1 }))];
    const agents = [row(8), row(0), row(0), row(0)];
    const spare = idleTime([agents], skills, [false, true, true, true], agents, [5, 9, 1, 0], () => 0.25);
    expect(spare.map((time) => time[0])).toEqual([0, expect.closeTo(5.4, 12), expect.closeTo(0.6, 12), 0]);
  });
});

describe('homeGroup', () => {
  it('takes the channel first, and as little else as possible', () => {
    expect(homeGroup([phoneTeam, blended], PHONE)).toBe(0);
    expect(homeGroup([phoneTeam, blended], CHAT)).toBe(1);
    expect(homeGroup([phoneTeam], CHAT)).toBe(-1);
  });
});
