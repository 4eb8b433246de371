/** What a command is given, and the ways in which it can end. */
import type { Issue } from '../errors.ts';

export type Surroundings = {
  /** Folder against which file names are resolved. */
  readonly folder: string;
  /** File of the bundle that is running, from which more threads are started. */
  readonly bundle: string;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
};

export type Command = {
  readonly summary: string;
  readonly usage: string;
  /** More than summary and usage, where there is more to say. */
  help?(args: readonly string[]): string;
  run(args: readonly string[], surroundings: Surroundings): Promise<void> | void;
};

/** The command was called in a way it does not know: exit status 2. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

/** What the command was given to read is wrong: exit status 1. */
export class WrongInput extends Error {
  override readonly name = 'WrongInput';
  readonly issues: readonly Issue[];

  constructor(message: string, issues: readonly Issue[]) {
    super(message);
    this.issues = issues;
  }
}

/** A file refused for these issues, one line each. */
export function refuse(source: string, issues: readonly Issue[]): WrongInput {
  const lines = issues.map(({ path, message, allowed }) => {
    const place = message.includes(path) ? '' : `${path}: `;
    const range = allowed === undefined || message.includes(allowed) ? '' : ` (accepted: ${allowed})`;
    return `${source}: ${place}${message}${range}`;
  });
  return new WrongInput(lines.join('\n'), issues);
}
