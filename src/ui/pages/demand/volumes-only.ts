/** Which changes the pictures of the page may follow late. */
import type { Scenario } from '../../../scenario/schema.ts';

/** Whether two scenarios have the same events, days, mix and demands, whatever their what-if factors. */
export function differInVolumesOnly(a: Scenario, b: Scenario): boolean {
  return (
    a.events === b.events &&
    a.calendar === b.calendar &&
    a.specialDays === b.specialDays &&
    a.mix === b.mix &&
    a.channels.length === b.channels.length &&
    a.channels.every(({ id, kind, name, demand, open }, at) => {
      const other = b.channels[at];
      return (
        other?.id === id &&
        other.kind === kind &&
        other.name === name &&
        other.demand === demand &&
        other.open === open
      );
    })
  );
}
