/** `npm run bench:forecast -- --data DIR [--series NAME] [--models a,b]` prints the table. */
import type { ModelName } from '../../src/forecast/result.ts';
import { COMPARED, forecastFigures } from './forecast.ts';

const option = (name: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const KNOWN: readonly (ModelName | 'chosen')[] = [
  ...COMPARED,
  'recentProfile',
  'profile',
  'longProfile',
  'profileCarry',
  'trend',
  'regression',
  'combination',
  'chosen',
];
const modelNamed = (text: string) => {
  const found = KNOWN.find((name) => name === text);
  if (found === undefined) throw new Error(`no model ${text}`);
  return found;
};
const data = option('data');
if (data === undefined) {
  console.error('usage: npm run bench:forecast -- --data DIR [--series NAME] [--models a,b]');
  process.exit(2);
}
const series = option('series');
const models = option('models')?.split(',').map(modelNamed);
const percent = (share: number) => (Number.isFinite(share) ? (100 * share).toFixed(2) : '–').padStart(7);
console.log(
  'series         horizon  model          origins values   WAPE%   bias%  pinb.%   n≥10   80%    95%     ms',
);
for (const row of forecastFigures(
  data,
  (name) => series === undefined || series.split(',').includes(name),
  models ?? [...COMPARED, 'chosen'],
))
  console.log(
    [
      row.series.padEnd(14),
      row.horizon.padEnd(8),
      row.model.padEnd(14),
      String(row.origins).padStart(7),
      String(row.values).padStart(6),
      percent(row.wape),
      percent(row.bias),
      percent(row.pinball),
      String(row.bandValues).padStart(6),
      percent(row.coverage80),
      percent(row.coverage95),
      row.milliseconds.toFixed(1).padStart(6),
    ].join(' '),
  );
