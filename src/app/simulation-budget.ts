/** What a run will take (simulation/run-cost.ts), asked from what the page has at hand: the models' answer. */
import type { Analysis } from '../scenario/analysis.ts';
import type { Scenario } from '../scenario/schema.ts';
import { costOf, type RunCost, type RunShape } from '../simulation/run-cost.ts';
import type { Seconds } from '../units.ts';

/** A run longer than this does not start by itself. */
export const LONGEST_UNASKED: Seconds = 60;
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

/** Replications of which a run takes about twenty seconds: a round number, at least 4. */
export function shortened(scenario: Scenario, analysis: Analysis, machine: Machine): number {
  const fitting = SHORTENED / runBudget(scenario, analysis, 1, machine).seconds;
  const size = 10 ** Math.floor(Math.log10(Math.max(4, fitting)));
  return Math.max(4, Math.floor(fitting / size) * size);
}
