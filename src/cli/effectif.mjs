// Starts the command line: bundles it when its sources have changed, then runs it under this Node.
// The bundle is named after the sources it was made of, so two runs at once cannot disturb each other.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '../..');
const cache = join(root, '.cache/cli');

/** Sources the bundle can hold: all of the core, and the packages in the versions of the lock file. */
function sources() {
  const outside = new Set(['app', 'ui']);
  const files = readdirSync(join(root, 'src'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !outside.has(file.split(/[/\\]/)[1] ?? ''));
  return [...files.toSorted(), 'package-lock.json', 'vite.config.ts'];
}

function nameOfBundle() {
  const hash = createHash('sha256');
  for (const file of sources()) hash.update(file).update(readFileSync(join(root, file)));
  return `effectif-${hash.digest('hex').slice(0, 16)}.js`;
}

async function bundle(name) {
  const { build } = await import('vite').catch(() => {
    console.error('The packages are not installed yet: run `npm ci --ignore-scripts` first.');
    process.exit(1);
  });
  const workshop = join(cache, `build-${process.pid}`);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'src/cli/main.ts',
      outDir: workshop,
      target: 'node20',
      copyPublicDir: false,
      // A constant is compiled into the code that reads it, a variable is not.
      rolldownOptions: { output: { entryFileNames: name, codeSplitting: false, topLevelVar: false } },
    },
  });
  for (const old of readdirSync(cache)) if (old.startsWith('effectif-')) rmSync(join(cache, old));
  renameSync(join(workshop, name), join(cache, name));
  rmSync(workshop, { recursive: true });
}

// `effectif … | head` closes the pipe early: nobody is left to print for
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

mkdirSync(cache, { recursive: true });
const name = nameOfBundle();
const file = join(cache, name);
if (!existsSync(file)) await bundle(name);
const { main } = await import(pathToFileURL(file).href);
// npm runs scripts in the folder of the package: files are named from where the user stands
const folder = process.env.npm_lifecycle_event === 'effectif' ? process.env.INIT_CWD : undefined;
process.exitCode = await main(process.argv.slice(2), {
  folder: folder ?? process.cwd(),
  bundle: file,
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
});
