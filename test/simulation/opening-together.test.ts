/** Classes that open at the same moment, worked out on paper. */
import { describe, expect, it } from 'vitest';
import type { AgentGroup, CustomerClass } from '../../src/simulation/model.ts';
import { at, lasting, run, team } from './by-hand.ts';

describe('classes that open at the same moment', () => {
  const mailboxes: CustomerClass[] = [
    { id: 'a', arrivals: at(0), handleTime: lasting(60), deferred: { open: [[100, 1000]], due: 500 } },
    { id: 'b', arrivals: at(10), handleTime: lasting(60), deferred: { open: [[100, 1000]], due: 500 } },
  ];
  const both = team([1], {
    serves: [
      { class: 'a', priority: 2 },
      { class: 'b', priority: 1 },
    ],
  });
  const responses = (groups: AgentGroup[]): (number | undefined)[] =>
    run(mailboxes, groups).classes.map(({ firstResponse }) => firstResponse.mean?.value);

  it('are all open before an agent takes one of their contacts, by his priorities', () => {
    // The agent writes to b from 100 to 160, to a until 220; the clock of both runs from 100.
    expect(responses([both])).toEqual([120, 60]);
  });

  it('leave a contact the agent it would choose, unless another comes first for him', () => {
    // Either agent could take the letter of a, and the first does where nobody else wants him.
    const only = team([1], { id: 'only', serves: [{ class: 'a' }] });
    expect(responses([both, only])).toEqual([60, 60]);
    expect(responses([only, both])).toEqual([60, 60]);
  });

  it('let contacts that choose before one another round in a circle have the agents of their own', () => {
    // Each group prefers the other class, and each class tries its own group first.
    const crossing = (own: string, other: string): AgentGroup =>
      team([1], {
        id: own,
        serves: [
          { class: own, priority: 2 },
          { class: other, priority: 1 },
        ],
      });
    const tiered = mailboxes.map((mailbox): CustomerClass => {
      const other = mailbox.id === 'a' ? 'b' : 'a';
      return { ...mailbox, tiers: [{ groups: [mailbox.id] }, { groups: [other] }] };
    });
    const summary = run(tiered, [crossing('a', 'b'), crossing('b', 'a')]);
    expect(summary.classes.map(({ firstResponse }) => firstResponse.mean?.value)).toEqual([60, 60]);
    expect(summary.groups.map(({ occupancy }) => occupancy?.value)).toEqual([0.06, 0.06]);
  });
});
