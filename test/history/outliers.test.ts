import { describe, expect, it } from 'vitest';
import { outliersOf } from '../../src/history/outliers.ts';
import { importOf, stamps } from './tables.ts';

/** Four weeks of half-hours with 20 to 24 contacts. */
const starts = stamps('2026-03-02T00:00', 28 * 48);
const usual = (i: number) => 20 + (i % 5);

function fileWith(changed: Readonly<Record<number, number>>): string {
  return ['start,calls', ...starts.map((start, i) => `${start},${changed[i] ?? usual(i)}`)].join('\n');
}

describe('figures far out', () => {
  it('are told with their place and size', () => {
    const { report } = importOf(fileWith({ 500: 9999 }));
    expect(report.findings.find(({ kind }) => kind === 'outlier')).toEqual({
      kind: 'outlier',
      channel: 'calls',
      count: 1,
      examples: [{ start: starts[500], contacts: 9999 }],
    });
  });

  it('are found though another stands at the same time of week', () => {
    const { series } = importOf(fileWith({ 500: 9999, [500 + 7 * 48]: 9999 }));
    expect(series.flatMap((columns) => outliersOf(columns))).toEqual([500, 500 + 7 * 48]);
  });

  it('are not those of a busy day', () => {
    const busy = Object.fromEntries(Array.from({ length: 48 }, (_, k) => [480 + k, 4 * usual(k)]));
    const { report } = importOf(fileWith(busy));
    expect(report.findings.some(({ kind }) => kind === 'outlier')).toBe(false);
  });
});
