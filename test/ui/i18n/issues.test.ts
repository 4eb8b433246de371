/** Every refusal of a scenario file has a French sentence: nothing of the core's English shows through. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../../src/errors.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { readScenarioText } from '../../../src/scenario/text-file.ts';
import { fr } from '../../../src/ui/i18n/fr.ts';
import { allowedInFrench } from '../../../src/ui/i18n/fr/issues.ts';
import { withCallbackOffer } from '../../../src/scenario/structure.ts';
import { comingBack, exampleScenario, seldomUsed } from '../../scenario/example.ts';

// oxlint-disable-next-line no-explicit-any -- breaking loose JSON at any place is the point
type Json = any;

/** Bad values that between them break every kind of field. */
const BAD: readonly unknown[] = [null, true, '', 'x'.repeat(500), -1e12, 1e12, 0.5, [], [[]], {}, '"'];

/** The document with each of its fields in turn replaced by each bad value, left out, or doubled. */
function* broken(document: unknown): Generator {
  for (const path of paths(document, []))
    for (const value of [...BAD, undefined, 'twice']) yield withValue(document, path, value);
}

function* paths(node: unknown, path: readonly string[]): Generator<readonly string[]> {
  if (path.length > 0) yield path;
  if (typeof node !== 'object' || node === null) return;
  // The entries of a long list are alike.
  for (const key of Object.keys(node).slice(0, Array.isArray(node) ? 2 : undefined))
    yield* paths(Reflect.get(node, key), [...path, key]);
}

function withValue(document: unknown, path: readonly string[], value: unknown): unknown {
  const copy: Json = structuredClone(document);
  let parent: Json = copy;
  for (const key of path.slice(0, -1)) parent = parent[key];
  const last = path.at(-1) ?? '';
  const before: unknown = parent[last];
  if (value === 'twice') {
    if (Array.isArray(before)) parent[last] = [...before, ...before];
  } else if (value === undefined) {
    if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else delete parent[last];
  } else parent[last] = value;
  return copy;
}

const issuesOf = (json: unknown): readonly Issue[] => {
  const result = parseScenario(json);
  return result.ok ? [] : result.issues;
};

describe('the French of a refused scenario', { tags: 'slow' }, () => {
  let found: Issue[] = [];
  beforeAll(() => {
    const twoWays = exampleScenario({ channels: comingBack() });
    const switches = [
      { share: 1, to: 'mail', delay: 60 },
      { share: 0.1, to: 'phone', delay: 60 },
    ].map((value) => withValue(twoWays, ['channels', '0', 'afterwards', 'switch'], value));
    const documents = [
      exampleScenario(),
      withCallbackOffer(exampleScenario({ channels: comingBack() }), 'phone'),
      seldomUsed(),
    ];
    found = [...documents.flatMap((document) => [...broken(document)]), ...switches].flatMap(issuesOf);
  });

  it('knows what every field admits', () => {
    const allowed = new Set(found.map((issue) => issue.allowed ?? ''));
    const unknown = [...allowed].filter((text) => text !== '' && allowedInFrench(text) === null);
    // A clock change has a sentence of its own.
    expect(unknown.filter((text) => !text.includes('clock'))).toEqual([]);
    expect(allowed.size).toBeGreaterThan(25);
  });

  it('is not the English sentence', () => {
    const sentences = found.map((issue) => ({ said: fr.issues.sentence(issue), english: issue.message }));
    expect(sentences.length).toBeGreaterThan(1000);
    expect(sentences.filter(({ said, english }) => said === english)).toEqual([]);
    // a narrow no-break space stands there
    expect(sentences.filter(({ said }) => / [;:!?%»]|« /.test(said))).toEqual([]);
  });
});

describe('the French of a refused file', () => {
  it('names the place in a file that is no scenario', () => {
    const said = (text: string) => {
      const result = readScenarioText(text);
      return result.ok ? [] : result.issues.map((issue) => fr.issues.sentence(issue));
    };
    expect(said('{"format": ')).toEqual(['ligne 1, colonne 12 : le fichier s’arrête ici']);
    expect(said('\0')).toEqual(['le fichier doit être du texte, et non un fichier binaire']);
    expect(said('')).toEqual(['le fichier doit être un scénario, et non vide']);
    expect(said('[]')[0]).toContain('autre chose qu’un scénario');
    expect(said('{"format":"effectif-scenario","version":999}')[0]).toContain('d’une version plus récente');
  });
});
