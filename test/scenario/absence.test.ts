/** Those scheduled and those there: requirement, plan, cost and actions count who will not come. */
import { describe, expect, it } from 'vitest';
import { absenceByChannel, absenceOver, peopleFor } from '../../src/scenario/absence.ts';
import { intervalEffects } from '../../src/scenario/interval-effects.ts';
import { actionsFor, analyse } from '../../src/scenario/analyse.ts';
import { withRequirement } from '../../src/scenario/apply.ts';
import { assuranceCurve } from '../../src/scenario/assurance-curve.ts';
import type { AgentGroup, Scenario } from '../../src/scenario/schema.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';
import { onePhoneDay } from './one-phone-day.ts';

const absent = (scenario: Scenario, absence: number): Scenario => ({
  ...scenario,
  groups: scenario.groups.map((group): AgentGroup => ({ ...group, absence })),
});
const peak = (values: Float64Array | undefined): number => Math.max(...(values ?? []));

describe('absence', () => {
  it('asks for as many more as will not come, in whole agents, and pays them', () => {
    const all = analyse(onePhoneDay(20));
    const few = analyse(absent(onePhoneDay(20), 0.1));
    const there = all.channels[0]?.required ?? new Float64Array();
    const scheduled = Array.from(there, (agents) => Math.max(0, Math.ceil(agents / 0.9 - 1e-9)));
    expect([...(few.channels[0]?.required ?? [])]).toEqual(scheduled);
    expect([...(few.groups[0]?.required ?? [])]).toEqual(scheduled);
    // 12 hours of 48 half-hours; on top of the shrinkage of 30 %
    const hours = scheduled.reduce((sum, agents) => sum + agents / 2, 0);
    expect(few.groups[0]?.requiredCost.paidHours).toBeCloseTo(hours / 0.7, 9);
    // Who is absent is paid: the same plan costs the same.
    expect(few.totals.plan.cost).toBeCloseTo(all.totals.plan.cost, 6);
    expect(few.totals.plan.floorHours).toBeCloseTo(240 * 0.9, 9);
    expect(few.totals.plan.absentHours).toBeCloseTo(24, 9);
    expect(peak(few.channels[0]?.planned)).toBe(20);
    const busy = few.channels[0]?.expected.staffed ?? new Float64Array();
    expect(peak(busy)).toBeCloseTo(20 * 0.9 * 1800, 6);
  });

  it('expects less of the same plan, and something between the levels of the numbers there', () => {
    const level = (scenario: Scenario): number =>
      analyse(scenario).channels[0]?.targets[0]?.value ?? Number.NaN;
    const some = level(absent(onePhoneDay(13), 0.1));
    expect(some).toBeLessThan(level(onePhoneDay(13)) - 0.05);
    // 13 × 0.9 = 11.7 there, and days with few lose more than days with many win
    expect(some).toBeLessThan(level(onePhoneDay(12)));
    expect(some).toBeGreaterThan(level(onePhoneDay(11)));
  });

  it('is settled once: the requirement applied asks for nobody more', { tags: 'slow' }, () => {
    const scenario = absent(onePhoneDay(12, 0.1), 0.07);
    for (const which of ['expected', 'assured'] as const) {
      const applied = { ...scenario, groups: withRequirement(scenario, analyse(scenario), which) };
      const group = analyse(applied).groups[0];
      expect([...(which === 'assured' ? (group?.requiredAssured ?? []) : (group?.required ?? []))]).toEqual([
        ...(group?.planned ?? []),
      ]);
    }
  });

  it('sends what is missing as agents to schedule, at their cost', () => {
    const scenario = absent(onePhoneDay(11), 0.1);
    const analysis = analyse(scenario);
    const [action] = actionsFor(scenario, analysis);
    const gap = peak(analysis.channels[0]?.required) - 11;
    expect(gap).toBeGreaterThan(0);
    expect(action?.agents[0]).toBe(gap);
    expect(action?.costPerWeek).toBeCloseTo(7 * ((12 * gap * 21) / 0.7), 6);
    expect(action?.chanceAfter).toBeGreaterThan(action?.chanceBefore ?? 1);
  });

  it('counts an agent more by his chance to come', { tags: 'slow' }, () => {
    const gain = (scenario: Scenario): number =>
      Math.max(
        ...(intervalEffects(scenario, analyse(scenario), 'phone', 0, 'moreAgents')?.missed ?? []).map(
          (missed) => -(missed ?? 0),
        ),
      );
    // 15 scheduled of whom 20 % are absent are 12 there
    expect(gain(absent(onePhoneDay(15), 0.2))).toBeCloseTo(0.8 * gain(onePhoneDay(12)), 6);
  });

  it('makes assurance dearer by as much', () => {
    const hours = (scenario: Scenario): number => assuranceCurve(scenario, 'phone')[0]?.paidHours ?? 0;
    const [all, some] = [hours(onePhoneDay(20)), hours(absent(onePhoneDay(20), 0.1))];
    expect(some / all).toBeGreaterThan(1 / 0.9 - 1e-9);
    expect(some / all).toBeLessThan(1 / 0.9 + 0.06);
  });

  it('widens the weeks around the expected level', () => {
    const width = (scenario: Scenario): number => {
      const target = analyse(scenario).channels[0]?.targets[0];
      return (target?.high ?? 0) - (target?.low ?? 0);
    };
    expect(width(absent(onePhoneDay(15), 0.2))).toBeGreaterThan(1.2 * width(onePhoneDay(12)));
  });

  it('is the mean of the groups that serve a channel, by those planned', () => {
    const scenario = exampleScenario({
      channels: [exampleChannel(), exampleChannel({ id: 'other' })],
      groups: [
        exampleGroup({ absence: 0.1 }),
        exampleGroup({ id: 'both', skills: ['phone', 'other'].map((channel) => ({ channel, priority: 1 })) }),
      ],
    });
    const plan = [new Float64Array([3, 0]), new Float64Array([1, 0])];
    const [phone, other] = absenceByChannel(scenario, plan);
    expect(phone?.[0]).toBeCloseTo(0.075, 12);
    expect(phone?.[1]).toBeCloseTo(0.05, 12);
    expect(other).toBeNull();
    const over = absenceOver([0, 1], [new Float64Array([0.1, 0.1]), null], plan);
    expect(over?.[0]).toBeCloseTo(0.075, 12);
  });

  it('rounds to whole agents, but not a rounding error', () => {
    expect([...peopleFor(new Float64Array([19, 0, 18.5]), new Float64Array([0.05, 0.05, 0.05]))]).toEqual([
      20, 0, 20,
    ]);
  });

  it('is shared out once between lines that share their agents', { tags: 'slow' }, () => {
    const scenario = exampleScenario({
      channels: [exampleChannel(), exampleChannel({ id: 'other' })],
      groups: [exampleGroup({ skills: ['phone', 'other'].map((channel) => ({ channel, priority: 1 })) })],
    });
    const sum = (of: Scenario): number =>
      analyse(of).channels.reduce((all, { required }) => all + (required[10] ?? 0), 0);
    expect(sum(absent(scenario, 0.05))).toBe(Math.ceil(sum(scenario) / 0.95));
    expect(analyse(absent(scenario, 0.05)).groups[0]?.required[10]).toBe(sum(absent(scenario, 0.05)));
  });
});
