/** Two mailboxes of one priority: what is due first goes first. */
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../src/scenario/compile.ts';
import { withArrivals } from '../../src/scenario/replay-log.ts';
import { simulateModel } from '../../src/simulation/simulate.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';

const mailbox = (id: string, within: number) =>
  exampleChannel({
    id,
    kind: 'email',
    patience: null,
    handling: { mean: 600, cv: 0, afterContact: 0 },
    targets: { firstResponse: { percentile: { share: 0.9, within } } },
  });
const channels = [mailbox('orders', 36_000), mailbox('claims', 3600)];
const alike = [mailbox('orders', 36_000), mailbox('claims', 36_000)];
const groupWith = (claims: number) =>
  exampleGroup({
    skills: [
      { channel: 'orders', priority: 1 },
      { channel: 'claims', priority: claims },
    ],
    staffing: { kind: 'counts', agents: Array.from({ length: 168 }, () => 1) },
  });
const OPENING = 8 * 3600;

/** By default two orders come as the mailboxes open, a claim right after them; each takes one agent ten minutes. */
function replyTo(
  claims: number,
  { of = channels, orders = [OPENING, OPENING + 10], claim = OPENING + 20 } = {},
): number | undefined {
  const scenario = exampleScenario({ channels: of, groups: [groupWith(claims)] });
  const model = withArrivals(compileScenario(scenario), {
    arrivals: new Map([
      ['orders', { kind: 'instants', at: orders }],
      ['claims', { kind: 'instants', at: [claim] }],
    ]),
  });
  const { classes } = simulateModel(model, { seed: 1, replications: 1 });
  return classes[1]?.firstResponse.mean?.value;
}

describe('deferred work', () => {
  it('is taken in the order in which it is due, at one priority', () => {
    // The first order is in hand until 08:10; the claim, due at 09:00:20, goes before the second order: done at 08:20.
    expect(replyTo(1)).toBeCloseTo(1200 - 20, 9);
  });

  it('is taken in the order in which it came where all is due at one moment', () => {
    // All three come before the clock runs. Both mailboxes open before the agent takes the claim, the oldest.
    const overnight = { of: alike, orders: [OPENING - 90, OPENING - 80], claim: OPENING - 100 };
    expect(replyTo(1, overnight)).toBeCloseTo(600, 9);
  });

  it('goes by priority first', () => {
    expect(replyTo(2)).toBeCloseTo(1800 - 20, 9);
    expect(
      compileScenario(exampleScenario({ channels, groups: [groupWith(2)] })).groups[0]?.takes,
    ).toBeUndefined();
  });
});
