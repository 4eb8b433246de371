// Bundles `test/bench/run.ts` for Node, so that what is measured is compiled as the app is, and runs it.
import { spawnSync } from 'node:child_process';
import { argv, env, execPath, exit } from 'node:process';
import { build } from 'vite';
import { findBrowser } from './find-browser.mjs';

await build({
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: {
    ssr: 'test/bench/run.ts',
    outDir: '.cache/bench',
    emptyOutDir: true,
    target: 'node20',
    // A constant is compiled into the code that reads it, a variable is not.
    rolldownOptions: { output: { entryFileNames: 'run.mjs', topLevelVar: false } },
  },
});
const { status } = spawnSync(execPath, ['.cache/bench/run.mjs', ...argv.slice(2)], {
  stdio: 'inherit',
  env: { ...env, CHROME_PATH: (await findBrowser()) ?? '' },
});
exit(status ?? 1);
