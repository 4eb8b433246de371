import { expect, it } from 'vitest';
import { parseDate } from '../../src/numeric/civil-date.ts';
import { templateText } from '../../src/history/template.ts';
import { importOf } from './tables.ts';

it.each(['.', ','] as const)('is a file that reads back once it is filled in, decimal %s', (decimal) => {
  const text = templateText({
    channels: ['phone', 'chat'],
    intervalMinutes: 30,
    firstDay: parseDate('2026-03-02') ?? 0,
    days: 7,
    decimal,
  });
  const [header = '', first = ''] = text.split('\r\n');
  expect(header.split(decimal === ',' ? ';' : ',')).toEqual([
    'start',
    'phone contacts',
    'phone aht s',
    'chat contacts',
    'chat aht s',
  ]);
  expect(first.slice(0, 16)).toBe('2026-03-02T00:00');
  const [mark, figures] = decimal === ',' ? [';', ';1,5;300;2;600'] : [',', ',1.5,300,2,600'];
  const filled = text.replaceAll(mark.repeat(4), figures);
  const { report, series } = importOf(filled);
  expect(report.channels.map(({ channel, contacts }) => [channel, contacts])).toEqual([
    ['phone', 336 * 1.5],
    ['chat', 336 * 2],
  ]);
  expect((series[1]?.handleSeconds?.[0] ?? 0) / (series[1]?.handled?.[0] ?? 0)).toBe(600);
});
