import { describe, expect, it } from 'vitest';
import { allFit, letterWidth } from '../../../src/ui/charts/heat-layout.ts';

describe('the room of a letter', () => {
  it('is its cell where that is wide enough', () => {
    expect(letterWidth({ value: -1, letter: 'P' }, 24)).toBe(24);
    expect(letterWidth({ value: -1, letter: 'P', lettered: 5 }, 24)).toBe(24);
  });
  it('takes in the cells it speaks for where one is too narrow', () => {
    expect(letterWidth({ value: -1, letter: 'P', lettered: 4 }, 6)).toBe(12);
    expect(letterWidth({ value: -1, letter: '12', lettered: 4 }, 6)).toBe(18);
  });
  it('is none where they are too few, or there is no letter', () => {
    expect(letterWidth({ value: -1, letter: 'P' }, 6)).toBe(0);
    expect(letterWidth({ value: -1, letter: '12' }, 12)).toBe(0);
    expect(letterWidth({ value: -1, letter: '' }, 24)).toBe(0);
    expect(letterWidth({ value: 0.5 }, 24)).toBe(0);
  });
  it('is for all figures of single cells or for none', () => {
    const week = [[{ value: 1, letter: '12' }, { value: 0.2, letter: '3' }, { value: 0 }]];
    expect([allFit(week, 18), allFit(week, 14)]).toEqual([true, false]);
    expect(allFit([[{ value: 1, letter: '12', lettered: 1 }]], 14)).toBe(true);
  });
});
