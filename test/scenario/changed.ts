/** Documents broken on purpose, and what the parser says of them. */
import { parseScenario } from '../../src/scenario/parse.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { exampleScenario } from './example.ts';

// oxlint-disable-next-line no-explicit-any -- changing loose JSON at any place is the point
export type Change = (document: any) => void;

/** The example as loose JSON, changed. */
export function changed(change: Change, base: Scenario = exampleScenario()): unknown {
  const document: unknown = JSON.parse(JSON.stringify(base));
  change(document);
  return document;
}

export function issuesOf(json: unknown): string[] {
  const result = parseScenario(json);
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path}`);
}
