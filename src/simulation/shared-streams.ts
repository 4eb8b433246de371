/**
 * The same customers and the same people in two models, wherever each lists their class and group.
 *
 * A class draws from the streams of its number, by default its place in the list; a group's people draw
 * their absences by its number. Two models that are compared share one numbering by id instead, so that
 * what is moved, or stands beside what is added or removed, stays who it was.
 */
import type { SimulationModel } from './model.ts';

type Numbered = { readonly id: string; readonly stream?: number };

/** Classes and groups of the first keep their numbers; those that only the second has take the next. */
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
  let next = [...numbers.values()].reduce((most, number) => Math.max(most, number), -1) + 1;
  return second.map((item) => ({ ...item, stream: numbers.get(item.id) ?? next++ }));
}
