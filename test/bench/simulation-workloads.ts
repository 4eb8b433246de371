/**
 * Simulated contacts per second per core on three workloads, through the public model format.
 *
 * W1: M/M/55 at 50 erlangs. W2: 50 agents, exponential patience. W3: a day of 20,000 contacts, 5 types,
 * 4 groups, priorities, longest idle, lognormal handle times, patience and named shifts. Where
 * EFFECTIF_BENCH_DIR names the workload folder and a C compiler is at hand, the hand-written yardstick of
 * that folder runs in turns with ours, and the ratio of medians is shown.
 */
import { execFileSync } from 'node:child_process';
import { argv } from 'node:process';
import { Worker } from 'node:worker_threads';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLASS_FIELDS, OFFERED } from '../../src/simulation/counters.ts';
import { compileModel } from '../../src/simulation/compile.ts';
import { Engine } from '../../src/simulation/engine.ts';
import type { SimulationModel } from '../../src/simulation/model.ts';
import { simulateModel } from '../../src/simulation/simulate.ts';
import { type Figure } from './figure.ts';

type Workload = { readonly name: string; readonly model: SimulationModel; readonly replications: number };

const ROUNDS = 3;

/** `EFFECTIF_BENCH_DIR` holds `w3.json`, and perhaps `limit.c`; without it only W1 and W2 run. */
export async function workloadFigures(): Promise<Figure[]> {
  const folder = process.env['EFFECTIF_BENCH_DIR'];
  const workloads: Workload[] = [
    { name: 'W1', model: singleQueue(55, null), replications: 20 },
    { name: 'W2', model: singleQueue(50, 180), replications: 20 },
  ];
  if (folder !== undefined && existsSync(join(folder, 'w3.json')))
    workloads.push({ name: 'W3', model: dayOfW3(join(folder, 'w3.json')), replications: 600 });
  const limit = folder === undefined ? null : compileLimit(folder);
  const figures: Figure[] = [];
  for (const { name, model, replications } of workloads) {
    const engine = new Engine(compileModel(model));
    run(engine, Math.min(replications, 40), 1);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(run(engine, replications, round));
      if (limit)
        theirs.push(limit.contactsPerSecond(name.toLowerCase(), name === 'W3' ? replications : 10_000_000));
    }
    figures.push({
      name: `${name}, one core`,
      value: median(ours),
      unit: 'contacts/s',
      note: 'processor time',
    });
    if (limit)
      figures.push({
        name: `${name}, share of the limit`,
        value: median(ours) / median(theirs),
        unit: '',
        aim: { atLeast: name === 'W3' ? 0.25 : 0.15 },
      });
  }
  figures.push(...memoryOf(workloads.at(-1)));
  const w3 = workloads.find(({ name }) => name === 'W3');
  if (w3) figures.push(...(await firstDays(w3.model, limit)));
  limit?.dispose();
  return figures;
}

/** Contacts per second of processor time. */
function run(engine: Engine, replications: number, seed: number): number {
  const before = process.cpuUsage();
  let contacts = 0;
  for (let r = 0; r < replications; r++) {
    const { cells } = engine.run(seed, r);
    for (let i = OFFERED; i < cells.length; i += CLASS_FIELDS) contacts += cells[i] ?? 0;
  }
  const { user, system } = process.cpuUsage(before);
  return contacts / ((user + system) / 1e6);
}

const FIRST_DAYS = 20;

/** Processor time of a thread that is started for its first few replications: loading and compiling included. */
async function firstDays(model: SimulationModel, limit: Limit | null): Promise<Figure[]> {
  const once = async () => {
    const before = process.cpuUsage();
    const claims = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const workerData = { simulation: { model, seed: 1, replications: FIRST_DAYS, claims } };
    const thread = new Worker(argv[1] ?? '', { workerData });
    await new Promise<void>((resolve, reject) => {
      thread.on('error', reject);
      thread.on('message', (answer: unknown) => {
        if (answer === null) resolve();
      });
    });
    const { user, system } = process.cpuUsage(before);
    await thread.terminate();
    return (user + system) / 1e6;
  };
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < 5; round++) {
    ours.push(await once());
    if (limit) theirs.push(limit.contactsPerSecond('w3', FIRST_DAYS));
  }
  const seconds = median(ours);
  const offered = simulateModel(model, { seed: 1, replications: FIRST_DAYS }).classes.reduce(
    (sum, of) => sum + of.offered.value,
    0,
  );
  const name = `W3, first ${FIRST_DAYS} days in a fresh thread`;
  const figure = { name, value: seconds, unit: 's', note: 'processor time' };
  if (!limit) return [figure];
  const limitSeconds = (offered * FIRST_DAYS) / median(theirs);
  return [
    figure,
    { name: `${name}, times the limit’s`, value: seconds / limitSeconds, unit: '', aim: { atMost: 12 } },
  ];
}

/** Resident memory before and after many replications: it must not grow with their number. */
function memoryOf(workload: Workload | undefined): Figure[] {
  if (!workload) return [];
  const measure = (replications: number) => {
    simulateModel(workload.model, { seed: 1, replications });
    return process.memoryUsage().rss / 1e6;
  };
  return [
    { name: `memory after 100 replications of ${workload.name}`, value: measure(100), unit: 'MB' },
    {
      name: `memory after 1,000 replications of ${workload.name}`,
      value: measure(1000),
      unit: 'MB',
      aim: { atMost: 70 },
    },
  ];
}

function singleQueue(agents: number, patience: number | null): SimulationModel {
  return {
    horizon: { intervalSeconds: 3_000_000, intervals: 1 },
    classes: [
      {
        id: 'calls',
        arrivals: { kind: 'rates', contactsPerHour: [600] },
        handleTime: { kind: 'exponential', mean: 300 },
        ...(patience === null ? {} : { patience: { distribution: { kind: 'exponential', mean: patience } } }),
        serviceLevel: { threshold: 20 },
      },
    ],
    groups: [{ id: 'team', serves: [{ class: 'calls' }], staffing: { kind: 'counts', agents: [agents] } }],
  };
}

type W3 = {
  readonly intervalMinutes: number;
  readonly types: readonly {
    readonly name: string;
    readonly priority: number;
    readonly aht: number;
    readonly cv: number;
    readonly patience: number;
    readonly tiers: readonly (readonly number[])[];
    readonly rate: readonly number[];
  }[];
  readonly groups: readonly { readonly name: string; readonly skills: readonly number[] }[];
  readonly agents: readonly { readonly group: number; readonly on: readonly (readonly [number, number])[] }[];
};

/** Minutes and contacts per minute in the file, seconds and contacts per hour here. */
function dayOfW3(path: string): SimulationModel {
  const w3 = JSON.parse(readFileSync(path, 'utf8')) as W3; // oxlint-disable-line typescript/no-unsafe-type-assertion -- the yardstick's own file
  const nameOf = (group: number) => w3.groups[group]?.name ?? '';
  return {
    horizon: {
      intervalSeconds: w3.intervalMinutes * 60,
      intervals: w3.types[0]?.rate.length ?? 0,
      atEnd: 'abandon',
    },
    classes: w3.types.map((type) => ({
      id: type.name,
      priority: type.priority,
      arrivals: { kind: 'rates', contactsPerHour: type.rate.map((perMinute) => perMinute * 60) },
      handleTime: { kind: 'lognormal', mean: type.aht * 60, cv: type.cv },
      patience: { distribution: { kind: 'exponential', mean: type.patience * 60 } },
      tiers: type.tiers.map((groups) => ({ groups: groups.map(nameOf) })),
      serviceLevel: { threshold: 20 },
    })),
    groups: w3.groups.map((group, index) => ({
      id: group.name,
      serves: group.skills.map((type) => ({ class: w3.types[type]?.name ?? '' })),
      staffing: {
        kind: 'shifts',
        shifts: w3.agents
          .filter((agent) => agent.group === index)
          .map((agent) => ({ stretches: agent.on.map(([from, to]) => [from * 60, to * 60] as const) })),
      },
    })),
  };
}

type Limit = { contactsPerSecond: (workload: string, size: number) => number; dispose: () => void };

/** Null without the source or a compiler. */
function compileLimit(folder: string): Limit | null {
  if (!existsSync(join(folder, 'limit.c'))) return null;
  const work = mkdtempSync(join(tmpdir(), 'effectif-bench-'));
  const binary = join(work, 'limit');
  const dispose = () => rmSync(work, { recursive: true, force: true });
  for (const extra of [['-march=native'], ['-DSCALAR']])
    try {
      const flags = ['-O3', ...extra, '-ffast-math', '-o', binary, join(folder, 'limit.c'), '-lm'];
      execFileSync('cc', flags, { stdio: 'ignore' });
      return {
        contactsPerSecond: (workload, size) => {
          const printed = execFileSync(binary, [workload, String(size)], { encoding: 'utf8' });
          return Number(/contacts\/s (\d+)/.exec(printed)?.[1] ?? NaN);
        },
        dispose,
      };
    } catch {
      // Another way to compile, or none at all: then there is nothing to compare with.
    }
  dispose();
  return null;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
