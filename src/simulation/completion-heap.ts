/**
 * The next completion among busy agents: a 4-ary heap in typed arrays, one entry per agent.
 *
 * Equal times come out in an order that depends on the heap's history, which a replication repeats.
 */
export class CompletionHeap {
  readonly time: Float64Array;
  readonly agent: Int32Array;
  readonly #place: Int32Array;
  size = 0;

  constructor(agents: number) {
    // A few spare entries of Infinity: the four children of the last parent exist without a check.
    this.time = new Float64Array(agents + 5).fill(Infinity);
    this.agent = new Int32Array(agents + 5);
    this.#place = new Int32Array(agents).fill(-1);
  }

  clear(): void {
    this.time.fill(Infinity);
    this.#place.fill(-1);
    this.size = 0;
  }

  timeOf(agent: number): number {
    const place = this.#place[agent]!;
    return place < 0 ? Infinity : this.time[place]!;
  }

  /** Sets an agent's completion, whether or not one was set before. */
  set(agent: number, time: number): void {
    const place = this.#place[agent]!;
    if (place < 0) this.#up(this.size++, agent, time);
    else if (time > this.time[place]!) this.#down(place, agent, time);
    else this.#up(place, agent, time);
  }

  remove(agent: number): void {
    const place = this.#place[agent]!;
    if (place < 0) return;
    this.#place[agent] = -1;
    const last = --this.size;
    const lastTime = this.time[last]!;
    const lastAgent = this.agent[last]!;
    this.time[last] = Infinity;
    if (last === place) return;
    if (place > 0 && lastTime < this.time[(place - 1) >> 2]!) this.#up(place, lastAgent, lastTime);
    else this.#down(place, lastAgent, lastTime);
  }

  #up(from: number, agent: number, time: number): void {
    const times = this.time;
    const agents = this.agent;
    const places = this.#place;
    let i = from;
    while (i > 0) {
      const parent = (i - 1) >> 2;
      const above = times[parent]!;
      if (above <= time) break;
      times[i] = above;
      const moved = agents[parent]!;
      agents[i] = moved;
      places[moved] = i;
      i = parent;
    }
    times[i] = time;
    agents[i] = agent;
    places[agent] = i;
  }

  #down(from: number, agent: number, time: number): void {
    const times = this.time;
    const agents = this.agent;
    const places = this.#place;
    const size = this.size;
    let i = from;
    for (;;) {
      const child = 4 * i + 1;
      if (child >= size) break;
      let least = child;
      let below = times[child]!;
      const second = times[child + 1]!;
      if (second < below) {
        below = second;
        least = child + 1;
      }
      const third = times[child + 2]!;
      if (third < below) {
        below = third;
        least = child + 2;
      }
      const fourth = times[child + 3]!;
      if (fourth < below) {
        below = fourth;
        least = child + 3;
      }
      if (below >= time) break;
      const moved = agents[least]!;
      times[i] = below;
      agents[i] = moved;
      places[moved] = i;
      i = least;
    }
    times[i] = time;
    agents[i] = agent;
    places[agent] = i;
  }
}
