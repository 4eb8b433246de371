/** `effectif erlang`: every model against figures from elsewhere, its examples, and what it refuses. */
import { describe, expect, it } from 'vitest';
import { MODELS } from '../../src/cli/erlang.ts';
import { DONE, INPUT_WRONG, USAGE_WRONG } from '../../src/cli/main.ts';
import { erlangFolder, LINE } from './erlang-run.ts';

const { run } = erlangFolder();

describe('the examples of the help', () => {
  it.each(MODELS.flatMap(({ examples }) => examples))('run: %s', { tags: 'slow' }, async (example) => {
    const { status, output, errors } = await run(example);
    expect({ status, errors }).toEqual({ status: DONE, errors: '' });
    expect(output).not.toMatch(/NaN|undefined|\[object/);
    if (example.endsWith('--json')) expect(() => JSON.parse(output)).not.toThrow();
    else expect(output.split('\n').length).toBeGreaterThan(1);
  });

  it('stand in the help, with every option and its range', async () => {
    const { output } = await run('effectif erlang --help');
    for (const { name, summary } of MODELS) expect(output).toContain(`${name.padEnd(10)} ${summary}`);
    for (const model of MODELS) {
      const help = (await run(`effectif erlang ${model.name} --help`)).output;
      for (const example of model.examples) expect(help).toContain(example);
      for (const option of model.options) expect(help).toContain(`--${option}`);
    }
  });
});

describe('single values, tables and solves', () => {
  it('Erlang B', async () => {
    // METHODS golden values: B(17 agents, 10 erlangs) = 0.01295, and 18 agents for 1 %
    const { json } = await run('effectif erlang b --load 10 --agents 17 --json');
    expect(json()).toMatchObject({ requiredAgents: 18, agents: [{ agents: 17 }] });
    expect(json().agents[0]?.blocking).toBeCloseTo(0.01295, 5);
    // the load 18 agents carry at 1 % is above the 10 erlangs that need them
    const back = (await run('effectif erlang b --agents 18 --blocking 0.01 --json')).json();
    expect(back.load).toBeGreaterThan(10);
    expect(back.load).toBeLessThan(11.5);
  });

  it('Engset', async () => {
    const { json } = await run(
      'effectif erlang engset --customers 30 --load-per-idle 0.4 --agents 12 --json',
    );
    // recursion of Iversen, Teletraffic Engineering Handbook, ch. 5
    expect(json().agents[0]?.blocking).toBeCloseTo(0.0527719503781848, 12);
  });

  it('Erlang C over a table, with fractional agents', async () => {
    const { json } = await run(`effectif erlang c ${LINE} --agents 10..16 --json`);
    const rows = json().agents;
    expect(rows.map(({ agents }) => agents)).toEqual([10, 11, 12, 13, 14, 15, 16]);
    // A = 10, s = 14, AHT 180 s, T = 20 s: 0.88835 (the example of the ErlangC R package)
    expect(rows[4]?.serviceLevel).toBeCloseTo(0.88835, 4);
    const half = (await run(`effectif erlang c ${LINE} --agents 14.5 --json`)).json();
    const level = half.agents[0]?.serviceLevel ?? 0;
    expect(level).toBeGreaterThan(rows[4]?.serviceLevel ?? 1);
    expect(level).toBeLessThan(rows[5]?.serviceLevel ?? 0);
  });

  it('Erlang A in every measure and definition at once', async () => {
    const [row] = (await run(`effectif erlang a ${LINE} --patience 120 --agents 9..10 --json`)).json().agents;
    if (!row) throw new Error('no row');
    const { answeredWithin, abandonedWithin, abandonProbability, levels } = row;
    expect(levels).toMatchObject({ offered: answeredWithin, virtual: row.offeredWaitWithin });
    expect(levels['answered']).toBeCloseTo(answeredWithin / (1 - abandonProbability), 12);
    expect(levels['excludeAbandonsWithin']).toBeCloseTo(answeredWithin / (1 - abandonedWithin), 12);
    expect(levels['creditAbandonsWithin']).toBeCloseTo(answeredWithin + abandonedWithin, 12);
    expect(Object.keys(levels)).toHaveLength(6);
  });

  it('an overload that nobody leaves by its name', async () => {
    const { output } = await run(`effectif erlang c ${LINE} --agents 9..11`);
    expect(output).toContain('Overload with 10 agents or fewer');
    const rows = (await run(`effectif erlang c ${LINE} --agents 9..11 --json`)).json().agents;
    expect(rows.map(({ overloaded }) => overloaded)).toEqual([true, true, false]);
    expect((await run(`effectif erlang a ${LINE} --patience 60 --agents 5`)).output).not.toContain(
      'Overload',
    );
  });

  it('nobody only where nobody comes', async () => {
    const nobody = await run(`effectif erlang a ${LINE} --patience 60 --agents 0`);
    expect(nobody.status).toBe(INPUT_WRONG);
    expect(nobody.errors).toContain('agents is 0, but must be');
    const none = '--contacts-per-hour 0 --handle-time 180 --patience 60 --agents 0';
    expect((await run(`effectif erlang a ${none} --json`)).json().agents[0]?.agents).toBe(0);
  });

  it('agree where one model contains another', { tags: 'slow' }, async () => {
    const level = async (line: string): Promise<number> => {
      const { agents } = (await run(`effectif erlang ${line} --agents 12 --json`)).json();
      return agents.find((row) => row.agents === 12)?.serviceLevel ?? NaN;
    };
    const plain = await level(`a ${LINE} --patience 120`);
    expect(await level(`${LINE} --patience 120`)).toBe(plain);
    expect(await level(`lines ${LINE} --patience 120 --lines 500`)).toBeCloseTo(plain, 9);
    expect(await level(`x ${LINE} --patience 120 --redial 0`)).toBeCloseTo(plain, 12);
    expect(await level(`patience ${LINE} --law exponential --mean 120`)).toBeCloseTo(plain, 7);
    // with every agent in reserve no deferred work is ever given out
    expect(await level(`blend ${LINE} --patience 120 --reserve 12`)).toBeCloseTo(plain, 9);
    expect(await level(`lines ${LINE} --lines 2000`)).toBeCloseTo(await level(`c ${LINE}`), 9);
    // those who try again make the line busier
    expect(await level(`x ${LINE} --patience 120 --redial 0.8`)).toBeLessThan(plain);
  });

  it('solve for the least agents, and for a promise that busy days keep', { tags: 'slow' }, async () => {
    const required = async (line: string): Promise<unknown> =>
      (await run(`effectif erlang ${line} --json`)).json().requiredAgents;
    const a = Number(await required(`a ${LINE} --patience 120`));
    expect(await required(`lines ${LINE} --patience 120 --lines 500`)).toBe(a);
    expect(await required(`patience ${LINE} --law exponential --mean 120`)).toBe(a);
    expect(await required(`a ${LINE} --patience 120 --cv 0.2 --assurance 0.95`)).toBeGreaterThan(a);
    const { agents } = (await run(`effectif erlang a ${LINE} --patience 120 --cv 0.2 --json`)).json();
    expect(agents[2]?.chanceOfLevel).toBeGreaterThan(agents[1]?.chanceOfLevel ?? 1);
  });

  it('say why no number of agents is enough', async () => {
    const { status, output } = await run(`effectif erlang ${LINE} --share 1`);
    expect(status).toBe(DONE);
    expect(output).toContain('no number of agents is enough: with any number of agents all of them are busy');
    const lines = await run(`effectif erlang lines ${LINE} --patience 120 --lines 8 --blocking 0.01`);
    expect(lines.output).toContain('not even 8 agents');
  });
});

describe('conversations and work that can wait', () => {
  it('give the first reply and where concurrency stops paying', async () => {
    const line = 'chat --contacts-per-hour 120 --handle-time 300 --turn 30 --think 60 --limit 3';
    const result = (await run(`effectif erlang ${line} --frt-mean 60 --json`)).json();
    // the docstring of conversationCurve, solved by mean value analysis by hand
    expect(result.curve[2]?.throughput).toBeCloseTo(2.37, 2);
    const at = (agents: number) => result.agents.find((row) => row.agents === agents)?.meanFirstResponse;
    const least = result.requiredAgents ?? NaN;
    expect(at(least)).toBeLessThanOrEqual(60);
    expect(at(least - 1)).toBeGreaterThan(60);
    expect((await run(`effectif erlang ${line} --frt-mean 20`)).output).toContain('no number of agents');
  });

  it('say whether due times hold, and what is missing', async () => {
    const work = 'deferred --arrivals 10,10,10,10 --interval 60 --handle-time 360';
    // one hour of work arrives each hour: one agent does it
    expect((await run(`effectif erlang ${work} --due 2 --json`)).json()).toMatchObject({ requiredAgents: 1 });
    const short = await run(`effectif erlang ${work} --staff 0,0,1,1 --due 1 --json`);
    expect(short.json()).toMatchObject({ plan: { feasible: false } });
    const text = (await run(`effectif erlang ${work} --staff 1,1,1,1 --due 2`)).output;
    expect(text).toContain('every due time holds');
  });
});

describe('what was asked wrongly', () => {
  it.each([
    ['effectif erlang poisson', 'poisson is no model, but must be one of c, a, b'],
    ['effectif erlang c --contacts-per-hour 200', '--handle-time is missing: mean seconds'],
    [`effectif erlang a ${LINE}`, '--patience is missing'],
    [
      `effectif erlang a ${LINE} --patience 0`,
      '--patience is 0, but must be a number from 0.001 to 10000000',
    ],
    [`effectif erlang ${LINE} --agents 20..10`, '--agents is 20..10, but must rise'],
    [`effectif erlang a ${LINE} --patience 120 --agents 9.5`, '--agents is 9.5, but must be a whole number'],
    [
      `effectif erlang ${LINE} --definition mine`,
      '--definition is mine, but must be one of offered, answered',
    ],
    [`effectif erlang lines ${LINE} --lines 1.5`, '--lines is 1.5, but must be a whole number from 1'],
    [
      `effectif erlang x ${LINE} --patience 60 --redial 1`,
      '--redial is 1, but must be a number from 0 to 0.999',
    ],
    [`effectif erlang patience ${LINE}`, '--law is missing: one of exponential, weibull'],
    [
      `effectif erlang patience ${LINE} --law hyperexponential --parts 0.5:60`,
      '--parts is 0.5:60, but must be',
    ],
    ['effectif erlang b --agents 3..5 --color red', '--color'],
    ['effectif erlang day --handle-time 300', 'a file is missing (or --rates'],
    ['effectif erlang day --rates 1,2 --staff 1 --handle-time 300', 'lists of different length'],
    ['effectif erlang day --rates 1 --staff 1.5 --handle-time 300', '--staff has 1.5'],
    ['effectif erlang day --rates 1 --staff 1 --handle-time 300 --last-contact-before 1800', 'one interval'],
    [
      'effectif erlang deferred --arrivals 5 --handle-time 360 --due 0.05',
      '--due is 0.05, but must be at least',
    ],
    ['effectif erlang deferred --arrivals 5 --handle-time 360 --open 18-9', '--open is 18-9'],
    ['effectif erlang c file.csv', 'file.csv belongs to no option'],
  ])('%s', async (line, said) => {
    const { status, output, errors } = await run(line);
    expect({ status, output }).toEqual({ status: USAGE_WRONG, output: '' });
    expect(errors).toContain(said);
  });
});
