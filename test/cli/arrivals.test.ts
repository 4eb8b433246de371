import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DONE, INPUT_WRONG, main, USAGE_WRONG } from '../../src/cli/main.ts';
import { writeScenarioText } from '../../src/scenario/text-file.ts';
import { exampleScenario } from '../scenario/example.ts';

const folder = mkdtempSync(join(tmpdir(), 'effectif-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Calls at second 7, 14, 21, … of every open hour of the first day planned: 10 in the first hour, 20 in the second, … */
const calls = Array.from({ length: 12 }, (_, hour) =>
  Array.from({ length: 10 * (hour + 1) }, (_call, k) => {
    const second = 7 * (k + 1);
    const clock = [8 + hour, Math.floor(second / 60), second % 60].map((n) => String(n).padStart(2, '0'));
    return `2026-11-23 ${clock.join(':')},Phone,00${k}`;
  }),
).flat();
const head = 'Start time,Queue,Caller';
const write = (name: string, lines: readonly string[]) => writeFileSync(join(folder, name), lines.join('\n'));
write('calls.csv', [head, ...calls, '2026-11-23 25:99:00,Phone,1', '2026-11-23 09:00:00,Fax,2']);
write('lastyear.csv', [head, ...calls.map((line) => line.replace('2026-11-23', '2025-11-24'))]);
write('fax.csv', [head, ...calls.map((line) => line.replace('Phone', 'Fax'))]);
const counts = Array.from({ length: 24 }, (_, hour) => `2026-11-23 ${String(hour).padStart(2, '0')}:00,5`);
write('counts.csv', ['start,calls', ...counts]);
writeFileSync(join(folder, 'week.json'), writeScenarioText(exampleScenario()));

async function run(...args: string[]) {
  let [output, errors] = ['', ''];
  const out = (text: string) => (output += text);
  const status = await main(['simulate', 'week.json', '--replications', '4', '--workers', '1', ...args], {
    folder,
    bundle: '',
    out,
    error: (text) => (errors += text),
  });
  return { status, output, errors };
}

describe('a log of contacts', () => {
  it('is played contact by contact, the same in every replication', async () => {
    const { status, output, errors } = await run('--arrivals', 'calls.csv', '--csv');
    expect(status).toBe(DONE);
    const rows = output.split('\n').map((line) => line.split(','));
    const offered = rows.filter(
      ([kind, , from, , measure]) => kind === 'channel' && from !== '' && measure === 'offered',
    );
    const counts = Array.from({ length: 168 }, (_, hour) => (hour >= 8 && hour < 20 ? 10 * (hour - 7) : 0));
    expect(offered.map(([, , , , , ...values]) => values.map(Number))).toEqual(
      counts.map((count) => [count, count, count]),
    );
    expect(errors).toContain('calls.csv: the same contacts in every replication: phone 780\n');
    expect(errors).toContain('not used, as no channel is called so: Fax (1, first row 783)');
    expect(errors).toMatch(/not used: 1 of 782 rows, first row 782, .*25:99:00/);
  });

  it('is played with the handle times it tells, or as talk times, or with those of the plan', async () => {
    const lines = Array.from({ length: 40 }, (_, k) => {
      const clock = [9 + Math.floor(k / 4), 15 * (k % 4), 7].map((n) => String(n).padStart(2, '0'));
      return `2026-11-23 ${clock.join(':')},Phone,${k % 4 === 0 ? '' : 20}`;
    });
    write('timed.csv', ['Start time,Queue,Talk time (s)', ...lines]);
    const log = await run('--arrivals', 'timed.csv', '--arrivals-handle-times', 'log', '--json');
    expect(log.errors).toContain(
      'timed.csv: read with Start time as date and time, Queue as channel, Talk time (s) as handle time\n',
    );
    expect(log.errors).toContain(
      'on phone 30 take as long as in the log, on average 20 s; the others are drawn',
    );
    expect(JSON.parse(log.output)).toMatchObject({
      arrivals: { played: [{ told: { contacts: 30, mean: 20 }, asTold: true }] },
    });
    const planned = await run('--arrivals', 'timed.csv', '--arrivals-handle-times', 'scenario', '--json');
    expect(planned.errors).toContain('handle times of phone are drawn, not those of the log');
    // Unless asked otherwise, as the heading says.
    const talk = await run('--arrivals', 'timed.csv', '--json');
    expect(talk.errors).toContain('on average 20 s, and the work after the contact; the others are drawn');
    const busy = [log, talk, planned].map(({ output }) => {
      const summary: { groups: { occupancy: { value: number } }[] } = JSON.parse(output);
      return summary.groups[0]?.occupancy.value ?? 0;
    });
    // Thirty contacts take the work after them, 60 s, longer; and their planned 240 s and that.
    expect(busy[1]).toBeGreaterThan((busy[0] ?? 0) * 1.05);
    expect(busy[2]).toBeGreaterThan((busy[1] ?? 0) * 1.05);
    expect((await run('--arrivals', 'timed.csv', '--arrivals-handle-times', 'none')).status).toBe(
      USAGE_WRONG,
    );
    expect((await run('--arrivals-handle-times', 'log')).status).toBe(USAGE_WRONG);
  });

  it('may be of another week', async () => {
    const other = await run('--arrivals', 'lastyear.csv');
    expect(other.status).toBe(INPUT_WRONG);
    expect(other.errors).toContain('from 2025-11-24 to 2025-11-24');
    const moved = await run('--arrivals', 'lastyear.csv', '--arrivals-from', '2025-11-24', '--json');
    expect(JSON.parse(moved.output)).toMatchObject({
      arrivals: { played: [{ channel: 'phone', contacts: 780, closed: null }] },
      channels: [{ offered: { value: 780, low: 780, high: 780 } }],
    });
  });

  it('is refused where nothing of it can be played, and where it is none', async () => {
    expect(await run('--arrivals', 'fax.csv')).toMatchObject({
      status: INPUT_WRONG,
      output: '',
      errors: expect.stringContaining(
        'no channel of the scenario is called Fax (780, first row 2)',
      ) as unknown,
    });
    expect(await run('--arrivals', 'fax.csv', '--arrivals-channel', 'phone')).toMatchObject({ status: DONE });
    expect((await run('--arrivals', 'counts.csv')).errors).toContain('counts of intervals, not contacts');
    for (const wrong of [
      ['--arrivals-from', '2025-11-24'],
      ['--arrivals', 'calls.csv', '--arrivals-from', 'monday'],
      ['--arrivals', 'calls.csv', '--arrivals-channel', 'fax'],
    ])
      expect((await run(...wrong)).status).toBe(USAGE_WRONG);
  });
});
