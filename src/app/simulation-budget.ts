/** What a run will take in time and memory, estimated before it starts from the contacts it will play. */
import type { Analysis } from '../scenario/analysis.ts';
import type { Seconds } from '../units.ts';

/** Worker-seconds per contact before any run has been measured: an ordinary laptop. */
export const USUAL_PACE: Seconds = 3e-6;
/** A run longer than this does not start by itself. */
export const LONGEST_UNASKED: Seconds = 60;
/** What a run is shortened to. */
const SHORTENED: Seconds = 20;

const MOST_WORKERS = 4;
/** Numbers kept per channel and interval, per channel and first-response bin, per channel and replication. */
const PER_CELL = 41;
const BINS = 834;
const SECTIONS = 16;
const PER_REPLICATION = 17;
const BYTES = 8;

export type Budget = { readonly seconds: Seconds; readonly bytes: number };

/** Simulation workers on a machine with so many cores. */
export function workersFor(cores: number): number {
  return Math.max(1, Math.min(MOST_WORKERS, cores));
}

/** Contacts of one replication, as the models expect them. */
export function contactsIn(analysis: Analysis): number {
  return analysis.channels.reduce((sum, { arriving }) => sum + arriving.reduce((a, b) => a + b, 0), 0);
}

/** @param pace worker-seconds per contact, measured in the last run */
export function runBudget(
  analysis: Analysis,
  replications: number,
  { workers, pace = USUAL_PACE }: { readonly workers: number; readonly pace?: Seconds | undefined },
): Budget {
  const channels = analysis.channels.length;
  const intervals = analysis.channels[0]?.arriving.length ?? 0;
  const chunk = (intervals * PER_CELL + BINS) * channels;
  return {
    seconds: (replications * contactsIn(analysis) * pace) / workers,
    bytes:
      BYTES *
      ((1 + workers) * chunk + SECTIONS * BINS * channels + PER_REPLICATION * channels * replications),
  };
}

/** Replications of which a run takes about twenty seconds: a round number, at least 4. */
export function shortened(
  analysis: Analysis,
  options: { readonly workers: number; readonly pace?: Seconds | undefined },
): number {
  const fitting = SHORTENED / runBudget(analysis, 1, options).seconds;
  const size = 10 ** Math.floor(Math.log10(Math.max(4, fitting)));
  return Math.max(4, Math.floor(fitting / size) * size);
}
