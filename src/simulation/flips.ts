/**
 * The customers who fare differently under another plan.
 *
 * Under one seed (first class, customer, attempt) names the same contact in both records, so a customer
 * can be followed from one plan to the other: served here and lost there, in time here and late there.
 */
import type { Seconds } from '../units.ts';
import { type DayRecord, type Outcome, OUTCOMES } from './day-record.ts';

/** Customers of one class, by their first contact's class; the two directions beside each other. */
export type Flips = {
  readonly id: string;
  /** Customers who appear in both records and whose fate is settled in both. */
  readonly customers: number;
  /** Lost in the first plan, served in the end in the second; and the other way round. */
  readonly saved: number;
  readonly lost: number;
  /** Served in both: late in the first and in time in the second; and the other way round. */
  readonly sooner: number;
  readonly later: number;
};

/** One of them: when he first came, and what became of him under either plan. */
export type FlippedCustomer = {
  /** Class of his first contact. */
  readonly id: string;
  readonly arrival: Seconds;
  readonly before: Ending;
  readonly after: Ending;
};

/** Of the contact that decided: the best that he got, else the last. */
export type Ending = { readonly id: string; readonly outcome: Outcome; readonly waited: Seconds };

const OPEN = 0;
const LOST = 1;
const LATE = 2;
const IN_TIME = 3;

/** Of the classes that both plans have, in the order of the first; models by `withSharedStreams` where their lists of classes differ. */
export function flippedCustomers(first: DayRecord, second: DayRecord): Flips[] {
  const before = fates(first);
  const after = fates(second);
  return first.classes.flatMap((id, c) => {
    const other = second.classes.indexOf(id);
    if (other < 0) return [];
    const flips = { id, customers: 0, saved: 0, lost: 0, sooner: 0, later: 0 };
    before[c]?.forEach(({ fate: was }, customer) => {
      const is = after[other]?.get(customer)?.fate ?? OPEN;
      if (was === OPEN || is === OPEN) return;
      flips.customers++;
      if (was === LOST && is > LOST) flips.saved++;
      else if (was > LOST && is === LOST) flips.lost++;
      else if (was < is) flips.sooner++;
      else if (was > is) flips.later++;
    });
    return [flips];
  });
}

/** The same customers one by one, in order of their first contact, at most so many. */
export function listFlipped(first: DayRecord, second: DayRecord, most: number): FlippedCustomer[] {
  if (most === 0) return [];
  const before = fates(first);
  const after = fates(second);
  const found = first.classes.flatMap((id, c) => {
    const others = after[second.classes.indexOf(id)];
    return [...(before[c] ?? [])].flatMap(([customer, was]): FlippedCustomer[] => {
      const is = others?.get(customer);
      if (!is || was.fate === OPEN || is.fate === OPEN || was.fate === is.fate) return [];
      return [
        {
          id,
          arrival: was.arrival,
          before: endingOf(first, was.contact),
          after: endingOf(second, is.contact),
        },
      ];
    });
  });
  return found.toSorted((a, b) => a.arrival - b.arrival).slice(0, most);
}

function endingOf({ classes, contacts }: DayRecord, contact: number): Ending {
  return {
    id: classes[contacts.class[contact]!]!,
    outcome: OUTCOMES[contacts.outcome[contact]!]!,
    waited: contacts.waited[contact]!,
  };
}

export function addFlips(a: readonly Flips[], b: readonly Flips[]): Flips[] {
  return a.map((one, i) => ({
    id: one.id,
    customers: one.customers + (b[i]?.customers ?? 0),
    saved: one.saved + (b[i]?.saved ?? 0),
    lost: one.lost + (b[i]?.lost ?? 0),
    sooner: one.sooner + (b[i]?.sooner ?? 0),
    later: one.later + (b[i]?.later ?? 0),
  }));
}

type Fate = { fate: number; contact: number; readonly arrival: Seconds };

/**
 * What became of each customer in the end, by class of his first contact: the best that any of his
 * contacts got. A deferred answer is late or in time by its due time. Whom the bot kept was served at
 * once if it solved his question, and lost if it did not and he never came back.
 */
function fates({ classes, contacts }: DayRecord): Map<number, Fate>[] {
  const byClass = classes.map(() => new Map<number, Fate>());
  for (let i = 0; i < contacts.class.length; i++) {
    const customer = contacts.customer[i]!;
    const known = byClass[contacts.firstClass[i]!]!;
    const fate = fateOf(OUTCOMES[contacts.outcome[i]!]!, contacts.within[i] === 1);
    const so = known.get(customer);
    if (!so) known.set(customer, { fate: fate ?? OPEN, contact: i, arrival: contacts.arrival[i]! });
    else if (fate !== null && fate >= so.fate) {
      so.fate = fate;
      so.contact = i;
    }
  }
  return byClass;
}

/** Null: it goes on with another contact. */
function fateOf(outcome: (typeof OUTCOMES)[number], within: boolean): number | null {
  switch (outcome) {
    case 'answered':
      return within ? IN_TIME : LATE;
    case 'solvedByBot':
      return IN_TIME;
    case 'abandoned':
    case 'blocked':
    case 'turnedAway':
    case 'leftByBot':
      return LOST;
    case 'handedOver':
    case 'calledBack':
    case 'waiting':
      return null;
  }
}
