/** A model that `effectif erlang` can be asked about. */
import type { Surroundings } from '../command.ts';
import type { Given, OptionName } from './given.ts';
import { allowed, SPECS } from './given.ts';

export type ErlangModel = {
  readonly name: string;
  readonly summary: string;
  /** What it assumes, and when another model is the better one. */
  readonly note: string;
  /** Takes a file of intervals. */
  readonly file?: string;
  readonly options: readonly OptionName[];
  /** Whole command lines, each tested to run. */
  readonly examples: readonly string[];
  run(given: Given, surroundings: Surroundings): void;
};

/** Everything about one model. */
export function helpOf(model: ErlangModel): string {
  const options = model.options.map((name) => {
    const { about } = SPECS[name];
    return `  ${`--${name}`.padEnd(22)} ${about}\n${' '.repeat(25)}${allowed(name)}\n`;
  });
  return [
    `effectif erlang ${model.name}: ${model.summary}\n${model.note}\n\n`,
    ...(model.file ? [`  FILE                   ${model.file}\n`] : []),
    ...options,
    '  --json                 everything, for programs\n\n',
    ...model.examples.map((example) => `  ${example}\n`),
  ].join('');
}
