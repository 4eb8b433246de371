/** Customers in line when a live class first opens, worked out on paper. */
import { describe, expect, it } from 'vitest';
import type { CustomerClass } from '../../src/simulation/model.ts';
import { at, lasting, run, team } from './by-hand.ts';

const opening: CustomerClass = {
  id: 'a',
  arrivals: at(250),
  handleTime: lasting(60),
  open: [
    [200, 500],
    [600, 900],
  ],
  waitingAtStart: [10, 40],
  serviceLevel: { threshold: 45 },
};

describe('a line at the first opening', () => {
  it('waits from then on, and is served before who comes', () => {
    // One agent: from 200 to 260 whoever has waited 40 s, until 320 the other (10 + 60), until 380 the one of 250 (70).
    const [a] = run([opening], [team([1, 1, 1, 1, 1])], 5, 200).classes;
    expect(a?.offered.value).toBe(3);
    expect(a?.meanWaitAnswered?.value).toBeCloseTo((40 + 70 + 70) / 3, 12);
    expect(a?.serviceLevel?.value).toBeCloseTo(1 / 3, 12);
    // In the interval of the opening, not in that of the start, and not again as it opens a second time.
    expect(a?.intervals.map(({ offered }) => offered.value)).toEqual([0, 3, 0, 0, 0]);
    // Two wait from 200, one of them for 60 s, and one for 70 s from 250.
    expect((a?.meanQueueLength.value ?? 0) * 1000).toBeCloseTo(60 + 70, 9);
  });

  it('has not given up yet, however long it has waited', () => {
    // Patience of 50 s each: the other leaves after 40 s more, at 240.
    const patient: CustomerClass = { ...opening, arrivals: at(), patience: { distribution: lasting(50) } };
    const [a] = run([patient], [team([1, 1, 1, 1, 1])], 5, 200).classes;
    expect([a?.answered.value, a?.abandoned.value]).toEqual([1, 1]);
    // Who has waited longer than anybody would leaves as it opens.
    const [b] = run([{ ...patient, waitingAtStart: [80] }], [team([0, 0, 0, 0, 0])], 5, 200).classes;
    expect([b?.abandoned.value, b?.meanWait?.value]).toEqual([1, 80]);
  });

  it('takes lines, and leaves none to who comes', () => {
    const model = run([{ ...opening, arrivals: at(205) }], [team([1, 1, 1, 1, 1])], 5, 200);
    expect(model.classes[0]?.blocked.value).toBe(0);
  });
});
