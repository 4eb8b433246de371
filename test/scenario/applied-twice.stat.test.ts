/** Applying the requirement twice is applying it once: every bundled scenario, and teams of any pace. */
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/scenario/schema.ts';
import { scaled } from '../../src/scenario/what-if.ts';
import { applied, bundled, emergencyCalls, movedByAnother, type Which } from './applied-twice.ts';

const files = readdirSync('scenarios').filter((file) => file.endsWith('.json'));
const VOLUMES = [0.5, 0.8, 1, 1.2, 1.3, 1.4, 1.6, 1.8, 2];

describe.each(['expected', 'assured'] as const)('the requirement applied at %s volumes', (which) => {
  it.each(files)('leaves nothing to apply in %s', (file) => {
    const scenario = bundled(file);
    const moved = VOLUMES.map((factor) => movedByAnother(scaled(scenario, 'volume', factor), which));
    expect(moved).toEqual(VOLUMES.map(() => 0));
  });

  it.each([1, 2, 4])('leaves nothing to apply of emergency calls, %d times', (factor) => {
    expect(movedByAnother(scaled(emergencyCalls(), 'volume', factor), which)).toBe(0);
  });
});

describe('any paces and absences of the bundled teams', () => {
  const changed = fc
    .record({
      file: fc.constantFrom(...files),
      volume: fc.double({ min: 0.4, max: 2.2, noNaN: true }),
      assurance: fc.constantFrom(0.5, 0.8, 0.9, 0.95, 0.99),
      paces: fc.array(fc.constantFrom(0.7, 0.85, 1, 1.2), { minLength: 16, maxLength: 16 }),
      absences: fc.array(fc.constantFrom(0, 0.05, 0.1, 0.2), { minLength: 16, maxLength: 16 }),
    })
    .map(({ file, volume, assurance, paces, absences }): Scenario => {
      const scenario = scaled(bundled(file), 'volume', volume);
      let next = 0;
      const groups = scenario.groups.map((group, g) => ({
        ...group,
        absence: absences[g] ?? 0,
        skills: group.skills.map((skill) => ({ ...skill, speed: paces[next++] ?? 1 })),
      }));
      return { ...scenario, assurance, groups };
    });

  it.each<readonly [Which | null, Which]>([
    [null, 'assured'],
    [null, 'expected'],
    ['expected', 'assured'],
    ['assured', 'expected'],
  ])('leave nothing to apply (after %s, %s)', (first, which) => {
    fc.assert(
      fc.property(changed, (scenario) => {
        expect(movedByAnother(first ? applied(scenario, first) : scenario, which)).toBe(0);
      }),
      { numRuns: 8, seed: 20_261_126 },
    );
  });
});
