import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjusted } from '../../src/scenario/adjustments.ts';
import { buildAxis, onAxis } from '../../src/scenario/axis.ts';
import { contactsOnGrid } from '../../src/scenario/demand.ts';
import { evaluateFormula } from '../../src/scenario/formula.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { Adjustment } from '../../src/scenario/schema-demand.ts';
import { formulaAdjustment } from '../../src/ui/pages/demand/formula-adjustment.ts';
import { exampleChannel, exampleScenario } from './example.ts';

const axis = buildAxis(exampleScenario().calendar); // one hourly week from 2026-11-23
const tens = Array.from({ length: 168 }, () => 10);
const by = { who: 'Ana', why: 'tax letters' };
const monday = { from: '2026-11-23T00:00', to: '2026-11-24T00:00' };
const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);

describe('adjusted', () => {
  it('scales a span, and an interval that lies half in it by half', () => {
    const { contacts, changes } = adjusted(
      tens,
      [{ ...by, kind: 'scale', from: '2026-11-23T09:30', to: '2026-11-23T11:00', factor: 1.2 }],
      axis,
    );
    expect(Array.from(contacts.slice(8, 12))).toEqual([10, 11, 12, 10]);
    expect(changes[0]).toBeCloseTo(3, 9);
  });

  it('brings a day to a total in the shape it has', () => {
    const shaped = tens.map((value, cell) => (cell === 9 ? 30 : cell < 24 ? value : 0));
    const { contacts } = adjusted(shaped, [{ ...by, ...monday, kind: 'total', contacts: 520 }], axis);
    expect(total(contacts)).toBeCloseTo(520, 9);
    expect(contacts[9]).toBeCloseTo(60, 9);
  });

  it('spreads evenly where nothing was expected', () => {
    const { contacts } = adjusted(
      tens.map(() => 0),
      [{ ...by, ...monday, kind: 'add', contacts: 48 }],
      axis,
    );
    expect(contacts[0]).toBe(2);
    expect(contacts[24]).toBe(0);
  });

  it('takes away no more than there is, and says how much that was', () => {
    const { contacts, changes } = adjusted(tens, [{ ...by, ...monday, kind: 'add', contacts: -1000 }], axis);
    expect(changes).toEqual([-240]);
    expect(Math.min(...contacts)).toBe(0);
  });

  it('goes one after another, typed cells over everything before', () => {
    const list: Adjustment[] = [
      { ...by, kind: 'formula', formula: '7', contacts: tens.map(() => 7) },
      { ...by, ...monday, kind: 'scale', factor: 2 },
      { ...by, kind: 'cells', cells: [{ cell: 3, contacts: 99 }] },
    ];
    const { contacts, changes } = adjusted(tens, list, axis);
    expect([contacts[2], contacts[3], contacts[24]]).toEqual([14, 99, 7]);
    expect(changes).toEqual([-504, 168, 85]);
  });

  it.each([
    // 1.1 × 50; 1.1 × 50 + 20; 1.1 × 0.01 + 20 for hardly any contacts becomes 75 with 50, not 100,000
    ['volume * 1.1', 10, 55],
    ['volume * 1.1 + 20', 10, 75],
    ['volume * 1.1 + 20', 0.01, 75],
    ['volume * 1.1 + 20', 0, 75],
    ['7', 10, 7],
  ])('carries %s, made on %d an hour, over to 50 an hour', (formula, made, expected) => {
    const weekdays = axis.days.map(({ weekday }) => weekday);
    const at = (volume: number) =>
      evaluateFormula(formula, { volume: tens.map(() => volume), weekdays, slotsPerDay: 24 });
    const outcome = at(made);
    if (!outcome.ok) throw new Error(outcome.issue.message);
    const base = tens.map(() => made);
    const adjustment = { ...by, ...formulaAdjustment(formula, base, outcome.contacts, at(made + 1)) };
    expect(Array.from(adjusted(base, [adjustment], axis).contacts)).toEqual(outcome.contacts);
    const { contacts } = adjusted(
      tens.map(() => 50),
      [adjustment],
      axis,
    );
    expect(contacts[40]).toBeCloseTo(expected, 9);
    const { demand } = exampleChannel();
    const channels = [exampleChannel({ demand: { ...demand, adjustments: [adjustment] } })];
    const read = parseScenario(structuredClone(exampleScenario({ channels })));
    expect(read.ok && read.scenario.channels[0]?.demand.adjustments).toEqual([adjustment]);
  });

  it(
    'adds up: the changes are the way from the source to the result, and nothing is negative',
    { tags: 'slow' },
    () => {
      const span = fc
        .tuple(
          fc.integer({ min: 0, max: 6 }),
          fc.integer({ min: 0, max: 22 }),
          fc.integer({ min: 1, max: 20 }),
        )
        .map(([day, hour, length]) => ({
          from: `2026-11-${23 + day}T${String(hour).padStart(2, '0')}:15`,
          to: `2026-11-${23 + day}T${String(Math.min(23, hour + length)).padStart(2, '0')}:45`,
        }));
      const adjustment = fc
        .tuple(span, fc.double({ min: -3000, max: 3000, noNaN: true }))
        .chain(([where, amount]) =>
          fc.constantFrom<Adjustment>(
            { ...by, ...where, kind: 'add', contacts: amount },
            { ...by, ...where, kind: 'total', contacts: Math.abs(amount) },
            { ...by, ...where, kind: 'scale', factor: Math.abs(amount) / 1000 },
          ),
        );
      fc.assert(
        fc.property(fc.array(adjustment, { maxLength: 5 }), (list) => {
          const { contacts, changes } = adjusted(tens, list, axis);
          const way = changes.reduce((sum, change) => sum + change, 1680);
          expect(total(contacts)).toBeCloseTo(way, 6);
          expect(contacts.every((value) => value >= 0)).toBe(true);
        }),
      );
    },
  );

  it.each([
    // 23 and 25 hours of 10
    ['2026-03-29', '2026-03-30', 230],
    ['2026-10-25', '2026-10-26', 250],
  ])('counts what really happens on %s, when the clock changes', (date, next, before) => {
    const paris = { ...exampleScenario().calendar, timeZone: 'Europe/Paris', start: date, days: 1 };
    const changed = buildAxis(paris);
    const span = { ...by, from: `${date}T00:00`, to: `${next}T00:00` };
    const list: Adjustment[] = [
      { ...span, kind: 'total', contacts: 1200 },
      { ...span, kind: 'add', contacts: 100 },
    ];
    const day = adjusted(tens.slice(0, 24), list, changed);
    expect(total(onAxis(changed, day.contacts))).toBeCloseTo(1300, 9);
    expect(day.changes[0]).toBeCloseTo(1200 - before, 9);
    expect(day.changes[1]).toBeCloseTo(100, 9);
    const empty = adjusted(new Float64Array(24), list.slice(1), changed);
    expect(total(onAxis(changed, empty.contacts))).toBeCloseTo(100, 9);
    const skipped = { ...span, from: `${date}T02:00`, to: `${date}T03:00` };
    const hour = adjusted(tens.slice(0, 24), [{ ...skipped, kind: 'add', contacts: 30 }], changed);
    expect(hour.changes[0]).toBeCloseTo(before === 230 ? 0 : 30, 9);
    expect(hour.contacts.every(Number.isFinite)).toBe(true);
  });

  it('comes before the what-if factor', () => {
    const { demand } = exampleChannel();
    const channel = exampleChannel({
      volumeFactor: 2,
      demand: { ...demand, adjustments: [{ ...by, ...monday, kind: 'scale', factor: 1.5 }] },
    });
    expect(Array.from(contactsOnGrid(channel, [], axis).slice(23, 25))).toEqual([30, 20]);
  });
});
