import { expect, it } from 'vitest';
import { type Accumulated, createAccumulated, mergeChunk } from '../../src/simulation/accumulate.ts';
import { CLASS_VALUES } from '../../src/simulation/class-values.ts';
import { compileModel } from '../../src/simulation/compile.ts';
import { createChunkRunner } from '../../src/simulation/simulate.ts';
import { singleQueue } from './models.ts';

const compiled = compileModel(singleQueue({ contactsPerHour: 10, handleTime: 300, agents: 3, hours: 1 }));

it('keeps the totals of every replication in their order, a last short chunk too', () => {
  const run = createChunkRunner(compiled, 1, 11);
  const chunks = [0, 1, 2].map((chunk) => run(chunk));
  const whole = createAccumulated(compiled);
  chunks.forEach((chunk, index) => mergeChunk(whole, chunk, index));
  const rows = (data: Accumulated) => [...data.totals.subarray(0, data.replications * CLASS_VALUES)];
  expect(whole.replications).toBe(11);
  expect(rows(whole)).toEqual(chunks.flatMap(rows));
});

it('moves few totals, however many chunks come', () => {
  const part = createChunkRunner(compiled, 1, 4)(0);
  const whole = createAccumulated(compiled);
  let buffers = 0;
  for (let chunk = 0; chunk < 3000; chunk++) {
    const before = whole.totals;
    mergeChunk(whole, part, chunk);
    if (whole.totals !== before) buffers++;
  }
  // 4 replications doubled until there is room for 12,000: 4 × 2^12 is the first to hold them.
  expect(buffers).toBe(13);
  expect(whole.totals.subarray(11_999 * CLASS_VALUES, 12_000 * CLASS_VALUES)).toEqual(
    part.totals.subarray(3 * CLASS_VALUES, 4 * CLASS_VALUES),
  );
});
