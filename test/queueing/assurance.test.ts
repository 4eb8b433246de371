import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { agentsForAssurance, chanceOfLevel, expectedLevel } from '../../src/queueing/assurance.ts';
import { blendedLine } from '../../src/queueing/blended-line.ts';
import { erlangA } from '../../src/queueing/erlang-a.ts';

const demand = { contactsPerHour: 200, handleTime: 300, patience: 120 };
const levelAt = (factor: number): number =>
  erlangA({ ...demand, contactsPerHour: 200 * factor, agents: 20 }).answeredWithin(20);

describe('service level on an uncertain day', () => {
  it.each([
    // Origin: gamma quadrature of Erlang A in another program, 4 digits; the chances in 2.
    [0, 0.8781, 1, 19],
    [0.05, 0.8737, 0.97, 20],
    [0.1, 0.8612, 0.84, 21],
    [0.2, 0.8181, 0.7, 23],
  ])('coefficient of variation %d', (cv, level, chance, agents) => {
    expect(expectedLevel({ levelAt, cv })).toBeCloseTo(level, 4);
    expect(chanceOfLevel({ levelAt, cv }, 0.8)).toBeCloseTo(chance, 2);
    expect(agentsForAssurance(demand, { serviceLevel: { share: 0.8, threshold: 20 } }, cv, 0.9)).toBe(agents);
  });

  it('takes the noise at a known volume into account', () => {
    const quiet = chanceOfLevel({ levelAt, cv: 0.1, deviationAt: () => 0.003 }, 0.8);
    expect(quiet).toBeCloseTo(chanceOfLevel({ levelAt, cv: 0.1 }, 0.8), 2);
    // Known volume, 94.7 % expected with 1.45 points of deviation: 95 % on 42 % of days.
    const day = { levelAt: () => 0.947, cv: 0, deviationAt: () => 0.0145 };
    expect(chanceOfLevel(day, 0.95)).toBeCloseTo(0.418, 3);
  });

  it('answers at the ends', () => {
    expect(chanceOfLevel({ levelAt: () => 0.9, cv: 0.3 }, 0.8)).toBe(1);
    expect(chanceOfLevel({ levelAt: () => 0.7, cv: 0.3 }, 0.8)).toBe(0);
    expect(() => chanceOfLevel({ levelAt, cv: 0.1 }, 0)).toThrow(DomainError);
  });
});

describe('blending with a reserve', () => {
  it.each([
    // Origin: the chain from agents − reserve upwards, summed in another program.
    [0, 1, 12],
    [1, 0.6, 11.6],
    [2, 0.365, 10.97],
    [4, 0.145, 9.42],
    [6, 0.064, 7.75],
  ])('%d in reserve of 30 agents, 18 erlangs', (reserve, waiting, deferred) => {
    const line = blendedLine({ contactsPerHour: 1080, handleTime: 60, patience: 1e7, agents: 30, reserve });
    expect(line.waitProbability).toBeCloseTo(waiting, 3);
    expect(line.deferredPerHour / 60).toBeCloseTo(deferred, 2);
  });

  it('with everyone in reserve is Erlang A without deferred work', () => {
    const line = { contactsPerHour: 200, handleTime: 180, patience: 120, agents: 12 };
    const blended = blendedLine({ ...line, reserve: 12 });
    const alone = erlangA(line);
    expect(blended.answeredWithin(20)).toBeCloseTo(alone.answeredWithin(20), 13);
    expect(blended.occupancy).toBeCloseTo(alone.occupancy, 13);
    expect(blended.deferredPerHour).toBeCloseTo(0, 9);
  });
});
