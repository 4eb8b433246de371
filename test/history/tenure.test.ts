import { describe, expect, it } from 'vitest';
import { addedContacts } from '../../src/history/contact-facts.ts';
import {
  addedTenure,
  handleTimesByTenure,
  newcomerPace,
  noTenure,
  noteTenure,
  TenureReader,
} from '../../src/history/tenure.ts';
import { addedTenureDays, isTenureColumns, tenureRows } from '../../src/history/tenure-days.ts';
import { guessOf, importOf, stamps } from './tables.ts';

/** Eighty calls: the odd ones by an agent new on the floor, a quarter longer than those of an old hand. */
const log = (heading: string, newcomer: string, old: string) =>
  [
    `start time,queue,talk time,wait,${heading}`,
    ...stamps('2026-03-02T08:00', 80, 7).map((start, i) =>
      [
        `${start}:13`,
        'Sales',
        (i % 2 === 0 ? 300 : 400) + (i % 4 < 2 ? -10 : 10),
        5,
        i % 2 === 0 ? old : newcomer,
      ].join(),
    ),
  ].join('\n');
const tenureOf = (text: string) => addedContacts('all', importOf(text).contacts).tenure;

describe('handle times by tenure', () => {
  it.each([
    ['agent tenure (months)', '0.5', '24', 'months'],
    ['Tenure days', '15', '800', 'days'],
    ['ancienneté (ans)', '0.04', '3', 'years'],
    ['Hire date', '2026-02-20', '2020-05-04', 'months'],
  ])('are read under %s', (heading, newcomer, old, unit) => {
    const text = log(heading, newcomer, old);
    const { columns } = guessOf(text).mapping;
    expect(columns[4]).toEqual({ role: 'tenure', tenureUnit: unit });
    const bands = handleTimesByTenure(tenureOf(text));
    expect(bands).toMatchObject([
      { from: 0, to: 1, contacts: 40, mean: 400 },
      { from: 12, to: null, contacts: 40, mean: 300 },
    ]);
    // Python: 1.96 * statistics.stdev([390, 410] * 20) / 40 ** 0.5
    expect(((bands[0]?.high ?? 0) - (bands[0]?.low ?? 0)) / 2).toBeCloseTo(3.1385, 4);
    // 350 s on average: 350 / 400
    expect(newcomerPace(tenureOf(text))).toBeCloseTo(0.875, 12);
  });

  it('call the first three months new, and compare them with enough others only', () => {
    const totals = noTenure();
    for (let i = 0; i < 40; i++) noteTenure(totals, 2.9, 400);
    for (let i = 0; i < 29; i++) noteTenure(totals, 3, 300);
    expect(newcomerPace(totals)).toBeNull();
    for (let i = 0; i < 11; i++) noteTenure(totals, 3, 300);
    expect(newcomerPace(totals)).toBeCloseTo(350 / 400, 12);
  });

  it('are read in weeks, and not from what nobody has', () => {
    const weeks = new TenureReader({ decimal: '.', dateOrder: 'ymd' }, 'weeks');
    expect(weeks.read('52', 0)).toBe(true);
    // 364 days of months of 30.4375
    expect(weeks.months).toBeCloseTo(11.959, 3);
    expect(weeks.read('4000', 0)).toBe(false);
    expect(weeks.read('-1', 0)).toBe(false);
    expect(weeks.read('new', 0)).toBe(false);
  });

  it('say nothing where only one band, or too few contacts, are known', () => {
    const totals = noTenure();
    for (let i = 0; i < 40; i++) noteTenure(totals, 5, 300);
    for (let i = 0; i < 29; i++) noteTenure(totals, 2.9, 400);
    expect(handleTimesByTenure(totals)).toEqual([]);
    expect(newcomerPace(totals)).toBeNull();
    noteTenure(totals, 1, 400);
    expect(handleTimesByTenure(addedTenure([totals, noTenure()])).map(({ from, to }) => [from, to])).toEqual([
      [1, 3],
      [3, 6],
    ]);
  });

  it('refuse what is no tenure, and keep the contact', () => {
    const text = log('hire date', '2026-02-20', '2020-05-04');
    const wrong = text.replace('2026-02-20', 'soon').replace('2026-02-20', '2027-01-01');
    const { report, series } = importOf(wrong);
    expect(series[0]?.values.reduce((a, b) => a + b, 0)).toBe(80);
    expect(report.rejectionsByCode).toEqual([{ code: 'noTenure', count: 2 }]);
    expect(tenureOf(wrong).handled[0]).toBe(38);
  });

  it('come day by day with the series, for the forecast', () => {
    const text = log('agent tenure (months)', '0.5', '24');
    const tenure = importOf(text).series[0]?.tenure;
    expect(tenure?.days).toEqual(Int32Array.of(Date.UTC(2026, 2, 2) / 86_400_000));
    expect(tenure?.handled).toEqual(Float64Array.of(40, 0, 0, 0, 40));
    expect(tenure?.seconds).toEqual(Float64Array.of(16_000, 0, 0, 0, 12_000));
    expect(importOf(text.replaceAll(/,[^,\n]*$/gm, '')).series[0]?.tenure).toBeUndefined();
  });

  it('keep queues apart when they are added, and are known again in a store', () => {
    const columns = (days: number[]) => ({
      days: Int32Array.from(days),
      handled: new Float64Array(5 * days.length).fill(1),
      seconds: new Float64Array(5 * days.length).fill(100),
    });
    const added = addedTenureDays([columns([2, 4]), undefined, columns([1, 2])]);
    expect(added?.days).toEqual(Int32Array.of(1, 2, 2, 4));
    expect(added?.handled).toHaveLength(20);
    expect(addedTenureDays([undefined])).toBeUndefined();
    expect(tenureRows(columns([7])).map(({ day }) => day)).toEqual([7]);
    expect(isTenureColumns(columns([1, 2]))).toBe(true);
    for (const damaged of [
      null,
      7,
      {},
      { ...columns([1, 2]), days: [1, 2] },
      { ...columns([1]), handled: new Float64Array(4) },
    ])
      expect(isTenureColumns(damaged)).toBe(false);
  });
});
