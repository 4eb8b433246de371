/**
 * What becomes of customers over all their contacts: bot, queue, redial, switch of channel, callback.
 *
 * Kept only for models in which a customer can have more than one contact. A customer belongs to the class
 * of his first contact; who came before counting began, or waited at the start, is left out. Sums are
 * kept per class, per customer only what the next contact must know.
 */
import { filled } from './filled.ts';

/** Columns of a class's totals; then the seconds spent in each class. */
export const J_CUSTOMERS = 0;
/** The last contact was handled, or the bot solved the need, and nothing more was wanted. */
export const J_SERVED = 1;
/** The last contact was abandoned, blocked or turned away, or was one too many. */
export const J_GAVE_UP = 2;
/** The bot kept them, solved nothing, and they did not come back. */
export const J_LEFT_BY_BOT = 3;
/** Of those served, with one attempt. */
export const J_SERVED_AT_ONCE = 4;
export const J_ATTEMPTS = 5;
/** Different classes visited. */
export const J_CHANNELS = 6;
/** Seconds on the line: waiting and being served by live classes, and with bots. */
export const J_EFFORT = 7;
/** From first contact to the end, over those served. */
export const J_RESOLUTION = 8;
/** Contacts in another class than the one before, and how many of those were handled. */
export const J_TRANSFERS = 9;
export const J_TRANSFERS_HANDLED = 10;
export const JOURNEY_FIELDS = 11;

type Fate = typeof J_SERVED | typeof J_GAVE_UP | typeof J_LEFT_BY_BOT;

/** Customers of one first class, by number. */
class People {
  first = new Float64Array(64);
  /** Class of the newest contact; -1: not counted. */
  last = new Int16Array(64).fill(-1);
  attempts = new Uint16Array(64);
  /** 1: the newest contact is in another class than the one before. */
  moved = new Uint8Array(64);
  /** Classes visited, 32 to a word. */
  visited: Int32Array<ArrayBuffer>;
  /** Nobody who begins here has a second contact: only `first` is kept. */
  readonly once: boolean;
  readonly #words: number;

  constructor(words: number, once: boolean) {
    this.#words = words;
    this.once = once;
    this.visited = new Int32Array(64 * words);
  }

  add(customer: number, time: number, c: number): void {
    if (customer >= this.first.length) this.#grow();
    this.first[customer] = time;
    if (this.once) return;
    this.last[customer] = time >= 0 ? c : -1;
    this.attempts[customer] = 1;
    this.moved[customer] = 0;
    const words = this.#words;
    for (let w = 0; w < words; w++) this.visited[customer * words + w] = 0;
    this.visited[customer * words + (c >> 5)] = 1 << (c & 31);
  }

  /** True when the class is new to him. */
  visit(customer: number, c: number): boolean {
    const word = customer * this.#words + (c >> 5);
    const bit = 1 << (c & 31);
    const known = (this.visited[word]! & bit) !== 0;
    this.visited[word]! |= bit;
    return !known;
  }

  /** He came while counting was on. */
  counts(customer: number): boolean {
    return customer >= 0 && (this.once ? this.first[customer]! >= 0 : this.last[customer]! >= 0);
  }

  #grow(): void {
    const size = 2 * this.first.length;
    this.first = filled(new Float64Array(size), this.first);
    if (this.once) return;
    this.last = filled(new Int16Array(size), this.last);
    this.attempts = filled(new Uint16Array(size), this.attempts);
    this.moved = filled(new Uint8Array(size), this.moved);
    this.visited = filled(new Int32Array(size * this.#words), this.visited);
  }
}

export class Journeys {
  /** [first class][column, then seconds by class]. */
  readonly totals: Float64Array<ArrayBuffer>;
  readonly #width: number;
  readonly #people: People[];

  /** @param once by class: nobody whose first contact is of it can have another */
  constructor(once: readonly boolean[]) {
    const classes = once.length;
    this.#width = JOURNEY_FIELDS + classes;
    this.totals = new Float64Array(classes * this.#width);
    this.#people = once.map((is) => new People((classes + 31) >> 5, is));
  }

  clear(): void {
    this.totals.fill(0);
  }

  /** A customer's first contact. */
  begin(c: number, customer: number, time: number): void {
    this.#people[c]!.add(customer, time, c);
    if (time < 0) return;
    this.#add(c, J_CUSTOMERS);
    this.#add(c, J_ATTEMPTS);
    this.#add(c, J_CHANNELS);
  }

  /** A later contact, in class c; `own` when the customer made it, not a bot or a callback. */
  visit(c: number, first: number, customer: number, own: boolean): void {
    const people = this.#counted(first, customer);
    if (!people) return;
    if (own) {
      people.attempts[customer]!++;
      this.#add(first, J_ATTEMPTS);
    }
    if (people.visit(customer, c)) this.#add(first, J_CHANNELS);
    if (people.last[customer] === c) return;
    people.last[customer] = c;
    people.moved[customer] = 1;
    this.#add(first, J_TRANSFERS);
  }

  /** So many seconds of a customer's time went into class c, of which he spent so many on the line. */
  spend(c: number, first: number, customer: number, seconds: number, onTheLine: number): void {
    if (!this.#counted(first, customer)) return;
    this.totals[first * this.#width + JOURNEY_FIELDS + c]! += seconds;
    if (onTheLine > 0) this.#add(first, J_EFFORT, onTheLine);
  }

  /** The newest contact was handled by an agent, or came to nothing. */
  settle(first: number, customer: number, handled: boolean): void {
    const people = this.#counted(first, customer);
    if (!people || people.once) return;
    if (handled && people.moved[customer] === 1) this.#add(first, J_TRANSFERS_HANDLED);
    people.moved[customer] = 0;
  }

  /** Nothing more comes of this customer. */
  end(first: number, customer: number, fate: Fate, time: number): void {
    const people = this.#counted(first, customer);
    if (!people) return;
    this.#add(first, fate);
    if (fate !== J_SERVED) return;
    if (people.once || people.attempts[customer] === 1) this.#add(first, J_SERVED_AT_ONCE);
    this.#add(first, J_RESOLUTION, time - people.first[customer]!);
  }

  #counted(first: number, customer: number): People | null {
    const people = this.#people[first]!;
    return people.counts(customer) ? people : null;
  }

  #add(first: number, field: number, amount = 1): void {
    this.totals[first * this.#width + field]! += amount;
  }
}
