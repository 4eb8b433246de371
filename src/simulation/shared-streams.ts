/**
 * The same customers and the same people in two models, wherever each lists their class and group.
 *
 * A class draws from the streams of its number, by default its place in the list; a group's people draw
 * their absences by its number. Two models that are compared share one numbering by id instead, so that
 * what is moved, or stands beside what is added or removed, stays who it was.
 */
import type { SimulationModel } from './model.ts';

type Numbered = { readonly id: string; readonly stream?: number };

/** Classes and groups of the first keep their numbers; those that only the second has take free ones. */
export function withSharedStreams(
  first: SimulationModel,
  second: SimulationModel,
): readonly [SimulationModel, SimulationModel] {
  return [
    first,
    {
      ...second,
      classes: renumbered(first.classes, second.classes),
      groups: renumbered(first.groups, second.groups),
    },
  ];
}

function renumbered<Item extends Numbered>(first: readonly Numbered[], second: readonly Item[]): Item[] {
  const numbers = new Map(first.map(({ id, stream }, index) => [id, stream ?? index]));
  // The lowest numbers that are free: they stay below the most that a stream may be, whatever the first has.
  const taken = new Set(numbers.values());
  let next = 0;
  const free = (): number => {
    while (taken.has(next)) next++;
    return next++;
  };
  return second.map((item) => ({ ...item, stream: numbers.get(item.id) ?? free() }));
}
