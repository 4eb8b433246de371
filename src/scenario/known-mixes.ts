/**
 * What searches for the least agents of a circle have found out already, by interval: with which contacts a
 * number of agents meets the targets, and with which it does not (known-rates.ts, for several channels).
 *
 * More contacts of any channel only make every measure worse, so what is met is met with fewer of each, and
 * what is missed is missed with more of each. One object for one set of targets.
 */
import type { ChatAgent } from '../queueing/chat-pool.ts';

export type KnownMix = {
  readonly agentsOf: readonly ChatAgent[];
  readonly met: Map<number, Float64Array>;
  readonly missed: Map<number, Float64Array>;
  /** Least agents last found, at the expected volume and at the assured one. */
  readonly least: (number | undefined)[];
};

export class KnownMixes {
  private readonly intervals = new Map<number, KnownMix>();

  /** What is known of an interval with these agents; nothing where their handle times are others. */
  of(interval: number, agentsOf: readonly ChatAgent[]): KnownMix {
    const known = this.intervals.get(interval);
    if (known && known.agentsOf.every((agent, k) => agent === agentsOf[k])) return known;
    const fresh = { agentsOf: [...agentsOf], met: new Map(), missed: new Map(), least: known?.least ?? [] };
    this.intervals.set(interval, fresh);
    return fresh;
  }
}

/** @param ask whether so many agents meet the targets with these contacts */
export function meetsKnown(
  { met, missed }: KnownMix,
  agents: number,
  rates: Float64Array,
  ask: (agents: number) => boolean,
): boolean {
  const good = met.get(agents);
  if (good && within(rates, good)) return true;
  const bad = missed.get(agents);
  if (bad && within(bad, rates)) return false;
  const answer = ask(agents);
  (answer ? met : missed).set(agents, rates.slice());
  return answer;
}

/** No channel has more contacts than in the other. */
function within(rates: Float64Array, most: Float64Array): boolean {
  for (let k = 0; k < rates.length; k++) if (rates[k]! > most[k]!) return false;
  return true;
}
