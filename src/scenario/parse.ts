/** From anything to a scenario, or to the full list of what is wrong with it. */
import type { Issue } from '../errors.ts';
import { consistencyIssues } from './consistency.ts';
import { checkDocument } from './document.ts';
import type { Scenario } from './schema.ts';
import { untrustedIssues } from './untrusted.ts';
import { upgradeDocument } from './upgrade.ts';

export type ParsedScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Checks an untrusted document and brings it to the current version.
 *
 * The scenario is a copy that shares nothing with the input. It may still hold a channel that no
 * group serves, or more work than agents: those are results, shown as such, not errors.
 */
export function parseScenario(json: unknown): ParsedScenario {
  const untrusted = untrustedIssues(json);
  if (untrusted.length > 0) return { ok: false, issues: untrusted };
  const upgraded = upgradeDocument(json);
  if (!upgraded.ok) return upgraded;
  const { document, issues } = checkDocument(upgraded.document);
  const inconsistent = consistencyIssues(upgraded.document);
  if (document === null || inconsistent.length > 0)
    return { ok: false, issues: [...issues, ...inconsistent] };
  return { ok: true, scenario: document };
}
