/**
 * The same customers in two models, wherever each lists their class.
 *
 * A class draws from the streams of its number, by default its place in the list. Two models that are
 * compared share one numbering by id instead, so that a class which is moved, or stands beside one that
 * is added or removed, still meets the same people.
 */
import type { SimulationModel } from './model.ts';

/** Classes of the first keep their numbers; those that only the second has take the next. */
export function withSharedStreams(
  first: SimulationModel,
  second: SimulationModel,
): readonly [SimulationModel, SimulationModel] {
  const numbers = new Map(first.classes.map((c, index) => [c.id, c.stream ?? index]));
  let next = [...numbers.values()].reduce((most, number) => Math.max(most, number), -1) + 1;
  const classes = second.classes.map((c) => {
    const stream = numbers.get(c.id) ?? next++;
    return { ...c, stream };
  });
  return [first, { ...second, classes }];
}
