/** Future moments with two whole numbers each, the earliest first: a binary heap in typed arrays. */
export class TimerHeap {
  /** The earliest is at 0, Infinity when there is none. */
  time = new Float64Array(64).fill(Infinity, 0, 1);
  first = new Int32Array(64);
  second = new Int32Array(64);
  size = 0;

  clear(): void {
    this.size = 0;
    this.time[0] = Infinity;
  }

  push(time: number, first: number, second: number): void {
    if (this.size === this.time.length) this.#grow();
    let i = this.size++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (this.time[parent]! <= time) break;
      this.#move(parent, i);
      i = parent;
    }
    this.#put(i, time, first, second);
  }

  /** Drops the earliest, whose numbers are read from `first[0]` and `second[0]` before. */
  pop(): void {
    const last = --this.size;
    const time = this.time[last]!;
    const first = this.first[last]!;
    const second = this.second[last]!;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= last) break;
      if (child + 1 < last && this.time[child + 1]! < this.time[child]!) child++;
      if (this.time[child]! >= time) break;
      this.#move(child, i);
      i = child;
    }
    this.#put(i, time, first, second);
    if (last === 0) this.time[0] = Infinity;
  }

  #move(from: number, to: number): void {
    this.#put(to, this.time[from]!, this.first[from]!, this.second[from]!);
  }

  #put(i: number, time: number, first: number, second: number): void {
    this.time[i] = time;
    this.first[i] = first;
    this.second[i] = second;
  }

  #grow(): void {
    const time = new Float64Array(2 * this.size);
    const first = new Int32Array(2 * this.size);
    const second = new Int32Array(2 * this.size);
    time.set(this.time);
    first.set(this.first);
    second.set(this.second);
    this.time = time;
    this.first = first;
    this.second = second;
  }
}
