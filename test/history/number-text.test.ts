import { describe, expect, it } from 'vitest';
import type { DecimalMark } from '../../src/history/mapping.ts';
import { DurationReader, NumberReader } from '../../src/history/number-text.ts';

function read(text: string, decimal: DecimalMark): number | string {
  const reader = new NumberReader(decimal);
  return reader.read(text) ?? reader.value;
}

describe('a number', () => {
  it.each<[string, DecimalMark, number]>([
    ['42', '.', 42],
    ['0042', ',', 42],
    ['1 234,5', ',', 1234.5],
    ['1\u00A0234,5', ',', 1234.5],
    ['1\u202F234\u202F567,25', ',', 1_234_567.25],
    ["1'234.5", '.', 1234.5],
    ['1.234,5', ',', 1234.5],
    ['1,234.5', '.', 1234.5],
    ['1,234', '.', 1234],
    ['1,234', ',', 1.234],
    ['.5', '.', 0.5],
    ['12,', ',', 12],
    ['0.1', '.', 0.1],
    ['-3', '.', -3],
    ['\u22123,5', ',', -3.5],
    ['(12)', '.', -12],
    ['+7', '.', 7],
    ['1e12', '.', 1e12],
    ['1,5E+3', ',', 1500],
    ['  8 ', '.', 8],
  ])('%j with decimal %s is %d', (text, decimal, value) => {
    expect(read(text, decimal)).toBe(value);
  });

  it.each<[string, DecimalMark, string]>([
    ['1,5', '.', 'otherDecimalMark'],
    ['1.5', ',', 'otherDecimalMark'],
    ['1.234,5', '.', 'otherDecimalMark'],
    ['', '.', 'empty'],
    ['-', '.', 'empty'],
    ['N/A', ',', 'empty'],
    ['abc', '.', 'notANumber'],
    ['12 calls', '.', 'notANumber'],
    ['1 23', '.', 'notANumber'],
    ['12:30', '.', 'notANumber'],
    ['Infinity', '.', 'notANumber'],
    ['0x10', '.', 'notANumber'],
    ['1..5', '.', 'notANumber'],
    ['.', '.', 'notANumber'],
    ['e5', '.', 'notANumber'],
    ['12%', '.', 'notANumber'],
  ])('%j with decimal %s is %s', (text, decimal, problem) => {
    expect(read(text, decimal)).toBe(problem);
  });
});

describe('a duration', () => {
  it.each<[string, 'seconds' | 'minutes' | 'milliseconds', number]>([
    ['275', 'seconds', 275],
    ['4,5', 'minutes', 270],
    ['275000', 'milliseconds', 275],
    ['4:35', 'minutes', 275],
    ['1:02:03', 'seconds', 3723],
    ['00:04:35', 'seconds', 275],
  ])('%j in %s is %d s', (text, unit, seconds) => {
    const reader = new DurationReader(',', unit);
    expect(reader.read(text)).toBeNull();
    expect(reader.value).toBeCloseTo(seconds, 9);
  });
});
