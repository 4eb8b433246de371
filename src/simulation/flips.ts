/**
 * The customers who fare differently under another plan.
 *
 * Under one seed (first class, customer, attempt) names the same contact in both records, so a customer
 * can be followed from one plan to the other: served here and lost there, in time here and late there.
 */
import { type DayRecord, OUTCOMES } from './day-record.ts';

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
    before[c]?.forEach((was, customer) => {
      const is = after[other]?.get(customer) ?? OPEN;
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

/**
 * What became of each customer in the end, by class of his first contact: the best that any of his
 * contacts got. A deferred answer is late or in time by its due time. Whom the bot kept was served at
 * once if it solved his question, and lost if it did not and he never came back.
 */
function fates({ classes, contacts }: DayRecord): Map<number, number>[] {
  const byClass = classes.map(() => new Map<number, number>());
  for (let i = 0; i < contacts.class.length; i++) {
    const customer = contacts.customer[i]!;
    const known = byClass[contacts.firstClass[i]!]!;
    const fate = fateOf(OUTCOMES[contacts.outcome[i]!]!, contacts.within[i] === 1);
    if (fate !== null) known.set(customer, Math.max(known.get(customer) ?? OPEN, fate));
    else if (!known.has(customer)) known.set(customer, OPEN);
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
