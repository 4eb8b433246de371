import { describe, expect, it } from 'vitest';
import type { TargetKind, TargetResult } from '../../src/scenario/analysis.ts';
import { formatsFor } from '../../src/ui/format.ts';
import { targetValue } from '../../src/ui/target-text.ts';

const en = formatsFor('en', 'EUR');

function shown(kind: TargetKind, goal: number, value: number | null): string {
  const target: TargetResult = { kind, goal, value, low: null, high: null, chance: 0.5 };
  return targetValue(target, en).replaceAll('\u202F', ' ');
}

describe('the value of a target', () => {
  it('is rounded as its unit is', () => {
    expect(shown('abandonment', 0.05, 0.0712)).toBe('7 %');
    expect(shown('meanWaitAnswered', 60, 39.2)).toBe('39 s');
    expect(shown('serviceLevel', 0.8, null)).toBe('–');
  });

  it('has a decimal where rounding hides on which side of the goal it is', () => {
    expect(shown('abandonment', 0.05, 0.0488)).toBe('4.9 %');
    expect(shown('abandonment', 0.05, 0.0531)).toBe('5.3 %');
    expect(shown('serviceLevel', 0.8, 0.7964)).toBe('79.6 %');
    expect(shown('firstResponseMean', 48, 47.6)).toBe('47.6 s');
    expect(shown('serviceLevel', 0.8, 0.8)).toBe('80 %');
  });
});
