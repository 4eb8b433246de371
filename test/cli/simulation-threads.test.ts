import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { simulateOnThreads } from '../../src/cli/simulation-threads.ts';
import { singleQueue } from '../simulation/models.ts';

const folder = mkdtempSync(join(tmpdir(), 'effectif-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('simulateOnThreads', () => {
  it('fails when a thread ends without a word', async () => {
    const silent = join(folder, 'silent.mjs');
    writeFileSync(silent, 'process.exit(0);');
    const model = singleQueue({ contactsPerHour: 100, handleTime: 180, agents: 6, patience: 120, hours: 1 });
    const run = simulateOnThreads(model, { seed: 3, replications: 20, threads: 2 }, silent);
    await expect(run).rejects.toThrow('a thread ended early, with exit code 0');
  });
});
