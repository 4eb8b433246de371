/** A log from the file to the figures: read as guessed or as corrected, and what is there kept until something better is. */
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { HistoryImport } from '../../src/app/import-history.ts';
import { logDriver } from '../../src/app/log-driver.ts';
import { mappingMemory } from '../../src/app/mapping-memory.ts';
import type { PlayedLog, Simulations } from '../../src/app/simulator.ts';
import type { ContactLog } from '../../src/history/contact-log.ts';
import { previewRows } from '../../src/history/preview.ts';
import { inspect } from '../../src/history/sniff.ts';
import { replayLog, type ReplayOptions } from '../../src/scenario/replay-log.ts';
import { analyse } from '../../src/scenario/analyse.ts';
import type { Analysis } from '../../src/scenario/analysis.ts';
import { createMemory } from '../../src/scenario/memory.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { readLogSource } from '../../workers/history-source.ts';
import { packLog, unpackLog } from '../../workers/packed-log.ts';
import { exampleChannel, exampleScenario } from '../scenario/example.ts';

const calls = Array.from(
  { length: 20 },
  (_, k) => `2026-11-23 09:${String(10 + k)}:07,Phone,${100 + k},${2 * k}`,
);
const logFile = (name: string, lines: readonly string[]) => new File([lines.join('\n')], name);
const good = logFile('calls.csv', ['started,queue,talk time,pause', ...calls]);

function textBefore(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (n) => [...kept.keys()][n] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

type Rest = {
  readonly storage?: Storage;
  readonly analysis?: Analysis;
  /** Contacts that the log is said to have on its day, in place of its own. */
  readonly contacts?: number;
};

function open(scenario: Scenario, { storage = textBefore(), analysis, contacts }: Rest = {}) {
  const played: { readonly log: ContactLog; readonly options: ReplayOptions }[] = [];
  const textOf = async (source: Blob | string) => (typeof source === 'string' ? source : await source.text());
  const history = {
    inspect: async (source, options) => inspect(await textOf(source), options),
    preview: async (source, mapping) => previewRows(await textOf(source), mapping),
    readLog: async (source, mapping) => {
      const reading = await readLogSource(await textOf(source), mapping, () => undefined);
      if (!reading.ok) return reading;
      const log = packLog(reading.log);
      const [day = 0] = log.byDay.keys();
      const many = contacts === undefined ? {} : { contacts, byDay: new Map([[day, contacts]]) };
      return { ...reading, log: { ...log, ...many } };
    },
    stop: () => undefined,
  } satisfies Partial<HistoryImport>;
  const simulations = {
    async playLog(of, packed, options): Promise<PlayedLog> {
      await setTimeout(20);
      options.signal.throwIfAborted();
      const log = contacts === undefined ? await unpackLog(packed) : NO_CONTACTS;
      played.push({ log, options });
      return { report: replayLog(of, log, options).report, summary: null };
    },
  } satisfies Partial<Simulations>;
  const driver = logDriver(
    {
      scenario: () => scenario,
      analysis: () => analysis ?? null,
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all that is asked for
      simulations: () => Promise.resolve(simulations as Partial<Simulations> as Simulations),
      workers: 2,
    },
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all that is asked for
    history as Partial<HistoryImport> as HistoryImport,
    mappingMemory(storage),
  );
  const state = () => driver.store.getState();
  const settled = async () => {
    // Between two pieces of work nothing is under way for a task.
    for (let still = 0; still < 3; still++) {
      await setTimeout(10);
      const { busy, play, look } = state();
      if (busy !== null || play.status === 'playing' || look?.previewing === true) still = -1;
    }
    return state();
  };
  return { ...driver, state, settled, played };
}

const NO_CONTACTS: ContactLog = {
  channels: [],
  within: [],
  reasons: [],
  channel: new Int32Array(0),
  at: new Float64Array(0),
  reason: new Int32Array(0),
  handleTime: new Float64Array(0),
  row: new Int32Array(0),
};
const scenario = exampleScenario();

describe('a log on the page', () => {
  it('is read as guessed, played with its own times, and read again as corrected', async () => {
    const storage = textBefore();
    const { commands, settled, played } = open(scenario, { storage });
    commands.choose(good);
    const first = await settled();
    expect(first.look?.mapping.columns.map(({ role }) => role)).toEqual([
      'start',
      'channel',
      'handleTime',
      'ignore',
    ]);
    expect(first.options.handleTimes).toBe('talk');
    expect(first.play).toMatchObject({
      status: 'done',
      answer: { report: { played: [{ contacts: 20, told: { mean: 109.5 }, asTold: true }] } },
    });
    const mapping = first.look?.mapping ?? expect.fail();
    const roles = ['start', 'channel', 'ignore', 'handleTime'] as const;
    commands.correct({ ...mapping, columns: roles.map((role) => ({ role })) });
    expect((await settled()).look).toMatchObject({ recalled: false, previewing: false });
    commands.readAgain();
    // Nothing was said for the first call, which took no time.
    expect((await settled()).play).toMatchObject({
      answer: { report: { played: [{ told: { contacts: 19, mean: 20 } }] } },
    });
    expect(played.map(({ log }) => log.handleTime[19])).toEqual([119, 38]);
    // Another file of the source, on another day: as corrected.
    const again = open(scenario, { storage });
    again.commands.choose(logFile('next.csv', ['started,queue,talk time,pause', ...calls]));
    const next = await again.settled();
    expect(next.look).toMatchObject({
      recalled: true,
      mapping: { columns: roles.map((role) => ({ role })) },
    });
    again.commands.guessAfresh();
    expect((await again.settled()).look?.mapping.columns[2]?.role).toBe('handleTime');
  });

  it('stays where the next file cannot be read, which says why in its rows', async () => {
    const { commands, settled } = open(scenario);
    commands.choose(good);
    const before = (await settled()).read;
    commands.choose(
      logFile('wrong.csv', ['started,queue', '2026-02-30 09:00:01,A', '2026-02-30 09:00:02,A']),
    );
    const after = await settled();
    expect(after.read).toBe(before);
    expect(after.refused?.file).toBe('wrong.csv');
    expect(after.refused?.issues).not.toEqual([]);
    const counts = Array.from(
      { length: 24 },
      (_, k) => `2026-11-23 ${String(k).padStart(2, '0')}:00,${k + 5}`,
    );
    commands.choose(logFile('counts.csv', ['start,calls', ...counts]));
    const refused = await settled();
    expect(refused.refused).toMatchObject({ file: 'counts.csv', issues: [{ code: 'notALog' }] });
    // Its columns can be corrected all the same.
    expect(refused.look?.file).toBe('counts.csv');
    expect(refused.read).toBe(before);
  });

  it('of a plan with one channel is of that one, whatever the log calls it; of two, as named', async () => {
    const lines = calls.map((line) => line.replace('Phone', 'Zebra'));
    const zebras = logFile('zebras.csv', ['started,queue,talk time,pause', ...lines]);
    const one = open(scenario);
    one.commands.choose(zebras);
    expect(await one.settled()).toMatchObject({
      options: { assigned: { Zebra: 'phone' } },
      play: { answer: { report: { played: [{ contacts: 20 }] } } },
    });
    const two = open(exampleScenario({ channels: [exampleChannel(), exampleChannel({ id: 'b' })] }));
    two.commands.choose(zebras);
    expect((await two.settled()).options.assigned).toEqual({});
    two.commands.playWith({ assigned: { Zebra: 'b' }, handleTimes: 'scenario' });
    expect(await two.settled()).toMatchObject({
      play: { answer: { report: { played: [{ channel: 'b', contacts: 20, asTold: false }] } } },
    });
  });

  it('waits for a word where it would take long, and plays it then', async () => {
    const analysis = analyse(scenario, createMemory());
    const { commands, settled } = open(scenario, { analysis, contacts: 15_000_000 });
    commands.choose(good);
    // Eight times 15 million contacts at 500,000 a second on two workers: two minutes.
    const held = (await settled()).play;
    expect(held).toMatchObject({ status: 'held' });
    expect(held.status === 'held' && held.cost.seconds).toBeCloseTo(120, -1);
    commands.playAllTheSame();
    expect((await settled()).play.status).toBe('done');
  });

  it('called off by another file leaves nothing under way', async () => {
    const { commands, settled, state } = open(scenario);
    commands.choose(good);
    while (state().play.status !== 'playing') await setTimeout(1);
    commands.choose(logFile('empty.csv', ['']));
    expect(state().play.status).toBe('stopped');
    expect(await settled()).toMatchObject({ busy: null, play: { status: 'stopped' } });
    commands.playWith({});
    commands.stop();
    expect((await settled()).play.status).toBe('stopped');
  });

  it('is refused before it is read where it is surely too long', async () => {
    const { commands, settled } = open(scenario);
    const long = logFile('long.csv', ['started,queue,talk time,pause', ...calls]);
    Object.defineProperty(long, 'size', { value: 1_900_000_000 });
    commands.choose(long);
    expect(await settled()).toMatchObject({ read: null, refused: { issues: [{ code: 'tooManyContacts' }] } });
  });
});
