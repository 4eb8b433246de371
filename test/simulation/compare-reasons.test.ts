/** Differences between two plans, reason by reason. */
import { describe, expect, it } from 'vitest';
import { comparePlans } from '../../src/simulation/compare.ts';
import type { ContactReason, SimulationModel } from '../../src/simulation/model.ts';
import { lasting, team } from './by-hand.ts';
import { singleQueue } from './models.ts';

const ORDERS: ContactReason = { id: 'order', share: 0.5, handleTime: lasting(20) };
const COMPLAINTS: ContactReason = { id: 'complaint', share: 0.5, handleTime: lasting(50) };

/** Calls at fixed moments, met by so many agents, each a group of his own. */
function paper(agents: number, reasons: readonly ContactReason[]): SimulationModel {
  return {
    horizon: { intervalSeconds: 1000, intervals: 1 },
    classes: [
      {
        id: 'a',
        arrivals: {
          kind: 'instants',
          at: [0, 10, 20, 30],
          reasons: ['order', 'complaint', 'order', 'complaint'],
        },
        handleTime: lasting(35),
        reasons,
      },
    ],
    groups: Array.from({ length: agents }, (_, g) => team([1], { id: `team ${g}` })),
  };
}

describe('differences by reason', () => {
  // One agent: orders wait 0 and 50 s, complaints 10 and 60; two: 0 and 0 (the first is free at 20), 0 and 10.
  it('are those counted on paper', () => {
    const { differences } = comparePlans(
      paper(1, [ORDERS, COMPLAINTS]),
      // The same order of customers, whatever the order of the list; half the work on complaints.
      paper(2, [{ ...COMPLAINTS, handleTime: lasting(25) }, ORDERS]),
      { seed: 1, replications: 2 },
    );
    const exactly = (value: number) => ({ value, low: value, high: value });
    const [orders, complaints, ...others] = differences[0]?.reasons ?? [];
    expect(others).toEqual([]);
    expect(orders).toMatchObject({
      id: 'order',
      arrivals: exactly(0),
      offered: exactly(0),
      // Within 20 s: one of two, then both.
      serviceLevel: exactly(0.5),
      meanWaitAnswered: exactly(-25),
      handleTime: exactly(0),
      workHours: exactly(0),
      solvedByBot: null,
    });
    expect(complaints).toMatchObject({ id: 'complaint', serviceLevel: exactly(0.5) });
    // 10 and 60 s, then 0 and 5: at 35 the second agent has done the first complaint.
    expect(complaints?.meanWaitAnswered?.value).toBeCloseTo(2.5 - 35, 12);
    expect(complaints?.handleTime).toEqual(exactly(-25));
    expect(complaints?.workHours.value).toBeCloseTo(-50 / 3600, 15);
  });

  const shop = (reasons: readonly ContactReason[], agents = 12): SimulationModel => {
    const model = singleQueue({ contactsPerHour: 200, handleTime: 180, agents, patience: 120, hours: 8 });
    return { ...model, classes: model.classes.map((c) => (reasons.length > 0 ? { ...c, reasons } : c)) };
  };
  const many: readonly ContactReason[] = [
    { id: 'order', share: 0.7, handleTime: { kind: 'exponential', mean: 120 } },
    { id: 'complaint', share: 0.3, handleTime: { kind: 'exponential', mean: 320 } },
  ];

  it('are the differences of the two plans’ own figures, surer than either', () => {
    const { first, second, differences } = comparePlans(shop(many), shop(many, 13), {
      seed: 5,
      replications: 40,
    });
    const figures = differences[0]?.reasons ?? [];
    expect(figures.map(({ id }) => id)).toEqual(['order', 'complaint']);
    figures.forEach((difference, r) => {
      const [a, b] = [first, second].map(({ classes }) => classes[0]?.reasons?.[r]);
      const measures = [
        [difference.offered, a?.offered, b?.offered],
        [difference.serviceLevel, a?.serviceLevel, b?.serviceLevel],
        [difference.abandonment, a?.abandonment, b?.abandonment],
        [difference.meanWaitAnswered, a?.meanWaitAnswered, b?.meanWaitAnswered],
        [difference.firstResponse, a?.firstResponse.mean, b?.firstResponse.mean],
        [difference.handleTime, a?.work.handleTime, b?.work.handleTime],
        [difference.workHours, a?.work.workHours, b?.work.workHours],
      ] as const;
      for (const [own, before, after] of measures)
        expect(own?.value).toBeCloseTo((after?.value ?? NaN) - (before?.value ?? NaN), 9);
      const width = (is: { low: number; high: number } | null | undefined) =>
        (is?.high ?? NaN) - (is?.low ?? NaN);
      expect(difference.offered).toEqual({ value: 0, low: 0, high: 0 });
      expect(difference.serviceLevel?.low).toBeGreaterThan(0);
      expect(width(difference.serviceLevel)).toBeLessThan(
        Math.hypot(width(a?.serviceLevel), width(b?.serviceLevel)) / 2,
      );
    });
  });

  it('are of the reasons that both plans have', () => {
    const [order, complaint] = many;
    if (!order || !complaint) throw new Error('no reasons');
    const options = { seed: 5, replications: 2 };
    const none = comparePlans(shop(many), shop([]), options).differences[0];
    expect(none).not.toHaveProperty('reasons');
    const renamed = comparePlans(shop(many), shop([order, { ...complaint, id: 'else' }]), options);
    expect(renamed.differences[0]?.reasons?.map(({ id }) => id)).toEqual(['order']);
  });

  it('say what the bot solves more of', () => {
    const bot = { reach: 1, containment: 0.4, resolution: 1, recontact: 0, recontactDelay: lasting(1800) };
    const withBot = (containment: number): SimulationModel => {
      const model = shop(
        many.map((reason) => (reason.id === 'order' ? { ...reason, bot: { containment } } : reason)),
      );
      return { ...model, classes: model.classes.map((c) => ({ ...c, bot })) };
    };
    const { differences } = comparePlans(withBot(0.4), withBot(0.6), { seed: 5, replications: 20 });
    const [orders, complaints] = differences[0]?.reasons ?? [];
    expect(orders?.solvedByBot?.value).toBeCloseTo(0.2, 1);
    expect(orders?.solvedByBot?.low).toBeGreaterThan(0.15);
    expect(complaints?.solvedByBot).toEqual({ value: 0, low: 0, high: 0 });
    expect(orders?.workHours.high).toBeLessThan(0);
  });
});
