/**
 * One time step of a day with pooled shift ends: the chain of the exact day with layers above it.
 *
 * Layer e holds the states in which e agents too many are still busy; nobody starts a contact there,
 * so only its queue moves. Layer 0 is the usual chain. Contacts finishing lead from layer e to e − 1
 * at rate (s + e) μ: each layer feeds the next, and one sweep from the top solves them all, by the step of
 * birth-death-step.ts for each.
 */
import type { Chain } from './birth-death-step.ts';
import { BirthDeathStep } from './birth-death-step.ts';
import type { Stretch } from './waiting-ahead.ts';

type Layer = {
  readonly step: BirthDeathStep;
  readonly chain: Chain;
  /** State with nobody waiting. */
  readonly first: number;
  /** Rate into the layer below. */
  readonly feed: number;
};

/** Step machinery for layers of given sizes; `prepare` before `advance` or `pullBack`. */
export class LayeredStep {
  private readonly layers: readonly Layer[];

  /** @param low first state of layer 0 that may carry weight */
  constructor(
    { agents, arrivalRate: birth, completionRate, abandonRate }: Stretch,
    sizes: readonly number[],
    low: number,
  ) {
    this.layers = sizes.map((size, e): Layer => {
      const first = e === 0 ? agents : 0;
      const death = new Float64Array(size);
      for (let n = 0; n < size; n++) {
        death[n] = Math.min(n, first) * completionRate + Math.max(0, n - first) * abandonRate;
      }
      return {
        step: new BirthDeathStep(size),
        chain: { low: e === 0 ? low : 0, high: size - 1, birth, turn: size, birthBeyond: birth, death },
        first,
        feed: e === 0 ? 0 : (agents + e) * completionRate,
      };
    });
  }

  /** Factors the systems for steps of `length`. O(states). */
  prepare(length: number): void {
    for (const { step, chain, feed } of this.layers) step.prepare(chain, length, feed);
  }

  /** Moves the law on by one step, in place; the time spent in each state is added to `integral`. */
  advance(law: readonly Float64Array[], integral: readonly Float64Array[]): void {
    const { layers } = this;
    for (let e = layers.length - 1; e >= 0; e--) {
      const { step, first } = layers[e]!;
      const above = layers[e + 1];
      step.feedFrom(above?.step ?? null, above?.feed ?? 0, first, 0);
      step.advance(law[e]!, integral[e]!, true);
    }
  }

  /** The same step seen from its end, exactly the transpose: as BirthDeathStep.pullBack, in place. */
  pullBack(value: readonly Float64Array[], gain: readonly Float64Array[]): void {
    const { layers } = this;
    for (const [e, { step, feed }] of layers.entries()) {
      const below = layers[e - 1];
      step.feedFrom(below?.step ?? null, feed, 0, below?.first ?? 0);
      step.pullBack(value[e]!, gain[e]!, true);
    }
  }
}
