import { describe, expect, it } from 'vitest';
import { formatsFor } from '../../../../src/ui/format.ts';
import { differenceText, digitsOf } from '../../../../src/ui/pages/compare/difference-text.ts';
import type { PairedRow } from '../../../../src/ui/pages/compare/paired-rows.ts';

const f = formatsFor('en', 'EUR');

function shown(
  unit: PairedRow['unit'],
  verdict: PairedRow['verdict'],
  ...[value, low, high]: readonly [number, number, number]
): string[] {
  const difference = { value, low, high };
  const row: PairedRow = { id: 'x', channel: 'phone', kind: 'serviceLevel', unit, difference, verdict };
  return [value, low, high].map((one) => differenceText(one, unit, digitsOf(row), f).replace('\u202F', ' '));
}

describe('a simulated difference', () => {
  it('has one digit more where it is real but would read as nought', () => {
    expect(shown('share', 'worse', -0.0004, -0.0006, -0.0002)).toEqual(['−0.04', '−0.06', '−0.02']);
    expect(shown('share', 'better', 0.0011, 0.0018, 0.00004)).toEqual(['+0.11', '+0.18', '+0.004']);
    expect(shown('duration', 'worse', 0.03, 0.02, 0.04)).toEqual(['+0.03 s', '+0.02 s', '+0.04 s']);
  });

  it('has one digit wherever that tells it from nought, and where it is not settled', () => {
    expect(shown('share', 'better', 0.1234, 0.1, 0.15)).toEqual(['+12.3', '+10', '+15']);
    expect(shown('share', 'open', 0.0001, -0.001, 0.0012)).toEqual(['0', '−0.1', '+0.1']);
    expect(shown('duration', 'better', -75, -80, -70)).toEqual(['−1:15', '−1:20', '−1:10']);
  });
});
