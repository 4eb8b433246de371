/**
 * Brings an older scenario document to the version this release reads, one version at a time.
 *
 * A change of the format adds the step from the version before it to `UPGRADES`, a fixture of the
 * old version to the tests, and a line to scenarios/README.md.
 */
import type { Issue } from '../errors.ts';
import { fieldIssue } from './issue.ts';
import { SCENARIO_FORMAT, SCENARIO_VERSION } from './schema.ts';

export type JsonObject = { readonly [field: string]: unknown };

/** Step n turns a document of version n into one of version n + 1; it does not set `version`. Where only optional fields were added nothing changes. */
export type Upgrades = Readonly<Record<number, (document: JsonObject) => JsonObject>>;

export type Upgraded =
  | { readonly ok: true; readonly document: JsonObject }
  | { readonly ok: false; readonly issues: readonly Issue[] };

const same = (document: JsonObject): JsonObject => document;
const UPGRADES: Upgrades = { 1: formulasToAdjustments, 2: same, 3: same, 4: same, 5: same };

/** The document in the version of this release, otherwise unchecked. */
export function upgradeDocument(
  json: unknown,
  upgrades: Upgrades = UPGRADES,
  current: number = SCENARIO_VERSION,
): Upgraded {
  if (!isObject(json)) return refused('$', 'not-a-scenario', 'a scenario document (a JSON object)', json);
  if (json['format'] !== SCENARIO_FORMAT)
    return refused('format', 'not-a-scenario', `"${SCENARIO_FORMAT}"`, json['format'] ?? null);
  const version = json['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return refused('version', 'not-a-scenario', `a version from 1 to ${current}`, version ?? null);
  if (version > current)
    return refused(
      'version',
      'newer-version',
      `at most ${current}: the file comes from a newer release`,
      version,
    );
  let document = json;
  for (let step = version; step < current; step++) {
    const upgrade = upgrades[step];
    if (upgrade === undefined)
      return refused('version', 'older-version', 'a version that can be brought up to date', version);
    document = { ...upgrade(document), version: step + 1 };
  }
  return { ok: true, document };
}

/** Version 2: the one formula in place of the source became the first of several adjustments. */
function formulasToAdjustments(document: JsonObject): JsonObject {
  const channels = document['channels'];
  if (!Array.isArray(channels)) return document;
  return {
    ...document,
    channels: channels.map((channel: unknown) => {
      const demand = isObject(channel) ? channel['demand'] : null;
      if (!isObject(channel) || !isObject(demand) || !isObject(demand['override'])) return channel;
      const { override, ...rest } = demand;
      return {
        ...channel,
        demand: { ...rest, adjustments: [{ kind: 'formula', who: '', why: '', ...override }] },
      };
    }),
  };
}

function refused(
  field: string,
  code: 'not-a-scenario' | 'newer-version' | 'older-version',
  allowed: string,
  received: unknown,
): Upgraded {
  return { ok: false, issues: [fieldIssue(field === '$' ? [] : [field], { code, allowed }, received)] };
}

function isObject(json: unknown): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
