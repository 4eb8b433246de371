/** What one channel of a shared pool of conversations is told: numbers at once, thresholds when asked. */
import type { Erlangs, Probability, RatePerSecond, Seconds, Share } from '../units.ts';
import { answeredAfterWait, repliedAtOnce, repliesInTime } from './chat-reply.ts';
import type { ConversationPoint } from './conversation-curve.ts';
import { replyWithin } from './conversation-curve.ts';
import {
  ABANDONED,
  ABANDONED_WITHIN,
  ANSWERED,
  ANSWERED_WITHIN,
  FIRST_FULL,
  OFFERED_WITHIN,
  WAIT_OF_ANSWERED,
  WAITING_SUMS,
  waitingSums,
} from './erlang-a-kernel.ts';
import type { Measures } from './measures.ts';

/** How a channel's customers fare, beside what they meet with a place free. */
export type TalkState = {
  readonly load: Erlangs;
  readonly occupancy: Share;
  /** Arrivals of the channel itself. */
  readonly ownRate: RatePerSecond;
  /** Of all its arrivals: those who wait. */
  readonly waiting: Probability;
  readonly curve: readonly ConversationPoint[];
  /** The agent of those who waited. */
  readonly after: ConversationPoint;
  /** The line while there is one; without patience it settles only where it drains faster than it fills. */
  readonly arrivalRate: RatePerSecond;
  readonly drainRate: RatePerSecond;
  readonly patience: Seconds | undefined;
};

/** Of what is answered in time otherwise: those who wait first, where they cannot be more. */
const NEGLIGIBLE = 1e-9;

export class TalkMeasures implements Measures {
  load: Erlangs = 0;
  occupancy: Share = 0;
  waitProbability: Probability = 0;
  meanWait: Seconds = 0;
  meanWaitAnswered: Seconds = 0;
  abandonProbability: Probability = 0;
  meanQueueLength = 0;
  answeredShare: Probability = 1;
  meanFirstResponse: Seconds = 0;
  /** Of all arrivals, by conversations that the agent holds already: those who find a place free. */
  private met = new Float64Array(0);
  private curve: readonly ConversationPoint[] = [];
  private after: ConversationPoint | null = null;
  private arrivalRate: RatePerSecond = 0;
  private drainRate: RatePerSecond = 0;
  private patience: Seconds | undefined;
  private settles = true;
  /** Of those who wait: the sums of erlang-a-kernel.ts at the threshold last asked for. */
  private readonly sums = new Float64Array(WAITING_SUMS);
  private at: Seconds = Infinity;

  /** To be filled before the channel's state is given: shares of arrivals by conversations their agent holds. */
  metUpTo(limit: number): Float64Array {
    if (this.met.length !== limit) this.met = new Float64Array(limit);
    else this.met.fill(0);
    return this.met;
  }

  become(state: TalkState): void {
    const { waiting, curve, after, patience, arrivalRate, drainRate } = state;
    this.curve = curve;
    this.after = after;
    this.arrivalRate = arrivalRate;
    this.drainRate = drainRate;
    this.patience = patience;
    this.settles = waiting === 0 || patience !== undefined || arrivalRate < drainRate;
    this.waitProbability = waiting;
    // What follows does not depend on the threshold: that of the pool before is likely to be asked for again.
    this.fill(this.at);
    const { sums, settles, met } = this;
    const abandoned = waiting * sums[ABANDONED]!;
    const answered = settles ? 1 - abandoned : 1 - waiting;
    const waited = waiting === 0 ? 0 : waiting * sums[WAIT_OF_ANSWERED]!;
    let reply = Math.max(0, answered - (1 - waiting)) * after.replyTime;
    for (let q = 0; q < met.length; q++) if (met[q]! > 0) reply += met[q]! * curve[q]!.replyTime;
    this.load = state.load;
    this.occupancy = state.occupancy;
    this.abandonProbability = abandoned;
    this.answeredShare = answered;
    this.meanWait = patience === undefined ? (settles ? waited : Infinity) : abandoned * patience;
    this.meanWaitAnswered = settles ? waited / answered : Infinity;
    this.meanFirstResponse = settles ? (waited + reply) / answered : Infinity;
    this.meanQueueLength = this.meanWait * state.ownRate;
  }

  answeredWithin(threshold: Seconds): Probability {
    return 1 - this.waitProbability + this.waitProbability * this.sumAt(threshold, ANSWERED_WITHIN);
  }

  abandonedWithin(threshold: Seconds): Probability {
    return this.waitProbability * this.sumAt(threshold, ABANDONED_WITHIN);
  }

  offeredWaitWithin(threshold: Seconds): Probability {
    return 1 - this.waitProbability + this.waitProbability * this.sumAt(threshold, OFFERED_WITHIN);
  }

  firstResponseWithin(time: Seconds): Probability {
    if (time === Infinity) return this.answeredShare;
    const atOnce = this.atOnceWithin(time);
    const { after, waitProbability: waiting } = this;
    if (after === null || time === 0 || !this.settles || waiting === 0) return atOnce;
    if (waiting * replyWithin(after, time) < NEGLIGIBLE * atOnce) return atOnce;
    const { arrivalRate, drainRate, patience } = this;
    const firstFull = waiting * this.sums[FIRST_FULL]!;
    return atOnce + answeredAfterWait({ arrivalRate, drainRate, firstFull, patience }, after, time);
  }

  /** Whether `share` of those answered have their first reply within `time`, finite. */
  repliesWithin(time: Seconds, share: Share): boolean {
    const atOnce = this.atOnceWithin(time);
    return this.after === null || repliesInTime(this, this.after, atOnce, time, share);
  }

  /** Who finds a place free and has the reply within `time`, per arrival. */
  private atOnceWithin(time: Seconds): Probability {
    return repliedAtOnce(this.met, 1, this.curve, time);
  }

  private sumAt(threshold: Seconds, place: number): number {
    if (threshold !== this.at) this.fill(threshold);
    return this.sums[place]!;
  }

  private fill(threshold: Seconds): void {
    const { sums, arrivalRate, drainRate, patience, settles } = this;
    this.at = threshold;
    if (this.waitProbability > 0 && settles) {
      waitingSums(sums, 0, arrivalRate, drainRate, patience === undefined ? 0 : 1 / patience, threshold);
      return;
    }
    sums.fill(0);
    if (!settles) sums[WAIT_OF_ANSWERED] = Infinity;
    else sums[ANSWERED] = 1;
  }
}
