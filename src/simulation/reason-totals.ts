/** What the comparison of two plans keeps of every reason in every replication. */
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
import * as K from './counters.ts';

/** Of a reason in one replication, to compare two plans by: these values; then the agents' work on it and what its bot did. */
export const REASON_KEPT: readonly number[] = [
  V_ARRIVALS,
  V_OFFERED,
  V_ABANDONED,
  V_GOOD,
  V_JUDGED,
  V_WAIT_ANSWERED,
  V_REACHED,
  V_RESPONSE,
  V_RESPONSE_WITHIN,
];
export const KEPT_TAKEN = REASON_KEPT.length;
export const KEPT_WORK = KEPT_TAKEN + 1;
export const KEPT_MET_BOT = KEPT_TAKEN + 2;
export const KEPT_SOLVED = KEPT_TAKEN + 3;
export const REASON_TOTALS = KEPT_TAKEN + 4;

/** What a reason's column says of one replication. */
export function keepReason(
  to: Float64Array,
  reason: number,
  values: Float64Array,
  bot: Float64Array,
  column: number,
): void {
  const at = reason * REASON_TOTALS;
  REASON_KEPT.forEach((value, place) => {
    to[at + place] = values[value]!;
  });
  to[at + KEPT_MET_BOT] = bot[column * K.BOT_FIELDS + K.BOT_REACHED]!;
  to[at + KEPT_SOLVED] = bot[column * K.BOT_FIELDS + K.BOT_RESOLVED]!;
}

/** What all groups together did for each reason, over all intervals. */
export function keepWork(to: Float64Array, reasonCells: Float64Array, reasons: number, groups: number): void {
  const cells = reasonCells.length / K.REASON_FIELDS;
  for (let cell = groups, r = 0; cell < cells; cell += groups + 1, r = (r + 1) % reasons) {
    to[r * REASON_TOTALS + KEPT_TAKEN]! += reasonCells[cell * K.REASON_FIELDS + K.R_TAKEN]!;
    to[r * REASON_TOTALS + KEPT_WORK]! += reasonCells[cell * K.REASON_FIELDS + K.R_WORK]!;
  }
}
