/** Estimates against figures worked out by hand, and against the law the waits were drawn from. */
import { describe, expect, it } from 'vitest';
import {
  addedContacts,
  firstResponses,
  handleTimes,
  noContacts,
  patienceOf,
  survivalBySecond,
  waitBin,
  type ContactFacts,
} from '../../src/history/contact-facts.ts';
import { readHistory } from '../../src/history/history-reader.ts';
import { guessOf } from './tables.ts';

function contactsOf(text: string): readonly ContactFacts[] {
  const result = readHistory([text], guessOf(text).mapping);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.contacts;
}

/** The uniform numbers of a small congruential generator (Numerical Recipes), so that every run is the same. */
function uniform(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 4_294_967_296;
}

const stamp = (i: number) => new Date(Date.UTC(2026, 2, 2, 8) + i * 47_000).toISOString().slice(0, 19);

describe('patience', () => {
  it('by Kaplan and Meier follows the product worked out by hand', () => {
    const facts = noContacts('x');
    // at 6 s 2 of 10 leave; at 8 s 1 is served; at 9 s 3 of 7 leave; 4 remain to 20 s and are served
    facts.leftAfter[6] = 2;
    facts.servedAfter[8] = 1;
    facts.leftAfter[9] = 3;
    facts.servedAfter[20] = 4;
    const survival = survivalBySecond(facts);
    expect(survival[5]).toBe(1);
    expect(survival[6]).toBeCloseTo(0.8, 12);
    expect(survival[8]).toBeCloseTo(0.8, 12);
    expect(survival[9]).toBeCloseTo((0.8 * 4) / 7, 12);
    expect(survival[20]).toBeCloseTo((0.8 * 4) / 7, 12);
    expect(survival).toHaveLength(21);
  });

  it('finds the exponential law behind waits that service cuts short', { tags: 'slow' }, () => {
    const next = uniform(7);
    const rows = Array.from({ length: 20_000 }, (_, i) => {
      const patience = -180 * Math.log(1 - next());
      const offered = -60 * Math.log(1 - next());
      const left = patience < offered;
      return `${stamp(i)},Sales,${Math.floor(Math.min(patience, offered))},${left ? 'ABANDONED' : 'ANSWERED'},${left ? '' : 200 + (i % 5) * 50},C${i % 4000}`;
    });
    const text = ['arrival,queue,queue_s,outcome,service_s,customer', ...rows].join('\n');
    expect(guessOf(text).columns.map(({ value }) => value)).toEqual([
      'start',
      'channel',
      'wait',
      'outcome',
      'handleTime',
      'caller',
    ]);
    const [facts] = contactsOf(text);
    if (facts === undefined) throw new Error('no facts');
    // one in four gives up: 60 / (60 + 180); standard error 0.3 points
    expect(facts.abandoned / 20_000).toBeCloseTo(0.25, 1.6);
    const patience = patienceOf(facts);
    // about 4,600 abandons: a standard error of 1.5 %, 2.7 s
    expect(Math.abs((patience?.mean ?? 0) - 180)).toBeLessThan(4 * 2.7);
    expect(patience?.low).toBeLessThan(180);
    expect(patience?.high).toBeGreaterThan(180);
    // half have left after 180 ln 2 = 125 s, counted from the fifth second on
    expect(Math.abs((patience?.halfLeft ?? 0) - 5 - 180 * Math.LN2)).toBeLessThan(10);
    const handle = handleTimes(facts);
    expect(handle?.mean).toBeCloseTo(300, 0);
    // five values 50 s apart, equally often: sd = 50 √2
    expect(handle?.cv).toBeCloseTo((50 * Math.SQRT2) / 300, 2);
  });

  it.each([600, 1800, 3600])('of %d s on average is found though long waits are not told apart', (truth) => {
    const facts = noContacts('x');
    const next = uniform(11);
    for (let i = 0; i < 4000; i++) {
      const patience = -truth * Math.log(1 - next());
      const offered = -2400 * Math.log(1 - next());
      const after = patience < offered ? facts.leftAfter : facts.servedAfter;
      const bin = waitBin(Math.min(patience, offered));
      after[bin] = (after[bin] ?? 0) + 1;
    }
    const told = patienceOf(facts);
    expect(told?.low).toBeLessThan(truth);
    expect(told?.high).toBeGreaterThan(truth);
    const half = truth * Math.LN2;
    // the median of 3600 s lies beyond what is told apart
    if (half > 1800) expect(told?.halfLeft).toBeNull();
    else expect(Math.abs((told?.halfLeft ?? 0) - 5 - half)).toBeLessThan(0.1 * half);
    expect(survivalBySecond(facts)).toHaveLength(1800);
  });

  it('is not told from a handful of abandons', () => {
    const facts = noContacts('x');
    facts.leftAfter[30] = 19;
    expect(patienceOf(facts)).toBeNull();
    facts.leftAfter[30] = 20;
    expect(patienceOf(facts)?.mean).toBeCloseTo(25.5, 12);
  });
});

describe('a log of contacts', () => {
  it('tells redials within the hour, and keeps nobody’s number', { tags: 'slow' }, () => {
    const rows = [
      ['2026-03-02T09:00', '33612345678', 40, 'hung up: abandoned'],
      ['2026-03-02T09:20', '33612345678', 30, 'abandoned'],
      ['2026-03-02T09:40', '33612345678', 10, 'answered'],
      ['2026-03-02T10:00', '33687654321', 50, 'abandoned'],
      ['2026-03-02T12:00', '33687654321', 50, 'answered'],
      ['2026-03-02T12:30', '', 50, 'abandoned'],
    ];
    const text = ['arrival,caller,wait,outcome', ...rows.map((row) => row.join(','))].join('\n');
    const [facts] = contactsOf(text);
    expect(facts).toMatchObject({ answered: 2, abandoned: 4, abandonedKnown: 3, redialled: 2 });
    const newestFirst = ['arrival,caller,wait,outcome', ...rows.toReversed().map((row) => row.join(','))];
    const result = readHistory([newestFirst.join('\n')], guessOf(text).mapping);
    expect(result.ok && result.contacts).toEqual([facts]);
    expect(JSON.stringify([result, guessOf(text)])).not.toMatch(/33612345678|33687654321/);
  });

  it('measures first responses of tickets, from a time or from a duration', () => {
    const ticket = (i: number, minutes: number) => {
      const opened = Date.UTC(2026, 2, 2, 8) + i * 60_000 * 7;
      const iso = (at: number) => new Date(at).toISOString().slice(0, 16);
      return [iso(opened), iso(opened + minutes * 60_000), minutes];
    };
    const rows = Array.from({ length: 200 }, (_, i) => ticket(i, 30 + (i % 100)));
    const byTime = ['created at,first reply at', ...rows.map(([a, b]) => `${a},${b}`)].join('\n');
    const byMinutes = ['created at,first reply time (min)', ...rows.map(([a, , m]) => `${a},${m}`)].join(
      '\n',
    );
    for (const text of [byTime, byMinutes]) {
      const [facts] = contactsOf(text);
      if (facts === undefined) throw new Error('no facts');
      const told = firstResponses(facts);
      expect(told?.contacts).toBe(200);
      // 79.5 and 119 minutes, in bins of 5 %
      expect(Math.abs((told?.median ?? 0) / (79.5 * 60) - 1)).toBeLessThan(0.05);
      expect(Math.abs((told?.ninety ?? 0) / (119 * 60) - 1)).toBeLessThan(0.05);
    }
    const wrong = [
      'created at,first reply at',
      '2026-03-02T10:00,2026-03-02T09:00',
      ...rows.map(([a, b]) => `${a},${b}`),
    ];
    const result = readHistory([wrong.join('\n')], guessOf(wrong.join('\n')).mapping);
    expect(result).toMatchObject({ ok: true, report: { rejections: [{ code: 'negativeWait', row: 2 }] } });
  });

  it('adds up over queues', () => {
    const facts = noContacts('a');
    facts.leftAfter[10] = 3;
    const both = addedContacts('b', [
      { ...facts, answered: 2 },
      { ...facts, answered: 5 },
    ]);
    expect(both.answered).toBe(7);
    expect(both.leftAfter[10]).toBe(6);
  });
});

describe('the status of a ticket', () => {
  const states = ['Open', 'Closed', 'Pending', 'Waiting on Customer', 'Resolved'];
  const tickets = (status: (i: number) => string, replied: (i: number) => boolean) =>
    [
      'Ticket ID,Status,Group,Created time,First response time (in hrs)',
      ...Array.from(
        { length: 60 },
        (_, i) => `${i},${status(i)},Support,${stamp(i).replace('T', ' ')},${replied(i) ? '01:30:00' : ''}`,
      ),
    ].join('\n');

  it('is not how a contact ended: the first response says who was answered', () => {
    const text = tickets(
      (i) => states[i % 5] ?? '',
      (i) => i % 4 > 0,
    );
    expect(guessOf(text).mapping.columns.map(({ role }) => role)).not.toContain('outcome');
    // three in four have a response, whatever their status; nobody is said to have given up
    expect(contactsOf(text)).toMatchObject([{ answered: 45, abandoned: 0 }]);
  });

  it('is taken for the outcome where it says who gave up, and a response still counts', () => {
    const text = tickets(
      (i) => ['Closed', 'Abandoned', 'Open'][i % 3] ?? '',
      (i) => i % 3 === 2,
    );
    expect(guessOf(text).mapping.columns.map(({ role }) => role)).toContain('outcome');
    // 20 closed, 20 given up, 20 open with a response
    expect(contactsOf(text)).toMatchObject([{ answered: 40, abandoned: 20 }]);
  });

  it('is known in French', () => {
    const french = ['Ouvert', 'Fermé', 'En attente du client', 'Résolu', 'En cours'];
    const text = tickets(
      (i) => french[i % 5] ?? '',
      () => true,
    );
    expect(contactsOf(text)).toMatchObject([{ answered: 60, abandoned: 0 }]);
  });
});
