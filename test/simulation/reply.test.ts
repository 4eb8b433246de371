/** The first reply of a conversation follows the law of the analytic models. */
import { describe, expect, it } from 'vitest';
import { conversationCurve } from '../../src/queueing/conversation-curve.ts';
import { compileModel } from '../../src/simulation/compile.ts';
import { FollowUps } from '../../src/simulation/follow-ups.ts';
import { replyTime } from '../../src/simulation/reply.ts';
import { simulateModel } from '../../src/simulation/simulate.ts';
import { singleQueue } from './models.ts';

const turns = { agentTurn: 30, customerTurn: 60 };
const chat = (afterContact: number, speed: 'turns' | 'rates' = 'turns') =>
  singleQueue({
    contactsPerHour: 20,
    handleTime: 300,
    agents: 2,
    patience: 120,
    hours: 2,
    class: {
      afterContact,
      conversation: {
        limit: 3,
        speed: speed === 'turns' ? { kind: 'turns', ...turns } : { kind: 'rates', rates: [0.3, 0.6, 0.8] },
      },
    },
  });

describe('the law of a first reply', () => {
  it.each([0, 60])(
    'is that of the conversation curve, with %d s of work after the contact',
    (afterContact) => {
      const compiled = compileModel(chat(afterContact)).classes[0];
      const curve = conversationCurve({ handleTime: 300 + afterContact, afterContact, limit: 3, ...turns });
      curve.forEach(({ ahead, turnWork, completionRate }, others) => {
        expect(compiled?.reply?.turn).toBeCloseTo(turnWork, 12);
        let below = 0;
        ahead.forEach((share, i) => {
          below += share;
          expect(compiled?.reply?.ahead[others]?.[i]).toBeCloseTo(below, 12);
        });
        // Handle-time seconds per second over the seconds of work of a contact.
        expect((compiled?.conversationRates[others] ?? 0) / (300 + afterContact)).toBeCloseTo(
          completionRate,
          12,
        );
      });
    },
  );

  it('gives the same customer the same draws, longer the more conversations there are', () => {
    const law = compileModel(chat(0)).classes[0]?.reply;
    if (!law) throw new Error('no turns');
    const draws = new FollowUps(Uint32Array.of(0));
    draws.start(Int32Array.of(1, 2, 3, 4));
    for (let customer = 0; customer < 200; customer++) {
      const times = [0, 1, 2].map((others) => replyTime(law, others, draws, customer, 0));
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(replyTime(law, 1, draws, customer, 0)).toBe(times[1]);
    }
  });

  it('is no part of the wait, nor of conversations without turns', () => {
    const [calls] = simulateModel(chat(0), { seed: 3, replications: 2 }).classes;
    expect((calls?.firstResponse.mean?.value ?? 0) - (calls?.meanWaitAnswered?.value ?? 0)).toBeGreaterThan(
      25,
    );
    const [plain] = simulateModel(chat(0, 'rates'), { seed: 3, replications: 2 }).classes;
    expect(plain?.firstResponse.mean?.value).toBe(plain?.meanWaitAnswered?.value);
  });
});
