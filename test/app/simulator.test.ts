import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { ContactLog } from '../../src/history/contact-log.ts';
import { packLog, unpackLog } from '../../workers/packed-log.ts';
import type { SimulationPool } from '../../src/app/simulation-pool.ts';
import { simulationsOn } from '../../src/app/simulator.ts';
import { parseDate } from '../../src/numeric/civil-date.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { replayLog, withArrivals } from '../../src/scenario/replay-log.ts';
import { simulateModel } from '../../src/simulation/simulate.ts';
import { onePhoneDay } from '../scenario/one-phone-day.ts';

const scenario = onePhoneDay(14);
const model = compileScenario(scenario);
const result = { summary: simulateModel(model, { seed: 1, replications: 4 }), widest: 0.1, journeys: [] };
/** So late that estimates are due whenever it is asked. */
let now = 0;
const clock = (): number => (now += 1000);

const nothing = (): never => {
  throw new Error('not asked for');
};

/** A pool of no workers: reports four replications of eight, then does as told. */
function poolThat(afterwards: (signal: AbortSignal | undefined) => Promise<void>): SimulationPool {
  return {
    workers: 1,
    prepare: () => Promise.resolve({ model, issues: [] }),
    async run(_, { onProgress, signal }) {
      onProgress?.({ done: 4, total: 8, partial: () => result });
      await afterwards(signal);
      return result;
    },
    prepareLog: nothing,
    compare: nothing,
    flips: nothing,
    record: nothing,
    dispose: nothing,
  };
}

const NO_LOG: ContactLog = {
  channels: [],
  within: [],
  reasons: [],
  channel: new Int32Array(0),
  at: new Float64Array(0),
  reason: new Int32Array(0),
  handleTime: new Float64Array(0),
  row: new Int32Array(0),
};
const MORNING = (parseDate(scenario.calendar.start) ?? 0) * 86_400 + 36_000.5;

const options = { replications: 8, halfWidth: null, signal: new AbortController().signal };

describe('simulationsOn', () => {
  it('fails a run whose estimates fail', async () => {
    const pool = poolThat(async (signal) => {
      await setTimeout(20);
      signal?.throwIfAborted();
    });
    const run = simulationsOn(pool, clock).simulate(scenario, {
      ...options,
      onProgress({ soFar }) {
        if (soFar) throw new Error('no estimate');
      },
    });
    await expect(run).rejects.toThrow('no estimate');
  });

  it('knows the ways of customers of a run that is stopped, without playing it again', async () => {
    let runs = 0;
    const controller = new AbortController();
    const pool = poolThat(async (signal) => {
      runs++;
      await setTimeout(20);
      signal?.throwIfAborted();
    });
    const engine = simulationsOn(pool, clock);
    const run = engine.simulate(scenario, {
      ...options,
      signal: controller.signal,
      onProgress({ estimate }) {
        expect(estimate().summary.replications).toBe(4);
        controller.abort();
      },
    });
    await expect(run).rejects.toThrow();
    expect(await engine.journeys(scenario, options)).toEqual({ replications: 4, channels: [] });
    expect(runs).toBe(1);
  });

  it('tells nothing of a run that has failed', async () => {
    let told = 0;
    const pool = poolThat(() => Promise.reject(new Error('a worker failed')));
    const run = simulationsOn(pool, clock).simulate(scenario, { ...options, onProgress: () => told++ });
    await expect(run).rejects.toThrow('a worker failed');
    const before = told;
    await setTimeout(20);
    expect(told).toBe(before);
  });

  it('says how long a comparison still takes, by what its replications took', async () => {
    const heard: unknown[] = [];
    const pool: SimulationPool = {
      ...poolThat(() => Promise.resolve()),
      compare(_, __, { onProgress }) {
        onProgress?.({ done: 2, total: 8, partial: nothing });
        return Promise.reject(new Error('a worker failed'));
      },
    };
    const run = simulationsOn(pool, clock).compare(scenario, scenario, {
      ...options,
      onProgress: (progress) => heard.push(progress),
    });
    await expect(run).rejects.toThrow('a worker failed');
    // two in the second that the clock has moved on, six to go
    expect(heard).toEqual([{ done: 2, total: 8, secondsLeft: 3, soFar: null }]);
  });

  it('plays the contacts of a log, and nothing where none of them can be played', async () => {
    const log = packLog({
      ...NO_LOG,
      channels: ['phone'],
      within: [1],
      channel: new Int32Array(1),
      at: Float64Array.of(MORNING),
      reason: Int32Array.of(-1),
      handleTime: Float64Array.of(-1),
      row: Int32Array.of(2),
    });
    const pool: SimulationPool = {
      ...poolThat(() => Promise.resolve()),
      async prepareLog(played) {
        const { arrivals, report } = replayLog(played.scenario, await unpackLog(played.log), played.options);
        return { model: withArrivals(model, { arrivals }), issues: [], report };
      },
    };
    const heard: number[] = [];
    const play = (from: string) =>
      simulationsOn(pool, clock).playLog(scenario, log, {
        ...options,
        from,
        onProgress: (done) => heard.push(done),
      });
    const { start } = scenario.calendar;
    expect(await play(start)).toMatchObject({
      report: { played: [{ channel: 'phone', contacts: 1 }] },
      summary: { replications: 4 },
    });
    expect(heard).toEqual([4]);
    expect(await play('2001-01-01')).toMatchObject({
      report: { played: [], otherDays: { contacts: 1, row: 2 } },
      summary: null,
    });
    expect(heard).toEqual([4]);
  });
});
