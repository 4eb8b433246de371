/**
 * What a run will cost, before it runs: contacts, processor time and memory.
 *
 * Contacts are an upper estimate: expected arrivals, and whoever may come back counted as if every contact
 * gave its customer the best reason to.
 */
import type { Issue } from '../errors.ts';
import { compileModel } from './compile.ts';
import { EngineState } from './engine-state.ts';
import type { CustomerClass, SimulationModel } from './model.ts';
import { isPlain } from './plain-loop.ts';
import { costOf, PLAIN_PACE, type RunBudget, type RunCost } from './run-cost.ts';

export type RunEstimate = RunCost & {
  /** Contacts that ask for an agent, in all replications. */
  readonly contacts: number;
};

/** An hour on one core, and what a browser's tab may hold. */
export const DEFAULT_BUDGET: RunBudget = { seconds: 3600, bytes: 2e9 };

/** `model` must be one that `checkModel` finds nothing wrong with. */
export function estimateRun(model: SimulationModel, replications: number, workers = 1): RunEstimate {
  const contacts = expectedContacts(model);
  const compiled = compileModel(model);
  const shape = {
    contacts,
    intervals: model.horizon.intervals,
    classes: model.classes.length,
    places: compiled.agents.count * compiled.slots,
    journeys: compiled.hasJourneys,
    reasons: compiled.columns.length - compiled.classes.length,
    groups: compiled.groups.length,
  };
  const pace = isPlain(new EngineState(compiled)) ? PLAIN_PACE : undefined;
  return { contacts: contacts * replications, ...costOf(shape, replications, { workers, pace }) };
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
  const followUps = [c, ...(c.reasons ?? [])].flatMap(({ followUps: own = [] }) =>
    (['answered', 'abandoned', 'blocked'] as const).map((on) =>
      own.filter((f) => f.on === on && (f.most ?? 10) > 0),
    ),
  );
  const chance = (list: readonly { readonly probability: number }[]) =>
    list.reduce((sum, { probability }) => sum + probability, 0);
  const likeliest = followUps.reduce((most, list) => (chance(list) > chance(most) ? list : most));
  const sent = likeliest.map(({ to, probability }): [string, number] => [to ?? c.id, probability]);
  if (c.callback) sent.push([c.callback.to, c.callback.accept]);
  if (c.bot?.escalateTo !== undefined && c.bot.escalateTo !== c.id) {
    const bot = c.bot;
    const most = [{}, ...(c.reasons ?? []).map((reason) => reason.bot ?? {})].map((own) => {
      const { reach, containment, resolution, recontact } = { ...bot, ...own };
      return reach * (1 - containment + containment * (1 - resolution) * recontact);
    });
    sent.push([bot.escalateTo ?? c.id, Math.max(...most)]);
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
