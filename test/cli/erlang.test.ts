/** `effectif erlang`: every model against figures from elsewhere, its examples, and what it refuses. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { MODELS } from '../../src/cli/erlang.ts';
import { requiredAgents } from '../../src/queueing/required-agents.ts';
import { DONE, INPUT_WRONG, main, USAGE_WRONG } from '../../src/cli/main.ts';

const folder = mkdtempSync(join(tmpdir(), 'effectif-erlang-'));
afterAll(() => rmSync(folder, { recursive: true }));
// The second channel lets everybody wait.
writeFileSync(
  join(folder, 'channels.csv'),
  'name,contactsPerHour,handleTime,agentTurn,customerTurn,limit,patience\nchat,60,300,30,60,3,180\nmessaging,30,400,30,90,5,\n',
);

/** The parts of the JSON that the tests read. */
type Printed = {
  readonly load: number;
  readonly requiredAgents: number | null;
  readonly agents: readonly {
    readonly agents: number;
    readonly blocking: number;
    readonly serviceLevel: number;
    readonly chanceOfLevel: number;
    readonly meanFirstResponse: number;
    readonly answeredWithin: number;
    readonly abandonedWithin: number;
    readonly offeredWaitWithin: number;
    readonly abandonProbability: number;
    readonly levels: Readonly<Record<string, number>>;
    readonly overloaded: boolean;
  }[];
  readonly intervals: readonly {
    readonly answeredWithinThreshold: number;
    readonly offered: number;
    readonly meanQueueLength: number;
    readonly level: number;
    readonly meanFirstResponse: number;
  }[];
  readonly outcomes: { readonly total: Readonly<Record<string, number>> };
  readonly effects: Readonly<Record<string, readonly number[]>>;
  readonly curve: readonly { readonly throughput: number }[];
};

async function run(line: string) {
  let output = '';
  let errors = '';
  const status = await main(line.split(' ').slice(1), {
    folder,
    bundle: '',
    out: (text) => (output += text),
    error: (text) => (errors += text),
  });
  return { status, output, errors, json: (): Printed => JSON.parse(output) };
}

const LINE = '--contacts-per-hour 200 --handle-time 180';

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

describe('days', () => {
  const csv = 'start;contactsPerHour;agents;handleTime\n08:00;80;8;300\n08:30;120;12;300\n09:00;60;4;280\n';
  writeFileSync(join(folder, 'day.csv'), csv);
  const rows = [
    { contactsPerHour: 80, agents: 8, handleTime: 300 },
    { contactsPerHour: 120, agents: 12, handleTime: 300 },
    { contactsPerHour: 60, agents: 4, handleTime: 280 },
  ];
  writeFileSync(join(folder, 'day.json'), JSON.stringify({ intervals: rows }));
  writeFileSync(join(folder, 'bad.csv'), 'contactsPerHour,agents\n80,8.5\n-1,4\n');
  writeFileSync(join(folder, 'short.csv'), 'contactsPerHour,agents\n80\n');
  writeFileSync(join(folder, 'text.json'), '{"intervals": 3}');
  writeFileSync(join(folder, 'null.json'), '[{"contactsPerHour": null, "agents": true}]');

  it('read CSV, JSON and lists to the same result', async () => {
    const options = '--handle-time 300 --patience 120 --json';
    const fromCsv = await run(`effectif erlang day day.csv ${options}`);
    expect(fromCsv.status).toBe(DONE);
    expect((await run(`effectif erlang day day.json ${options}`)).output).toBe(fromCsv.output);
    const lists = await run(`effectif erlang day --rates 80,120 --staff 8,12 --handle-time 300 --json`);
    expect(lists.json()).toMatchObject({ intervals: [{ offered: 40 }, { offered: 60 }] });
  });

  it.each([
    // METHODS 2.5, the cliff from 40 to 28 agents: an independent event simulation and a second solver
    ['named', 0.4278],
    ['preemptive', 0.3087],
  ])('know the discipline of a shift end: %s', async (discipline, expected) => {
    const day = '--rates 540,540,540,540,540 --staff 40,40,40,40,28 --interval 15';
    const { json } = await run(
      `effectif erlang day ${day} --handle-time 240 --patience 120 --shift-end ${discipline} --json`,
    );
    const { intervals } = json();
    const last = intervals[4];
    expect((last?.answeredWithinThreshold ?? 0) / (last?.offered ?? 1)).toBeCloseTo(expected, 4);
  });

  it('tell what one agent more or less does, and midnight', { tags: 'slow' }, async () => {
    const { effects } = (
      await run('effectif erlang day day.csv --handle-time 300 --patience 120 --effects --json')
    ).json();
    expect(effects['plusAgent']?.every((gain) => gain > 0)).toBe(true);
    expect(effects['minusAgent']?.every((loss) => loss < 0)).toBe(true);
    expect(effects['plusVolume']).toHaveLength(3);
    const alone = (await run('effectif erlang day day.csv --handle-time 300 --json')).json();
    const again = (await run('effectif erlang day day.csv --handle-time 300 --repeat --json')).json();
    const queue = ({ intervals }: Printed): number => intervals[0]?.meanQueueLength ?? NaN;
    // the work that closing time left over is there in the morning
    expect(queue(again)).toBeGreaterThan(queue(alone));
  });

  it('let those who leave take nothing new, also where as many come', { tags: 'slow' }, async () => {
    const day = 'erlang day relieved.csv --handle-time 300 --patience 120';
    writeFileSync(
      join(folder, 'relieved.csv'),
      'contactsPerHour,agents,leaving\n100,10,0\n100,10,6\n100,10,0\n',
    );
    const { intervals: plain } = (await run(`effectif ${day} --json`)).json();
    const quiet = await run(`effectif ${day} --last-contact-before 300 --effects --json`);
    const { intervals: early, effects } = quiet.json();
    const inTime = (of: Printed['intervals'], i: number): number => of[i]?.answeredWithinThreshold ?? NaN;
    expect(inTime(early, 0)).toBeCloseTo(inTime(plain, 0), 1);
    expect(inTime(early, 1)).toBeLessThan(0.97 * inTime(plain, 1));
    expect(effects['plusAgent']?.[1]).toBeGreaterThan(effects['plusAgent']?.[0] ?? Infinity);
    writeFileSync(join(folder, 'relieved.csv'), 'contactsPerHour,agents,leaving\n100,10,11\n');
    const { status, errors } = await run(`effectif ${day}`);
    expect({ status, errors }).toMatchObject({
      status: USAGE_WRONG,
      errors: expect.stringContaining('leaving is 11'),
    });
  });

  it('begin with what an earlier day ended with', { tags: 'slow' }, async () => {
    const options = '--handle-time 300 --patience 120 --tolerance 1e-7 --json';
    const whole = (await run(`effectif erlang day --rates 100,90,80,60 --staff 7,7,7,7 ${options}`)).json();
    const first = await run(`effectif erlang day --rates 100,90 --staff 7,7 ${options}`);
    writeFileSync(join(folder, 'end.json'), first.output);
    const rest = `erlang day --rates 80,60 --staff 7,7 ${options}`;
    const then = (await run(`effectif ${rest} --from end.json`)).json();
    for (const [i, { meanQueueLength }] of then.intervals.entries())
      expect(meanQueueLength).toBeCloseTo(whole.intervals[i + 2]?.meanQueueLength ?? NaN, 6);
    writeFileSync(join(folder, 'end.json'), '{"law": [0.5, 0.4]}');
    expect((await run(`effectif ${rest} --from end.json`)).errors).toContain('sums to 0.9');
    expect((await run(`effectif ${rest} --from end.json --effects`)).errors).toContain('starts empty');
  });

  it('tell the level in any definition, and the wait', async () => {
    const day = 'effectif erlang day --rates 110,110 --staff 8,8 --handle-time 300 --patience 120 --json';
    const levels = await Promise.all(
      ['offered', 'answered'].map(async (name) => (await run(`${day} --definition ${name}`)).json().outcomes),
    );
    const { answered, answeredWithin, offered, waitOfAnswered, meanWaitAnswered } = levels[1]?.total ?? {};
    expect(levels[0]?.total.level).toBeCloseTo((answeredWithin ?? NaN) / (offered ?? NaN), 9);
    expect(levels[1]?.total.level).toBeCloseTo((answeredWithin ?? NaN) / (answered ?? NaN), 9);
    expect(meanWaitAnswered).toBeCloseTo((waitOfAnswered ?? NaN) / (answered ?? NaN), 9);
  });

  it('of conversations settle to the steady pool', { tags: 'slow' }, async () => {
    const chat = '--handle-time 300 --turn 30 --think 60 --limit 3 --patience 180';
    const rates = '--rates 100,100 --staff 4,4 --interval 240';
    const { intervals } = (
      await run(`effectif erlang chat-day ${rates} ${chat} --threshold 20 --frt-within 60 --json`)
    ).json();
    const steady = (
      await run(`effectif erlang chat --contacts-per-hour 100 ${chat} --agents 4 --json`)
    ).json();
    const four = steady.agents.find(({ agents }) => agents === 4);
    expect(intervals[1]?.level).toBeCloseTo(four?.answeredWithin ?? NaN, 3);
    expect((intervals[1]?.meanFirstResponse ?? NaN) / (four?.meanFirstResponse ?? NaN)).toBeCloseTo(1, 2);
    const pooled = await run(`effectif erlang chat-day ${rates} ${chat} --shift-end pooled`);
    expect(pooled.status).toBe(USAGE_WRONG);
  });

  it('are staffed in sequence, with SIPP beside it', { tags: 'slow' }, async () => {
    const { json } = await run(
      'effectif erlang staff --rates 120,120,20 --handle-time 300 --patience 240 --json',
    );
    const sipp = [120, 120, 20].map((contactsPerHour) =>
      requiredAgents(
        { contactsPerHour, handleTime: 300, patience: 240 },
        { serviceLevel: { share: 0.8, threshold: 20 } },
      ),
    );
    // a day that begins empty needs no more at first than a steady state
    expect(json()).toMatchObject({ sipp, agents: { length: 3 } });
  });

  it(
    'follow each discipline of a shift end through staffing, effects and midnight',
    { tags: 'slow' },
    async () => {
      const hours = async (discipline: string): Promise<number> => {
        const { output } = await run(
          `effectif erlang staff --rates 60,150,40 --interval 15 --handle-time 240 --patience 120 --tolerance 1e-3 --shift-end ${discipline} --json`,
        );
        const { agents }: { readonly agents: number[] } = JSON.parse(output);
        return agents.reduce((sum, n) => sum + n, 0);
      };
      // Leavers who finish by themselves cost least; waiting for enough of them to finish costs most.
      expect(await hours('named')).toBeLessThanOrEqual(await hours('preemptive'));
      expect(await hours('preemptive')).toBeLessThanOrEqual(await hours('pooled'));
      const day =
        'effectif erlang day --rates 60,40 --staff 6,3 --interval 15 --handle-time 240 --shift-end pooled';
      expect((await run(`${day} --repeat --json`)).status).toBe(DONE);
      const { effects } = (await run(`${day} --patience 120 --effects --json`)).json();
      expect(effects['plusAgent']?.every((gain) => gain > 0)).toBe(true);
    },
  );

  it('are staffed for a speed of answer and any definition of the level', { tags: 'slow' }, async () => {
    const day = 'effectif erlang staff --rates 60,150,90 --handle-time 300 --patience 120';
    type Staffed = {
      readonly agents: number[];
      readonly meanWaitAnswered: number[];
      readonly targets: object;
    };
    const staffed = async (targets: string): Promise<Staffed> =>
      JSON.parse((await run(`${day} ${targets} --json`)).output);
    const all = ({ agents }: Staffed): number => agents.reduce((sum, n) => sum + n, 0);
    // credit counts who gives up in time as served: never more agents than the strict definition
    const credited = await staffed('--definition creditAbandonsWithin');
    expect(all(credited)).toBeLessThan(all(await staffed('--share 0.8')));
    const quick = await staffed('--asa 5');
    expect(quick.targets).not.toHaveProperty('serviceLevel');
    expect(Math.max(...quick.meanWaitAnswered)).toBeLessThanOrEqual(5);
    const text = (await run(`${day} --definition excludeAbandonsWithin`)).output;
    expect(text).toContain('excludeAbandonsWithin');
  });

  it('are staffed with chat agents, in a steady day as the steady pool', { tags: 'slow' }, async () => {
    const chat = '--handle-time 300 --turn 30 --think 60 --limit 3 --patience 180 --share 0.9';
    const day = await run(`effectif erlang staff-chat --rates 100,100,100 --interval 240 ${chat} --json`);
    const { requiredAgents: least } = (
      await run(`effectif erlang chat --contacts-per-hour 100 ${chat} --json`)
    ).json();
    expect(day.json().agents).toEqual([least, least, least]);
    const reply = '--handle-time 300 --turn 30 --think 60 --limit 3 --frt-mean 45';
    const replied = await run(`effectif erlang staff-chat --rates 100,100 --interval 240 ${reply} --json`);
    const { requiredAgents: answering } = (
      await run(`effectif erlang chat --contacts-per-hour 100 ${reply} --json`)
    ).json();
    // The day begins empty, so only its end is steady.
    expect(replied.json().agents.at(-1)).toBe(answering);
  });

  it('end the shifts of chat agents by name or at once, and say so', async () => {
    const chat = 'effectif erlang staff-chat --rates 100 --handle-time 300 --turn 30 --think 60 --limit 3';
    const pooled = await run(`${chat} --shift-end pooled`);
    expect(pooled.status).toBe(USAGE_WRONG);
    expect(pooled.errors).toContain('--shift-end is pooled, but must be one of named, preemptive');
    const help = async (model: string) => (await run(`effectif erlang ${model} --help`)).output;
    expect(await help('staff-chat')).toMatch(/--shift-end .*\n +one of named, preemptive\n/);
    expect(await help('staff')).toMatch(/--shift-end .*\n +one of named, preemptive, pooled\n/);
  });

  it('name place, value and range of what is wrong', async () => {
    const bad = await run('effectif erlang day bad.csv --handle-time 300');
    expect(bad.status).toBe(INPUT_WRONG);
    expect(bad.errors).toBe(
      'bad.csv: interval 2, contactsPerHour: is -1 (accepted: a number from 0 to 100000000)\n' +
        'bad.csv: interval 1, agents: is 8.5 (accepted: a whole number from 0 to 1000000)\n',
    );
    expect((await run('effectif erlang day short.csv --handle-time 300')).errors).toContain(
      'row 2: has 1 cells',
    );
    expect((await run('effectif erlang day text.json --handle-time 300')).errors).toContain(
      'no list of intervals',
    );
    expect((await run('effectif erlang day null.json --handle-time 300')).errors).toContain(
      'contactsPerHour: is null',
    );
    expect((await run('effectif erlang day nowhere.csv --handle-time 300')).errors).toContain(
      'does not exist',
    );
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
