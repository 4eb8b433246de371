import { describe, expect, it } from 'vitest';
import { formatsFor } from '../../../../src/ui/format.ts';
import {
  differenceText,
  differenceWithRange,
  digitsOf,
} from '../../../../src/ui/pages/compare/difference-text.ts';
import type { PairedRow } from '../../../../src/ui/pages/compare/paired-rows.ts';

const f = formatsFor('en', 'EUR');

function shown(
  unit: PairedRow['unit'],
  verdict: PairedRow['verdict'],
  ...[value, low, high]: readonly [number, number, number]
): string[] {
  const difference = { value, low, high };
  const row: PairedRow = { id: 'x', channel: 'phone', kind: 'serviceLevel', unit, difference, verdict };
  return [value, low, high].map((one) =>
    differenceText(one, unit, digitsOf(row), f).replace('\u202F', ' ').replace('\u2060', ''),
  );
}

describe('a simulated difference', () => {
  it('has one digit more where it is real but would read as nought', () => {
    expect(shown('share', 'worse', -0.0004, -0.0006, -0.0002)).toEqual(['−0.04', '−0.06', '−0.02']);
    expect(shown('share', 'better', 0.0011, 0.0018, 0.00004)).toEqual(['+0.110', '+0.180', '+0.004']);
    expect(shown('duration', 'worse', 0.03, 0.02, 0.04)).toEqual(['+0.03 s', '+0.02 s', '+0.04 s']);
  });

  it('has one digit wherever that tells it from nought, and where it is not settled', () => {
    expect(shown('share', 'better', 0.1234, 0.1, 0.15)).toEqual(['+12.3', '+10.0', '+15.0']);
    expect(shown('share', 'open', 0.0001, -0.001, 0.0012)).toEqual(['0', '−0.1', '+0.1']);
    expect(shown('duration', 'better', -75, -80, -70)).toEqual(['−1:15', '−1:20', '−1:10']);
  });

  it('has whole money, and cents where there is no more', () => {
    expect(shown('money', 'better', -7.41, -11.28, -2.72)).toEqual(['−€7', '−€11', '−€3']);
    expect(shown('money', 'worse', 0.3, 0.25, 0.35)).toEqual(['+€0.30', '+€0.25', '+€0.35']);
    expect(shown('money', 'open', 0.001, -0.2, 0.2)).toEqual(['€0', '€0', '€0']);
  });

  it('is "0" where it reads as nought, without a sign', () => {
    const noughts = (['share', 'duration', 'count'] as const).map((unit) =>
      [0, 4e-4, -4e-4].map((value) => differenceText(value, unit, 1, f).replace('\u202F', ' ')),
    );
    expect(noughts).toEqual([
      ['0', '0', '0'],
      ['0 s', '0 s', '0 s'],
      ['0', '0', '0'],
    ]);
  });

  it('stands beside half the width of its interval', () => {
    const said = (
      ...[unit, value, low, high]: readonly ['share' | 'duration' | 'count', number, number, number]
    ) => differenceWithRange({ value, low, high }, unit, f).replaceAll('\u202F', ' ');
    expect(said('share', 0.0312, 0.027, 0.0354)).toBe('+3.1 ± 0.4');
    expect(said('duration', -12.3, -14.4, -10.2)).toBe('−12 s ± 2.1 s');
    expect(said('share', 0.0003, 0.0001, 0.0005)).toBe('+0.03 ± 0.02');
    expect(said('count', -4.26, -4.5, -4)).toBe('−4.3 ± 0.3');
    expect(said('count', 120, 120, 120)).toBe('+120');
    // A single replication knows no spread.
    expect(said('share', 0.5, -Infinity, Infinity)).toBe('+50.0');
    expect(differenceWithRange(null, 'share', f)).toBe('–');
  });
});
