/** Two plans met by the same customers, reason by reason: the same differences as of classes (compare.ts). */
import type { Share } from '../units.ts';
import type { Accumulated } from './accumulate.ts';
import {
  V_ABANDONED,
  V_ARRIVALS,
  V_GOOD,
  V_JUDGED,
  V_OFFERED,
  V_REACHED,
  V_RESPONSE,
  V_RESPONSE_WITHIN,
  V_WAIT_ANSWERED,
} from './class-values.ts';
import type { CompiledModel } from './compile.ts';
import { meanDifference, ratioDifference } from './paired-difference.ts';
import {
  KEPT_MET_BOT,
  KEPT_SOLVED,
  KEPT_TAKEN,
  KEPT_WORK,
  REASON_KEPT,
  REASON_TOTALS,
} from './reason-totals.ts';
import { reasonsOf } from './reasons.ts';
import type { Estimate } from './summary.ts';

/** Second plan minus first; null where either has nothing to estimate from. */
export type ReasonDifference = {
  readonly id: string;
  /** First contacts of customers, those that the bot contained included. */
  readonly arrivals: Estimate;
  readonly offered: Estimate;
  readonly serviceLevel: Estimate | null;
  readonly abandonment: Estimate | null;
  readonly meanWaitAnswered: Estimate | null;
  readonly firstResponse: Estimate | null;
  readonly firstResponseWithin: Estimate | null;
  /** Share of those who met the bot that it solved. */
  readonly solvedByBot: Estimate | null;
  /** Seconds of agents' work per contact taken up, and hours of it in all. */
  readonly handleTime: Estimate | null;
  readonly workHours: Estimate;
};

type Run = { readonly compiled: CompiledModel; readonly data: Accumulated; readonly class: number };

/** Of the reasons that the class has in both models, in the order of the first; undefined where either has none. */
export function reasonDifferences(first: Run, second: Run, level: Share): ReasonDifference[] | undefined {
  const [before, after] = [first, second].map(({ compiled, class: c }) =>
    reasonsOf(compiled.model.classes[c]!).map(({ id }) => id),
  );
  if (!before?.length || !after?.length) return undefined;
  return before.flatMap((id, r) => {
    const other = after.indexOf(id);
    return other < 0 ? [] : [difference(id, columnsOf(first, r), columnsOf(second, other), level)];
  });
}

type Columns = (place: number, per?: number) => Float64Array;

/** One reason's totals by replication, as a function of their place in a row. */
function columnsOf({ compiled, data, class: c }: Run, reason: number): Columns {
  const classes = compiled.classes.length;
  const width = (compiled.columns.length - classes) * REASON_TOTALS;
  const from = (compiled.reasons!.first[c]! + reason - classes) * REASON_TOTALS;
  return (place, per = 1) =>
    Float64Array.from(
      { length: data.replications },
      (_, r) => data.reasonTotals[r * width + from + place]! / per,
    );
}

function difference(id: string, a: Columns, b: Columns, level: Share): ReasonDifference {
  const kept = (value: number) => REASON_KEPT.indexOf(value);
  const count = (place: number, per = 1) => meanDifference(a(place, per), b(place, per), level);
  const ratio = (x: number, y: number) => ratioDifference(a(x), a(y), b(x), b(y), level);
  const share = (x: number, y: number) => ratio(kept(x), kept(y));
  return {
    id,
    arrivals: count(kept(V_ARRIVALS)),
    offered: count(kept(V_OFFERED)),
    serviceLevel: share(V_GOOD, V_JUDGED),
    abandonment: share(V_ABANDONED, V_OFFERED),
    meanWaitAnswered: share(V_WAIT_ANSWERED, V_REACHED),
    firstResponse: share(V_RESPONSE, V_REACHED),
    firstResponseWithin: share(V_RESPONSE_WITHIN, V_REACHED),
    solvedByBot: ratio(KEPT_SOLVED, KEPT_MET_BOT),
    handleTime: ratio(KEPT_WORK, KEPT_TAKEN),
    workHours: count(KEPT_WORK, 3600),
  };
}
