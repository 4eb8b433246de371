import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.ts';
import { costOf, recommendStaffing } from '../../src/scenario/recommend.ts';
import { exampleScenario } from './example.ts';

describe('recommended staffing', () => {
  // 10 contacts an hour of 300 s are 0.83 erlangs; the plan has 3 agents on the floor round the clock
  const scenario = exampleScenario();

  it('is a sound scenario that meets its targets with no more than it needs', () => {
    const { scenario: recommended, before, after } = recommendStaffing(scenario);
    expect(parseScenario(recommended).ok).toBe(true);
    expect(after.channels[0]?.targets[0]?.value).toBeGreaterThanOrEqual(0.8);
    expect(after.totals.plan.floorHours).toBe(before.totals.requirement.floorHours);
    expect(after.totals.plan.floorHours).toBeLessThan(before.totals.plan.floorHours);
  });

  it('takes more people to be sure', () => {
    const channel = scenario.channels[0];
    if (channel === undefined) throw new Error('no channel');
    const uncertain = exampleScenario({
      channels: [{ ...channel, demand: { ...channel.demand, dayFactorCv: 0.3 } }],
      assurance: 0.95,
    });
    const hours = (assured: boolean) =>
      recommendStaffing(uncertain, { assured }).after.totals.plan.floorHours;
    expect(hours(true)).toBeGreaterThan(hours(false));
  });

  it('prices what is planned', () => {
    // 3 agents × 168 h on the floor / 0.7 = 720 paid hours at 20, and 720 / 35 FTE
    expect(costOf(scenario).plan).toMatchObject({
      floorHours: 504,
      cost: expect.closeTo(14_400, 6),
      fte: expect.closeTo(720 / 35, 9),
    });
  });
});
