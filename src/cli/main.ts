/** The command line: which command, and how it ended. */
import { DomainError, UnattainableTarget } from '../errors.ts';
import { check } from './check.ts';
import { WrongInput, WrongUsage, type Command, type Surroundings } from './command.ts';
import { erlang } from './erlang.ts';
import { forecast } from './forecast.ts';
import { harmless } from './output.ts';
import { simulate } from './simulate.ts';
import { serveIfThread } from './simulation-threads.ts';
import { staff } from './staff.ts';

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({ erlang, check, staff, simulate, forecast }),
);

export const DONE = 0;
export const INPUT_WRONG = 1;
export const USAGE_WRONG = 2;

/** Runs a command; returns its exit status. */
export function main(args: readonly string[], { out, error, ...place }: Surroundings): Promise<number> {
  return run(args, {
    ...place,
    out: (text) => out(harmless(text)),
    error: (text) => error(harmless(text)),
  });
}

async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    (name === undefined ? surroundings.error : surroundings.out)(help());
    return name === undefined ? USAGE_WRONG : DONE;
  }
  const command = COMMANDS.get(name);
  if (command === undefined) {
    surroundings.error(`${name} is not a command\n\n${help()}`);
    return USAGE_WRONG;
  }
  if (rest.includes('--help')) {
    surroundings.out(command.help?.(rest) ?? `${command.summary}\n\n  ${command.usage}\n`);
    return DONE;
  }
  try {
    await command.run(rest, surroundings);
    return DONE;
  } catch (error) {
    if (error instanceof WrongUsage) {
      surroundings.error(`${error.message}\n\n  ${command.usage}\n`);
      return USAGE_WRONG;
    }
    if (error instanceof WrongInput || error instanceof UnattainableTarget || error instanceof DomainError) {
      surroundings.error(`${error.message}\n`);
      return INPUT_WRONG;
    }
    throw error;
  }
}

function help(): string {
  const lines = [...COMMANDS.values()].map(({ summary, usage }) => `  ${usage}\n      ${summary}\n`);
  return `effectif COMMAND …: the planning engines without a browser\n\n${lines.join('\n')}\n  --json prints everything for programs; exit status 0 done, 1 input wrong, 2 wrong usage\n`;
}

serveIfThread();
