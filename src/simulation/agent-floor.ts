/**
 * The agents: who takes contacts, who is free and since when, and how much of their time is work.
 *
 * Free agents stand in one list per (group, number of conversations in hand), longest first. Time is
 * added up without a clock of its own: a change of the level by d at time t subtracts d*t, and closing
 * the books at time T adds level*T. Beginnings have a sum of their own, so that a loop which meets them
 * in another order among the ends (single-loop.ts) still makes the same additions.
 */
import type { CompiledModel } from './compile.ts';
import { BUSY_SECONDS, GROUP_FIELDS, OVERRUN_SECONDS, STAFFED_SECONDS } from './counters.ts';

export class AgentFloor {
  readonly group: Int32Array;
  readonly speed: Float64Array;
  /** 1 while the agent takes new contacts. */
  readonly on: Uint8Array;
  /** 1 while he is within a stretch, taking new contacts or not. */
  readonly present: Uint8Array;
  /** Contacts in hand. */
  readonly load: Int32Array;
  /** 1 while a contact takes him whole. */
  readonly exclusive: Uint8Array;
  readonly since: Float64Array;
  readonly next: Int32Array;
  /** First of each list, at [group * levels + load]; -1 for none. */
  readonly head: Int32Array;
  /** Agents of each group with nothing in hand who take contacts. */
  readonly free: Int32Array;
  readonly levels: number;
  /** The time of the event being handled: an argument that is a double would be boxed on every call. */
  now = -0;
  readonly previous: Int32Array;
  readonly tail: Int32Array;
  readonly listed: Int32Array;
  readonly share: Float64Array;
  /** [group][staffed, busy, overrun]: the level now, and the books since the last closing. */
  readonly level: Float64Array;
  readonly books: Float64Array;
  /** Sum of the moments at which a contact took an agent whole, since the last closing. */
  readonly begun: Float64Array;

  constructor(compiled: CompiledModel) {
    const { count, group, speed } = compiled.agents;
    const groups = compiled.groups.length;
    this.group = group;
    this.speed = speed;
    this.levels = compiled.slots;
    this.on = new Uint8Array(count);
    this.present = new Uint8Array(count);
    this.load = new Int32Array(count);
    this.exclusive = new Uint8Array(count);
    this.since = new Float64Array(count);
    this.next = new Int32Array(count);
    this.previous = new Int32Array(count);
    this.listed = new Int32Array(count);
    this.share = new Float64Array(count);
    this.head = new Int32Array(groups * this.levels);
    this.tail = new Int32Array(groups * this.levels);
    this.free = new Int32Array(groups);
    this.level = new Float64Array(groups * GROUP_FIELDS);
    this.books = new Float64Array(groups * GROUP_FIELDS);
    this.begun = new Float64Array(groups * GROUP_FIELDS);
    this.clear();
  }

  clear(): void {
    this.on.fill(0);
    this.present.fill(0);
    this.load.fill(0);
    this.exclusive.fill(0);
    this.listed.fill(-1);
    this.share.fill(0);
    this.head.fill(-1);
    this.tail.fill(-1);
    this.free.fill(0);
    this.level.fill(0);
    this.books.fill(0);
    this.begun.fill(0);
  }

  /** Puts an agent who can take one more contact at the end of the list for his load. */
  list(agent: number): void {
    const group = this.group[agent]!;
    const load = this.load[agent]!;
    const at = group * this.levels + load;
    const last = this.tail[at]!;
    this.since[agent] = this.now;
    this.next[agent] = -1;
    this.previous[agent] = last;
    if (last >= 0) this.next[last] = agent;
    else this.head[at] = agent;
    this.tail[at] = agent;
    this.listed[agent] = at;
    if (load === 0) this.free[group]!++;
  }

  /** Takes him off the list he is on, if any. */
  unlist(agent: number): void {
    const at = this.listed[agent]!;
    if (at < 0) return;
    const before = this.previous[agent]!;
    const after = this.next[agent]!;
    if (before >= 0) this.next[before] = after;
    else this.head[at] = after;
    if (after >= 0) this.previous[after] = before;
    else this.tail[at] = before;
    this.listed[agent] = -1;
    const group = this.group[agent]!;
    if (at === group * this.levels) this.free[group]!--;
  }

  /** The agent who became free last, of those with nothing in hand; -1 for none. */
  lastFree(group: number): number {
    return this.tail[group * this.levels]!;
  }

  /** He begins a contact that takes him whole. */
  begin(agent: number): void {
    this.load[agent] = 1;
    this.exclusive[agent] = 1;
    this.share[agent] = 1;
    const at =
      this.group[agent]! * GROUP_FIELDS + (this.present[agent] === 1 ? BUSY_SECONDS : OVERRUN_SECONDS);
    this.level[at]!++;
    this.begun[at]! += this.now;
  }

  /** He has nothing in hand any more. */
  rest(agent: number): void {
    this.share[agent] = 0;
    const at =
      this.group[agent]! * GROUP_FIELDS + (this.present[agent] === 1 ? BUSY_SECONDS : OVERRUN_SECONDS);
    this.level[at]!--;
    this.books[at]! += this.now;
  }

  /** The agent is at work this share of his time from now on. */
  work(agent: number, share: number): void {
    const change = share - this.share[agent]!;
    if (change === 0) return;
    this.share[agent] = share;
    const field = this.present[agent] === 1 ? BUSY_SECONDS : OVERRUN_SECONDS;
    this.shift(this.group[agent]!, field, change);
  }

  come(agent: number): void {
    if (this.present[agent] === 1) return;
    const share = this.share[agent]!;
    const group = this.group[agent]!;
    this.present[agent] = 1;
    this.shift(group, STAFFED_SECONDS, 1);
    if (share > 0) {
      this.shift(group, OVERRUN_SECONDS, -share);
      this.shift(group, BUSY_SECONDS, share);
    }
  }

  leave(agent: number): void {
    if (this.present[agent] === 0) return;
    const share = this.share[agent]!;
    const group = this.group[agent]!;
    this.present[agent] = 0;
    this.shift(group, STAFFED_SECONDS, -1);
    if (share > 0) {
      this.shift(group, BUSY_SECONDS, -share);
      this.shift(group, OVERRUN_SECONDS, share);
    }
  }

  shift(group: number, field: number, change: number): void {
    const at = group * GROUP_FIELDS + field;
    this.level[at]! += change;
    this.books[at]! -= change * this.now;
  }

  /** Writes the books of the interval that ends at `time` to `cells` from `offset` on, and opens the next. */
  close(time: number, cells: Float64Array, offset: number): void {
    for (let at = 0; at < this.level.length; at++) {
      const carried = this.level[at]! * time;
      cells[offset + at]! += this.books[at]! - this.begun[at]! + carried;
      this.books[at] = -carried;
      this.begun[at] = 0;
    }
  }
}
