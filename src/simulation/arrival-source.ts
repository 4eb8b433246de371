/**
 * The customers of one class, in order of arrival, a block at a time.
 *
 * Each purpose (gaps, work, patience, choices) has its own stream and gives a fixed number of values
 * per customer, so that the n-th customer of a class is the same person under every plan.
 * Arrivals in an interval of rate r are r times a unit Poisson process: gaps are carried over an
 * interval's end as what is left of a unit exponential, never redrawn.
 */
import { exponential, logarithm } from '../numeric/exp-log.ts';
import { fillExponential, fillUniform } from '../random/fill.ts';
import { createStream } from '../random/streams.ts';
import { nextUniform } from '../random/xoshiro.ts';
import { type CompiledClass, type CompiledModel, DRAWN_WORK } from './compile.ts';
import { type Batch, MOST_STREAMS } from './model.ts';
import { DRAWN, reasonAt } from './reasons.ts';

const BLOCK = 256;

/** Streams of the whole replication, then a few for each class. */
export const STREAM_DAY_FACTOR = 0;
export const STREAM_SELECTION = 2;
export const STREAM_INTERVAL_FACTOR = 3;
const STREAMS_SHARED = 8;
const STREAMS_PER_CLASS = 8;
const GAPS = 0;
const WORK = 1;
const PATIENCE = 2;
const AT_ONCE = 3;
const BOT = 4;
export const CLASS_DAY_FACTOR = 5;
export const CLASS_INTERVAL_FACTOR = 6;

const BATCH_SIZE = 7;
/** Behind the streams of all classes, one for each. */
const STREAMS_OF_REASONS = STREAMS_SHARED + STREAMS_PER_CLASS * MOST_STREAMS;

/** `stream` is the class's number, which need not be its index. */
export function classStream(stream: number, purpose: number): number {
  return STREAMS_SHARED + stream * STREAMS_PER_CLASS + purpose;
}

/** Behind those again: how far the class's volume is off as a whole. */
export const levelStream = (stream: number): number => STREAMS_OF_REASONS + MOST_STREAMS + stream;

const reasonStream = (stream: number): number => STREAMS_OF_REASONS + stream;

/** Uniform numbers a customer brings for the bot: reach, containment, resolution, recontact. */
export const BOT_DRAWS = 4;

export class ArrivalSource {
  readonly at = new Float64Array(BLOCK + 1);
  /** Handle seconds, or the uniform number they come from (`workByUniform`). */
  readonly work = new Float64Array(BLOCK);
  /** Seconds until giving up. */
  readonly patience = new Float64Array(BLOCK).fill(Infinity);
  readonly bot: Float64Array;
  /** Why they come, as a number of the class's reasons. */
  readonly reason: Uint8Array;
  /** Next customer in the block, and his number among all of the class. */
  next = 0;
  customer = 0;
  readonly #class: CompiledClass;
  readonly #index: number;
  readonly #compiled: CompiledModel;
  readonly #rates: Float64Array;
  readonly #atOnce: Float64Array;
  #gaps = new Int32Array(4);
  #work = new Int32Array(4);
  #patience = new Int32Array(4);
  #leaving = new Int32Array(4);
  #botStream = new Int32Array(4);
  #reasonStream = new Int32Array(4);
  #count = 0;
  #time = -0;
  #interval = 0;
  #replayed = 0;
  /** Of those who come in one span: how many are still to come, and how far into it the last one came, in [0, 1). */
  #toCome = 0;
  #into = 0;
  // Batches: the moments at which they come, and what is left of the newest.
  readonly #batchAt: Float64Array;
  #batchStream = new Int32Array(4);
  #batches = 0;
  #batch = 0;
  #ofBatch = 0;

  constructor(compiled: CompiledModel, index: number) {
    this.#compiled = compiled;
    this.#class = compiled.classes[index]!;
    this.#index = index;
    this.#rates = new Float64Array(compiled.intervals);
    const atOnce = this.#class.leavesAtOnce > 0 || this.#class.patienceByReason;
    this.#atOnce = new Float64Array(atOnce ? BLOCK : 0);
    this.#batchAt = new Float64Array(this.#class.batch ? BLOCK + 1 : 0);
    this.bot = new Float64Array(this.#class.bot ? BLOCK * BOT_DRAWS : 0);
    this.reason = new Uint8Array(this.#class.reasons > 0 ? BLOCK : 0);
  }

  /** Starts a replication; `factors` multiply the rates by interval. */
  start(replicationStart: Int32Array, factors: Float64Array | null): void {
    const c = this.#class;
    const stream = (purpose: number) => createStream(replicationStart, classStream(c.stream, purpose));
    this.#gaps = stream(GAPS);
    this.#work = stream(WORK);
    if (c.patience || c.patienceByReason) this.#patience = stream(PATIENCE);
    if (c.leavesAtOnce > 0 || c.patienceByReason) this.#leaving = stream(AT_ONCE);
    if (c.bot) this.#botStream = stream(BOT);
    if (c.reasons > 0) this.#reasonStream = createStream(replicationStart, reasonStream(c.stream));
    if (c.batch) this.#batchStream = stream(BATCH_SIZE);
    this.#batches = BLOCK;
    this.#batch = BLOCK;
    this.#ofBatch = 0;
    this.customer = 0;
    this.#replayed = 0;
    this.#toCome = 0;
    this.#time = -this.#compiled.warmUp;
    this.#interval = this.#compiled.warmUp > 0 ? -1 : 0;
    const perBatch = c.batch === null ? 1 : c.batch.kind === 'constant' ? c.batch.size : c.batch.mean;
    if (c.rates)
      for (let i = 0; i < c.rates.length; i++)
        this.#rates[i] = (c.rates[i]! * (factors ? factors[i]! : 1)) / perBatch;
    this.refill();
  }

  /** Draws the next block; after the last customer `at` holds Infinity. */
  refill(): void {
    const c = this.#class;
    this.next = 0;
    this.#count = !c.rates
      ? this.#replay()
      : c.batch
        ? this.#fillBatches(c.batch)
        : this.#fillArrivals(this.at);
    this.at[this.#count] = Infinity;
    const count = this.#count;
    if (count === 0) return;
    if (c.workByUniform) fillUniform(this.#work, this.work, count);
    else c.handle.fill(this.#work, this.work, count);
    if (c.instantWork)
      for (let i = 0; i < count; i++) {
        const own = c.instantWork[this.#replayed - count + i]!;
        // What is taken adds the work after the contact, which a time of its own has in it.
        if (own !== DRAWN_WORK) this.work[i] = c.workByUniform ? -own : own - c.afterContact;
      }
    if (c.reasons > 0) this.#drawReasons(count);
    if (c.patienceByReason) this.#drawPatience(count);
    else if (c.patience) {
      c.patience.fill(this.#patience, this.patience, count);
      if (c.leavesAtOnce > 0) {
        fillUniform(this.#leaving, this.#atOnce, count);
        for (let i = 0; i < count; i++) if (this.#atOnce[i]! < c.leavesAtOnce) this.patience[i] = 0;
      }
    }
    if (c.bot) fillUniform(this.#botStream, this.bot, count * BOT_DRAWS);
  }

  /** By each customer's reason, from the one number that he brings, and whether he would leave at once. */
  #drawPatience(count: number): void {
    const { columns, reasons } = this.#compiled;
    const first = reasons!.first[this.#index]!;
    fillUniform(this.#patience, this.patience, count);
    fillUniform(this.#leaving, this.#atOnce, count);
    for (let i = 0; i < count; i++) {
      const { patience, leavesAtOnce } = columns[first + this.reason[i]!]!;
      this.patience[i] =
        patience === null ? Infinity : this.#atOnce[i]! < leavesAtOnce ? 0 : patience.at(this.patience[i]!);
    }
  }

  #drawReasons(count: number): void {
    const { reasons, reasonShares, instantReasons } = this.#class;
    const { intervalSeconds, intervals } = this.#compiled;
    for (let i = 0; i < count; i++) {
      // One number each, whether it is needed or not.
      const uniform = nextUniform(this.#reasonStream);
      const interval = Math.min(intervals - 1, Math.max(0, Math.floor(this.at[i]! / intervalSeconds)));
      const told = instantReasons === null ? DRAWN : instantReasons[this.#replayed - count + i]!;
      this.reason[i] = told === DRAWN ? reasonAt(reasonShares, reasons, interval, uniform) : told;
    }
  }

  /** Moves to the next customer, who arrives at `at[next]`; Infinity when there is none. */
  advance(): void {
    this.customer++;
    if (++this.next >= this.#count && this.#count === BLOCK) this.refill();
  }

  /** Each batch's moment, once for every contact of it. */
  #fillBatches(batch: Batch): number {
    const continues = batch.kind === 'geometric' ? logarithm(1 - 1 / batch.mean) : 0;
    let count = 0;
    while (count < BLOCK) {
      if (this.#ofBatch === 0) {
        if (this.#batch === this.#batches) {
          if (this.#batches < BLOCK) return count;
          this.#batches = this.#fillArrivals(this.#batchAt);
          this.#batch = 0;
          continue;
        }
        this.#batch++;
        this.#ofBatch =
          batch.kind === 'constant'
            ? batch.size
            : 1 + Math.floor(logarithm(nextUniform(this.#batchStream)) / continues);
      }
      this.at[count++] = this.#batchAt[this.#batch - 1]!;
      this.#ofBatch--;
    }
    return count;
  }

  /** The next block of moments of a Poisson process; fewer than a block at the end. */
  #fillArrivals(at: Float64Array): number {
    const { intervalSeconds, intervals } = this.#compiled;
    const rates = this.#rates;
    fillExponential(this.#gaps, at, BLOCK);
    let time = this.#time;
    let interval = this.#interval;
    let count = 0;
    let unit = at[0]!;
    while (count < BLOCK && interval < intervals) {
      const rate = rates[interval < 0 ? 0 : interval]!;
      const end = (interval + 1) * intervalSeconds;
      for (let next = time + unit / rate; next < end && count < BLOCK; next = time + unit / rate) {
        time = next;
        at[count++] = next;
        unit = at[count]!;
      }
      if (count === BLOCK) break;
      // Rounding can leave a hair less than nothing.
      unit = Math.max(0, unit - (end - time) * rate);
      time = end;
      interval++;
    }
    this.#time = time;
    this.#interval = interval;
    return count;
  }

  #replay(): number {
    const instants = this.#class.instants;
    if (!instants) return 0;
    const count = Math.min(BLOCK, instants.length - this.#replayed);
    const { instantsUntil } = this.#class;
    for (let i = 0; i < count; i++) {
      const k = this.#replayed + i;
      this.at[i] = instantsUntil === null ? instants[k]! : this.#momentWithin(instants, instantsUntil, k);
    }
    this.#replayed += count;
    return count;
  }

  /**
   * The next of n uniform moments of a span in ascending order: after u, the least of the m left in (u, 1) is
   * 1 - (1 - u) V^(1/m). One number V each. Reference: Devroye (1986), Non-Uniform Random Variate Generation, V.3.
   */
  #momentWithin(at: Float64Array, until: Float64Array, k: number): number {
    const from = at[k]!;
    if (this.#toCome === 0) {
      let end = k + 1;
      while (end < at.length && at[end] === from) end++;
      this.#toCome = end - k;
      this.#into = 0;
    }
    const left = exponential(logarithm(nextUniform(this.#gaps)) / this.#toCome--);
    this.#into = 1 - (1 - this.#into) * left;
    return from + this.#into * (until[k]! - from);
  }
}
