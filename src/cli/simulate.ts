import { availableParallelism } from 'node:os';
import { parseDate } from '../numeric/civil-date.ts';
import { compileScenario } from '../scenario/compile.ts';
import { type Replay, withArrivals } from '../scenario/replay-log.ts';
import type { Scenario } from '../scenario/schema.ts';
import { simulationIssues, summaryOfScenario, type SimulationSummary } from '../scenario/simulate.ts';
import { checkRun, estimateRun } from '../simulation/estimate-run.ts';
import { chunksOf } from '../simulation/simulate.ts';
import { SECONDS_PER_HOUR, type Share } from '../units.ts';
import { refuse, WrongUsage, type Command, type Surroundings } from './command.ts';
import { readScenario } from './files.ts';
import { onlyFile, readOptions, type Options } from './options.ts';
import {
  count,
  decimal,
  duration,
  english,
  estimated,
  estimatedShare,
  json,
  percent,
  table,
} from './output.ts';
import { arrivalsText, readArrivals } from './replayed-arrivals.ts';
import { asCsv } from './simulation-csv.ts';
import { simulateOnThreads } from './simulation-threads.ts';

export const simulate: Command = {
  summary: 'simulate a scenario: service, waits, abandonment and occupancy with their intervals',
  usage:
    'simulate FILE [--seed N] [--replications N] [--until 0.5pp] [--level 0.95] [--workers N] [--arrivals LOG.csv [--arrivals-from YYYY-MM-DD] [--arrivals-channel ID] [--arrivals-handle-times log|talk|scenario]] [--json | --csv]',
  async run(args, surroundings) {
    const options = readOptions(args, {
      seed: 'number',
      replications: 'number',
      until: 'string',
      workers: 'number',
      level: 'number',
      arrivals: 'string',
      'arrivals-from': 'string',
      'arrivals-channel': 'string',
      'arrivals-handle-times': 'string',
      csv: 'boolean',
    });
    const file = onlyFile(options);
    const scenario = readScenario(file, surroundings);
    const seed = options.whole('seed', 0, 4_294_967_295) ?? scenario.simulation.seed;
    const replications = options.whole('replications', 1, 100_000) ?? scenario.simulation.replications;
    const threads = options.whole('workers', 1, 256) ?? availableParallelism();
    const level = options.number('level', 0.5, 0.999) ?? 0.95;
    const halfWidth = halfWidthOf(options.text('until'));
    if (options.has('json') && options.has('csv'))
      throw new WrongUsage('--json and --csv are two ways of writing the same: choose one');
    const replayed = replayedOf(options, scenario, seed, surroundings);
    const planned = compileScenario(scenario);
    const model = replayed === null ? planned : withArrivals(planned, replayed);
    const issues = simulationIssues(model);
    if (issues.length > 0) throw refuse(file, issues);
    const tooMuch = checkRun(model, replications);
    if (tooMuch.length > 0)
      throw refuse(
        file,
        tooMuch.map((issue) => ({ ...issue, path: '--replications' })),
      );
    const price = estimateRun(model, replications, Math.min(threads, chunksOf(replications)));
    // Beside the figures, so that what is piped on holds these alone.
    surroundings.error(
      `${halfWidth === undefined ? 'about' : 'at most about'} ${duration(Math.max(1, price.seconds))} and ${count(Math.max(1, price.bytes / 1e6))} MB for ${count(price.contacts)} contacts\n`,
    );
    const run = { seed, replications, threads, level, halfWidth };
    const summary = summaryOfScenario(await simulateOnThreads(model, run, surroundings.bundle));
    surroundings.out(
      options.has('json')
        ? json(replayed === null ? summary : { ...summary, arrivals: replayed.report })
        : options.has('csv')
          ? asCsv(summary)
          : describe(scenario, summary, halfWidth, replications),
    );
  },
};

/** Null: arrivals are those of the plan. */
function replayedOf(
  options: Options,
  scenario: Scenario,
  seed: number,
  surroundings: Surroundings,
): Replay | null {
  const file = options.text('arrivals');
  const [from, channel] = [options.text('arrivals-from'), options.text('arrivals-channel')];
  const times = options.text('arrivals-handle-times');
  if (file === undefined) {
    if (from !== undefined || channel !== undefined || times !== undefined)
      throw new WrongUsage(
        '--arrivals-from, --arrivals-channel and --arrivals-handle-times speak of a log: give it by --arrivals',
      );
    return null;
  }
  if (times !== undefined && times !== 'log' && times !== 'talk' && times !== 'scenario')
    throw new WrongUsage(`--arrivals-handle-times is ${times}, but must be log, talk or scenario`);
  if (from !== undefined && parseDate(from) === null)
    throw new WrongUsage(`--arrivals-from is ${from}, but must be a date YYYY-MM-DD`);
  const ids = scenario.channels.map(({ id }) => id);
  if (channel !== undefined && !ids.includes(channel))
    throw new WrongUsage(`--arrivals-channel is ${channel}, but must be one of ${ids.join(', ')}`);
  const replayed = readArrivals(file, scenario, { from, channel, handleTimes: times, seed }, surroundings);
  surroundings.error(arrivalsText(file, replayed));
  return replayed;
}

/** `0.5pp` or `0.5`: percentage points to either side. */
function halfWidthOf(written: string | undefined): Share | undefined {
  if (written === undefined) return undefined;
  const points = Number(/^\s*([\d.]+)\s*(?:pp|%)?\s*$/.exec(written)?.[1] ?? Number.NaN);
  if (!(points > 0 && points <= 50))
    throw new WrongUsage(`--until is ${written}, but must be percentage points from 0 to 50, such as 0.5pp`);
  return points / 100;
}

function describe(
  scenario: Scenario,
  summary: SimulationSummary,
  halfWidth: Share | undefined,
  most: number,
): string {
  const names = new Map(
    scenario.channels.map(({ id, name }) => [id, name === undefined ? id : english(name)]),
  );
  const groups = new Map(scenario.groups.map(({ id, name }) => [id, english(name)]));
  const { seed, replications, channels, intervalSeconds } = summary;
  const stopped =
    halfWidth === undefined
      ? ''
      : replications < most
        ? ` (every target known to ± ${decimal(100 * halfWidth, 2)} points)`
        : ` (the most allowed; ± ${decimal(100 * halfWidth, 2)} points asked for)`;
  const turnedAway = channels.some((channel) => channel.turnedAway.value > 0);
  const blocked = channels.some((channel) => channel.blocked.value > 0);
  const hours = ((channels[0]?.intervals.length ?? 0) * intervalSeconds) / SECONDS_PER_HOUR;
  return [
    `${english(scenario.name)}: ${replications} replications${stopped} of ${scenario.calendar.days} days from ${scenario.calendar.start}, seed ${seed}, intervals at ${percent(summary.level)}\n\n`,
    table(
      [
        'channel',
        'offered',
        'in time',
        'speed of answer',
        'abandoned',
        'unanswered at the end',
        ...(turnedAway ? ['turned away'] : []),
        ...(blocked ? ['blocked'] : []),
        'all targets met',
      ],
      channels.map((channel) => [
        names.get(channel.id) ?? channel.id,
        count(channel.offered.value),
        estimatedShare(channel.serviceLevel),
        estimated(channel.meanWaitAnswered, duration),
        estimatedShare(channel.abandonment),
        count(channel.stillWaiting.value),
        ...(turnedAway ? [count(channel.turnedAway.value)] : []),
        ...(blocked ? [count(channel.blocked.value)] : []),
        percent(channel.targetsMet?.value ?? null),
      ]),
    ),
    ...reasonsTable(scenario, summary, names),
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

/** Of the channels that have reasons, what became of each and whose time it took. */
function reasonsTable(
  { channels }: Scenario,
  summary: SimulationSummary,
  names: ReadonlyMap<string, string>,
): string[] {
  const rows = summary.channels.flatMap(({ id, reasons = [] }) => {
    const own = channels.find((channel) => channel.id === id)?.reasons ?? [];
    return reasons.map((reason) => {
      const name = own.find((one) => one.id === reason.id)?.name;
      return [
        names.get(id) ?? id,
        name === undefined ? (reason.id ?? 'other') : english(name),
        count(reason.arrivals.value),
        count(reason.offered.value),
        estimatedShare(reason.serviceLevel),
        estimatedShare(reason.abandonment),
        estimated(reason.work.handleTime, duration),
        count(reason.work.workHours.value),
      ];
    });
  });
  const head = [
    'channel',
    'reason',
    'began',
    'to agents',
    'in time',
    'abandoned',
    'handle time',
    'hours of work',
  ];
  return rows.length > 0 ? ['\n', table(head, rows)] : [];
}
