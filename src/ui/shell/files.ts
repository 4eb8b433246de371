/** Scenario files: read one the user picks, hand one out, list the worked examples. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Issue } from '../../errors.ts';
import type { Scenario, Text } from '../../scenario/schema.ts';
import { readScenarioText, writeScenarioText } from '../../scenario/text-file.ts';
import { example, exampleIds } from './examples.ts';

export type Opened =
  | { readonly ok: true; readonly scenario: Scenario }
  | {
      readonly ok: false;
      readonly file: string;
      readonly issues: readonly Issue[];
      /** The file, where it is a table: perhaps a history. */
      readonly table: File | null;
    };

export type Example = { readonly id: string; readonly name: Text; readonly scenario: Scenario };

export type FileActions = {
  /** A file that the import of a history is to take. */
  readonly handedOver: StoreApi<{ readonly file: File | null }>;
  read(file: File): Promise<Opened>;
  save(scenario: Scenario, name: string): void;
  examples(): Promise<readonly Example[]>;
};

/** 200 MB of text would stall the page before the parser could refuse it. */
const LARGEST_FILE = 20_000_000;

const TABLE_NAME = /\.(?:csv|tsv|xlsx|xlsm|xls|ods)$/i;

export function fileActions(): FileActions {
  return {
    handedOver: createStore(() => ({ file: null })),

    async read(file) {
      if (TABLE_NAME.test(file.name)) return { ok: false, file: file.name, issues: [], table: file };
      if (file.size > LARGEST_FILE) {
        const issue = { path: file.name, code: 'too-large', message: 'larger than 20 MB', allowed: '20 MB' };
        return { ok: false, file: file.name, issues: [issue], table: null };
      }
      const text = await file.text();
      const parsed = readScenarioText(text);
      if (parsed.ok) return parsed;
      const table = looksLikeTable(text) ? file : null;
      return { ok: false, file: file.name, issues: parsed.issues, table };
    },

    save(scenario, name) {
      const blob = new Blob([writeScenarioText(scenario)], { type: 'application/json' });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'scenario'}.json`;
      link.click();
      URL.revokeObjectURL(link.href);
    },

    async examples() {
      return Promise.all(
        exampleIds.map(async (id) => {
          const scenario = await example(id);
          return { id, name: scenario.name, scenario };
        }),
      );
    },
  };
}

/** Whether the first lines split alike at a mark that tables use; JSON begins with a bracket. */
export function looksLikeTable(text: string): boolean {
  const lines = text
    .slice(0, 4000)
    .split(/\r?\n/, 4)
    .filter((line) => line.trim() !== '');
  if (lines.length < 2 || /^\s*[[{]/.test(text) || text.includes('\0')) return false;
  return [';', ',', '\t', '|'].some((mark) => {
    const [first = 0, ...others] = lines.slice(0, 3).map((line) => line.split(mark).length);
    return first > 1 && others.every((count) => count === first);
  });
}
