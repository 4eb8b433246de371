/** Reading a command's arguments: names and types by node's parser, numbers with their ranges here. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { WrongUsage } from './command.ts';

type Kinds = Readonly<Record<string, 'number' | 'string' | 'boolean'>>;

export type Options = {
  readonly files: readonly string[];
  has(name: string): boolean;
  text(name: string): string | undefined;
  /** @throws {WrongUsage} unless it is a number in [min, max] */
  number(name: string, min: number, max: number): number | undefined;
  whole(name: string, min: number, max: number): number | undefined;
};

/** @throws {WrongUsage} for an option that the command does not have, or one without its value */
export function readOptions(args: readonly string[], kinds: Kinds): Options {
  const { values, positionals } = parse(args, kinds);
  const text = (name: string) => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const number = (name: string, min: number, max: number) => {
    const written = text(name);
    if (written === undefined) return undefined;
    const value = written.trim() === '' ? NaN : Number(written);
    if (!(value >= min && value <= max))
      throw new WrongUsage(`--${name} is ${written}, but must be a number from ${min} to ${max}`);
    return value;
  };
  return {
    files: positionals,
    has: (name) => values[name] === true,
    text,
    number,
    whole(name, min, max) {
      const value = number(name, min, max);
      if (value !== undefined && !Number.isInteger(value))
        throw new WrongUsage(`--${name} is ${value}, but must be a whole number`);
      return value;
    },
  };
}

function parse(args: readonly string[], kinds: Kinds) {
  const options: NonNullable<ParseArgsConfig['options']> = { json: { type: 'boolean' } };
  for (const [name, kind] of Object.entries(kinds))
    options[name] = { type: kind === 'boolean' ? 'boolean' : 'string' };
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new WrongUsage(
      error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error),
    );
  }
}

/** The one file a command works on. */
export function onlyFile({ files }: Options): string {
  const [file, ...others] = files;
  if (file === undefined) throw new WrongUsage('a file is missing');
  if (others.length > 0) throw new WrongUsage(`one file at a time: ${others.join(', ')} is too many`);
  return file;
}
