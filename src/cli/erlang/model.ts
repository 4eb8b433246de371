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
  /** Of an option's words those that this model knows, where not all. */
  readonly only?: Readonly<Partial<Record<OptionName, readonly string[]>>>;
  /** Whole command lines, each tested to run. */
  readonly examples: readonly string[];
  run(given: Given, surroundings: Surroundings): void;
};

/** Everything about one model. */
export function helpOf(model: ErlangModel): string {
  const options = model.options.map((name) => {
    const { about } = SPECS[name];
    const accepted = model.only?.[name] ? `one of ${model.only[name].join(', ')}` : allowed(name);
    return `  ${`--${name}`.padEnd(22)} ${about}\n${' '.repeat(25)}${accepted}\n`;
  });
  return [
    `effectif erlang ${model.name}: ${model.summary}\n${model.note}\n\n`,
    ...(model.file ? [`  FILE                   ${model.file}\n`] : []),
    ...options,
    '  --json                 everything, for programs\n\n',
    ...model.examples.map((example) => `  ${example}\n`),
  ].join('');
}
