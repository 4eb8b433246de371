/** Scenarios in which a requirement is applied, and what a second application would still move. */
import { readFileSync } from 'node:fs';
import { analyse } from '../../src/scenario/analyse.ts';
import { isRequirement, withRequirement } from '../../src/scenario/apply.ts';
import { buildAxis } from '../../src/scenario/axis.ts';
import { createMemory } from '../../src/scenario/memory.ts';
import type { AgentGroup, Scenario } from '../../src/scenario/schema.ts';
import { readScenarioText } from '../../src/scenario/text-file.ts';

export type Which = 'expected' | 'assured';

export function bundled(file: string): Scenario {
  const result = readScenarioText(readFileSync(`scenarios/${file}`, 'utf8'));
  if (!result.ok) throw new Error(`${file} is unsound`);
  return result.scenario;
}

/** The retailer's plan, with the calls of an emergency centre around the clock on its phone line. */
export function emergencyCalls(): Scenario {
  const rows = readFileSync('test/fixtures/emergency_911_30min.csv', 'utf8').trim().split('\n').slice(1);
  const contacts = rows.slice(-7 * 48).map((row) =>
    row
      .split(',')
      .slice(1)
      .reduce((sum, calls) => sum + Number(calls), 0),
  );
  const retailer = bundled('retail-peak-week.json');
  const channels = retailer.channels.map((channel) =>
    channel.id === 'phone'
      ? {
          ...channel,
          open: Array.from({ length: 7 }, () => [['00:00', '24:00'] as const]),
          demand: { ...channel.demand, source: { kind: 'typed' as const, contacts } },
        }
      : channel,
  );
  return { ...retailer, channels };
}

export function applied(scenario: Scenario, which: Which, memory = createMemory()): Scenario {
  return { ...scenario, groups: withRequirement(scenario, analyse(scenario, memory), which) };
}

/** Agents that applying it once more would put on or take off, over all groups and intervals. */
export function movedByAnother(scenario: Scenario, which: Which): number {
  const memory = createMemory();
  const once = applied(scenario, which, memory);
  const twice = applied(once, which, memory);
  return once.groups.reduce((sum, group, g) => {
    const [before, after] = [countsOf(group), countsOf(twice.groups[g])];
    return before.reduce((apart, agents, i) => apart + Math.abs(agents - (after[i] ?? NaN)), sum);
  }, 0);
}

function countsOf(group: AgentGroup | undefined): readonly number[] {
  if (group?.staffing.kind !== 'counts') throw new Error('planned by interval once applied');
  return group.staffing.agents;
}

/** What the page says: that the plan is the requirement. */
export function saysNothingMore(scenario: Scenario): boolean {
  const memory = createMemory();
  const once = applied(scenario, 'assured', memory);
  return isRequirement(buildAxis(once.calendar), analyse(once, memory));
}
