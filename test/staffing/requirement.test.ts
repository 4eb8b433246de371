import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFINITIONS } from '../../src/cli/erlang/given.ts';
import { DomainError, UnattainableTarget } from '../../src/errors.ts';
import { ratesByHandleTime } from '../../src/queueing/known-rates.ts';
import { chatAgents } from '../../src/queueing/chat-pool.ts';
import { requiredAgents } from '../../src/queueing/required-agents.ts';
import { requiredChatAgents } from '../../src/queueing/required-chat-agents.ts';
import { chatRequirement, queueRequirement } from '../../src/staffing/requirement.ts';

const level = { serviceLevel: { share: 0.8, threshold: 20 } };
const conversation = { agentTurn: 30, customerTurn: 60, limit: 3 };
const rates = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 2000, noNaN: true })), {
  minLength: 1,
  maxLength: 12,
});
const constant = (length: number, value: number): number[] => Array.from({ length }, () => value);

describe('requirement per interval', () => {
  it('phone: each rate on its own, none without contacts', () => {
    // Origin: Erlang C, 80/20 at 10 erlangs of 180 s needs 14 agents.
    const work = { contactsPerHour: [0, 200, 0, 200], handleTime: constant(4, 180) };
    expect([...queueRequirement(work, undefined, [level])]).toEqual([0, 14, 0, 14]);
  });

  it('phone: whatever came before, the answer is that of the interval alone', () => {
    const sets = [{ ...level, maxOccupancy: 0.9 }, { abandonment: 0.03 }];
    fc.assert(
      fc.property(rates, fc.double({ min: 10, max: 900, noNaN: true }), (contactsPerHour, patience) => {
        const handleTime = contactsPerHour.map((_, i) => 200 + 30 * (i % 3));
        const found = queueRequirement({ contactsPerHour, handleTime }, patience, sets);
        contactsPerHour.forEach((rate, i) => {
          const line = { contactsPerHour: rate, handleTime: handleTime[i] ?? 0, patience };
          expect(found[i]).toBe(Math.max(...sets.map((targets) => requiredAgents(line, targets))));
        });
      }),
      { numRuns: 40 },
    );
  });

  it('chat: whatever came before, the answer is that of the interval alone', () => {
    const targets = { firstResponse: { percentile: { share: 0.9, within: 120 } }, abandonment: 0.05 };
    fc.assert(
      fc.property(rates, (contactsPerHour) => {
        const handleTime = contactsPerHour.map((_, i) => 200 + 30 * (i % 3));
        const found = chatRequirement(
          { contactsPerHour, handleTime },
          chatAgents(conversation),
          200,
          targets,
        );
        contactsPerHour.forEach((rate, i) => {
          const own = { ...conversation, handleTime: handleTime[i] ?? 0 };
          expect(found[i]).toBe(
            requiredChatAgents({ contactsPerHour: rate, conversation: own, patience: 200 }, targets),
          );
        });
      }),
      { numRuns: 20 },
    );
  });

  it(
    'what is known from other volumes changes no answer, in any definition of the service level',
    { tags: 'slow' },
    () => {
      const factors = [1, 1.01, 1.1, 0.97, 2, 1.003, 0.5];
      fc.assert(
        fc.property(rates, fc.constantFrom(60, 300, undefined), (contacts, patience) => {
          const handleTime = contacts.map((_, i) => 200 + 30 * (i % 3));
          const at = (factor: number) => ({ contactsPerHour: contacts.map((c) => c * factor), handleTime });
          for (const definition of DEFINITIONS) {
            const sets = [
              { serviceLevel: { share: 0.8, threshold: 20, definition } },
              { maxOccupancy: 0.85, meanWaitAnswered: 30, ...(patience ? { abandonment: 0.05 } : {}) },
            ];
            const known = ratesByHandleTime();
            for (const factor of factors)
              expect(queueRequirement(at(factor), patience, sets, known)).toEqual(
                queueRequirement(at(factor), patience, sets),
              );
          }
          // With such a cost of switching an agent completes less with each further conversation.
          for (const switchCost of [0, 0.6]) {
            const agentFor = chatAgents({ ...conversation, switchCost });
            const targets = { firstResponse: { mean: 200, percentile: { share: 0.8, within: 240 } } };
            const known = ratesByHandleTime();
            for (const factor of factors)
              expect(chatRequirement(at(factor), agentFor, patience, targets, known)).toEqual(
                chatRequirement(at(factor), agentFor, patience, targets),
              );
          }
        }),
        { numRuns: 12 },
      );
    },
  );

  it('chat: more conversations per agent need fewer agents, up to the reply time wanted', () => {
    const need = (limit: number) =>
      chatRequirement(
        { contactsPerHour: [60, 120], handleTime: constant(2, 300) },
        chatAgents({ ...conversation, limit }),
        300,
        { abandonment: 0.03 },
      );
    const [one, three] = [need(1), need(3)];
    expect(three[0]).toBeLessThan(one[0] ?? 0);
    expect(three[1]).toBeLessThan(one[1] ?? 0);
  });

  it('names what is broken, and what nobody can promise', () => {
    const work = { contactsPerHour: [10, -1], handleTime: [180, 180] };
    expect(() => queueRequirement(work, undefined, [level])).toThrow(
      new DomainError('queueRequirement', 'contactsPerHour[1]', -1, 'a finite number, at least 0'),
    );
    expect(() => queueRequirement({ ...work, handleTime: [180] }, undefined, [level])).toThrow(DomainError);
    expect(() => queueRequirement(work, undefined, [{}])).toThrow(DomainError);
    const all = { serviceLevel: { share: 1, threshold: 0 } };
    expect(() => queueRequirement(work, 60, [all])).toThrow(UnattainableTarget);
    expect(() =>
      chatRequirement({ contactsPerHour: [10], handleTime: [300] }, chatAgents(conversation), 60, {
        firstResponse: { mean: 20 },
      }),
    ).toThrow(UnattainableTarget);
    expect([...queueRequirement({ contactsPerHour: [0], handleTime: [180] }, 60, [all])]).toEqual([0]);
  });
});
