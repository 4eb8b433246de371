/** What a forecast takes in time and in bytes. */
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { formatDate } from '../../src/numeric/civil-date.ts';
import { forecastChannel } from '../../src/forecast/forecast-channel.ts';
import { FIRST_DAY, madeHistory, seriesOf } from '../forecast/generated.ts';
import { medianSeconds, type Figure } from './figure.ts';

const HALF_YEAR = 182;
const QUANTILES = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975];

const halfHours = (seed: number, level = 3000) =>
  seriesOf(madeHistory({ days: HALF_YEAR, intervalMinutes: 30, level, seed, openHours: 24 }));

const fourWeeks = (series: ReturnType<typeof halfHours>, everyModel = false) =>
  forecastChannel(series, {
    from: formatDate(FIRST_DAY + HALF_YEAR),
    days: 28,
    quantiles: QUANTILES,
    everyModel,
  });

export function forecastFigures(): Figure[] {
  const one = halfHours(1);
  const sparse = halfHours(1, 150);
  const queues = Array.from({ length: 20 }, (_, k) => halfHours(100 + k));
  const worker = readdirSync('dist/assets').find((file) => file.startsWith('forecast.worker-'));
  return [
    {
      name: '26 weeks of half-hours, four weeks ahead',
      value: medianSeconds(() => fourWeeks(one)) * 1000,
      unit: 'ms',
      aim: { atMost: 150 },
      note: 'all day, all week; fit, choice of model and quantiles',
    },
    {
      name: 'the same with bands of every model',
      value: medianSeconds(() => fourWeeks(one, true)) * 1000,
      unit: 'ms',
      note: 'asked for once somebody looks at how good the forecast is',
    },
    {
      name: 'the same with three contacts in each',
      value: medianSeconds(() => fourWeeks(sparse)) * 1000,
      unit: 'ms',
      aim: { atMost: 150 },
      note: 'whole numbers instead of a law without steps',
    },
    {
      name: '20 busy queues',
      value: medianSeconds(() => queues.map((queue) => fourWeeks(queue)), 3),
      unit: 's',
      aim: { atMost: 3 },
      note: 'one after another',
    },
    {
      name: 'the engine in its worker',
      value:
        worker === undefined
          ? Number.NaN
          : gzipSync(readFileSync(`dist/assets/${worker}`), { level: 9 }).length / 1024,
      unit: 'kB gzip',
      aim: { atMost: 30 },
    },
  ];
}
