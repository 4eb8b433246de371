// The daily check: types, lint and format beside the unit tests that are not slow, each heard to its end.
import { spawn } from 'node:child_process';
import { execPath, exit } from 'node:process';

const tool = (path) => `node_modules/${path}`;
const unit = [
  tool('vitest/vitest.mjs'),
  'run',
  '--project',
  'unit',
  '--tags-filter',
  '!slow',
  '--reporter',
  'dot',
];
const lanes = [
  [{ name: 'unit tests', args: unit }],
  [
    { name: 'types', args: [tool('typescript/bin/tsc'), '-b'] },
    // Rules that need types take most of the time, and half of that on tests: npm test asks them there too.
    { name: 'lint', args: [tool('oxlint/bin/oxlint'), '--type-aware', 'src', 'workers'] },
    { name: 'lint of tests', args: [tool('oxlint/bin/oxlint'), 'test', '.ci', 'vite.config.ts'] },
    { name: 'format', args: ['.ci/format.mjs'] },
  ],
];

/** Runs a step and, once it has ended, prints all it said: lines of two steps never mix. */
function run({ name, args }) {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(execPath, args);
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => said.push(piece));
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      resolve({
        passed: code === 0,
        line: `${code === 0 ? '✓' : '✗'} ${name.padEnd(14)} ${seconds.padStart(6)} s`,
      });
    });
  });
}

const outcomes = await Promise.all(
  lanes.map(async (steps) => {
    const done = [];
    for (const step of steps) done.push(await run(step));
    return done;
  }),
);
for (const { line } of outcomes.flat()) console.log(line);
exit(outcomes.flat().every(({ passed }) => passed) ? 0 : 1);
