import { expect, it } from 'vitest';
import { areHours, closedHours, openingHours } from '../../src/history/opening-hours.ts';
import { importOf, stamps } from './tables.ts';

/** Two weeks from Monday: calls from 08:00 to 18:00, on Friday to 12:00, none at the weekend but for rows of zeros. */
const rows = stamps('2026-03-02T00:00', 14 * 48).map((s, i) => {
  const weekday = Math.floor(i / 48) % 7;
  const time = s.slice(11);
  const open = weekday < 5 && time >= '08:00' && time < (weekday === 4 ? '12:00' : '18:00');
  return `${s},${open ? 5 : 0}`;
});
const series = importOf(['start,calls', ...rows].join('\n')).series[0] ?? expect.fail();

it('opens where contacts ever came', () => {
  const { spans, reached } = openingHours(series);
  expect(spans).toEqual([
    ...Array.from({ length: 4 }, () => [['08:00', '18:00']]),
    [['08:00', '12:00']],
    [],
    [],
  ]);
  expect(reached).toEqual(Array.from({ length: 7 }, () => true));
});

it('closes where none ever came, on weekdays that were seen', () => {
  expect(closedHours(series)[4]).toEqual([
    ['00:00', '08:00'],
    ['12:00', '24:00'],
  ]);
  const days = importOf(['start,calls', ...rows.slice(0, 3 * 48)].join('\n')).series[0] ?? expect.fail();
  expect(openingHours(days).reached).toEqual([true, true, true, false, false, false, false]);
  expect(closedHours(days)[5]).toEqual([]);
});

it('takes many short spans for contacts that are few, not for hours', () => {
  expect(areHours(closedHours(series))).toBe(true);
  const seldom = stamps('2026-03-02T00:00', 8 * 48).map((s, i) => `${s},${i % 7 === 0 ? 1 : 0}`);
  const { report, series: list } = importOf(['start,tickets', ...seldom].join('\n'));
  expect(areHours(closedHours(list[0] ?? expect.fail()))).toBe(false);
  const kinds = report.findings.map(({ kind }) => kind);
  expect(kinds).toContain('sparseHours');
  expect(kinds).not.toContain('closedHours');
});
