/** What control variates gain, measured: over many runs, not by the runs' own estimate. */
import type { SimulationModel } from '../../src/simulation/model.ts';
import { simulateModel } from '../../src/simulation/simulate.ts';

/** Variance of the first class's plain service level over that of its controlled one, over runs of different seeds. */
export function varianceRatio(
  model: SimulationModel,
  { runs, replications }: { readonly runs: number; readonly replications: number },
): number {
  const plain: number[] = [];
  const controlled: number[] = [];
  for (let seed = 0; seed < runs; seed++) {
    const [first] = simulateModel(model, { seed, replications }).classes;
    plain.push(first?.serviceLevel?.value ?? NaN);
    controlled.push(first?.controlledServiceLevel?.value ?? NaN);
  }
  return variance(plain) / variance(controlled);
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
}
