/** The engine in a browser and in Node: the same bundle, model and seed must give the same bytes. */
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { build } from 'vite';
import { expect, test } from './app.ts';
import { everyFamily } from '../simulation/every-family.ts';

test.use({ baseURL: '' });

const bundled = ['retail-peak-week', 'bank-phone'];

test('simulates to the same bytes in Node and in a browser', async ({ page }) => {
  const code = await engineScript();
  const scenarios = bundled.map((name) => readFileSync(`scenarios/${name}.json`, 'utf8'));
  const task = `${code}
    JSON.stringify([
      effectif.simulateModel(${JSON.stringify(everyFamily)}, { seed: 5, replications: 8 }),
      ...[${scenarios.join()}].map((file) =>
        effectif.simulate(effectif.parseScenario(file).scenario, { seed: 20260101, replications: 2 }),
      ),
    ])`;
  const inNode: unknown = runInNewContext(task);
  await page.goto('about:blank');
  expect(await page.evaluate<string>(task)).toBe(inNode);
});

/** The public face as one script that sets `effectif`. */
async function engineScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: 'src/index.ts', formats: ['iife'], name: 'effectif' },
    },
  });
  for (const result of Array.isArray(built) ? built : [built])
    if ('output' in result) return result.output[0].code;
  throw new Error('the engine was not bundled');
}
