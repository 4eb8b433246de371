/** `effectif erlang` on whole days: exact, staffed in sequence, of calls and of conversations. */
import { describe, expect, it } from 'vitest';
import { DONE, INPUT_WRONG, USAGE_WRONG } from '../../src/cli/main.ts';
import { requiredAgents } from '../../src/queueing/required-agents.ts';
import { erlangFolder, type Printed } from './erlang-run.ts';

const { keep, run } = erlangFolder();

describe('days', () => {
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
    keep('relieved.csv', 'contactsPerHour,agents,leaving\n100,10,0\n100,10,6\n100,10,0\n');
    const { intervals: plain } = (await run(`effectif ${day} --json`)).json();
    const quiet = await run(`effectif ${day} --last-contact-before 300 --effects --json`);
    const { intervals: early, effects } = quiet.json();
    const inTime = (of: Printed['intervals'], i: number): number => of[i]?.answeredWithinThreshold ?? NaN;
    expect(inTime(early, 0)).toBeCloseTo(inTime(plain, 0), 1);
    expect(inTime(early, 1)).toBeLessThan(0.97 * inTime(plain, 1));
    expect(effects['plusAgent']?.[1]).toBeGreaterThan(effects['plusAgent']?.[0] ?? Infinity);
    keep('relieved.csv', 'contactsPerHour,agents,leaving\n100,10,11\n');
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
    keep('end.json', first.output);
    const rest = `erlang day --rates 80,60 --staff 7,7 ${options}`;
    const then = (await run(`effectif ${rest} --from end.json`)).json();
    for (const [i, { meanQueueLength }] of then.intervals.entries())
      expect(meanQueueLength).toBeCloseTo(whole.intervals[i + 2]?.meanQueueLength ?? NaN, 6);
    keep('end.json', '{"law": [0.5, 0.4]}');
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
