/** `npm run bench:forecast -- --data DIR [--series NAME] [--models a,b]` prints the table. */
import type { ModelName } from '../../../src/forecast/result.ts';
import { withinDayFigures } from './within-day.ts';
import { COMPARED, forecastFigures } from './protocol.ts';

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
const isWanted = (name: string) => series === undefined || series.split(',').includes(name);
for (const row of forecastFigures(data, isWanted, models ?? [...COMPARED, 'chosen']))
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

console.log('\nrest of the day   seen until  days  WAPE% before   after  ratio  in 80% band of the rest');
for (const row of withinDayFigures(data, isWanted))
  console.log(
    [
      row.series.padEnd(17),
      `${row.until}:00`.padStart(10),
      String(row.days).padStart(5),
      percent(row.wapeBefore).padStart(13),
      percent(row.wapeAfter),
      (row.wapeAfter / row.wapeBefore).toFixed(3).padStart(6),
      percent(row.restCoverage80),
    ].join(' '),
  );
