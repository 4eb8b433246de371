import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DONE, INPUT_WRONG, main, USAGE_WRONG } from '../../src/cli/main.ts';
import { quoted } from '../../src/cli/forecast.ts';
import { analyse } from '../../src/scenario/analyse.ts';
import { writeScenarioText } from '../../src/scenario/text-file.ts';
import { exampleChannel, exampleScenario } from '../scenario/example.ts';

const folder = mkdtempSync(join(tmpdir(), 'effectif-'));
afterAll(() => rmSync(folder, { recursive: true }));

const scenario = exampleScenario();
writeFileSync(join(folder, 'week.json'), writeScenarioText(scenario));
const broken = exampleScenario({ channels: [exampleChannel({ volumeFactor: -1, patience: { mean: 0 } })] });
writeFileSync(join(folder, 'broken.json'), writeScenarioText(broken));
const afterwards = { redial: { share: 0.5, delay: 600 } };
const returning = exampleScenario({ channels: [exampleChannel({ afterwards })] });
writeFileSync(join(folder, 'returning.json'), writeScenarioText(returning));
const reasons = [
  { id: 'order', name: 'Where is my order?', share: 0.5, handleTimeFactor: 0.5 },
  { id: 'complaint', share: 0.5, handleTimeFactor: 1.5 },
];
const reasoned = exampleScenario({ channels: [exampleChannel({ reasons })] });
writeFileSync(join(folder, 'reasoned.json'), writeScenarioText(reasoned));
const crowded = exampleScenario({ channels: [exampleChannel({ volumeFactor: 100, afterwards })] });
writeFileSync(join(folder, 'crowded.json'), writeScenarioText(crowded));
writeFileSync(join(folder, 'cut.json'), writeScenarioText(scenario).slice(0, 300));
writeFileSync(join(folder, 'empty.csv'), '');

async function run(...args: string[]) {
  let output = '';
  let errors = '';
  const status = await main(args, {
    folder,
    bundle: '',
    out: (text) => (output += text),
    error: (text) => (errors += text),
  });
  return { status, output, errors, json: (): Record<string, unknown> => JSON.parse(output) };
}

it('lets nothing that a file names steer the terminal', async () => {
  const hostile = exampleScenario({ channels: [exampleChannel({ name: 'a\u001b[2J\u009b31mb\rc' })] });
  writeFileSync(join(folder, 'hostile.json'), writeScenarioText(hostile));
  const { output } = await run('staff', 'hostile.json');
  expect(output).toContain('a\uFFFD[2J\uFFFD31mb\uFFFDc');
  expect((await run('\u001b[2J')).errors).toContain('\uFFFD[2J is not a command');
});

describe('erlang', () => {
  it('says how many agents are needed, and what one more or less does', async () => {
    const { status, output } = await run('erlang', '--contacts-per-hour', '200', '--handle-time', '180');
    expect(status).toBe(DONE);
    expect(output).toContain('14 agents are needed');
    // A = 10, s = 14, AHT 180 s, T = 20 s: 0.88835 (the example of the ErlangC R package)
    expect(output).toMatch(/14 \* +88\.8 %/);
    expect((await run('erlang', 'b', '--load', '0.01')).output).toContain('1 agent blocks at most');
  });

  it('prints JSON, without a limit as null', async () => {
    const queue = ['--contacts-per-hour', '200', '--handle-time', '180', '--agents', '9'];
    const { agents } = (await run('erlang', ...queue, '--json')).json();
    expect(agents).toMatchObject([
      { agents: 8 },
      { agents: 9, waitProbability: 1, meanWaitAnswered: null },
      {},
      {},
    ]);
  });

  it('knows patience and other targets', async () => {
    const queue = ['--contacts-per-hour', '200', '--handle-time', '180', '--patience', '120'];
    expect((await run('erlang', ...queue, '--abandonment', '0.05', '--json')).json()).toMatchObject({
      requiredAgents: 13,
      targets: { abandonment: 0.05 },
    });
  });

  it.each([
    [['erlang']],
    [['erlang', '--contacts-per-hour', 'many', '--handle-time', '180']],
    [['erlang', '--contacts-per-hour', '200', '--handle-time', '180', '--agents', '-1']],
    [['erlang', '--contacts-per-hour', '200', '--handle-time', '180', '--definition', 'mine']],
    [['erlang', '--colour', 'red']],
    [['simulate']],
    [['simulate', 'a.json', 'b.json']],
    [['check']],
    [['forecast', 'x.csv', '--from', 'tomorrow']],
    [['juggle']],
    [[]],
  ])('explains itself after %j', async (args) => {
    const { status, output, errors } = await run(...args);
    expect(status).toBe(USAGE_WRONG);
    expect(output).toBe('');
    expect(errors).toMatch(/COMMAND|\n {2}(erlang|simulate|check|forecast) /);
  });
});

describe('check', () => {
  it('accepts a sound scenario', async () => {
    expect(await run('check', 'week.json')).toMatchObject({
      status: DONE,
      output: 'week.json: sound (Example)\n',
    });
  });

  it('lists everything wrong, for people and for programs', async () => {
    const { status, errors } = await run('check', 'week.json', 'broken.json', 'cut.json', 'nowhere.json');
    expect(status).toBe(INPUT_WRONG);
    expect(errors.split('\n').map((line) => line.split(',')[0])).toEqual([
      'broken.json: $.channels[0].volumeFactor is -1',
      'broken.json: $.channels[0].patience.mean is 0',
      expect.stringMatching(/^cut.json: line \d+$/),
      'nowhere.json: the file does not exist',
      '',
    ]);
    expect((await run('check', 'broken.json', '--json')).json()).toMatchObject([
      { file: 'broken.json', ok: false, issues: [{ code: 'out-of-range' }, { code: 'out-of-range' }] },
    ]);
  });

  it('names what no simulation can play', async () => {
    writeFileSync(join(folder, 'unserved.json'), writeScenarioText(exampleScenario({ groups: [] })));
    expect(await run('check', 'unserved.json')).toMatchObject({
      status: INPUT_WRONG,
      errors: 'unserved.json: $.channels[0]: no group serves "phone" (accepted: a group that serves it)\n',
    });
  });
});

describe('staff', () => {
  it('gives the figures of the analysis', async () => {
    const { status, json } = await run('staff', 'week.json', '--json');
    expect(status).toBe(DONE);
    expect(json()['chanceOfAll']).toBe(analyse(scenario).chanceOfAll);
  });

  it('shows needs per channel and group, and per interval on request', async () => {
    const { output } = await run('staff', 'week.json', '--intervals', '--assured');
    expect(output).toContain('80.0 % assurance');
    expect(output).toContain('phone, service level');
    expect(output).toContain('2026-11-29 19:00');
  });
});

describe('simulate', () => {
  it('gives the same bytes for the same seed', { tags: 'slow' }, async () => {
    const args = ['simulate', 'week.json', '--replications', '4', '--workers', '1', '--json'];
    const first = await run(...args, '--seed', '5');
    expect(first.json()).toMatchObject({ seed: 5, replications: 4, channels: [{ id: 'phone' }] });
    expect((await run(...args, '--seed', '5')).output).toBe(first.output);
    expect((await run(...args, '--seed', '6')).output).not.toBe(first.output);
  });

  it('shows a table, and refuses what is broken', { tags: 'slow' }, async () => {
    const { output } = await run('simulate', 'week.json', '--replications', '4', '--workers', '1');
    expect(output).toContain('4 replications of 7 days from 2026-11-23');
    expect((await run('simulate', 'broken.json')).status).toBe(INPUT_WRONG);
  });

  it('says what became of customers over all their contacts', { tags: 'slow' }, async () => {
    const args = ['--replications', '4', '--workers', '1', '--json'];
    expect((await run('simulate', 'week.json', ...args)).json()['customers']).toBeNull();
    const { customers, channels } = (await run('simulate', 'returning.json', ...args)).json();
    const measure = { value: expect.any(Number) };
    const measures = { served: measure, gaveUp: measure, timeToResolution: measure, effort: measure };
    expect(customers).toMatchObject({ ...measures, attempts: measure });
    expect(channels).toMatchObject([{ journey: measures }]);
    expect(Reflect.get(Reflect.get(Object(customers), 'attempts'), 'value')).toBeGreaterThan(1);
  });

  it('says why customers came, and adds up', { tags: 'slow' }, async () => {
    const args = ['simulate', 'reasoned.json', '--replications', '2', '--workers', '1'];
    expect((await run(...args)).output).toMatch(/phone +Where is my order\? +\d+/);
    expect((await run(...args, '--json')).json()).toMatchObject({
      channels: [{ reasons: [{ id: 'order', groups: [{ id: 'team' }] }, { id: 'complaint' }] }],
    });
    const rows = (await run(...args, '--csv')).output.split('\n').map((line) => line.split(','));
    const value = (kind: string, id: string, measure: string, from = '') =>
      Number(
        rows.find((row) => row.slice(0, 3).join() === [kind, id, from].join() && row[4] === measure)?.[5],
      );
    for (const from of ['', String(10 * 3600)]) {
      const both = ['order', 'complaint'].map((id) => value('reason', `phone/${id}`, 'answered', from));
      expect((both[0] ?? NaN) + (both[1] ?? NaN)).toBeCloseTo(value('channel', 'phone', 'answered', from), 9);
      expect(value('reasonGroup', 'phone/order/team', 'answered', from)).toBe(both[0]);
    }
    // 120 and 360 s, and 60 s after each.
    const seconds = ['order', 'complaint'].map((id) =>
      value('reasonGroup', `phone/${id}/team`, 'handleTime'),
    );
    expect(seconds[0]).toBeGreaterThan(150);
    expect(seconds[0]).toBeLessThan(210);
    expect(seconds[1]).toBeGreaterThan(370);
    expect(seconds[1]).toBeLessThan(470);
  });

  it(
    'writes customers, percentiles and intervals at a level of choice for a spreadsheet',
    { tags: 'slow' },
    async () => {
      const csv = async (...more: string[]) => {
        const args = [
          'simulate',
          'returning.json',
          '--replications',
          '8',
          '--workers',
          '1',
          '--csv',
          ...more,
        ];
        const rows = (await run(...args)).output.split('\n').map((line) => line.split(','));
        return (kind: string, id: string, measure: string) =>
          rows.find((row) => row[0] === kind && row[1] === id && row[2] === '' && row[4] === measure) ?? [];
      };
      const wide = await csv();
      const narrow = await csv('--level', '0.8');
      expect(wide('customers', 'phone', 'served')).toEqual([
        'customers',
        'phone',
        '',
        '',
        'served',
        ...Array(3).fill(expect.stringMatching(/^0\.\d+$/)),
      ]);
      expect(wide('channel', 'phone', 'waitP95')).toHaveLength(8);
      const width = ([, , , , , , low, high]: string[]) => Number(high) - Number(low);
      const [a, b] = [wide, narrow].map((of) => of('customers', '', 'attempts'));
      expect(a?.[5]).toBe(b?.[5]);
      expect(width(b ?? [])).toBeLessThan(0.8 * width(a ?? []));
      expect((await run('simulate', 'week.json', '--level', '95')).status).toBe(USAGE_WRONG);
    },
  );

  it('says beforehand what a run takes, and refuses one that takes too much', { tags: 'slow' }, async () => {
    const { errors } = await run('simulate', 'week.json', '--replications', '4', '--workers', '1');
    // 10 contacts an hour, 12 hours a day, 7 days, 4 times
    expect(errors).toMatch(/^about 1\.0 s and \d+ MB for 3,360 contacts\n$/);
    const refused = await run('simulate', 'crowded.json', '--replications', '100000');
    expect(refused).toMatchObject({ status: INPUT_WRONG, output: '' });
    expect(refused.errors).toMatch(/^crowded\.json: --replications: .+ \(accepted: at most [\d,]+\)\n$/);
  });
});

describe('forecast', () => {
  it('refuses an empty file', async () => {
    expect(await run('forecast', 'empty.csv')).toMatchObject({
      status: INPUT_WRONG,
      errors: 'empty.csv: the file is empty\n',
    });
  });

  it('reads a history and forecasts its channel', { tags: 'slow' }, async () => {
    const file = join(process.cwd(), 'test/fixtures/helpdesk_tickets_60min.csv');
    const { status, json } = await run('forecast', file, '--days', '2', '--interval', '60', '--json');
    expect(status).toBe(DONE);
    expect(json()['channels']).toMatchObject([{ channel: 'tickets', from: '2016-04-15' }]);
  });

  it(
    'forecasts handle times where the file has them, and says how they were in the past',
    { tags: 'slow' },
    async () => {
      // 240 s on Mondays, 200 s on other days
      const rows = Array.from({ length: 84 * 4 }, (_, i) => {
        const day = new Date(Date.UTC(2026, 0, 5 + Math.floor(i / 4)));
        const start = `${day.toISOString().slice(0, 10)}T${String(9 + (i % 4)).padStart(2, '0')}:00`;
        return `${start},${20 + (i % 5)},${day.getUTCDay() === 1 ? 240 : 200}`;
      });
      writeFileSync(join(folder, 'timed.csv'), ['start,calls,aht', ...rows].join('\n'));
      const args = ['forecast', 'timed.csv', '--interval', '60', '--days', '7'];
      const { output } = await run(...args);
      expect(output).toMatch(/handle time 3\.[45] min \(80 %: 3\.\d min – 3\.\d min\), by \w+; it missed by/);
      const days = Array.from({ length: 7 }, (_, i) => ({
        date: `2026-${i < 2 ? `03-3${i}` : `04-0${i - 1}`}`,
        mean: expect.closeTo(i === 0 ? 240 : 200, -1),
      }));
      const backtest = expect.arrayContaining([expect.objectContaining({ model: 'lastWeek', ahead: 7 })]);
      expect((await run(...args, '--json')).json()['channels']).toMatchObject([
        { handleTime: { days, backtest } },
      ]);
    },
  );

  it('forecasts handle times by tenure where a log tells it', { tags: 'slow' }, async () => {
    // ten calls a day for forty days: newcomers 300 s, those there for two years 200 s
    const rows = Array.from({ length: 400 }, (_, i) => {
      const start = new Date(Date.UTC(2026, 0, 5 + Math.floor(i / 10), 9 + (i % 10), 13));
      return `${start.toISOString().slice(0, 16)}:05,${i % 2 === 0 ? 300 : 200},5,${i % 2 === 0 ? 0.5 : 24}`;
    });
    const head = 'start time,talk time,wait,agent tenure (months)';
    writeFileSync(join(folder, 'tenure.csv'), [head, ...rows].join('\n'));
    const { output } = await run('forecast', 'tenure.csv', '--interval', '60', '--days', '2');
    const [newcomers = 0, old = 0] = ['0 to 1', '12 and more'].map((months) =>
      Number(new RegExp(`${months} +([0-9.]+) min`).exec(output)?.[1]),
    );
    // they hardly scatter, so that nothing leans; 5.0 min over 3.3 min as printed
    expect(newcomers / old).toBeCloseTo(1.5, 1);
  });

  it('writes names that a worksheet reads as one cell of text', () => {
    expect(['calls', 'a,b', 'a"b', 'a\rb', '=1', '\r=1'].map((name) => quoted(name))).toEqual([
      'calls',
      '"a,b"',
      '"a""b"',
      '"a\rb"',
      "'=1",
      '"\'\r=1"',
    ]);
  });

  it('takes marked days and writes one line per interval with its quantiles', { tags: 'slow' }, async () => {
    const file = join(process.cwd(), 'test/fixtures/helpdesk_tickets_60min.csv');
    const days = join(mkdtempSync(join(tmpdir(), 'effectif-')), 'days.csv');
    writeFileSync(days, 'date,label\n2016-03-25,holiday\n2016-04-15,holiday\n');
    const lines = (await run('forecast', file, '--days', '1', '--interval', '60', '--csv')).output.split(
      '\n',
    );
    expect(lines[0]).toBe('channel,start,mean,q0.025,q0.1,q0.25,q0.5,q0.75,q0.9,q0.975');
    expect(lines).toHaveLength(26);
    const marked = await run(
      'forecast',
      file,
      '--days',
      '1',
      '--interval',
      '60',
      '--csv',
      '--specials',
      days,
    );
    const mean = (text: string) =>
      text.split('\n').reduce((sum, line) => sum + Number(line.split(',')[2] ?? 0) || sum, 0);
    expect(mean(marked.output.replace(/^.*\n/, ''))).toBeLessThan(0.6 * mean(lines.slice(1).join('\n')));
    writeFileSync(days, '32.12.2026,Christmas\n2026-01-01\n');
    const refused = await run('forecast', file, '--specials', days);
    expect(refused.status).toBe(INPUT_WRONG);
    expect(refused.errors).toMatch(/line 1.*32\.12\.2026 is no date[^]*line 2.*no label/);
  });
});

describe('help', () => {
  it('is printed on request', async () => {
    expect((await run('help')).status).toBe(DONE);
    expect((await run('staff', '--help')).output).toContain('staff FILE');
  });
});
