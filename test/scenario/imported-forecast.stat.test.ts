/** From one file to many forecasts. */
import { describe, expect, it } from 'vitest';
import { formatDate } from '../../src/numeric/civil-date.ts';
import { FIRST_DAY } from '../forecast/generated.ts';
import { importOf } from '../history/tables.ts';
import { DAYS, forecastOf, total } from './forecast-of.ts';

describe('200 queues in one file', () => {
  const days = Array.from({ length: DAYS }, (_, day) => day);
  // a queue without any contact among them
  const level = (queue: number) => (queue === 7 ? 0 : 5 + queue * 3);
  const rowOf = (queue: number, day: number) =>
    `${formatDate(FIRST_DAY + day)},Q${queue},${Math.round(level(queue) * (1 + ((day * 5 + queue) % 7) / 10))}`;
  const queues = Array.from({ length: 200 }, (_, queue) => queue);
  const file = (list: readonly number[]) =>
    ['date,queue,calls', ...days.flatMap((day) => list.map((queue) => rowOf(queue, day)))].join('\n');

  it('give 200 forecasts, each that of its own file', () => {
    const { series } = importOf(file(queues));
    expect(series).toHaveLength(200);
    const totals = series.map(total);
    totals.forEach((sum, i) => {
      const queue = Number(series[i]?.channel.slice(1));
      const usual =
        days.slice(-28).reduce((all, day) => all + Number(rowOf(queue, day).split(',')[2]), 0) / 4;
      expect(Math.abs(sum - usual)).toBeLessThanOrEqual(0.1 * usual + 0.5);
    });
    for (const queue of [0, 7, 199]) {
      const [alone] = importOf(file([queue])).series;
      const among = series.find(({ channel }) => channel === `Q${queue}`);
      expect(forecastOf(alone).quantiles).toEqual(forecastOf(among).quantiles);
    }
  });
});
