/**
 * How fast which agent works, in tables that the event loop can read with one look.
 *
 * Agents of one group at one speed are of one kind: whatever depends on who works is the same for all of them.
 */
import type { CompiledModel } from './compile.ts';

export type AgentKinds = {
  readonly kindOf: Int32Array;
  /** Seconds that a second of handle time takes, at [kind * classes + class]. */
  readonly slowness: Float64Array;
  /** Handle-time seconds per second of one of n conversations, at [(kind * classes + class) * slots + n - 1]. */
  readonly pace: Float64Array;
};

export function agentKinds({ agents, classes, skillSpeed, slots }: CompiledModel): AgentKinds {
  const kindOf = new Int32Array(agents.count);
  const known = new Map<string, number>();
  const slowness: number[] = [];
  const pace: number[] = [];
  for (let agent = 0; agent < agents.count; agent++) {
    const group = agents.group[agent]!;
    const speed = agents.speed[agent]!;
    const name = `${group} ${speed}`;
    const kind = known.get(name) ?? known.size;
    kindOf[agent] = kind;
    if (known.has(name)) continue;
    known.set(name, kind);
    classes.forEach(({ conversationRates }, c) => {
      const own = (1 / skillSpeed[group * classes.length + c]!) * (1 / speed);
      slowness.push(own);
      for (let n = 1; n <= slots; n++) pace.push((conversationRates[n - 1] ?? 0) / n / own);
    });
  }
  return { kindOf, slowness: Float64Array.from(slowness), pace: Float64Array.from(pace) };
}
