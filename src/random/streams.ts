/**
 * One stream of random numbers per (seed, replication, purpose), cut out of a single sequence.
 *
 * Replications start 2^96 steps apart and purposes within one 2^64 steps apart, so that streams of
 * one seed never overlap in practice, whatever order or thread they are made in.
 */
import { jumped, jumpPolynomial, type Polynomial } from './jump.ts';

/** Where each purpose begins, the same in every replication. */
const purposeJumps: Polynomial[] = [];

/** State at the start of a replication, a whole number below 2^32. */
export function replicationState(seed: number, replication: number): Int32Array<ArrayBuffer> {
  return jumped(stateOfSeed(seed), jumpPolynomial(replication, 96));
}

/** The stream for one purpose, a small whole number, within a replication. */
export function createStream(replicationStart: Int32Array, purpose: number): Int32Array<ArrayBuffer> {
  const polynomial = (purposeJumps[purpose] ??= jumpPolynomial(purpose, 64));
  return jumped(replicationStart, polynomial);
}

/** Spreads a seed (a whole number below 2^53) over four words by the finaliser of MurmurHash3. */
export function stateOfSeed(seed: number): Int32Array<ArrayBuffer> {
  let a = (seed >>> 0) ^ 0x9e3779b9;
  const b = Math.floor(seed / 4_294_967_296) >>> 0;
  const state = new Int32Array(4);
  for (let i = 0; i < 4; i++) {
    a = (a + 0x9e3779b9) | 0;
    state[i] = mix(mix(a) ^ b ^ Math.imul(i + 1, 0x85ebca6b));
  }
  // The all-zero state would stay zero; no seed is known to give it, but nothing forbids it.
  if (state.every((word) => word === 0)) state[0] = 1;
  return state;
}

function mix(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
