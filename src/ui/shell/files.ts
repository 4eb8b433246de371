/** Scenario files: read one the user picks, hand one out, list the worked examples. */
import type { Issue } from '../../errors.ts';
import type { Scenario, Text } from '../../scenario/schema.ts';

export type Opened =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly file: string; readonly issues: readonly Issue[] };

export type Example = { readonly id: string; readonly name: Text; readonly scenario: Scenario };

type Parse = (
  json: unknown,
) =>
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly issues: readonly Issue[] };

export type FileActions = {
  read(file: File): Promise<Opened>;
  save(scenario: Scenario, name: string): void;
  examples(): Promise<readonly Example[]>;
  /** What a first visit opens with; read only when called. */
  firstExample(): Promise<() => Scenario>;
};

/** 200 MB of text would stall the page before the parser could refuse it. */
const LARGEST_FILE = 20_000_000;

const FIRST = '../../../scenarios/retail-peak-week.json';

const exampleFiles = import.meta.glob<unknown>('../../../scenarios/*.json', { import: 'default' });

export function fileActions(parseScenario: Parse): FileActions {
  return {
    async read(file) {
      const fail = (code: string, message: string): Opened => ({
        ok: false,
        file: file.name,
        issues: [{ path: '$', code, message }],
      });
      if (file.size > LARGEST_FILE) return fail('tooLarge', 'larger than 20 MB');
      let json: unknown;
      try {
        json = JSON.parse(await file.text());
      } catch (error) {
        return fail('notJson', error instanceof Error ? error.message : String(error));
      }
      const parsed = parseScenario(json);
      return parsed.ok ? parsed : { ok: false, file: file.name, issues: parsed.issues };
    },

    save(scenario, name) {
      const blob = new Blob([JSON.stringify(scenario, null, 1)], { type: 'application/json' });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'scenario'}.json`;
      link.click();
      URL.revokeObjectURL(link.href);
    },

    async firstExample() {
      const json = await exampleFiles[FIRST]?.();
      return () => {
        const parsed = parseScenario(json);
        if (!parsed.ok) throw new Error(`the worked example is damaged: ${parsed.issues[0]?.message ?? ''}`);
        return parsed.scenario;
      };
    },

    async examples() {
      const loaded = await Promise.all(
        Object.entries(exampleFiles).map(async ([path, load]) => {
          const parsed = parseScenario(await load());
          return parsed.ok ? [{ id: path, name: parsed.scenario.name, scenario: parsed.scenario }] : [];
        }),
      );
      return loaded.flat();
    },
  };
}
