/** How many contacts one core simulates in a second. */
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { simulateOnThreads } from '../../src/cli/simulation-threads.ts';
import { compileModel } from '../../src/simulation/compile.ts';
import { Engine } from '../../src/simulation/engine.ts';
import { simulateModel } from '../../src/simulation/simulate.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { SimulationModel } from '../../src/simulation/model.ts';
import { halfDay } from '../simulation/half-day.ts';
import { singleQueue } from '../simulation/models.ts';
import { varianceRatio } from '../simulation/variance-ratio.ts';
import { medianSeconds, type Figure } from './figure.ts';

const SEED = 20_260_101;

/** Contacts that ask for an agent, per second of one thread; counting and estimating is left out. */
function contactsPerSecond(model: SimulationModel, replications: number): number {
  const { classes } = simulateModel(model, { seed: SEED, replications: 2 });
  const contacts = classes.reduce((sum, { offered }) => sum + offered.value, 0);
  const engine = new Engine(compileModel(model));
  const seconds = medianSeconds(() => {
    for (let replication = 0; replication < replications; replication++) engine.run(SEED, replication);
  }, 5);
  return (contacts * replications) / seconds;
}

export async function simulationFigures(): Promise<Figure[]> {
  const queue = singleQueue({
    contactsPerHour: 1200,
    handleTime: 300,
    agents: 102,
    patience: 120,
    hours: 200,
  });
  const unit = 'contacts/s';
  return [
    {
      name: 'simulate one M/M/s+M queue, 102 agents',
      value: contactsPerSecond(queue, 5),
      unit,
      aim: { atLeast: 3_000_000 },
      note: 'one thread',
    },
    {
      name: 'simulate the bundled retail week',
      value: contactsPerSecond(bundled('retail-peak-week'), 10),
      unit,
      note: 'one thread',
    },
    ...['bank-phone', 'chatbot-deflection', 'small-team'].map((name) => ({
      name: `simulate the bundled ${name}`,
      value: contactsPerSecond(bundled(name), 40),
      unit,
      note: 'one thread',
    })),
    ...[0, 0.1].map((cv) => ({
      name: `control variates, day factor ${cv}: variance, plain by controlled`,
      value: varianceRatio(halfDay(cv), { runs: 200, replications: 40 }),
      unit: '',
      note: '200 runs of 40 replications',
    })),
    {
      name: 'simulate on two threads, times as fast as on one',
      value: await scaling(queue),
      unit: '',
      aim: { atLeast: 1.8 },
      note: '61 million contacts, wall clock, wants two idle cores',
    },
  ];
}

function bundled(name: string): SimulationModel {
  const parsed = parseScenario(JSON.parse(readFileSync(`scenarios/${name}.json`, 'utf8')));
  if (!parsed.ok) throw new Error(`the bundled ${name} does not parse`);
  return compileScenario(parsed.scenario);
}

/** Wall-clock time on one thread over that on two, threads started and results merged included. */
async function scaling(model: SimulationModel): Promise<number> {
  const on = (threads: number) => async () => {
    const start = performance.now();
    await simulateOnThreads(model, { seed: SEED, replications: 256, threads }, argv[1] ?? '');
    return performance.now() - start;
  };
  await on(1)();
  const ratios: number[] = [];
  for (let round = 0; round < 3; round++) ratios.push((await on(1)()) / (await on(2)()));
  return ratios.sort((a, b) => a - b)[1] ?? NaN;
}
