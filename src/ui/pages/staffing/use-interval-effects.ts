/** What one change does on each day shown, asked day by day: the day on screen first. */
import { useEffect, useRef, useState } from 'react';
import type { Change } from '../../../scenario/interval-change.ts';
import type { IntervalEffects } from '../../../scenario/interval-effects.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import { useRoot } from '../../use-app.ts';
import type { Figures } from './use-figures.ts';

/** Longer than between two steps of a hand on a slider. */
const PAUSE = 300;

type ByDay = readonly (IntervalEffects | null | undefined)[];

/** Answers about one channel of one document, by what is changed: going back to a change asks nothing again. */
type Known = {
  readonly scenario: Scenario;
  readonly channel: string;
  readonly byChange: Map<Change, ByDay>;
};

/**
 * By day of the calendar: undefined until known, null where there is nothing to change. While the plan is being
 * changed the whole picture of the one before stays; once figures are asked anew, no day of it is left.
 */
export function useIntervalEffects(
  { scenario, pending }: Figures,
  channel: string,
  first: number,
  days: readonly number[],
  change: Change,
): ByDay {
  const { engines } = useRoot().app;
  const known = useRef<Known | null>(null);
  const [state, setState] = useState<{
    readonly channel: string;
    readonly of: Scenario;
    readonly change: Change;
    readonly byDay: ByDay;
  }>({ channel, of: scenario, change, byDay: [] });
  useEffect(() => {
    if (pending) return undefined;
    let wanted = true;
    const before = known.current;
    const same = before?.scenario === scenario && before.channel === channel;
    const now = same ? before : { scenario, channel, byChange: new Map<Change, ByDay>() };
    known.current = now;
    const askAll = async (): Promise<void> => {
      const order = [first, ...days.filter((day) => day !== first)];
      let byDay = now.byChange.get(change) ?? [];
      if (byDay.length > 0) setState({ channel, of: scenario, change, byDay });
      for (const day of order) {
        if (byDay[day] !== undefined) continue;
        // oxlint-disable-next-line no-await-in-loop -- one worker, and the day on screen first
        const effects = await engines.intervalEffects(scenario, channel, day, change);
        if (!wanted) return;
        const longer = [...byDay];
        longer[day] = effects;
        byDay = longer;
        now.byChange.set(change, byDay);
        setState({ channel, of: scenario, change, byDay });
      }
    };
    const timer = setTimeout(
      () => {
        // A worker that failed has said so elsewhere; the picture keeps what it has.
        askAll().catch(() => undefined);
      },
      same ? 0 : PAUSE,
    );
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [engines, scenario, pending, channel, first, days, change]);
  const mine =
    state.channel === channel &&
    state.change === change &&
    state.of.channels.length === scenario.channels.length;
  return mine ? state.byDay : [];
}
