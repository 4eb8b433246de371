/** The command line as a real process: bundled, on several threads, with its exit status. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

function effectif(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/effectif.mjs', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('the command line', () => {
  it('bundles itself and runs', () => {
    const queue = ['--contacts-per-hour', '200', '--handle-time', '180'];
    expect(effectif('erlang', ...queue, '--json')).toMatchObject({ status: 0, stderr: '' });
  });

  it('gives the same bytes on one thread and on three', () => {
    const args = ['simulate', 'scenarios/small-team.json', '--replications', '20', '--json'];
    const one = effectif(...args, '--workers', '1');
    const three = effectif(...args, '--workers', '3');
    expect(one.status).toBe(0);
    expect(three.stdout).toBe(one.stdout);
  });

  it('stops at the same replication on any number of threads, and writes the same spreadsheet', () => {
    const args = ['simulate', 'scenarios/small-team.json', '--replications', '2000', '--until', '2pp'];
    const one = effectif(...args, '--csv', '--workers', '1');
    const three = effectif(...args, '--csv', '--workers', '3');
    expect(one.status).toBe(0);
    expect(one.stdout).toMatch(/^kind,id,from,to,measure,value,low,high\nchannel,/);
    expect(three.stdout).toBe(one.stdout);
    const { replications } = JSON.parse(effectif(...args, '--json').stdout);
    expect([64, 128, 256, 512, 1024]).toContain(replications);
  });

  it('ends with status 1 for wrong input and 2 for wrong usage', () => {
    expect(effectif('check', 'package.json')).toMatchObject({ status: 1, stdout: '' });
    expect(effectif('erlang')).toMatchObject({ status: 2, stdout: '' });
  });
});
