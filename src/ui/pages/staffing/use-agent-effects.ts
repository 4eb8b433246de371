/** What one agent more or less does on each day shown, asked day by day: the day on screen first. */
import { useEffect, useState } from 'react';
import type { AgentEffectsOfDay } from '../../../scenario/agent-effects.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { useRoot } from '../../use-app.ts';
import type { Figures } from './use-figures.ts';

/** Longer than between two steps of a hand on a slider. */
const PAUSE = 300;

/**
 * By day of the calendar: undefined until known, null where the channel is no queue. While the plan is being
 * changed the whole picture of the one before stays; once figures are asked anew, no day of it is left.
 */
export function useAgentEffects(
  { scenario, pending }: Figures,
  channel: string,
  first: number,
  days: readonly number[],
): readonly (AgentEffectsOfDay | null | undefined)[] {
  const { engines } = useRoot().app;
  const [state, setState] = useState<{
    readonly channel: string;
    readonly of: Scenario;
    readonly byDay: readonly (AgentEffectsOfDay | null | undefined)[];
  }>({ channel, of: scenario, byDay: [] });
  useEffect(() => {
    if (pending) return undefined;
    let wanted = true;
    const askAll = async (): Promise<void> => {
      const order = [first, ...days.filter((day) => day !== first)];
      for (const day of order) {
        // oxlint-disable-next-line no-await-in-loop -- one worker, and the day on screen first
        const effects = await engines.agentEffects(scenario, channel, day);
        if (!wanted) return;
        setState((before) => {
          const same = before.channel === channel && before.of === scenario;
          const byDay = same ? [...before.byDay] : [];
          byDay[day] = effects;
          return { channel, of: scenario, byDay };
        });
      }
    };
    const timer = setTimeout(() => {
      // A worker that failed has said so elsewhere; the picture keeps what it has.
      askAll().catch(() => undefined);
    }, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [engines, scenario, pending, channel, first, days]);
  const mine = state.channel === channel && state.of.channels.length === scenario.channels.length;
  return mine ? state.byDay : [];
}
