/**
 * What drives the cost of good service, and what more of it would cost: each point is a full
 * analysis of a changed scenario, never an extrapolation.
 */
import type { Money, Probability, Share } from '../units.ts';
import { analysePlan } from './analyse-plan.ts';
import { analyse } from './analyse.ts';
import { withRequirement } from './apply.ts';
import { createMemory } from './memory.ts';
import type { Scenario } from './schema.ts';
import { DRIVERS, hasDriver, scaled, type Driver } from './what-if.ts';

/** One bar of the tornado: weekly cost of the requirement for the scenario's assurance with the driver lower and higher. */
export type DriverEffect = {
  readonly driver: Driver;
  /** The driver is multiplied by 1 − step and 1 + step. */
  readonly step: Share;
  readonly costLower: Money;
  readonly costHigher: Money;
  /** Chance that today's plan meets every target, with the driver lower and higher. */
  readonly chanceLower: Probability;
  readonly chanceHigher: Probability;
};

/** Effects of changing each driver by ±`step`, the widest first; 2 analyses per driver. */
export function driverEffects(scenario: Scenario, step: Share = 0.1): DriverEffect[] {
  const memory = createMemory();
  const weeks = scenario.calendar.days / 7;
  return DRIVERS.filter((driver) => hasDriver(scenario, driver))
    .map((driver): DriverEffect => {
      const lower = analyse(scaled(scenario, driver, 1 - step), memory);
      const higher = analyse(scaled(scenario, driver, 1 + step), memory);
      return {
        driver,
        step,
        costLower: lower.totals.requirementAssured.cost / weeks,
        costHigher: higher.totals.requirementAssured.cost / weeks,
        chanceLower: lower.chanceOfAll,
        chanceHigher: higher.chanceOfAll,
      };
    })
    .toSorted((a, b) => Math.abs(b.costHigher - b.costLower) - Math.abs(a.costHigher - a.costLower));
}

/** Labour cost per week of staffing for an assurance, and the chance that all targets then hold. */
export type FrontierPoint = {
  readonly assurance: Probability;
  readonly cost: Money;
  readonly chance: Probability;
};

export const FRONTIER_LEVELS: readonly Probability[] = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99];

/** The requirement at each level of assurance, priced, and analysed as if it were the plan. */
export function assuranceFrontier(scenario: Scenario): FrontierPoint[] {
  const memory = createMemory();
  const weeks = scenario.calendar.days / 7;
  return FRONTIER_LEVELS.map((assurance) => {
    const asked = { ...scenario, assurance };
    const analysis = analyse(asked, memory);
    const staffed = analysePlan({ ...asked, groups: withRequirement(asked, analysis, 'assured') }, memory);
    return { assurance, cost: staffed.totals.plan.cost / weeks, chance: staffed.chanceOfAll };
  });
}

/** Labour cost per week of a channel's service level, from the requirement at each share. */
export type LevelPrice = { readonly share: Share; readonly cost: Money };

export const LEVEL_SHARES: readonly Share[] = [0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98];

/** What the whole requirement for the scenario's assurance costs when this channel promises each share; empty without a service-level target. */
export function serviceLevelPrices(scenario: Scenario, channelId: string): LevelPrice[] {
  const memory = createMemory();
  const weeks = scenario.calendar.days / 7;
  const channel = scenario.channels.find(({ id }) => id === channelId);
  const rule = channel?.targets.serviceLevel;
  if (!channel || !rule) return [];
  return LEVEL_SHARES.map((share) => {
    const promised = { ...channel, targets: { ...channel.targets, serviceLevel: { ...rule, share } } };
    const changed = {
      ...scenario,
      channels: scenario.channels.map((other) => (other.id === channelId ? promised : other)),
    };
    return { share, cost: analyse(changed, memory).totals.requirementAssured.cost / weeks };
  });
}
