/**
 * The way of customers through one replication: from their first contact through bot and queue to an
 * answer, to another attempt, or out of the door. Counts per class, which add up over replications.
 *
 *     first contact ─┬─> bot ─┬─> solved                    returns are drawn where they leave (`retry`)
 *     redial ────────┤        ├─> unsolved ─┬─> recontact   and where they come in again (`redial`,
 *     switch ────────┤        │             └─> gone        `switch`, `recontact`), so nothing runs
 *     recontact ─────┘        └─> queue ─┬─> in time        in circles
 *          └──────────────────> queue    ├─> late
 *                                        └─> gave up ─┬─> redial, switch
 *                                                     └─> gone
 */
import { type DayRecord, OUTCOMES } from './day-record.ts';

/** How a contact came in. */
export const SOURCES = ['first', 'redial', 'switch', 'recontact'] as const;
/** What became of a contact; `away`: met closed doors; `calledBack`: goes on where calls are returned. */
export const FATES = [
  'inTime',
  'late',
  'abandoned',
  'blocked',
  'away',
  'waiting',
  'calledBack',
  'solvedByBot',
  'leftByBot',
] as const;
/** What a customer did after a contact that did not help: came back, or not. */
export const NEXT = ['redial', 'switch', 'recontact', 'gone'] as const;

/** Fates that leave the customer's question open. */
export const UNHELPED = ['abandoned', 'blocked', 'away', 'leftByBot'] as const satisfies readonly Fate[];

export type Unhelped = (typeof UNHELPED)[number];
export type Source = (typeof SOURCES)[number];
export type Fate = (typeof FATES)[number];
export type Next = (typeof NEXT)[number];

/** Contacts of one class (for what a bot hands over: the class that takes it). */
export type Journey = {
  readonly id: string;
  /** Contacts that met the bot, and that joined an agent's queue or were refused there, by how they came. */
  readonly toBot: Record<Source, number>;
  readonly toQueue: Record<Source, number>;
  /** From this class's own bot to an agent's queue, its own or another's. */
  readonly handedOver: number;
  /** From any bot into this class's queue. */
  readonly takenOver: number;
  readonly fates: Record<Fate, number>;
  /** What customers did who were not helped. */
  readonly after: Record<Unhelped, Record<Next, number>>;
};

const noSources = (): Record<Source, number> => ({ first: 0, redial: 0, switch: 0, recontact: 0 });
const noNext = (): Record<Next, number> => ({ redial: 0, switch: 0, recontact: 0, gone: 0 });
const noFates = (): Record<Fate, number> => ({
  inTime: 0,
  late: 0,
  abandoned: 0,
  blocked: 0,
  away: 0,
  waiting: 0,
  calledBack: 0,
  solvedByBot: 0,
  leftByBot: 0,
});

/** Of one replication, per class. */
export function journeysOf({ classes, contacts }: DayRecord): Journey[] {
  const journeys = classes.map((id) => ({
    id,
    toBot: noSources(),
    toQueue: noSources(),
    handedOver: 0,
    takenOver: 0,
    fates: noFates(),
    after: { abandoned: noNext(), blocked: noNext(), away: noNext(), leftByBot: noNext() },
  }));
  const outcomeOf = (at: number) => OUTCOMES[contacts.outcome[at]!]!;
  const isBot = (at: number) => /Bot$|^handedOver$/.test(outcomeOf(at));
  /** Contact that follows from this one. */
  const child = new Int32Array(contacts.class.length).fill(-1);
  contacts.parent.forEach((parent, at) => {
    if (parent >= 0) child[parent] = at;
  });
  /** How the contact `at` follows from `parent`. */
  const wayBack = (parent: number, at: number): 'redial' | 'switch' | 'recontact' => {
    const outcome = outcomeOf(parent);
    if (/answered|calledBack|Bot$/.test(outcome)) return 'recontact';
    return contacts.class[parent] === contacts.class[at] ? 'redial' : 'switch';
  };
  for (let at = 0; at < contacts.class.length; at++) {
    const journey = journeys[contacts.class[at]!]!;
    const outcome = outcomeOf(at);
    const parent = contacts.parent[at]!;
    if (parent >= 0 && outcomeOf(parent) === 'handedOver') journey.takenOver++;
    else (isBot(at) ? journey.toBot : journey.toQueue)[parent < 0 ? 'first' : wayBack(parent, at)]++;
    if (outcome === 'handedOver') {
      journey.handedOver++;
      continue;
    }
    const fate = fateOf(outcome, contacts.within[at] === 1);
    journey.fates[fate]++;
    const unhelped = UNHELPED.find((one) => one === fate);
    if (unhelped) journey.after[unhelped][child[at]! < 0 ? 'gone' : wayBack(at, child[at]!)]++;
  }
  return journeys;
}

/** Sums, class by class. */
export function addJourneys(a: readonly Journey[], b: readonly Journey[]): Journey[] {
  const sum = <Key extends string>(
    keys: readonly Key[],
    x: Readonly<Record<Key, number>>,
    y: Readonly<Record<Key, number>>,
  ): Record<Key, number> => {
    const both: Record<Key, number> = { ...x };
    for (const key of keys) both[key] = x[key] + y[key];
    return both;
  };
  return a.map((one, i) => {
    const other = b[i];
    if (!other) return one;
    return {
      id: one.id,
      toBot: sum(SOURCES, one.toBot, other.toBot),
      toQueue: sum(SOURCES, one.toQueue, other.toQueue),
      handedOver: one.handedOver + other.handedOver,
      takenOver: one.takenOver + other.takenOver,
      fates: sum(FATES, one.fates, other.fates),
      after: {
        abandoned: sum(NEXT, one.after.abandoned, other.after.abandoned),
        blocked: sum(NEXT, one.after.blocked, other.after.blocked),
        away: sum(NEXT, one.after.away, other.after.away),
        leftByBot: sum(NEXT, one.after.leftByBot, other.after.leftByBot),
      },
    };
  });
}

function fateOf(outcome: Exclude<(typeof OUTCOMES)[number], 'handedOver'>, within: boolean): Fate {
  switch (outcome) {
    case 'answered':
      return within ? 'inTime' : 'late';
    case 'turnedAway':
      return 'away';
    case 'abandoned':
    case 'blocked':
    case 'waiting':
    case 'calledBack':
    case 'solvedByBot':
    case 'leftByBot':
      return outcome;
  }
}
