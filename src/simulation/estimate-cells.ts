/** Estimates read off the sums of one column of the books: a class, or a reason of it. */
import { meanEstimate, type PairSums, ratioEstimate, shareEstimate } from '../numeric/ratio-of-totals.ts';
import type { Seconds, Share } from '../units.ts';
import { type Accumulated, CLASS_PRODUCTS, classProduct } from './accumulate.ts';
import {
  CLASS_VALUES,
  V_ABANDONED,
  V_ABANDONED_WITHIN,
  V_ANSWERED,
  V_BLOCKED,
  V_CALLED_BACK,
  V_DECIDED,
  V_DELAYED,
  V_GOOD,
  V_JUDGED,
  V_OFFERED,
  V_QUEUE,
  V_QUEUE_AT_END,
  V_REACHED,
  V_SETTLED,
  V_TURNED_AWAY,
  V_VIRTUAL,
  V_WAIT,
  V_WAIT_ANSWERED,
  V_WAITING,
  V_WITHIN,
} from './class-values.ts';
import * as K from './counters.ts';
import type { BotSummary, ContactEstimates, Estimate } from './summary.ts';

/** Contacts of one column of the books in one row, or (with the row behind the last interval) over the horizon. */
export function contactEstimates(
  data: Accumulated,
  row: number,
  c: number,
  columns: number,
  seconds: Seconds,
  level: Share,
): ContactEstimates {
  const count = (value: number) => mean(data, row, c, columns, value, 1, level);
  const pair = (x: number, y: number) => pairSums(data, row, c, columns, x, y);
  return {
    offered: count(V_OFFERED),
    answered: count(V_ANSWERED),
    abandoned: count(V_ABANDONED),
    blocked: count(V_BLOCKED),
    stillWaiting: count(V_WAITING),
    turnedAway: count(V_TURNED_AWAY),
    calledBack: count(V_CALLED_BACK),
    answeredWithin: count(V_WITHIN),
    abandonedWithin: count(V_ABANDONED_WITHIN),
    serviceLevel: shareEstimate(pair(V_GOOD, V_JUDGED), level),
    offeredWaitWithin: shareEstimate(pair(V_VIRTUAL, V_DECIDED), level),
    abandonment: shareEstimate(pair(V_ABANDONED, V_OFFERED), level),
    waitProbability: shareEstimate(pair(V_DELAYED, V_OFFERED), level),
    meanWait: ratioEstimate(pair(V_WAIT, V_SETTLED), level),
    meanWaitAnswered: ratioEstimate(pair(V_WAIT_ANSWERED, V_REACHED), level),
    meanQueueLength: mean(data, row, c, columns, V_QUEUE, seconds, level),
    queueAtEnd: count(V_QUEUE_AT_END),
  };
}

/** Per replication, and per so many. */
export function mean(
  data: Accumulated,
  row: number,
  c: number,
  columns: number,
  value: number,
  per: number,
  level: Share,
): Estimate {
  const cell = row * columns + c;
  return meanEstimate(
    {
      count: data.replications,
      sum: data.sums[cell * CLASS_VALUES + value]! / per,
      squares: data.products[cell * CLASS_PRODUCTS + value]! / (per * per),
    },
    level,
  );
}

export function pairSums(
  data: Accumulated,
  row: number,
  c: number,
  columns: number,
  x: number,
  y: number,
): PairSums {
  const cell = row * columns + c;
  const product = (a: number, b: number) => data.products[cell * CLASS_PRODUCTS + classProduct(a, b)]!;
  return {
    count: data.replications,
    x: data.sums[cell * CLASS_VALUES + x]!,
    y: data.sums[cell * CLASS_VALUES + y]!,
    xx: product(x, x),
    xy: product(x, y),
    yy: product(y, y),
  };
}

export function botSummary(data: Accumulated, c: number, level: Share): BotSummary {
  const count = data.replications;
  const sum = (f: number) => data.bot[c * K.BOT_FIELDS + f]!;
  const product = (f: number, g: number) => data.botProducts[(c * K.BOT_FIELDS + f) * K.BOT_FIELDS + g]!;
  const field = (f: number) => meanEstimate({ count, sum: sum(f), squares: product(f, f) }, level);
  const share = (f: number, of: number) =>
    shareEstimate(
      { count, x: sum(f), y: sum(of), xx: product(f, f), xy: product(f, of), yy: product(of, of) },
      level,
    );
  return {
    reached: field(K.BOT_REACHED),
    contained: field(K.BOT_CONTAINED),
    resolved: field(K.BOT_RESOLVED),
    escalated: field(K.BOT_ESCALATED),
    recontacted: field(K.BOT_RECONTACTED),
    left: field(K.BOT_LEFT),
    shares: {
      reach: share(K.BOT_REACHED, K.BOT_CAME),
      containment: share(K.BOT_CONTAINED, K.BOT_REACHED),
      resolution: share(K.BOT_RESOLVED, K.BOT_REACHED),
      escalation: share(K.BOT_ESCALATED, K.BOT_REACHED),
      recontact: share(K.BOT_RECONTACTED, K.BOT_REACHED),
      leave: share(K.BOT_LEFT, K.BOT_REACHED),
    },
  };
}

/** Made once, when it is first asked for. */
export function whenRead<Value extends object>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= make());
}
