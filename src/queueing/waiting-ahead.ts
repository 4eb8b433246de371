/**
 * The chance to be served in time for somebody in the queue, across changes of staffing.
 *
 * Within a run of equal intervals the closed form holds; where a deadline lies beyond a change, the
 * chances just after it are carried back through it.
 */
import type { Seconds } from '../units.ts';
import { pullThrough, servedWithin } from './position-wait.ts';
import type { ShiftEnd } from './shift-end.ts';

/** One interval of a day, in seconds and per second. */
export type Stretch = {
  readonly length: Seconds;
  readonly arrivalRate: number;
  readonly agents: number;
  readonly completionRate: number;
  /** Of one who waits; 0: nobody gives up. */
  readonly abandonRate: number;
};

export class WaitingAhead {
  private readonly stretches: readonly Stretch[];
  private readonly shiftEnd: ShiftEnd;

  constructor(stretches: readonly Stretch[], shiftEnd: ShiftEnd) {
    this.stretches = stretches;
    this.shiftEnd = shiftEnd;
  }

  /** Seconds from the end of interval `index` until the staffing next changes; Infinity without a change. */
  steadyAfter(index: number): Seconds {
    let time = 0;
    for (let i = index + 1; i < this.stretches.length; i++) {
      if (this.changesAt(i)) return time;
      time += this.stretches[i]?.length ?? 0;
    }
    return Infinity;
  }

  /**
   * out[k] = chance that the k-th in the queue, `left` seconds before the end of interval `index`, is
   * served within `patience` seconds from then; out[0] = 1.
   */
  within(out: Float64Array, places: number, index: number, left: Seconds, deadline: Seconds): void {
    const stretch = this.stretches[index];
    if (stretch === undefined) return;
    const drain = stretch.agents * stretch.completionRate;
    const { abandonRate } = stretch;
    const steady = left + this.steadyAfter(index);
    if (deadline <= steady) {
      servedWithin(out, places, drain, abandonRate, deadline);
      return;
    }
    this.acrossChange(out, places, this.nextChange(index), deadline - steady);
    pullThrough(out, places, drain, abandonRate, steady);
  }

  /** The same just before the change that interval `index` begins with. */
  private acrossChange(out: Float64Array, places: number, index: number, deadline: Seconds): void {
    const before = this.stretches[index - 1]?.agents ?? 0;
    const after = this.stretches[index]?.agents ?? 0;
    // More agents: the first in the queue start at once. Contacts put back stand in front of everyone.
    const forward = after > before ? after - before : 0;
    const back = after < before && this.shiftEnd === 'preemptive' ? before - after : 0;
    const length = this.stretches[index]?.length ?? 0;
    if (forward === 0 && back === 0) {
      this.within(out, places, index, length, deadline);
      return;
    }
    const later = new Float64Array(places + back + 1);
    this.within(later, places + back, index, length, deadline);
    for (let k = 0; k <= places; k++) {
      out[k] = k === 0 || k <= forward ? 1 : (later[k - forward + back] ?? 0);
    }
  }

  private nextChange(index: number): number {
    for (let i = index + 1; i < this.stretches.length; i++) if (this.changesAt(i)) return i;
    return this.stretches.length;
  }

  private changesAt(index: number): boolean {
    const [before, after] = [this.stretches[index - 1], this.stretches[index]];
    return (
      before !== undefined &&
      after !== undefined &&
      (before.agents !== after.agents ||
        before.completionRate !== after.completionRate ||
        before.abandonRate !== after.abandonRate)
    );
  }
}
