/**
 * The contacts of one class that wait: a ring in one typed array, oldest first.
 *
 * A contact keeps its index, `head <= index < tail`, for as long as it waits; its record begins at
 * `(index & mask) * RECORD`. One that left from the middle stays as GONE until it comes to the head.
 * Contacts whose work was interrupted return to the head, whose index may become negative.
 */
export const ARRIVED = 0;
export const DEADLINE = 1;
/** Handle seconds, or the uniform number they come from. */
export const WORK = 2;
export const INTERVAL = 3;
export const STATE = 4;
/** The rest is kept only for classes that need it (`EngineState.full`). Open seconds at arrival. */
export const CLOCK = 5;
export const DUE = 6;
export const CUSTOMER = 7;
export const ORIGIN = 8;
export const RECORD = 9;

/** Values of STATE. */
export const WAITING = 0;
/** Its handling had begun before it was interrupted. */
export const INTERRUPTED = 1;
/** Has left from the middle of the queue, and is counted already. */
export const GONE = 2;
/** Will leave without a sign: stays in the queue after its deadline. */
export const SILENT = 3;

export class ContactQueue {
  data = new Float64Array(64 * RECORD);
  mask = 63;
  head = 0;
  tail = 0;

  clear(): void {
    this.head = 0;
    this.tail = 0;
  }

  /** Where the record of this index begins. */
  at(index: number): number {
    return (index & this.mask) * RECORD;
  }

  /** Room at the tail: where to write the record. */
  pushBack(): number {
    if (this.tail - this.head > this.mask) this.#grow();
    return (this.tail++ & this.mask) * RECORD;
  }

  /** Room at the head. */
  pushFront(): number {
    if (this.tail - this.head > this.mask) this.#grow();
    return (--this.head & this.mask) * RECORD;
  }

  /**
   * The contact put down last goes behind those at the head that were put down before it and came earlier, as
   * when several agents leave at one moment. Not for classes of which somebody keeps an index.
   */
  settleHead(): void {
    const { data } = this;
    for (let index = this.head; index + 1 < this.tail; index++) {
      const [here, next] = [this.at(index), this.at(index + 1)];
      if (data[next + STATE] !== INTERRUPTED || data[next + ARRIVED]! >= data[here + ARRIVED]!) return;
      const own = data.slice(here, here + RECORD);
      data.copyWithin(here, next, next + RECORD);
      data.set(own, next);
    }
  }

  #grow(): void {
    const mask = 2 * this.mask + 1;
    const data = new Float64Array((mask + 1) * RECORD);
    for (let index = this.head; index < this.tail; index++) {
      const from = this.at(index);
      data.set(this.data.subarray(from, from + RECORD), (index & mask) * RECORD);
    }
    this.data = data;
    this.mask = mask;
  }
}
