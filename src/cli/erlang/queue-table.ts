/** What all models of a waiting line share: targets, the table over agents, and the least agents. */
import { UnattainableTarget } from '../../errors.ts';
import { serviceLevel, SHORT_ABANDON, type Measures } from '../../queueing/measures.ts';
import { leastAgents, requireAttainable, type QueueTargets } from '../../queueing/required-agents.ts';
import { WrongUsage, type Surroundings } from '../command.ts';
import { agentsWho, decimal, duration, json, percent, table } from '../output.ts';
import { DEFINITIONS, type Given, type OptionName } from './given.ts';

export const TARGET_OPTIONS: readonly OptionName[] = [
  'share',
  'threshold',
  'definition',
  'short-abandon',
  'asa',
  'abandonment',
  'max-occupancy',
];

export const DEFAULT_THRESHOLD = 20;

/** 80 % within 20 s is what the trade asks first, unless other targets were given. */
export function targetsOf(given: Given): QueueTargets {
  const named = given.text('definition') ?? 'offered';
  const definition = DEFINITIONS.find((name) => name === named);
  const share = given.number('share');
  const threshold = given.number('threshold');
  const others = {
    meanWaitAnswered: given.number('asa'),
    abandonment: given.number('abandonment'),
    maxOccupancy: given.number('max-occupancy'),
  };
  const alone = Object.values(others).every((target) => target === undefined);
  const asked = share !== undefined || threshold !== undefined || alone;
  return {
    ...others,
    ...(asked
      ? {
          serviceLevel: {
            share: share ?? 0.8,
            threshold: threshold ?? DEFAULT_THRESHOLD,
            definition,
            shortAbandon: given.number('short-abandon') ?? SHORT_ABANDON,
          },
        }
      : {}),
  };
}

type Search = {
  readonly load: number;
  /** As many agents as there are lines. */
  readonly most: number;
  /** A target of this model's own. */
  readonly also?: (agents: number) => boolean;
};

/** Least agents by trying, for measures that improve with every agent. */
export function leastByTrying(
  measures: (agents: number) => Measures,
  targets: QueueTargets,
  { load, most, also }: Search,
): number {
  requireAttainable(targets);
  const { serviceLevel: level, meanWaitAnswered, abandonment, maxOccupancy } = targets;
  const meets = (agents: number): boolean => {
    const m = measures(agents);
    return (
      (!level || serviceLevel(m, level.threshold, level.definition, level.shortAbandon) >= level.share) &&
      (meanWaitAnswered === undefined || m.meanWaitAnswered <= meanWaitAnswered) &&
      (abandonment === undefined || m.abandonProbability <= abandonment) &&
      (maxOccupancy === undefined || m.occupancy <= maxOccupancy) &&
      (also?.(agents) ?? true)
    );
  };
  if (most < Infinity && !meets(most)) {
    throw new UnattainableTarget('agents', `not even ${most} agents, as many as there are lines, meet it`);
  }
  return leastAgents(Math.min(load, most), (agents) => agents >= most || meets(agents));
}

/** Agents of the table: those asked for, or what is needed and its neighbours. */
export function agentsShown(given: Given, required: number, whole = true): number[] {
  const [from, to] = given.range('agents') ?? [];
  if (from === undefined || to === undefined) {
    const middle = Math.max(1, required);
    return [middle - 1, middle, middle + 1, middle + 2].filter((agents) => agents >= 1);
  }
  if (whole && !(Number.isInteger(from) && Number.isInteger(to)))
    throw new WrongUsage(`--agents is ${from}, but must be a whole number`);
  if (from === to) {
    const around = [from - 1, from, from + 1, from + 2];
    // Nobody at all is shown only where asked for: the model says whether it can be.
    return Number.isInteger(from) ? around.filter((agents) => agents >= Math.min(from, 1)) : [from];
  }
  return Array.from({ length: Math.floor(to - from) + 1 }, (_, i) => from + i);
}

type QueueReport = {
  readonly title: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly targets: QueueTargets;
  /** Null: no number of agents meets the targets, for this reason. */
  readonly required: number | null;
  readonly unattainable?: string | undefined;
  readonly agents: readonly number[];
  readonly measures: (agents: number) => Measures;
  /** More columns of this model. */
  readonly more?: (agents: number) => Readonly<Record<string, number>>;
  readonly show?: Readonly<Record<string, (value: number) => string>>;
};

export function report(given: Given, { out }: Surroundings, what: QueueReport): void {
  const { title, inputs, targets, required, unattainable, agents, measures, more, show = {} } = what;
  const level = targets.serviceLevel;
  const threshold = level?.threshold ?? DEFAULT_THRESHOLD;
  const rows = agents.map((count) => ({
    agents: count,
    ...figures(measures(count), threshold, level),
    ...more?.(count),
  }));
  if (given.has('json')) {
    out(json({ queue: inputs, targets, requiredAgents: required, unattainable, agents: rows }));
    return;
  }
  out(
    `${title}: ${required === null ? `no number of agents is enough: ${unattainable}` : `${agentsWho(required, 'is', 'are')} needed`}\n\n`,
  );
  const extra = Object.keys(show);
  out(
    table(
      [
        'agents',
        `within ${threshold} s`,
        'speed of answer',
        'abandoned',
        'has to wait',
        'occupancy',
        ...extra.map(wordsOf),
      ],
      rows.map((row) => [
        `${row.agents}${row.agents === required ? ' *' : ''}`,
        percent(row.serviceLevel),
        duration(row.meanWaitAnswered),
        percent(row.abandonProbability),
        percent(row.waitProbability),
        percent(row.occupancy),
        ...extra.map((key) => {
          const value: unknown = Reflect.get(row, key);
          return typeof value === 'number' ? (show[key]?.(value) ?? '') : '';
        }),
      ]),
    ),
  );
  const overloaded = rows.filter((row) => row.overloaded).map((row) => row.agents);
  if (overloaded.length > 0)
    out(
      `\nOverload with ${agentsWho(Math.max(...overloaded), 'or fewer', 'or fewer')}: more work than they can do and nobody hangs up, so the line grows without end.\n`,
    );
}

/** `blockedProbability` as `blocked probability`. */
function wordsOf(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function figures(of: Measures, threshold: number, level: QueueTargets['serviceLevel']) {
  return {
    serviceLevel: serviceLevel(of, threshold, level?.definition ?? 'offered', level?.shortAbandon),
    load: of.load,
    occupancy: of.occupancy,
    waitProbability: of.waitProbability,
    meanWait: of.meanWait,
    meanWaitAnswered: of.meanWaitAnswered,
    abandonProbability: of.abandonProbability,
    meanQueueLength: of.meanQueueLength,
    answeredWithin: of.answeredWithin(threshold),
    abandonedWithin: of.abandonedWithin(threshold),
    offeredWaitWithin: of.offeredWaitWithin(threshold),
    levels: Object.fromEntries(
      DEFINITIONS.map((name) => [name, serviceLevel(of, threshold, name, level?.shortAbandon)]),
    ),
    /** More work than these agents can do and nobody who hangs up: no mean wait exists (null in JSON). */
    overloaded: of.meanWait === Infinity,
  };
}

/** `10.00 erlangs`. */
export function erlangs(load: number): string {
  return `${decimal(load, 2)} erlangs`;
}

/** What the targets ask for, or why nothing is enough. */
export function solved(solve: () => number): {
  readonly required: number | null;
  readonly unattainable?: string;
} {
  try {
    return { required: solve() };
  } catch (error) {
    if (error instanceof UnattainableTarget) return { required: null, unattainable: error.reason };
    throw error;
  }
}
