/** First responses against the chat model of the analysis, which is exact for one agent. */
import { describe, expect, it } from 'vitest';
import { chatQueue } from '../../src/queueing/chat-queue.ts';
import { simulateModel } from '../../src/simulation/simulate.ts';
import { expectAgreement } from './agreement.ts';
import { singleQueue } from './models.ts';

describe('the first response of a conversation', () => {
  it('is the wait and the reply, in the mean and in percentiles', () => {
    const turns = { agentTurn: 30, customerTurn: 60 };
    const queue = { contactsPerHour: 22, handleTime: 240, agents: 1, patience: 180 };
    const limit = 3;
    const exact = chatQueue({ ...queue, conversation: { handleTime: 240, limit, ...turns } });
    const summary = simulateModel(
      singleQueue({
        ...queue,
        hours: 200,
        warmUp: 7200,
        class: { conversation: { limit, speed: { kind: 'turns', ...turns } } },
      }),
      { seed: 11, replications: 100 },
    );
    const [chat] = summary.classes;
    expectAgreement(chat?.abandonment, 100, exact.abandonProbability, 0.008);
    expectAgreement(chat?.meanWaitAnswered, 100, exact.meanWaitAnswered, 1.5);
    expectAgreement(chat?.firstResponse.mean, 100, exact.meanFirstResponse, 1.5);
    // The reply is most of it, and more than a turn: neither it nor the messages ahead could be left out.
    expect(exact.meanFirstResponse - exact.meanWaitAnswered).toBeGreaterThan(40);
    for (const { share, within } of chat?.firstResponse.percentiles ?? []) {
      const reached = exact.firstResponseWithin(within?.value ?? 0) / exact.answeredShare;
      // Per second of the percentile, so that its standard error becomes one of the share.
      const slope =
        (exact.firstResponseWithin((within?.value ?? 0) + 0.5) -
          exact.firstResponseWithin((within?.value ?? 0) - 0.5)) /
        exact.answeredShare;
      expectAgreement(within, 100, (within?.value ?? 0) + (share - reached) / slope, 5);
    }
    expect(chat?.firstResponse.percentiles).toHaveLength(4);
    // The wait for the agent alone, beyond those who have him at once.
    const waited = (time: number) => exact.answeredWithin(time) / exact.answeredShare;
    const longer = (chat?.wait.percentiles ?? []).filter(({ share }) => share > waited(0));
    for (const { share, within } of longer) {
      const time = within?.value ?? 0;
      expectAgreement(
        within,
        100,
        time + (share - waited(time)) / (waited(time + 0.5) - waited(time - 0.5)),
        5,
      );
    }
    expect(longer.length).toBeGreaterThan(1);
  });
});
