/** Scenario files: read one the user picks, hand one out, list the worked examples. */
import type { Issue } from '../../errors.ts';
import type { Scenario, Text } from '../../scenario/schema.ts';
import { readScenarioText, writeScenarioText } from '../../scenario/text-file.ts';

export type Opened =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly file: string; readonly issues: readonly Issue[] };

export type Example = { readonly id: string; readonly name: Text; readonly scenario: Scenario };

export type FileActions = {
  read(file: File): Promise<Opened>;
  save(scenario: Scenario, name: string): void;
  examples(): Promise<readonly Example[]>;
  /** What a first visit opens with; read only when called. */
  firstExample(): Promise<Scenario>;
};

/** 200 MB of text would stall the page before the parser could refuse it. */
const LARGEST_FILE = 20_000_000;

const FIRST = '../../../scenarios/retail-peak-week.json';

/** Their tests parse them; taking them as they are puts the first figures on screen sooner. */
const exampleFiles = import.meta.glob<Scenario>('../../../scenarios/*.json', { import: 'default' });

async function exampleAt(path: string): Promise<Scenario> {
  const load = exampleFiles[path];
  if (!load) throw new Error(`no worked example ${path}`);
  return load();
}

export function fileActions(): FileActions {
  return {
    async read(file) {
      if (file.size > LARGEST_FILE) {
        const issue = { path: file.name, code: 'too-large', message: 'larger than 20 MB', allowed: '20 MB' };
        return { ok: false, file: file.name, issues: [issue] };
      }
      const parsed = readScenarioText(await file.text());
      return parsed.ok ? parsed : { ok: false, file: file.name, issues: parsed.issues };
    },

    save(scenario, name) {
      const blob = new Blob([writeScenarioText(scenario)], { type: 'application/json' });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'scenario'}.json`;
      link.click();
      URL.revokeObjectURL(link.href);
    },

    firstExample: () => exampleAt(FIRST),

    async examples() {
      return Promise.all(
        Object.keys(exampleFiles).map(async (id) => {
          const scenario = await exampleAt(id);
          return { id, name: scenario.name, scenario };
        }),
      );
    },
  };
}
