// Browser tests of the production build in `dist`; more arguments go to Playwright (`npm run e2e -- -g walk`).
// A missing browser is a failure on a build machine and a loud skip elsewhere.
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { argv, env, exit } from 'node:process';
import { findBrowser } from './find-browser.mjs';

const browser = await findBrowser();
if (!browser) {
  const advice = 'Set CHROME_PATH or install Chrome or Chromium.';
  if (env.CI) {
    console.error(`No Chromium for the browser tests. ${advice}`);
    exit(1);
  }
  console.warn(`\n!!! BROWSER TESTS SKIPPED: no Chromium found. ${advice}\n`);
  exit(0);
}
console.log(`Chromium: ${browser}`);

const freePort = await new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/@playwright/test/cli.js',
    'test',
    '--config',
    'test/e2e/playwright.config.ts',
    ...argv.slice(2),
  ],
  { stdio: 'inherit', env: { ...env, CHROME_PATH: browser, E2E_PORT: String(freePort) } },
);
exit(status ?? 1);
