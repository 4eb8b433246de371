/** What a run will take (simulation/run-cost.ts), asked from what the page has at hand: the models' answer. */
import type { Analysis } from '../scenario/analysis.ts';
import type { Scenario } from '../scenario/schema.ts';
import { costOf, type RunCost, type RunShape } from '../simulation/run-cost.ts';
import type { Seconds } from '../units.ts';

/** A run longer than this does not start by itself, nor one that holds more memory. */
const LONGEST_UNASKED: Seconds = 60;
const MOST_BYTES_UNASKED = 1e9;
/** What a run is shortened to. */
const SHORTENED: Seconds = 20;
const MOST_WORKERS = 4;

/** Workers, and worker-seconds per contact as measured in the last run. */
export type Machine = { readonly workers: number; readonly pace?: Seconds | undefined };

/** Simulation workers on a machine with so many cores. */
export function workersFor(cores: number): number {
  return Math.max(1, Math.min(MOST_WORKERS, cores));
}

/** The same for a run nobody asked for: whoever is at work on the page keeps a core. */
export function workersUnasked(cores: number): number {
  return workersFor(cores - 1);
}

/** Contacts of one replication, as the models expect them. */
export function contactsIn(analysis: Analysis): number {
  return analysis.channels.reduce((sum, { arriving }) => sum + arriving.reduce((a, b) => a + b, 0), 0);
}

export function runBudget(
  scenario: Scenario,
  analysis: Analysis,
  replications: number,
  machine: Machine,
): RunCost {
  return costOf(shapeOf(scenario, analysis), replications, machine);
}

/** Bytes of a contact of a log: as it was read, and as it is played. */
const BYTES_READ = 28;
const BYTES_PLAYED = 80;

/** The same with a log of so many contacts, of which some are played; every worker holds it. */
export function logBudget(
  scenario: Scenario,
  analysis: Analysis,
  { all, played }: { readonly all: number; readonly played: number },
  replications: number,
  machine: Machine,
): RunCost {
  const shape = shapeOf(scenario, analysis);
  const { seconds, bytes } = costOf({ ...shape, contacts: shape.contacts + played }, replications, machine);
  return { seconds, bytes: bytes + machine.workers * (all * BYTES_READ + played * BYTES_PLAYED) };
}

function shapeOf({ channels, groups }: Scenario, analysis: Analysis): RunShape {
  const conversations = Math.max(1, ...channels.map(({ conversation }) => conversation?.limit ?? 1));
  return {
    contacts: contactsIn(analysis),
    intervals: analysis.channels[0]?.arriving.length ?? 0,
    classes: analysis.channels.length,
    places: analysis.totals.peakAgents * conversations,
    reasons: channels.reduce((sum, { reasons }) => sum + (reasons ? reasons.length + 1 : 0), 0),
    groups: groups.length,
    journeys: channels.some(
      ({ bot, afterwards, callback }) => bot !== null || afterwards !== undefined || callback !== undefined,
    ),
  };
}

/** Whether a run should wait for a word. */
export function isLong({ seconds, bytes }: RunCost): boolean {
  return seconds > LONGEST_UNASKED || bytes > MOST_BYTES_UNASKED;
}

/** Scenarios that are run side by side, as far as they are analysed. */
export type Side = { readonly scenario: Scenario; readonly analysis: Analysis };

/** What a comparison takes: every replication is one of each, and both books are held at once. */
export function comparisonBudget(
  sides: readonly [Side, Side],
  replications: number,
  machine: Machine,
): RunCost {
  const [a, b] = sides.map(({ scenario, analysis }) => runBudget(scenario, analysis, replications, machine));
  return { seconds: (a?.seconds ?? 0) + (b?.seconds ?? 0), bytes: (a?.bytes ?? 0) + (b?.bytes ?? 0) };
}

/** Replications of which a run takes about twenty seconds, and is not too large: a round number, at least 4. */
export function shortened(cost: (replications: number) => RunCost): number {
  const one = cost(1);
  const perReplication = (cost(1001).bytes - one.bytes) / 1000;
  const fitting = Math.min(SHORTENED / one.seconds, (MOST_BYTES_UNASKED - one.bytes) / perReplication);
  const size = 10 ** Math.floor(Math.log10(Math.max(4, fitting)));
  return Math.max(4, Math.floor(fitting / size) * size);
}
