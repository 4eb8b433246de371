/**
 * The contacts of one class that wait: a ring of typed arrays, oldest first.
 *
 * A contact keeps its index, `head <= index < tail`, for as long as it waits; its place in the arrays is
 * `index & mask`. One that left from the middle stays as GONE until it comes to the head. Contacts
 * whose work was interrupted return to the head, whose index may become negative.
 */
export const WAITING = 0;
/** Its handling had begun before it was interrupted. */
export const INTERRUPTED = 1;
/** Has left from the middle of the queue, and is counted already. */
export const GONE = 2;

export class ContactQueue {
  arrived: Float64Array;
  /** Open seconds of the class at arrival; for a live class the same as `arrived`. */
  clock: Float64Array;
  deadline: Float64Array;
  due: Float64Array;
  work: Float64Array;
  interval: Int32Array;
  customer: Int32Array;
  origin: Int32Array;
  state: Uint8Array;
  mask: number;
  head = 0;
  tail = 0;

  constructor(capacity = 64) {
    this.mask = capacity - 1;
    this.arrived = new Float64Array(capacity);
    this.clock = new Float64Array(capacity);
    this.deadline = new Float64Array(capacity);
    this.due = new Float64Array(capacity);
    this.work = new Float64Array(capacity);
    this.interval = new Int32Array(capacity);
    this.customer = new Int32Array(capacity);
    this.origin = new Int32Array(capacity);
    this.state = new Uint8Array(capacity);
  }

  clear(): void {
    this.head = 0;
    this.tail = 0;
  }

  /** Room at the tail; the place to write the contact to. */
  pushBack(): number {
    if (this.tail - this.head > this.mask) this.#grow();
    return this.tail++ & this.mask;
  }

  /** Room at the head. */
  pushFront(): number {
    if (this.tail - this.head > this.mask) this.#grow();
    return --this.head & this.mask;
  }

  #grow(): void {
    const before = this.mask;
    const capacity = 2 * (before + 1);
    const grown = new ContactQueue(capacity);
    for (let index = this.head; index < this.tail; index++) {
      const from = index & before;
      const to = index & grown.mask;
      grown.arrived[to] = this.arrived[from]!;
      grown.clock[to] = this.clock[from]!;
      grown.deadline[to] = this.deadline[from]!;
      grown.due[to] = this.due[from]!;
      grown.work[to] = this.work[from]!;
      grown.interval[to] = this.interval[from]!;
      grown.customer[to] = this.customer[from]!;
      grown.origin[to] = this.origin[from]!;
      grown.state[to] = this.state[from]!;
    }
    this.arrived = grown.arrived;
    this.clock = grown.clock;
    this.deadline = grown.deadline;
    this.due = grown.due;
    this.work = grown.work;
    this.interval = grown.interval;
    this.customer = grown.customer;
    this.origin = grown.origin;
    this.state = grown.state;
    this.mask = grown.mask;
  }
}
