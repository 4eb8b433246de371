/**
 * The next completion among busy agents: a 4-ary heap in typed arrays, one entry per agent.
 *
 * Equal times come out by agent number, so that the order never depends on the heap's history.
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
      if (above < time || (above === time && agents[parent]! < agent)) break;
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
      for (let j = child + 1; j < child + 4; j++) {
        const candidate = times[j]!;
        if (candidate < below || (candidate === below && j < size && agents[j]! < agents[least]!)) {
          below = candidate;
          least = j;
        }
      }
      const moved = agents[least]!;
      if (below > time || (below === time && moved > agent)) break;
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
