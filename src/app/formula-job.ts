/** A user's formula in a worker of its own, ended after a time limit: a formula may never end. */
import type { FormulaEndpoint } from '../../workers/formula.worker.ts';
import type { FormulaInput, FormulaOutcome } from '../scenario/formula.ts';
import { remoteWorker, type RemoteWorker } from './remote-worker.ts';

const MOST_MILLISECONDS = 500;

export type FormulaJob = {
  /** What the formula gives on the grid, or why it gives nothing. Never rejects. */
  run(formula: string, input: FormulaInput): Promise<FormulaOutcome>;
};

/** The parser is loaded with the first formula; the time limit counts evaluation only. */
export function formulaJob(
  worker: RemoteWorker<FormulaEndpoint> = formulaWorker(),
  limit: number = MOST_MILLISECONDS,
): FormulaJob {
  return {
    async run(formula, input) {
      try {
        await worker.call((remote) => remote.ready());
        const timer = setTimeout(() => worker.stop(new EndlessFormula()), limit);
        try {
          return await worker.call<FormulaOutcome>((remote) => remote.evaluate(formula, input));
        } finally {
          clearTimeout(timer);
        }
      } catch (error) {
        return { ok: false, issue: issueOf(error, limit) };
      }
    },
  };
}

class EndlessFormula extends Error {}

function issueOf(error: unknown, limit: number) {
  if (error instanceof EndlessFormula) {
    const message = `the formula did not end within ${limit} ms`;
    return { path: 'formula', code: 'formulaEndless', message, values: { limit } };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { path: 'formula', code: 'formulaFailed', message };
}

function formulaWorker(): RemoteWorker<FormulaEndpoint> {
  return remoteWorker(
    () => new Worker(new URL('../../workers/formula.worker.ts', import.meta.url), { type: 'module' }),
  );
}
