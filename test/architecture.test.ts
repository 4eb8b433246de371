/** Imports point one way: a folder sees only the folders named beside it (and units, errors). */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const engines = [
  'numeric',
  'random',
  'queueing',
  'history',
  'forecast',
  'simulation',
  'staffing',
  'scheduling',
  'finance',
  'experience',
];
const allowed: Record<string, readonly string[]> = {
  numeric: [],
  random: ['numeric'],
  queueing: ['numeric'],
  history: ['numeric'],
  forecast: ['numeric', 'random'],
  simulation: ['numeric', 'random'],
  staffing: ['numeric', 'queueing'],
  scheduling: ['numeric', 'queueing'],
  finance: [],
  experience: [],
  scenario: engines,
  workers: [...engines, 'scenario'],
  app: [...engines, 'scenario', 'workers'],
  cli: [...engines, 'scenario', 'index.ts'],
  ui: [...engines, 'scenario', 'app'],
  'index.ts': [...engines, 'scenario'],
};

const root = resolve(import.meta.dirname, '..');

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** `src/queueing/erlang-b.ts` -> `queueing`; `src/index.ts` -> `index.ts`. */
function layerOf(file: string): string {
  const parts = file.split(sep);
  return parts[0] === 'src' ? (parts[1] ?? '') : (parts[0] ?? '');
}

const files = [...sources('src'), ...sources('workers')];
const imports = files.flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import|new URL)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map((match) => ({
    file,
    target: relative(root, resolve(root, dirname(file), match[1] ?? '')),
  }));
});

describe('architecture', () => {
  it('lets no import point up', () => {
    const wrong = imports
      .filter(({ file, target }) => {
        const from = layerOf(file);
        const to = layerOf(target);
        if (from === to || ['units.ts', 'errors.ts'].includes(to)) return false;
        // units and errors see nothing; main.tsx lives in ui and joins everything
        return !(allowed[from] ?? []).includes(to);
      })
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(wrong).toEqual([]);
  });

  it('names no folder utils, helpers, common or manager', () => {
    const vague = files.filter((file) => /(^|[/\\])(utils?|helpers?|common|managers?)([/\\.]|$)/.test(file));
    expect(vague).toEqual([]);
  });
});
