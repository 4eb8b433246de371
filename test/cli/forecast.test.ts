import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DONE, INPUT_WRONG, main } from '../../src/cli/main.ts';

const folder = mkdtempSync(join(tmpdir(), 'effectif-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** `effectif forecast` on files with these contents. */
async function forecast(files: Readonly<Record<string, string>>, ...args: string[]) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  let output = '';
  let errors = '';
  const status = await main(['forecast', ...args], {
    folder,
    bundle: '',
    out: (text) => (output += text),
    error: (text) => (errors += text),
  });
  return { status, output, errors };
}

const dateOf = (day: number) => new Date(Date.UTC(2026, 0, 5 + day)).toISOString().slice(0, 10);
/** Days by channel, a line for each, calls of 100 a day but for the marked ones. */
const daily = (channels: readonly string[], days: number, marked: (channel: string, day: number) => number) =>
  [
    'date,queue,calls',
    ...Array.from({ length: days }, (_, day) =>
      channels.map((channel) => `${dateOf(day)},${channel},${100 * marked(channel, day)}`),
    ).flat(),
  ].join('\n');

describe('special days of a forecast', () => {
  const history = daily(['phone', 'chat'], 42, (channel, day) =>
    day % 14 === 10 && channel === 'phone' ? 3 : 1,
  );
  const marks = [10, 24, 38, 45].map((day) => `${dateOf(day)},"Bill run, all",phone`);
  const args = ['history.csv', '--interval', '1440', '--days', '7', '--csv'];
  const meanOn = (output: string, channel: string) =>
    Number(
      output
        .split('\n')
        .find((line) => line.startsWith(`${channel},${dateOf(45)}`))
        ?.split(',')[2],
    );

  it('concern the channel they name', async () => {
    const files = { 'history.csv': history, 'days.csv': ['date,label,channel', ...marks].join('\n') };
    const { status, output } = await forecast(files, ...args, '--specials', 'days.csv');
    expect(status).toBe(DONE);
    expect(meanOn(output, 'phone')).toBeGreaterThan(250);
    expect(meanOn(output, 'chat')).toBeCloseTo(100, 6);
  });

  it('are refused where they name a channel that is not there', async () => {
    const days = 'date,label,channel\n2026-02-19,Bill run,fax\n';
    const files = { 'history.csv': history, 'days.csv': days };
    const { status, errors } = await forecast(files, ...args, '--specials', 'days.csv');
    expect(status).toBe(INPUT_WRONG);
    expect(errors).toMatch(/line 2: the history has no channel fax \(accepted: (phone, chat|chat, phone)\)/);
  });
});

describe('a channel without history', () => {
  const history = daily(['phone', 'chat'], 42, (_, day) => (day % 7 < 5 ? 1 : 0.25));
  const args = ['history.csv', '--interval', '1440', '--days', '7', '--new-channel', '550'];

  it('runs through the week as the channels of the file, with stated wide bands', async () => {
    const { status, output } = await forecast({ 'history.csv': history }, ...args, '--csv');
    expect(status).toBe(DONE);
    const rows = output.split('\n').filter((line) => line.startsWith('new channel,'));
    const cells = rows.map((row) => row.split(',').slice(2).map(Number));
    expect(cells.map(([mean]) => mean)).toEqual([100, 100, 100, 100, 100, 25, 25]);
    for (const [mean = 0, , low = 0, , , , high = 0] of cells) expect(high - low).toBeGreaterThan(0.7 * mean);
    expect((await forecast({}, ...args)).output).toContain('believed to swing by 20');
  });

  it('needs a week to take its hours from', async () => {
    const files = { 'history.csv': daily(['phone'], 3, () => 1) };
    const { status, errors } = await forecast(files, ...args);
    expect(status).toBe(INPUT_WRONG);
    expect(errors).toContain('no channel has a week');
  });
});
