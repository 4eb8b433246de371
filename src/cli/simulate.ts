import { availableParallelism } from 'node:os';
import { compileScenario } from '../scenario/compile.ts';
import type { Scenario } from '../scenario/schema.ts';
import { simulationIssues, summaryOfScenario, type SimulationSummary } from '../scenario/simulate.ts';
import { SECONDS_PER_HOUR } from '../units.ts';
import { refuse, type Command } from './command.ts';
import { readScenario } from './files.ts';
import { onlyFile, readOptions } from './options.ts';
import { count, duration, english, estimated, estimatedShare, json, percent, table } from './output.ts';
import { simulateOnThreads } from './simulation-threads.ts';

export const simulate: Command = {
  summary: 'simulate a scenario: service, waits, abandonment and occupancy with 95 % intervals',
  usage: 'simulate FILE [--seed N] [--replications N] [--threads N] [--json]',
  async run(args, surroundings) {
    const options = readOptions(args, { seed: 'number', replications: 'number', threads: 'number' });
    const file = onlyFile(options);
    const scenario = readScenario(file, surroundings);
    const seed = options.whole('seed', 0, 4_294_967_295) ?? scenario.simulation.seed;
    const replications = options.whole('replications', 1, 100_000) ?? scenario.simulation.replications;
    const threads = options.whole('threads', 1, 256) ?? availableParallelism();
    const model = compileScenario(scenario);
    const issues = simulationIssues(model);
    if (issues.length > 0) throw refuse(file, issues);
    const run = { seed, replications, threads };
    const summary = summaryOfScenario(await simulateOnThreads(model, run, surroundings.bundle));
    surroundings.out(options.has('json') ? json(summary) : describe(scenario, summary));
  },
};

function describe(scenario: Scenario, summary: SimulationSummary): string {
  const names = new Map(
    scenario.channels.map(({ id, name }) => [id, name === undefined ? id : english(name)]),
  );
  const groups = new Map(scenario.groups.map(({ id, name }) => [id, english(name)]));
  const { seed, replications, channels, intervalSeconds } = summary;
  const hours = ((channels[0]?.intervals.length ?? 0) * intervalSeconds) / SECONDS_PER_HOUR;
  return [
    `${english(scenario.name)}: ${replications} replications of ${scenario.calendar.days} days from ${scenario.calendar.start}, seed ${seed}\n\n`,
    table(
      [
        'channel',
        'offered',
        'in time',
        'speed of answer',
        'abandoned',
        'unanswered at the end',
        'all targets met',
      ],
      channels.map((channel) => [
        names.get(channel.id) ?? channel.id,
        count(channel.offered.value),
        estimatedShare(channel.serviceLevel),
        estimated(channel.meanWaitAnswered, duration),
        estimatedShare(channel.abandonment),
        count(channel.stillWaiting.value),
        percent(channel.targetsMet?.value ?? null),
      ]),
    ),
    '\n',
    table(
      ['group', 'agent hours', 'occupancy'],
      summary.groups.map((group) => [
        groups.get(group.id) ?? group.id,
        count(group.staffed.value * hours),
        estimatedShare(group.occupancy),
      ]),
    ),
  ].join('');
}
