/** The way of customers by the records of single days: what the counts over all replications must say as well. */
import { type DayRecord, OUTCOMES } from '../../src/simulation/day-record.ts';
import {
  FATES,
  type Fate,
  type Journey,
  NEXT,
  type Next,
  SOURCES,
  type Source,
  UNHELPED,
} from '../../src/simulation/journey.ts';

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

/** Of one replication, per class: contact by contact, each followed to the next. */
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
