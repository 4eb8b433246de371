import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/scenario/analyse.ts';
import { createMemory } from '../../src/scenario/memory.ts';
import { onePhoneDay } from './one-phone-day.ts';

describe('memory', () => {
  it('computes a question again only when its inputs changed', () => {
    const memory = createMemory();
    let computed = 0;
    const ask = (inputs: unknown): number => memory('question', inputs, () => ++computed);
    expect(ask([1, { a: Float64Array.of(1, 2) }])).toBe(1);
    expect(ask([1, { a: Float64Array.of(1, 2) }])).toBe(1);
    expect(ask([1, { a: Float64Array.of(1, 3) }])).toBe(2);
    expect(ask([1, { a: Float64Array.of(1, 3), b: undefined }])).toBe(3);
    expect(ask([1, { a: [1, 3], b: undefined }])).toBe(4);
  });

  it('changes no answer', { tags: 'slow' }, () => {
    const memory = createMemory();
    for (const agents of [12, 9, 12, 14]) {
      const scenario = onePhoneDay(agents, 0.1);
      expect(analyse(scenario, memory)).toEqual(analyse(scenario));
    }
  });
});
