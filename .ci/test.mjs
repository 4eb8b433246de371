// Everything that decides whether the project is sound. Every step runs even when an earlier one failed, and
// the last line adds up the tests; a step that fails without tests counts as one, and no test at all is a failure too.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { env, execPath, exit } from 'node:process';

const vitestReport = '.cache/vitest.json';
const playwrightReport = '.cache/playwright.json';
mkdirSync('.cache', { recursive: true });
for (const report of [vitestReport, playwrightReport]) rmSync(report, { force: true });

const tool = (path) => `node_modules/${path}`;
const steps = [
  { name: 'types', args: [tool('typescript/bin/tsc'), '-b'] },
  { name: 'lint', args: [tool('oxlint/bin/oxlint'), '--type-aware'] },
  { name: 'format', args: [tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
  {
    name: 'unit, property and statistical tests',
    args: [
      tool('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${vitestReport}`,
    ],
    count: () => {
      const { numPassedTests, numFailedTests, numFailedTestSuites } = read(vitestReport);
      return [numPassedTests, numFailedTests || numFailedTestSuites];
    },
  },
  { name: 'production build', args: [tool('vite/bin/vite.js'), 'build', '--logLevel', 'warn'] },
  {
    name: 'browser tests',
    needs: 'production build',
    args: ['.ci/e2e.mjs'],
    count: () => {
      if (!env.CI && !existsSync(playwrightReport)) return [0, 0]; // skipped aloud: no browser on this machine
      const { expected, unexpected, flaky } = read(playwrightReport).stats;
      return [expected, unexpected + flaky];
    },
  },
];
const read = (report) => JSON.parse(readFileSync(report, 'utf8'));

/** Passed and failed tests of a step; one without a report of its own only counts when it fails. */
function countOf(step, succeeded) {
  try {
    const [passed, failed] = step.count?.() ?? [0, 0];
    return { passed, failed: succeeded ? failed : Math.max(failed, 1) };
  } catch {
    return { passed: 0, failed: 1 }; // it died before it could report
  }
}

const outcomes = new Map();
for (const step of steps) {
  console.log(`\n── ${step.name}`);
  const started = performance.now();
  const possible = !step.needs || outcomes.get(step.needs)?.failed === 0;
  const succeeded = possible && spawnSync(execPath, step.args, { stdio: 'inherit' }).status === 0;
  const seconds = (performance.now() - started) / 1000;
  outcomes.set(step.name, { ...countOf(step, succeeded), seconds });
}

console.log('');
for (const [name, { passed, failed, seconds }] of outcomes)
  console.log(
    `${failed ? '✗' : '✓'} ${name.padEnd(38)} ${seconds.toFixed(1).padStart(6)} s  +${passed} -${failed}`,
  );
const sum = (key) => [...outcomes.values()].reduce((total, outcome) => total + outcome[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
exit(sum('failed') === 0 && sum('passed') > 0 ? 0 : 1);
