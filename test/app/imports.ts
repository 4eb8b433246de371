/** An import with the real readers and engines, and the browser's stores in memory. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ForecastJob } from '../../src/app/forecast-job.ts';
import { importDriver } from '../../src/app/import-driver.ts';
import type { HistoryImport, Source } from '../../src/app/import-history.ts';
import type { SeriesStep } from '../../src/app/import-session.ts';
import { createAppStore } from '../../src/app/store.ts';
import type { Mapping } from '../../src/history/mapping.ts';
import type { SeriesColumns } from '../../src/history/report.ts';
import { readHistory } from '../../src/history/history-reader.ts';
import { compareHistories, joinedHistory } from '../../src/history/merge.ts';
import { previewRows } from '../../src/history/preview.ts';
import { inspect } from '../../src/history/sniff.ts';
import { forecastImported } from '../../src/scenario/workbench.ts';
import { exampleChannel, exampleScenario } from '../scenario/example.ts';

const never = new Promise<never>(() => {});

/** The header and the last rows of a file: whole ones take seconds. */
export function recent(name: string, rows: number): string {
  const lines = readFileSync(resolve(import.meta.dirname, '../fixtures', name), 'utf8')
    .trimEnd()
    .split('\n');
  return [lines[0], ...lines.slice(-rows)].join('\n');
}

function textOf(source: Source): string {
  if (typeof source !== 'string') throw new Error('only texts here');
  return source;
}

const history: HistoryImport = {
  inspect: (source, options) => Promise.resolve(inspect(textOf(source), options)),
  preview: (source, mapping) => Promise.resolve(previewRows(textOf(source), mapping)),
  read: (source, mapping) => Promise.resolve(readHistory([textOf(source)], mapping)),
  readLog: () => Promise.reject(new Error('not asked for')),
  compare: (earlier, fresh) => Promise.resolve(compareHistories(earlier, fresh)),
  join: (earlier, fresh, preferred, exceptions) =>
    Promise.resolve(joinedHistory(earlier, fresh, preferred, exceptions)),
  stop: () => {},
};
const forecasts: ForecastJob = {
  run: (question, options) => Promise.resolve(forecastImported(question, options)),
};

export const scenario = exampleScenario({
  calendar: { ...exampleScenario().calendar, intervalMinutes: 30 },
  channels: [
    exampleChannel({
      volumeFactor: 1.2,
      demand: { source: { kind: 'typed', contacts: Array.from({ length: 336 }, () => 10) }, dayFactorCv: 0 },
    }),
  ],
  groups: [],
});

export function open() {
  const app = createAppStore(scenario, scenario, {
    engines: {
      analyse: () => never,
      analyseInFull: () => never,
      analyseAside: () => never,
      interrupt: () => {},
      actions: () => never,
      driverEffects: () => never,
      assuranceFrontier: () => never,
      serviceLevelPrices: () => never,
      exactDay: () => never,
      dayBands: () => never,
      definedLevels: () => never,
      intervalEffects: () => never,
      assuranceCurve: () => never,
    },
    save: () => Promise.resolve(),
    later: () => () => {},
    workers: 1,
    simulate: () => never,
  });
  // the browser's own stores, in memory
  const histories = new Map<string, readonly SeriesColumns[]>();
  const mappings = new Map<string, Mapping>();
  let ids = 0;
  const imports = importDriver(
    app,
    history,
    forecasts,
    {
      keep: (id, series) => Promise.resolve(void histories.set(id, series)),
      load: (id) => Promise.resolve(histories.get(id) ?? null),
    },
    () => `history ${ids++}`,
    {
      recall: (headings) => mappings.get(headings.join()) ?? null,
      remember: (headings, _, mapping) => void mappings.set(headings.join(), mapping),
    },
  );
  return { app, imports };
}

export async function settled() {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}

export async function imported(file: string, rows: number) {
  const { app, imports } = open();
  imports.commands.choose(recent(file, rows), { name: file, bytes: 1 });
  await settled();
  imports.commands.read();
  await settled();
  const session = (): SeriesStep => {
    const state = imports.store.getState();
    if (state.step !== 'series') throw new Error(`stopped at ${state.step}`);
    return state;
  };
  session();
  return { app, imports, session };
}
