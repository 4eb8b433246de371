import { describe, expect, it } from 'vitest';
import { evaluateFormula, type FormulaInput } from '../../src/scenario/formula.ts';

// Friday and Saturday in six-hour intervals
const input: FormulaInput = { volume: [0, 100, 80, 10, 0, 60, 50, 4], weekdays: [4, 5], slotsPerDay: 4 };

function contacts(formula: string): number[] {
  const outcome = evaluateFormula(formula, input);
  if (!outcome.ok) throw new Error(outcome.issue.message);
  return outcome.contacts;
}

function complaint(formula: string) {
  const outcome = evaluateFormula(formula, input);
  return outcome.ok ? null : { code: outcome.issue.code, ...outcome.issue.values };
}

describe('evaluateFormula', () => {
  it('computes with the volume of every interval', () => {
    expect(contacts('volume * 1.15 + 20').map((x) => Math.round(x * 100) / 100)).toEqual([
      20, 135, 112, 31.5, 20, 89, 77.5, 24.6,
    ]);
  });

  it('knows day, weekday, interval and hour', () => {
    expect(contacts('day * 1000 + weekday * 100 + interval * 10')).toEqual([
      1510, 1520, 1530, 1540, 2610, 2620, 2630, 2640,
    ]);
    expect(contacts('weekday >= 6 or hour < 12 ? 0 : max(volume, 50)')).toEqual([0, 0, 80, 50, 0, 0, 0, 0]);
  });

  it('takes the narrow spaces of French typography for spaces', () => {
    expect(contacts('hour < 12\u202F? 0\u202F: 1')).toEqual([0, 0, 1, 1, 0, 0, 1, 1]);
  });

  it('keeps nothing from one interval to the next', () => {
    expect(complaint('day == 2 ? a : (a = 1)')).toEqual({ code: 'formulaUnknown', name: 'a' });
  });

  it.each([
    ['', { code: 'formulaEmpty' }],
    ['volume *', { code: 'formulaSyntax', at: 9 }],
    ['volume * 1,1', { code: 'formulaComma', name: '1,1', value: '1.1' }],
    ['if(hour < 12, 0, volume)', { code: 'formulaIf' }],
    ['IF(hour < 12, 0, volume)', { code: 'formulaIf' }],
    ['if hour < 12 then 0', { code: 'formulaIf' }],
    ['vol * 2', { code: 'formulaUnknown', name: 'vol' }],
    ['import(1)', { code: 'formulaUnknown', name: 'import' }],
    ['zeros(1e8)', { code: 'formulaUnknown', name: 'zeros' }],
    ['1:1e9', { code: 'formulaUnknown', name: 'range' }],
    ['volume > 5', { code: 'formulaNoNumber' }],
    ['"a"', { code: 'formulaNoNumber' }],
    ['volume.constructor', { code: 'formulaWrong' }],
    ['f(x) = f(x + 1) + 1; f(1)', { code: 'formulaEndless' }],
    ['volume - 5', { code: 'formulaRange', value: -5, day: 0, slot: 0, most: 1e7 }],
    ['volume / (volume - 100)', { code: 'formulaRange', value: Infinity, day: 0, slot: 1, most: 1e7 }],
    ['volume * 1e12', { code: 'formulaRange', value: 1e14, day: 0, slot: 1, most: 1e7 }],
    ['(volume - 100) ^ 0.5', { code: 'formulaRange', value: 'NaN', day: 0, slot: 0, most: 1e7 }],
    ['1' + '+1'.repeat(1000), { code: 'formulaLong', most: 2000 }],
  ])('refuses %s', (formula, expected) => {
    expect(complaint(formula)).toEqual(expected);
  });
});
