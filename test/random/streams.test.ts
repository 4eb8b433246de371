import { describe, expect, it } from 'vitest';
import { fillExponential, fillNormal, fillUniform } from '../../src/random/fill.ts';
import { jumped, jumpPolynomial } from '../../src/random/jump.ts';
import { philox } from '../../src/random/philox.ts';
import { createStream, replicationState } from '../../src/random/streams.ts';
import { nextWord, stepState } from '../../src/random/xoshiro.ts';

describe('xoshiro128++', () => {
  // Worked by hand from the published C code for the state 1, 2, 3, 4: rotl(1 + 4, 7) + 1, then the next state.
  it('starts as the published code does', () => {
    const state = Int32Array.of(1, 2, 3, 4);
    expect(nextWord(state)).toBe(641);
    expect([...state]).toEqual([7, 0, 1026, 12_288]);
    expect(nextWord(state)).toBe(1_573_767);
  });
});

describe('jump ahead', () => {
  it('by n steps is n single steps', () => {
    const walked = Int32Array.of(5, -7, 11, 13);
    const start = walked.slice();
    for (let i = 0; i < 1000; i++) stepState(walked);
    expect(jumped(start, jumpPolynomial(125, 3))).toEqual(walked);
  });

  // The constants of jump() and long_jump() in xoshiro128plusplus.c, Blackman & Vigna (2019).
  it('by 2^64 and 2^96 steps uses the published polynomials', () => {
    expect([...jumpPolynomial(1, 64)]).toEqual([0x8764000b, 0xf542d2d3, 0x6fa035c3, 0x77f2db5b]);
    expect([...jumpPolynomial(1, 96)]).toEqual([0xb523952e, 0x0b6f099f, 0xccf5a0ef, 0x1c580662]);
  });

  // 2^63 comes from squaring x, 2^95 from squaring the polynomial of 2^64.
  it.each([64, 96])('by 2^%i steps is two jumps of half as many', (exponent) => {
    const start = Int32Array.of(5, -7, 11, 13);
    const half = jumpPolynomial(1, exponent - 1);
    expect(jumped(jumped(start, half), half)).toEqual(jumped(start, jumpPolynomial(1, exponent)));
  });

  it('gives every replication and purpose a stream of its own, the same whenever it is made', () => {
    const first = createStream(replicationState(7, 3), 5);
    const others = [
      createStream(replicationState(7, 3), 4),
      createStream(replicationState(7, 4), 5),
      createStream(replicationState(8, 3), 5),
    ];
    for (const other of others) expect(other).not.toEqual(first);
    expect(createStream(replicationState(7, 3), 5)).toEqual(first);
  });
});

describe('philox', () => {
  // Known-answer vectors of the Random123 distribution (kat_vectors, philox4x32 10).
  it('gives the published answers', () => {
    const zeros = new Uint32Array(4);
    philox(zeros, 0, 0);
    expect([...zeros]).toEqual([0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]);
    const ones = new Uint32Array(4).fill(0xffffffff);
    philox(ones, 0xffffffff, 0xffffffff);
    expect([...ones]).toEqual([0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd]);
  });
});

describe('blocks of numbers', () => {
  const count = 400_000;
  const block = new Float64Array(count);
  /** Mean of a power; the tolerance below is 5 standard errors of it. */
  const moment = (power: number) => block.reduce((sum, x) => sum + x ** power, 0) / count;
  const off = (power: number, exact: number, exactDouble: number) =>
    Math.abs(moment(power) - exact) / Math.sqrt((exactDouble - exact * exact) / count);

  it('have the moments of their distributions', { tags: 'slow' }, () => {
    const state = createStream(replicationState(1, 0), 0);
    fillUniform(state, block, count);
    expect(off(1, 1 / 2, 1 / 3)).toBeLessThan(5);
    expect(off(2, 1 / 3, 1 / 5)).toBeLessThan(5);
    fillExponential(state, block, count);
    expect(off(1, 1, 2)).toBeLessThan(5);
    expect(off(2, 2, 24)).toBeLessThan(5);
    expect(off(3, 6, 720)).toBeLessThan(5);
    fillNormal(state, block, count);
    expect(off(1, 0, 1)).toBeLessThan(5);
    expect(off(2, 1, 3)).toBeLessThan(5);
    expect(off(4, 3, 105)).toBeLessThan(5);
  });

  it('reach into the tails with the right chance', () => {
    const state = createStream(replicationState(2, 0), 0);
    const beyond = (limit: number) => block.reduce((n, x) => n + (x > limit ? 1 : 0), 0);
    fillExponential(state, block, count);
    // Beyond the base layer's edge: P(X > 7.697) = 4.54e-4, 181.6 of 400 000 expected, sd 13.5.
    expect(Math.abs(beyond(7.697117470131049) - 181.6)).toBeLessThan(60);
    fillNormal(state, block, count);
    // P(Z > 3.6541) = 1.29e-4, 51.6 expected, sd 7.2.
    expect(Math.abs(beyond(3.6541528853610088) - 51.6)).toBeLessThan(32);
  });
});
