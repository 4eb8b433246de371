/**
 * What a run will cost, before it runs: contacts, processor time and memory.
 *
 * Contacts are an upper estimate: expected arrivals, and whoever may come back counted as if every contact
 * gave its customer the best reason to. Time is that of one core of an ordinary laptop; memory what the engine
 * and its sums hold on one thread, which replications add little to.
 */
import type { Issue } from '../errors.ts';
import type { Seconds } from '../units.ts';
import { CLASS_PRODUCTS, CLASS_VALUES, SECTIONS } from './accumulate.ts';
import { compileModel } from './compile.ts';
import { CLASS_FIELDS, HISTOGRAM_BINS } from './counters.ts';
import { EngineState, HAND } from './engine-state.ts';
import { JOURNEY_FIELDS } from './journey-books.ts';
import type { CustomerClass, SimulationModel } from './model.ts';
import { isPlain } from './plain-loop.ts';

export type RunEstimate = {
  /** Contacts that ask for an agent, in all replications. */
  readonly contacts: number;
  /** On one core; w workers take a w-th of it. */
  readonly seconds: Seconds;
  readonly bytes: number;
};
export type RunBudget = { readonly seconds: Seconds; readonly bytes: number };

/** An hour on one core, and what a browser's tab may hold. */
export const DEFAULT_BUDGET: RunBudget = { seconds: 3600, bytes: 2e9 };

/** Contacts per second of one core, by the loop that runs the model; measured by `npm run bench`. */
const PLAIN_SPEED = 2.5e6;
const GENERAL_SPEED = 5e5;
/** Setting up one replication, and adding it to the sums: per cell of interval and class. */
const SECONDS_PER_CELL = 1e-6;

/** `model` must be one that `checkModel` finds nothing wrong with. */
export function estimateRun(model: SimulationModel, replications: number): RunEstimate {
  const classes = model.classes.length;
  const { intervals } = model.horizon;
  const perReplication = expectedContacts(model);
  const compiled = compileModel(model);
  const speed = isPlain(new EngineState(compiled)) ? PLAIN_SPEED : GENERAL_SPEED;
  const numbers =
    (intervals + 1) * classes * (2 * CLASS_FIELDS + 2 * (CLASS_VALUES + CLASS_PRODUCTS)) +
    classes * HISTOGRAM_BINS * (SECTIONS + 3) +
    classes * (classes + JOURNEY_FIELDS) * (compiled.hasJourneys ? 7 : 0) +
    compiled.agents.count * compiled.slots * (HAND + 2) +
    // A customer whose journey is followed takes five numbers at most.
    (compiled.hasJourneys ? 5 * perReplication : 0) +
    replications * classes * CLASS_VALUES;
  return {
    contacts: perReplication * replications,
    seconds: replications * (perReplication / speed + intervals * classes * SECONDS_PER_CELL),
    bytes: 8 * numbers,
  };
}

/** What is too large about a run, with the number of replications that would fit; empty when it fits. */
export function checkRun(
  model: SimulationModel,
  replications: number,
  budget: RunBudget = DEFAULT_BUDGET,
): Issue[] {
  const { seconds, bytes } = estimateRun(model, replications);
  const one = estimateRun(model, 1);
  const perReplication = (bytes - one.bytes) / Math.max(1, replications - 1);
  const issues: Issue[] = [];
  const add = (code: string, message: string, fit: number) =>
    issues.push({
      path: '$.replications',
      code,
      message,
      allowed: fit >= 1 ? `at most ${Math.floor(fit)}` : 'a shorter horizon or fewer contacts',
    });
  if (seconds > budget.seconds)
    add(
      'time',
      `${replications} replications take about ${Math.ceil(seconds)} s of one core, more than ${budget.seconds} s`,
      budget.seconds / one.seconds,
    );
  if (bytes > budget.bytes)
    add(
      'memory',
      `${replications} replications take about ${Math.ceil(bytes / 1e6)} MB, more than ${Math.floor(budget.bytes / 1e6)} MB`,
      one.bytes > budget.bytes ? 0 : 1 + (budget.bytes - one.bytes) / perReplication,
    );
  return issues;
}

/** Contacts of one replication, come back included: x = arrivals + what x sends on, by repeated substitution. */
function expectedContacts(model: SimulationModel): number {
  const index = new Map(model.classes.map(({ id }, c) => [id, c]));
  const first = model.classes.map((c) => arrivalsOf(model, c));
  let contacts = first;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = [...first];
    model.classes.forEach((c, from) => {
      for (const [to, share] of sentOn(c))
        next[index.get(to) ?? from]! += share * Math.min(contacts[from]!, MOST_FLOW);
    });
    contacts = next;
  }
  return contacts.reduce((sum, count) => sum + count, 0);
}

/** Nobody comes back more often than ten times unless the model says so; a flow without end stays a number. */
const MOST_ROUNDS = 12;
const MOST_FLOW = 1e12;

/** Classes that contacts of this one lead to, and how many each brings at most. */
function sentOn(c: CustomerClass): [string, number][] {
  const followUps = (['answered', 'abandoned', 'blocked'] as const).map((on) =>
    (c.followUps ?? []).filter((f) => f.on === on && (f.most ?? 10) > 0),
  );
  const chance = (list: readonly { readonly probability: number }[]) =>
    list.reduce((sum, { probability }) => sum + probability, 0);
  const likeliest = followUps.reduce((most, list) => (chance(list) > chance(most) ? list : most));
  const sent = likeliest.map(({ to, probability }): [string, number] => [to ?? c.id, probability]);
  if (c.callback) sent.push([c.callback.to, c.callback.accept]);
  if (c.bot?.escalateTo !== undefined && c.bot.escalateTo !== c.id) {
    const { reach, containment, resolution, recontact, escalateTo } = c.bot;
    sent.push([escalateTo, reach * (1 - containment + containment * (1 - resolution) * recontact)]);
  }
  return sent;
}

function arrivalsOf({ horizon }: SimulationModel, { arrivals, waitingAtStart }: CustomerClass): number {
  const waiting = waitingAtStart?.length ?? 0;
  if (!arrivals) return waiting;
  if (arrivals.kind === 'instants') return waiting + arrivals.at.length;
  const perHour = arrivals.contactsPerHour;
  const during = perHour.reduce((sum, rate) => sum + rate, 0) * horizon.intervalSeconds;
  return waiting + (during + (perHour[0] ?? 0) * (horizon.warmUp ?? 0)) / 3600;
}
