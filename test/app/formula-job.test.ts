import { describe, expect, it } from 'vitest';
import { formulaJob } from '../../src/app/formula-job.ts';
import type { RemoteWorker } from '../../src/app/remote-worker.ts';
import type { FormulaOutcome } from '../../src/scenario/formula.ts';
import type { FormulaEndpoint } from '../../workers/formula.worker.ts';

const input = { volume: [10, 20], weekdays: [0], slotsPerDay: 2 };

/** An endpoint that answers so; null: never. */
function worker(outcome: FormulaOutcome | null) {
  let stop = (_reason: Error): void => {};
  const stopped = new Promise<never>((_, reject) => (stop = reject));
  stopped.catch(() => {});
  const remote = {
    ready: () => Promise.resolve(true as const),
    evaluate: () => (outcome ? Promise.resolve(outcome) : new Promise(() => {})),
  };
  const remoteWorker: RemoteWorker<FormulaEndpoint> = {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the two methods asked for
    call: (ask) => Promise.race([ask(remote as unknown as Parameters<typeof ask>[0]), stopped]),
    stop: (reason) => stop(reason ?? new Error('stopped')),
  };
  return remoteWorker;
}

describe('formulaJob', () => {
  it('hands back what the worker computed', async () => {
    const outcome = { ok: true, contacts: [20, 40] } as const;
    expect(await formulaJob(worker({ ok: true, contacts: [20, 40] })).run('volume * 2', input)).toEqual(
      outcome,
    );
  });

  it('ends a formula that never ends', async () => {
    expect(await formulaJob(worker(null), 20).run('f(1)', input)).toMatchObject({
      ok: false,
      issue: { code: 'formulaEndless', values: { limit: 20 } },
    });
  });

  it('says so when the worker cannot be started', async () => {
    const broken: RemoteWorker<FormulaEndpoint> = {
      call: () => Promise.reject(new Error('a worker could not be started')),
      stop: () => {},
    };
    expect(await formulaJob(broken).run('1', input)).toMatchObject({
      ok: false,
      issue: { code: 'formulaFailed', message: 'a worker could not be started' },
    });
  });
});
