/** What two documents have in common, and so which figures of the one may be shown beside the other. */
import type { Scenario } from '../scenario/schema.ts';

/** Whether figures of the one can be read by the channels and intervals of the other. */
export function isAlike(one: Scenario, other: Scenario): boolean {
  const { start, days, intervalMinutes, timeZone } = one.calendar;
  const { calendar } = other;
  return (
    start === calendar.start &&
    days === calendar.days &&
    intervalMinutes === calendar.intervalMinutes &&
    timeZone === calendar.timeZone &&
    one.channels.length === other.channels.length &&
    one.channels.every(({ id }, place) => id === other.channels[place]?.id) &&
    one.groups.length === other.groups.length &&
    one.groups.every(({ id }, place) => id === other.groups[place]?.id)
  );
}

/** Whether they differ in nothing but how their weeks are played out. */
export function isSamePlan(one: Scenario, other: Scenario): boolean {
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
  fields.delete('simulation');
  // An edit leaves what it does not touch as it was: the very same objects.
  return [...fields].every((field) => Reflect.get(one, field) === Reflect.get(other, field));
}
