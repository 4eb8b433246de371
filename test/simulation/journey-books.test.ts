/** Customers over all their contacts: days worked out on paper, and the books against the records. */
import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../src/simulation/day-record.ts';
import type { CallbackOffer, CustomerClass, SimulationModel } from '../../src/simulation/model.ts';
import { checkModel } from '../../src/simulation/check-model.ts';
import { recordDay, simulateModel } from '../../src/simulation/simulate.ts';
import { everyFamily } from './every-family.ts';

const constant = (value: number) => ({ kind: 'constant', value }) as const;
const at = (...instants: number[]) => ({ kind: 'instants', at: instants }) as const;

/** One agent, whom the contact of `held` keeps busy from 0 to 100. */
const oneAgent = (...classes: CustomerClass[]): SimulationModel => ({
  horizon: { intervalSeconds: 500, intervals: 1 },
  classes: [...classes, { id: 'held', arrivals: at(0), handleTime: constant(100) }],
  groups: [
    {
      id: 'team',
      serves: [...classes.map(({ id }) => ({ class: id })), { class: 'held' }],
      staffing: { kind: 'counts', agents: [1] },
    },
  ],
});
const once = (model: SimulationModel) => simulateModel(model, { seed: 1, replications: 1 });

describe('a journey', () => {
  it('is followed through bot, abandonment and another channel', () => {
    // Bot 10 to 15; waits 15 to 45 and gives up; in chat from 65, taken at 100, done at 140.
    const summary = once(
      oneAgent(
        {
          id: 'calls',
          arrivals: at(10),
          handleTime: constant(20),
          patience: { distribution: constant(30) },
          bot: {
            reach: 1,
            containment: 0,
            resolution: 0,
            recontact: 0,
            recontactDelay: constant(0),
            duration: constant(5),
          },
          followUps: [{ on: 'abandoned', probability: 1, delay: constant(20), to: 'chat' }],
        },
        { id: 'chat', handleTime: constant(40), afterContact: 7 },
      ),
    );
    const [calls, chat] = summary.classes;
    const journey = calls?.journey;
    expect(journey?.customers.value).toBe(1);
    expect(journey?.served?.value).toBe(1);
    expect(journey?.servedAtFirstAttempt?.value).toBe(0);
    expect(journey?.attempts?.value).toBe(2);
    expect(journey?.channels?.value).toBe(2);
    expect(journey?.effort?.value).toBe(5 + 30 + 75);
    expect(journey?.timeToResolution?.value).toBe(130);
    expect(journey?.transfers?.value).toBe(1);
    expect(journey?.transfersHandled?.value).toBe(1);
    expect(journey?.timePerClass.map(({ seconds }) => seconds?.value)).toEqual([35, 75, 0]);
    expect(chat?.journey).toBeNull();
    expect(summary.customers?.customers.value).toBe(2);
    expect(summary.customers?.attempts?.value).toBe(1.5);
  });

  it('ends unserved when the last attempt allowed comes to nothing, or the bot lets him go', () => {
    const redials: CustomerClass = {
      id: 'calls',
      arrivals: at(1),
      handleTime: constant(20),
      patience: { distribution: constant(10) },
      followUps: [{ on: 'abandoned', probability: 1, delay: constant(10), most: 2 }],
    };
    const [calls] = once(oneAgent(redials)).classes;
    expect(calls?.journey?.gaveUp?.value).toBe(1);
    expect(calls?.journey?.attempts?.value).toBe(3);
    expect(calls?.journey?.effort?.value).toBe(30);
    const left = once(
      oneAgent({
        ...redials,
        bot: { reach: 1, containment: 1, resolution: 0, recontact: 0, recontactDelay: constant(0) },
      }),
    );
    expect(left.classes[0]?.journey?.leftByBot?.value).toBe(1);
    expect(left.classes[0]?.bot?.shares.leave?.value).toBe(1);
    expect(left.classes[0]?.bot?.shares.containment?.value).toBe(1);
  });
});

describe('a callback', () => {
  const offer = (callback: CallbackOffer): SimulationModel =>
    oneAgent(
      { id: 'calls', arrivals: at(10, 40, 70), handleTime: constant(20), callback },
      { id: 'back', handleTime: constant(20), deferred: { open: [[0, 500]], due: 100 } },
    );

  it('takes whoever would wait off the line, and is judged by its promise', () => {
    // Held until 100; calls back at 100, 120, 140: open seconds 110, 100, 90 of the 100 promised.
    const [calls, back] = once(offer({ headWaits: 0, accept: 1, to: 'back' })).classes;
    expect(calls?.calledBack.value).toBe(3);
    expect(calls?.offered.value).toBe(0);
    expect(back?.offered.value).toBe(3);
    expect(back?.serviceLevel?.value).toBeCloseTo(2 / 3, 12);
    expect(calls?.journey?.attempts?.value).toBe(1);
    expect(calls?.journey?.channels?.value).toBe(2);
    // He waits off the line, and talks for 20 s.
    expect(calls?.journey?.effort?.value).toBe(20);
    expect(calls?.journey?.timeToResolution?.value).toBe(100);
  });

  it('is offered once the head of the queue has waited long enough', () => {
    // At 40 the head has waited 30 s, at 70 it has waited 60.
    const [calls] = once(offer({ headWaits: 50, accept: 1, to: 'back' })).classes;
    expect(calls?.calledBack.value).toBe(1);
    expect(calls?.answered.value).toBe(2);
  });

  it('may not lead to another offer, or back to its own queue', () => {
    const paths = (to: string) => checkModel(offer({ headWaits: 0, accept: 1, to })).map(({ path }) => path);
    expect(paths('calls')).toEqual(['$.classes[0].callback.to']);
    expect(paths('nowhere')).toEqual(['$.classes[0].callback.to']);
    expect(paths('back')).toEqual([]);
  });
});

describe('the books of journeys', () => {
  it('say what the records of the same day say', { tags: 'slow' }, () => {
    const model: SimulationModel = {
      ...everyFamily,
      classes: everyFamily.classes.map((c) =>
        c.id === 'calls' ? { ...c, callback: { headWaits: 20, accept: 0.4, to: 'mail' } } : c,
      ),
    };
    const { customers } = simulateModel(model, { seed: 9, replications: 1 });
    const { contacts } = recordDay(model, 9, 0);
    const people = new Map<string, number[]>();
    contacts.customer.forEach((customer, i) => {
      const key = `${contacts.firstClass[i]}/${customer}`;
      people.set(key, [...(people.get(key) ?? []), i]);
    });
    let attempts = 0;
    let channels = 0;
    let bySolved = 0;
    let byAgentOnce = 0;
    let transfers = 0;
    for (const own of people.values()) {
      attempts += 1 + Math.max(...own.map((i) => contacts.attempt[i] ?? 0));
      channels += new Set(own.map((i) => contacts.class[i])).size;
      for (const i of own) {
        const parent = contacts.parent[i] ?? -1;
        if (parent >= 0 && contacts.class[parent] !== contacts.class[i]) transfers++;
        if (OUTCOMES[contacts.outcome[i] ?? 0] === 'solvedByBot') bySolved++;
      }
      const last = own.at(-1) ?? 0;
      if (OUTCOMES[contacts.outcome[last] ?? 0] === 'answered' && contacts.attempt[last] === 0) byAgentOnce++;
    }
    const n = people.size;
    expect(customers?.customers.value).toBe(n);
    expect(customers?.attempts?.value).toBeCloseTo(attempts / n, 12);
    expect(customers?.channels?.value).toBeCloseTo(channels / n, 12);
    expect(customers?.transfers?.value).toBeCloseTo(transfers / n, 12);
    // Some were in hand, or about to come back, when the horizon ended.
    const served = (customers?.servedAtFirstAttempt?.value ?? 0) * n;
    expect(served).toBeLessThanOrEqual(bySolved + byAgentOnce);
    expect(served).toBeGreaterThan(0.9 * (bySolved + byAgentOnce));
    expect(transfers).toBeGreaterThan(20);
    const shares = [customers?.served, customers?.gaveUp, customers?.leftByBot];
    expect(shares.reduce((sum, share) => sum + (share?.value ?? 0), 0)).toBeLessThanOrEqual(1);
  });
});
