import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/scenario/analyse.ts';
import { isRequirement, withRequirement } from '../../src/scenario/apply.ts';
import { buildAxis } from '../../src/scenario/axis.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { exampleChannel, exampleScenario } from './example.ts';

describe('whether the plan is the requirement', () => {
  // A line as large as an emergency centre's: two agents are far below a thousandth of its hours.
  const around = exampleChannel({
    open: Array.from({ length: 7 }, () => [['00:00', '24:00']] as const),
    demand: { source: { kind: 'typed', contacts: Array.from({ length: 168 }, () => 200) }, dayFactorCv: 0 },
  });
  const scenario = exampleScenario({ channels: [around] });
  const axis = buildAxis(scenario.calendar);
  const applied: Scenario = { ...scenario, groups: withRequirement(scenario, analyse(scenario), 'assured') };

  function changed(by: number): Scenario {
    const groups = applied.groups.map((group) => {
      if (group.staffing.kind !== 'counts') throw new Error('planned by interval once applied');
      const agents = group.staffing.agents.map((count, cell) => (cell === 13 ? count + by : count));
      return { ...group, staffing: { ...group.staffing, agents } };
    });
    return { ...applied, groups };
  }

  it('is so once the requirement is applied', () => {
    expect(isRequirement(axis, analyse(scenario))).toBe(false);
    expect(isRequirement(axis, analyse(applied))).toBe(true);
  });

  it.each([-2, -1, 1])('is no longer so with %i agents in one interval of the week', (by) => {
    const full = analyse(changed(by));
    const hours = full.totals.requirementAssured.floorHours;
    expect(Math.abs(full.totals.plan.floorHours - hours) / hours).toBeLessThan(0.002);
    expect(isRequirement(axis, full)).toBe(false);
  });
});
