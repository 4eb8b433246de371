import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../../src/ui/inputs/parse-number.ts';

describe('parseNumber', () => {
  it.each([
    ['1 234,5', 'fr', 1234.5],
    ['1\u202F234,5', 'fr', 1234.5],
    ['1.234,5', 'fr', 1234.5],
    ['1,234.5', 'en', 1234.5],
    ['1,234', 'en', 1234],
    ['1,234', 'fr', 1.234],
    ['0,8', 'en', 0.8],
    ['80 %', 'en', 80],
    ['312 s', 'fr', 312],
    ['−20', 'en', -20],
    ['.5', 'en', 0.5],
    ['€18', 'en', 18],
    ['1e12', 'en', 1e12],
    ['2,5E+06', 'fr', 2.5e6],
  ] as const)('reads %s in %s as %d', (text, locale, number) => {
    expect(parseNumber(text, locale)).toBe(number);
  });

  it.each(['', 'abc', '1e999', '12 apples', '1e', 'e5', '1,2,3', '--4', 'NaN', 'Infinity'])(
    'refuses %j',
    (text) => {
      expect(parseNumber(text, 'fr')).toBeNull();
    },
  );

  it('reads minutes and seconds only where they are meant', () => {
    expect(parseNumber('5:12', 'en', true)).toBe(312);
    expect(parseNumber('5:12', 'en')).toBeNull();
    expect(parseNumber('5:72', 'en', true)).toBeNull();
  });
});
