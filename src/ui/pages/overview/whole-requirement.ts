/** The requirement as one recommendation, for when single actions do not bring the week within reach. */
import { useMemo } from 'react';
import type { Analysis } from '../../../scenario/analysis.ts';
import { withRequirement } from '../../../scenario/apply.ts';
import type { Scenario } from '../../../scenario/schema.ts';
import type { Probability } from '../../../units.ts';
import { useAnalysisOf } from '../../use-analysis-of.ts';
import { useApp } from '../../use-app.ts';

export type WholeRequirement = {
  readonly chance: Probability;
  /** What its staff costs more. */
  readonly staffPerWeek: number;
  /** What the whole week costs more: staff, bots and contacts lost, as the header counts. */
  readonly costPerWeek: number;
  /** Full-time equivalents more than planned. */
  readonly fte: number;
};

/**
 * Undefined while it is being found out, null where the actions are enough or it brings no more.
 *
 * @param reached chance of all targets with the actions; null while unknown
 */
export function useWholeRequirement(
  scenario: Scenario,
  analysis: Analysis | null,
  reached: Probability | null,
): WholeRequirement | null | undefined {
  const full = useApp((state) => state.fullAnalysis);
  const asked = analysis !== null && reached !== null && reached < scenario.assurance;
  const staffed = useMemo(
    () => (asked && full ? { ...scenario, groups: withRequirement(scenario, full, 'assured') } : null),
    [asked, scenario, full],
  );
  const after = useAnalysisOf(staffed);
  if (!analysis || analysis.chanceOfAll >= scenario.assurance) return null;
  if (reached === null || (asked && !after)) return undefined;
  if (!after || after.chanceOfAll <= reached) return null;
  const { plan } = analysis.totals;
  return {
    chance: after.chanceOfAll,
    staffPerWeek: ((after.totals.plan.cost - plan.cost) * 7) / scenario.calendar.days,
    costPerWeek: after.totals.costPerWeek - analysis.totals.costPerWeek,
    fte: after.totals.plan.fte - plan.fte,
  };
}
