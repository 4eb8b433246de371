/** Where teams come to rest, on every map of a few of them into one another. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearly, restOf } from '../../src/scenario/rest-of-teams.ts';

const STATES = 8;
const team = (agents: number): Float64Array[] => [Float64Array.of(agents)];
const agentsOf = (teams: readonly Float64Array[]): number => teams[0]?.[0] ?? NaN;

function restIn(next: readonly number[], from: number): number {
  const ask = (teams: readonly Float64Array[]) => team(next[agentsOf(teams)] ?? NaN);
  return agentsOf(restOf(team(from), STATES + 1, ask));
}

describe('teams that ask for other teams', () => {
  const maps = fc.array(fc.nat(STATES - 1), { minLength: STATES, maxLength: STATES });

  it('come to rest where they would come to rest again', () => {
    fc.assert(
      fc.property(maps, fc.nat(STATES - 1), (next, from) => {
        const rest = restIn(next, from);
        expect(restIn(next, rest)).toBe(rest);
      }),
      { numRuns: 500, seed: 20_261_126 },
    );
  });

  it('rest where nobody else is asked for', () => {
    expect(restIn([1, 2, 2, 0, 0, 0, 0, 0], 0)).toBe(2);
  });

  it('of a round take those that lack nobody', () => {
    // 5 agents are too many for their own pace, 4 too few, and 3 on the way there.
    const next = [0, 0, 0, 4, 5, 4, 0, 0];
    expect([3, 4, 5].map((from) => restIn(next, from))).toEqual([5, 5, 5]);
  });
});

describe('teams that never stop asking for more', () => {
  it('are left at the last answer allowed', () => {
    const asked: number[] = [];
    const last = restOf(team(0), 5, (teams) => {
      asked.push(agentsOf(teams));
      return team(agentsOf(teams) + 1);
    });
    expect(asked).toEqual([0, 1, 2, 3, 4]);
    expect(agentsOf(last)).toBe(5);
  });
});

describe('teams nearly the same', () => {
  const rows = (...counts: number[][]) => counts.map((row) => Float64Array.from(row));

  it('are so within one agent anywhere, and next to nothing in all', () => {
    expect(nearly(rows([4, 5], [7, 7]), rows([5, 4], [7, 8]))).toBe(true);
    expect(nearly(rows([4, 5]), rows([6, 5]))).toBe(false);
    expect(nearly(rows([4, 5]), rows([5, 6]))).toBe(false);
  });
});
