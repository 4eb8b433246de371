import { describe, expect, it } from 'vitest';
import { latestJob } from '../../src/app/latest-job.ts';

/** A job on a worker that never ends with `endless`, and a clock that is wound by hand. */
function impatientJob() {
  const delivered: string[] = [];
  const failed: string[] = [];
  let stop = (): void => {};
  let ring = (): void => {};
  const job = latestJob<string, string>(
    (input) =>
      input.startsWith('endless')
        ? new Promise((_, reject) => {
            stop = () => reject(new Error('stopped'));
          })
        : Promise.resolve(input),
    (output) => delivered.push(output),
    (_error, input) => failed.push(input),
    {
      after: 1,
      replaces: (newer, running) => newer !== `${running} in full`,
      later: (callback) => {
        ring = callback;
        return () => {
          ring = () => {};
        };
      },
      stop: () => stop(),
    },
  );
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return { job, delivered, failed, settle, ring: () => ring() };
}

describe('latestJob', () => {
  it('gives up what takes too long once something newer is wanted', async () => {
    const { job, delivered, failed, settle, ring } = impatientJob();
    job.request('endless');
    ring();
    await settle();
    expect(failed).toEqual([]);
    job.request('newer');
    await settle();
    expect([delivered, failed]).toEqual([['newer'], ['endless']]);
    expect(job.pending).toBe(false);
  });

  it('waits its time where the newer one came early', async () => {
    const { job, delivered, failed, settle, ring } = impatientJob();
    job.request('endless');
    job.request('newer');
    await settle();
    expect([delivered, failed]).toEqual([[], []]);
    ring();
    await settle();
    expect([delivered, failed]).toEqual([['newer'], ['endless']]);
  });

  it('gives nothing up for more of the same', async () => {
    const { job, failed, settle, ring } = impatientJob();
    job.request('endless');
    job.request('endless in full');
    ring();
    await settle();
    expect(failed).toEqual([]);
  });
});
