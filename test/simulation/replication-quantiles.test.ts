import { expect, it } from 'vitest';
import { compileModel } from '../../src/simulation/compile.ts';
import * as K from '../../src/simulation/counters.ts';
import { runReplication, simulateModel } from '../../src/simulation/simulate.ts';
import { singleQueue } from './models.ts';

const model = singleQueue({ contactsPerHour: 100, handleTime: 180, patience: 120, agents: 5, hours: 1 });

it('the service level of the worst tenth of the replications is theirs, not that of all contacts', () => {
  const compiled = compileModel(model);
  const levels = Array.from({ length: 40 }, (_, r) => {
    const { cells } = runReplication(compiled, 7, r);
    let [within, judged] = [0, 0];
    for (let at = 0; at < cells.length; at += K.CLASS_FIELDS) {
      within += cells[at + K.WITHIN] ?? NaN;
      judged += (cells[at + K.OFFERED] ?? NaN) - (cells[at + K.UNDECIDED] ?? NaN);
    }
    return within / judged;
  }).sort((a, b) => a - b);
  const { classes } = simulateModel(model, { seed: 7, replications: 40 });
  // Binomial (40, p), in whole numbers: P(B <= 0) = 0.0148 and P(B <= 8) = 0.9845 for a tenth, P(B <= 13) =
  // 0.0192 and P(B <= 26) = 0.9808 for the half; one further in, all four are beyond 0.025 from their end.
  expect(classes[0]?.serviceLevelQuantiles).toEqual([
    { share: 0.1, atMost: { value: levels[3], low: levels[0], high: levels[8] } },
    { share: 0.5, atMost: { value: levels[19], low: levels[13], high: levels[26] } },
    { share: 0.9, atMost: { value: levels[35], low: levels[31], high: levels[39] } },
  ]);
});

it('has open ends after few replications, and says nothing of no contact', () => {
  const few = simulateModel(model, { seed: 7, replications: 5 }).classes[0]?.serviceLevelQuantiles;
  expect(few?.map(({ atMost }) => [atMost.low, atMost.high])).toEqual([
    [0, expect.any(Number)],
    [0, 1],
    [expect.any(Number), 1],
  ]);
  const none = singleQueue({ contactsPerHour: 0, handleTime: 180, agents: 5, hours: 1 });
  expect(simulateModel(none, { seed: 7, replications: 5 }).classes[0]?.serviceLevelQuantiles).toEqual([]);
});
