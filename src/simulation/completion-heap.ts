/**
 * The next completion among busy agents: a 4-ary heap in typed arrays, one entry per agent.
 *
 * When an agent finishes, his entry stays at the top as a hole: the contact he takes next fills it
 * with one sift. Equal times come out in an order that depends on the heap's history, which a
 * replication repeats. Times are handed over in `key`, because an argument that is a double would be
 * boxed on every call that the compiler does not inline.
 */
export class CompletionHeap {
  readonly time: Float64Array;
  readonly agent: Int32Array;
  size = 0;
  /** The top entry has been dealt with. */
  hole = false;
  key = -0;

  constructor(agents: number) {
    // A few spare entries of Infinity: the four children of the last parent exist without a check.
    this.time = new Float64Array(agents + 5).fill(Infinity);
    this.agent = new Int32Array(agents + 5);
  }

  clear(): void {
    this.time.fill(Infinity);
    this.size = 0;
    this.hole = false;
  }

  /** Enters an agent who has no entry (or whose entry is the hole) with time `key`. */
  add(agent: number): void {
    if (this.hole) {
      this.hole = false;
      this.#down(0, agent);
    } else this.#up(this.size++, agent);
  }

  /** Closes the hole, if it is still open. */
  close(): void {
    if (!this.hole) return;
    this.hole = false;
    this.#removeAt(0);
  }

  /** Moves an agent's entry to time `key`. */
  move(agent: number): void {
    const place = this.#find(agent);
    if (this.key > this.time[place]!) this.#down(place, agent);
    else this.#up(place, agent);
  }

  remove(agent: number): void {
    this.#removeAt(this.#find(agent));
  }

  timeOf(agent: number): number {
    return this.time[this.#find(agent)]!;
  }

  /** Only interruptions and conversations look for an entry: a scan of some dozens beats an index kept up to date. */
  #find(agent: number): number {
    let place = 0;
    while (this.agent[place] !== agent) place++;
    return place;
  }

  #removeAt(place: number): void {
    const last = --this.size;
    this.key = this.time[last]!;
    const moved = this.agent[last]!;
    this.time[last] = Infinity;
    if (last === place) return;
    if (place > 0 && this.key < this.time[(place - 1) >> 2]!) this.#up(place, moved);
    else this.#down(place, moved);
  }

  #up(from: number, agent: number): void {
    const times = this.time;
    const agents = this.agent;
    const time = this.key;
    let i = from;
    while (i > 0) {
      const parent = (i - 1) >> 2;
      const above = times[parent]!;
      if (above <= time) break;
      times[i] = above;
      agents[i] = agents[parent]!;
      i = parent;
    }
    times[i] = time;
    agents[i] = agent;
  }

  #down(from: number, agent: number): void {
    const times = this.time;
    const agents = this.agent;
    const time = this.key;
    const size = this.size;
    let i = from;
    for (;;) {
      const child = 4 * i + 1;
      if (child >= size) break;
      // Comparisons are added (0 or 1) instead of branched on: a processor guesses half of these branches wrong.
      const first = child + +(times[child + 1]! < times[child]!);
      const second = child + 2 + +(times[child + 3]! < times[child + 2]!);
      const least = first + (second - first) * +(times[second]! < times[first]!);
      const below = times[least]!;
      if (below >= time) break;
      times[i] = below;
      agents[i] = agents[least]!;
      i = least;
    }
    times[i] = time;
    agents[i] = agent;
  }
}
