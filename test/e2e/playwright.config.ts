/** Drives the production build in a real Chromium; `.ci/e2e.mjs` finds the browser and a free port. */
import { defineConfig } from '@playwright/test';

const { CHROME_PATH, E2E_PORT = '4601', CI } = process.env;
const baseURL = `http://127.0.0.1:${E2E_PORT}/`;

export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  outputDir: '../../.cache/e2e',
  workers: 2,
  fullyParallel: true,
  forbidOnly: !!CI,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '../../.cache/playwright.json' }]],
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${E2E_PORT} --strictPort`,
    cwd: '../..',
    url: baseURL,
  },
  use: {
    baseURL,
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(CHROME_PATH ? { executablePath: CHROME_PATH } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-dev-shm-usage',
        '--no-first-run',
        '--no-pings',
      ],
    },
  },
});
