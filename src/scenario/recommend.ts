/** The staffing that the targets ask for, applied, with the figures before and after. */
import type { FullAnalysis, Totals } from './analysis.ts';
import { analyse } from './analyse.ts';
import { withRequirement } from './apply.ts';
import type { Scenario } from './schema.ts';

export type Recommendation = {
  /** The scenario with every group staffed as the requirement says, interval by interval. */
  readonly scenario: Scenario;
  readonly before: FullAnalysis;
  readonly after: FullAnalysis;
};

/**
 * Staffs every group with what its channels require.
 *
 * @param options.assured for the volume that is not exceeded with the scenario's assurance, instead of the expected one
 */
export function recommendStaffing(
  scenario: Scenario,
  options: { readonly assured?: boolean } = {},
): Recommendation {
  const before = analyse(scenario);
  const groups = withRequirement(scenario, before, options.assured === true ? 'assured' : 'expected');
  const recommended = { ...scenario, groups };
  return { scenario: recommended, before, after: analyse(recommended) };
}

/** Hours, full-time equivalents and money of the plan and of the requirement; all in the scenario's currency. */
export function costOf(scenario: Scenario): Totals {
  return analyse(scenario).totals;
}
