/** Stationary distribution of a small continuous-time Markov chain, by uniformisation: the independent judge. */

/** Transitions out of a state: target state and rate. */
export type Transitions<State> = (state: State) => readonly (readonly [State, number])[];

/** Calls `visit` with every reachable state and its stationary probability. */
export function solveChain<State extends readonly number[]>(
  start: State,
  transitions: Transitions<State>,
  visit: (state: State, probability: number) => void,
): void {
  const index = new Map<string, number>([[start.join(), 0]]);
  const states: State[] = [start];
  const edges: (readonly [number, number])[][] = [];
  for (let i = 0; i < states.length; i++) {
    const from = states[i];
    if (!from) break;
    edges.push(
      transitions(from).map(([to, rate]) => {
        const key = to.join();
        let at = index.get(key);
        if (at === undefined) {
          at = states.length;
          index.set(key, at);
          states.push(to);
        }
        return [at, rate] as const;
      }),
    );
  }
  const out = edges.map((list) => list.reduce((sum, [, rate]) => sum + rate, 0));
  const rate = 1.05 * Math.max(...out);
  let p = new Float64Array(states.length).fill(1 / states.length);
  for (let step = 0; step < 200_000; step++) {
    const next = new Float64Array(states.length);
    edges.forEach((list, i) => {
      const mass = p[i] ?? 0;
      next[i] = (next[i] ?? 0) + mass * (1 - (out[i] ?? 0) / rate);
      for (const [to, r] of list) next[to] = (next[to] ?? 0) + (mass * r) / rate;
    });
    const change = next.reduce((sum, x, i) => sum + Math.abs(x - (p[i] ?? 0)), 0);
    p = next;
    if (change < 1e-11) break;
  }
  states.forEach((state, i) => visit(state, p[i] ?? 0));
}
