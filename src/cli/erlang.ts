/** The queueing engine on the command line: one model per word. */
import { WrongUsage, type Command } from './command.ts';
import { chatDay } from './erlang/chat-day.ts';
import { chatPool } from './erlang/chat-pool.ts';
import { chat } from './erlang/chat.ts';
import { exactDay, staffDay } from './erlang/day.ts';
import { deferred } from './erlang/deferred.ts';
import { readGiven } from './erlang/given.ts';
import { finite, lineA, lineC, retrying } from './erlang/lines.ts';
import { lossB, lossEngset } from './erlang/loss.ts';
import { helpOf, type ErlangModel } from './erlang/model.ts';
import { staffChat } from './erlang/staff-chat.ts';
import { blended, crew, general } from './erlang/patience.ts';

export const MODELS: readonly ErlangModel[] = [
  lineC,
  lineA,
  lossB,
  lossEngset,
  finite,
  retrying,
  general,
  blended,
  crew,
  exactDay,
  staffDay,
  chat,
  chatPool,
  chatDay,
  staffChat,
  deferred,
];

export const erlang: Command = {
  summary: `queueing models: ${MODELS.map(({ name }) => name).join(', ')}; without a model c, or a with --patience`,
  usage:
    'erlang [MODEL] --contacts-per-hour N --handle-time S [--patience S] [--agents N|N..M] [--share 0.8] [--threshold 20] …\n' +
    '  erlang MODEL --help',
  run(args, surroundings) {
    const { model, rest } = chosen(args);
    const given = readGiven(rest, model.options);
    if (given.files.length > 0 && model.file === undefined)
      throw new WrongUsage(`${given.files.join(' ')} belongs to no option`);
    model.run(given, surroundings);
  },
  help(args) {
    const named = MODELS.find(({ name }) => name === args[0]);
    if (named) return helpOf(named);
    return [
      'effectif erlang MODEL …: the queueing engine. Seconds, contacts per hour, shares from 0 to 1.\n\n',
      ...MODELS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}\n`),
      '\nWithout a model: c, or a with --patience. Every target left out: 80 % within 20 s.\n',
      'effectif erlang MODEL --help lists the options with their ranges.\n\n',
      ...MODELS.flatMap(({ examples }) => examples.slice(0, 1)).map((example) => `  ${example}\n`),
    ].join('');
  },
};

function chosen(args: readonly string[]): { readonly model: ErlangModel; readonly rest: readonly string[] } {
  const [first, ...rest] = args;
  if (first === undefined || first.startsWith('-')) {
    const patient = args.some((arg) => arg === '--patience' || arg.startsWith('--patience='));
    return { model: patient ? lineA : lineC, rest: args };
  }
  const model = MODELS.find(({ name }) => name === first);
  if (!model)
    throw new WrongUsage(
      `${first} is no model, but must be one of ${MODELS.map(({ name }) => name).join(', ')}`,
    );
  return { model, rest };
}
