/**
 * What happens to the contacts when the number of agents changes.
 *
 * `named`: an agent whose shift ends finishes his contact himself, away from the queue. With every
 * leaver equally likely to be any agent, one leaving takes n → n − 1 with probability n/s while
 * n ≤ s, and surely when all are busy. `preemptive`: the contact goes back to the front of the queue
 * (n stays). `pooled`: idle agents leave first and nobody starts a contact until few enough are busy
 * (pooled-day.ts, as it needs a second dimension).
 */
export type ShiftEnd = 'named' | 'preemptive' | 'pooled';

/** Applies the departure of named agents to a law over n, in place. O((before − after) · states). */
export function leaveByName(p: Float64Array, high: number, before: number, after: number): void {
  for (let agents = before; agents > after; agents--) {
    for (let n = 0; n <= high; n++) {
      const stay = n < agents ? 1 - n / agents : 0;
      const above = n + 1 > high ? 0 : p[n + 1]! * Math.min(1, (n + 1) / agents);
      p[n] = p[n]! * stay + above;
    }
  }
}

/** The transpose: values after the departure become values before it, in place. */
export function pullBackLeaveByName(value: Float64Array, high: number, before: number, after: number): void {
  for (let agents = after + 1; agents <= before; agents++) {
    for (let n = high; n >= 1; n--) {
      const taken = Math.min(1, n / agents);
      value[n] = taken * value[n - 1]! + (1 - taken) * value[n]!;
    }
  }
}
