// The format of what has changed: Prettier takes longer to ask itself how to write a file than to read them all.
// What it once found well written, under the same version and rules, is remembered by content. Rules are this script
// and every file that Prettier may read for them, in any folder.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { execPath, exit } from 'node:process';

const memory = '.cache/formatted.json';
const elsewhere = /^(\.git|\.cache|node_modules|dist|coverage|test-results)(\/|$)/;
const ruling =
  /(^|\/)(\.prettierrc.*|prettier\.config\..+|\.editorconfig|\.prettierignore|\.gitignore|package\.(json|yaml)|format\.mjs)$/;
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

const paths = [...files('')];
const rules = ['node_modules/prettier/package.json', ...paths.filter((path) => ruling.test(path))];
const ruled = createHash('sha256');
for (const path of rules)
  ruled.update(`${path}\0`).update(createHash('sha256').update(readFileSync(path)).digest());
const common = ruled.digest();
const digest = (path) =>
  createHash('sha256').update(common).update(`${path}\0`).update(readFileSync(path)).digest('hex');
const known = new Set(remembered());
const digests = new Map(Array.from(paths, (path) => [path, digest(path)]));
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
