import { english, json } from './output.ts';
import { readScenario } from './files.ts';
import { compileScenario } from '../scenario/compile.ts';
import { simulationIssues } from '../scenario/simulate.ts';
import { refuse, WrongInput, WrongUsage, type Command } from './command.ts';
import { readOptions } from './options.ts';

export const check: Command = {
  summary: 'check scenario files and list everything wrong with them',
  usage: 'check FILE… [--json]',
  run(args, surroundings) {
    const options = readOptions(args, {});
    if (options.files.length === 0) throw new WrongUsage('a file is missing');
    const results = options.files.map((file) => {
      try {
        const scenario = readScenario(file, surroundings);
        // Each field may be right and the whole impossible: a channel that nobody serves, customers passed on in circles.
        const impossible = simulationIssues(compileScenario(scenario));
        if (impossible.length > 0) throw refuse(file, impossible);
        return { file, name: english(scenario.name), issues: [] };
      } catch (error) {
        if (error instanceof WrongInput) return { file, issues: error.issues, error };
        throw error;
      }
    });
    const wrong = results.flatMap(({ error }) => error ?? []);
    if (options.has('json'))
      surroundings.out(json(results.map(({ file, issues }) => ({ file, ok: issues.length === 0, issues }))));
    else
      for (const { file, name } of results)
        if (name !== undefined) surroundings.out(`${file}: sound (${name})\n`);
    if (wrong.length > 0)
      throw new WrongInput(
        wrong.map(({ message }) => message).join('\n'),
        wrong.flatMap(({ issues }) => issues),
      );
  },
};
