/**
 * Peak events of a scenario that is given a history: they multiply the forecast that comes.
 *
 * An event that is over when the days planned begin is proposed to go; one within them stays, since a
 * planner who forecasts anew each week wants next week's sale to count; a later one waits for its days.
 */
import { eventSide } from '../scenario/event-side.ts';
import type { Calendar, PeakEvent, Scenario } from '../scenario/schema.ts';
import type { SeriesStep } from './import-session.ts';

export type EventDecision = {
  readonly event: PeakEvent;
  /** Names the event among the decisions of the session. */
  readonly key: string;
  readonly side: 'before' | 'within' | 'after';
  readonly stays: boolean;
};

/** The events that multiply the contacts of any of these channels. */
export function eventDecisions(
  session: Pick<SeriesStep, 'events'>,
  { events }: Pick<Scenario, 'events'>,
  channels: readonly string[],
  calendar: Calendar,
): EventDecision[] {
  return events.flatMap((event, index) => {
    const side = eventSide(event, calendar);
    const touches = event.multipliers.some(
      ({ channel, factor }) => factor !== 1 && channels.includes(channel),
    );
    if (side === null || !touches) return [];
    const key = `${index} ${event.start} ${event.end}`;
    return [{ event, key, side, stays: session.events[key] ?? side !== 'before' }];
  });
}
