import { describe, expect, it } from 'vitest';
import { canonicalJson, fingerprint, hashText } from '../../src/scenario/fingerprint.ts';
import { exampleScenario } from './example.ts';

describe('a fingerprint', () => {
  it('does not depend on the order of fields', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
    const { name, ...rest } = exampleScenario();
    expect(fingerprint({ ...rest, name })).toBe(fingerprint(exampleScenario()));
  });

  it('changes with the smallest change', () => {
    expect(fingerprint(exampleScenario({ assurance: 0.8000001 }))).not.toBe(fingerprint(exampleScenario()));
    expect(fingerprint([1, 2])).not.toBe(fingerprint([2, 1]));
  });

  it('has the lower 53 bits of the published hash', () => {
    // its author's own example: cyrb53('a') is 7929297801672961
    expect(BigInt(`0x${hashText('a')}`) & ((1n << 53n) - 1n)).toBe(7_929_297_801_672_961n);
  });

  it('spreads over all its digits', { tags: 'slow' }, () => {
    const seen = new Set(Array.from({ length: 20_000 }, (_, k) => fingerprint(k)));
    expect(seen.size).toBe(20_000);
  });
});
