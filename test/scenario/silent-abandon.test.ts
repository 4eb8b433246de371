import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../src/scenario/compile.ts';
import { isLeftOut } from '../../src/scenario/left-out.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { SilentAbandon } from '../../src/scenario/schema-customers.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { simulate } from '../../src/scenario/simulate.ts';
import { exampleChannel, exampleScenario } from './example.ts';
import { onePhoneDay } from './one-phone-day.ts';

/** One agent with one chat at a time, each 180 s long; 20 an hour come, and wait for a second. */
function hurriedChat(silentAbandon?: SilentAbandon): Scenario {
  const day = onePhoneDay(1);
  return {
    ...day,
    channels: day.channels.map((channel) => ({
      ...channel,
      kind: 'chat',
      demand: {
        source: {
          kind: 'typed',
          contacts: Array.from({ length: 48 }, (_, slot) => (slot < 16 || slot >= 40 ? 0 : 10)),
        },
        dayFactorCv: 0,
      },
      // a third of the time is the agent's turn: 60 s of work take 180 s
      handling: { mean: 60, cv: 0, afterContact: 0 },
      conversation: {
        limit: 1,
        agentTurn: 30,
        customerTurn: 60,
        ...(silentAbandon ? { silentAbandon } : {}),
      },
      patience: { mean: 1 },
      targets: {},
    })),
  };
}

const answeredShare = (silent: SilentAbandon | undefined, replications: number): number => {
  const [chat] = simulate(hurriedChat(silent), { seed: 8, replications }).channels;
  return (chat?.answered.value ?? 0) / (chat?.offered.value ?? 1);
};

describe('leaving without a sign', () => {
  it('is played by the class that holds conversations', () => {
    expect(compileScenario(hurriedChat({ share: 0.4, timeOut: 90 })).classes[0]?.conversation).toMatchObject({
      silentAbandon: { share: 0.4, timeOut: 90 },
    });
    expect(compileScenario(hurriedChat()).classes[0]?.conversation).not.toHaveProperty('silentAbandon');
  });

  it('takes a place for the time-out, as a renewal argument says', { tags: 'slow' }, () => {
    // Whoever finds the place taken leaves. Without silence a cycle is 180 s idle and 180 s of work: one half of
    // the contacts is answered. If each who left keeps the place for 90 s more, a busy time is that of a queue
    // with an exceptional first service, 180 / (1 − 90/180) = 360 s, and one contact in three is answered.
    const replications = 48;
    const deviation = (share: number): number => Math.sqrt((share * (1 - share)) / (240 * replications));
    // a second of patience lets one in 180 more wait through
    expect(Math.abs(answeredShare(undefined, replications) - 1 / 2)).toBeLessThan(
      4 * deviation(1 / 2) + 0.005,
    );
    expect(Math.abs(answeredShare({ share: 1, timeOut: 90 }, replications) - 1 / 3)).toBeLessThan(
      4 * 1.5 * deviation(1 / 3) + 0.005,
    );
  });

  it('is named where somebody gives up, and refused outside its range', () => {
    const left = (scenario: Scenario) =>
      scenario.channels.map((channel) => isLeftOut('silent', scenario, channel));
    expect(left(hurriedChat({ share: 0.4, timeOut: 90 }))).toEqual([true]);
    expect(left(hurriedChat())).toEqual([false]);
    const issues = (silentAbandon: unknown) => {
      const conversation = { limit: 2, agentTurn: 30, customerTurn: 60, silentAbandon };
      const parsed = parseScenario({
        ...exampleScenario(),
        channels: [{ ...exampleChannel({ kind: 'chat' }), conversation }],
      });
      return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
    };
    const at = '$.channels[0].conversation.silentAbandon';
    expect(issues({ share: 0.4, timeOut: 90 })).toEqual([]);
    expect(issues({ share: 1.4, timeOut: 0 })).toEqual([
      `out-of-range ${at}.share`,
      `out-of-range ${at}.timeOut`,
    ]);
    expect(issues({ share: 0.4 })).toEqual([`missing ${at}.timeOut`]);
  });
});
