/** `effectif erlang` run in a folder with the files that its tests and examples name. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { main } from '../../src/cli/main.ts';

/** The parts of the JSON that the tests read. */
export type Printed = {
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

/** A folder of its own for each test file: workers may share this module, and the first file to end clears up. */
export function erlangFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'effectif-erlang-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  // The second channel lets everybody wait.
  writeFileSync(
    join(folder, 'channels.csv'),
    'name,contactsPerHour,handleTime,agentTurn,customerTurn,limit,patience\nchat,60,300,30,60,3,180\nmessaging,30,400,30,90,5,\n',
  );
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

  /** Puts a file there. */
  function keep(name: string, text: string): void {
    writeFileSync(join(folder, name), text);
  }

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

  return { keep, run };
}

export const LINE = '--contacts-per-hour 200 --handle-time 180';
