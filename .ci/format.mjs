// The format of what has changed: Prettier takes longer to ask itself how to write a file than to read them all.
// What it once found well written, under the same version and rules, is remembered by content.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { execPath, exit } from 'node:process';

const memory = '.cache/formatted.json';
const elsewhere = /^(\.git|\.cache|node_modules|dist|coverage|test-results)(\/|$)/;
const prettier = 'node_modules/prettier/bin/prettier.cjs';

function* files(folder) {
  for (const entry of readdirSync(folder || '.', { withFileTypes: true })) {
    const path = folder + entry.name;
    if (elsewhere.test(path)) continue;
    if (entry.isDirectory()) yield* files(`${path}/`);
    else if (entry.isFile()) yield path;
  }
}

function remembered() {
  try {
    return JSON.parse(readFileSync(memory, 'utf8'));
  } catch {
    return []; // none yet
  }
}

const rules = ['package.json', '.prettierignore', 'node_modules/prettier/package.json'].map((path) =>
  readFileSync(path),
);
const digest = (path) => {
  const hash = createHash('sha256').update(path);
  for (const piece of [...rules, readFileSync(path)]) hash.update('\0').update(piece);
  return hash.digest('hex');
};
const known = new Set(remembered());
const digests = new Map(Array.from(files(''), (path) => [path, digest(path)]));
const changed = [...digests.keys()].filter((path) => !known.has(digests.get(path)));
if (changed.length > 0) {
  const options = ['--check', '--ignore-unknown', '--log-level', 'warn'];
  // A command line holds some hundred names everywhere.
  const which = changed.length > 300 ? ['.'] : changed;
  const { status } = spawnSync(execPath, [prettier, ...options, ...which], { stdio: 'inherit' });
  if (status !== 0) exit(status ?? 1);
}
mkdirSync('.cache', { recursive: true });
writeFileSync(memory, JSON.stringify([...digests.values()]));
