import { describe, expect, it } from 'vitest';
import { NO_SIMULATION, type RunProgress, simulationJob } from '../../src/app/simulation-job.ts';
import { simulate } from '../../src/scenario/simulate.ts';
import { onePhoneDay } from '../scenario/one-phone-day.ts';

const scenario = onePhoneDay(14);

describe('simulationJob', () => {
  it('stops with the estimates of every replication that it counts', () => {
    let state = NO_SIMULATION;
    let aborted: AbortSignal | undefined;
    let report: ((progress: RunProgress) => void) | undefined;
    const job = simulationJob(
      (_, { signal, onProgress }) => {
        aborted = signal;
        report = onProgress;
        return new Promise(() => undefined);
      },
      () => state,
      (next) => (state = next),
    );
    job.start(scenario, { replications: 40, halfWidth: null, contacts: null });
    const after = (replications: number) => simulate(scenario, { seed: 1, replications });
    const progress = { total: 40, widest: null, secondsLeft: 1, secondsPerReplication: 1 };
    const estimate = () => ({ summary: after(6), widest: 0.1 });
    report?.({ ...progress, done: 4, soFar: after(4), estimate });
    report?.({ ...progress, done: 6, soFar: null, estimate });
    expect(state.summary?.replications).toBe(4);
    job.stop();
    expect(aborted?.aborted).toBe(true);
    expect(state).toMatchObject({ status: 'cancelled', of: scenario, done: 6, widest: 0.1 });
    expect(state.summary?.replications).toBe(6);
  });
});
