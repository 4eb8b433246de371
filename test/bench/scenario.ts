import { readFileSync } from 'node:fs';
import { analysePlan } from '../../src/scenario/analyse-plan.ts';
import { analyse } from '../../src/scenario/analyse.ts';
import { buildAxis } from '../../src/scenario/axis.ts';
import { skillsOf } from '../../src/scenario/allocation.ts';
import { linesOf, requirementsOf } from '../../src/scenario/channel-analysis.ts';
import { planOf } from '../../src/scenario/plan.ts';
import { createMemory, noMemory } from '../../src/scenario/memory.ts';
import { demandOf } from '../../src/scenario/demand.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { scaled } from '../../src/scenario/what-if.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { medianSeconds, type Figure } from './figure.ts';

export function scenarioFigures(): Figure[] {
  const json: unknown = JSON.parse(readFileSync('scenarios/retail-peak-week.json', 'utf8'));
  const parsed = parseScenario(json);
  if (!parsed.ok) throw new Error('the bundled retail week does not parse');
  const { scenario } = parsed;
  const axis = buildAxis(scenario.calendar);
  const demand = demandOf(scenario, axis);
  // What self-service contains needs no agent; the rest are the channels of the requirement.
  const staffed = scenario.channels.filter((channel) => channel.kind !== 'selfService');
  const skills = skillsOf(
    scenario.groups,
    scenario.channels.map((channel) => channel.id),
  );
  const lines = linesOf(scenario, axis, demand, skills);
  const agents = planOf(scenario, axis).map((plan) => plan.agents);
  const requirement = (): unknown => requirementsOf(lines, scenario.assurance, noMemory, agents);
  // As the page asks while a hand moves: the last answers are there, one input is new each time.
  const memory = createMemory();
  let moves = 0;
  const moved = (): Scenario => scaled(scenario, 'volume', 1 + ++moves / 1000);
  const volumeMoved = (): unknown => analysePlan(moved(), memory);
  const volumeMovedInFull = (): unknown => analyse(moved(), memory);
  const stepDragged = (): unknown => analyse(withStep(scenario, ++moves % 5), memory);
  // An engine that has answered before, as the one behind a page: the first answer takes ten times as long.
  const milliseconds = (work: () => unknown): number => 1000 * medianSeconds(work, 21, 30);
  const unit = 'ms';
  return [
    { name: 'parse and check the bundled retail week', value: milliseconds(() => parseScenario(json)), unit },
    {
      name: 'requirement of its week, expected and assured',
      value: milliseconds(requirement),
      unit,
      aim: { atMost: 16 },
      note: `${axis.intervals.length} intervals × ${staffed.length} channels`,
    },
    {
      name: 'analyse it: requirement, service, chance, cost',
      value: milliseconds(() => analyse(scenario)),
      unit,
      aim: { atMost: 50 },
    },
    { name: 'its plan again with another volume on every channel', value: milliseconds(volumeMoved), unit },
    {
      name: 'the same, with what its groups would need',
      value: milliseconds(volumeMovedInFull),
      unit,
    },
    {
      name: 'the same with other agents in one interval',
      value: milliseconds(stepDragged),
      unit,
      aim: { atMost: 16 },
    },
  ];
}

/** So many agents more in the middle of the second day, in the first group planned by interval. */
function withStep(scenario: Scenario, more: number): Scenario {
  const dragged = scenario.groups.find(({ staffing }) => staffing.kind === 'counts');
  const at = Math.round((1.5 * 24 * 60) / scenario.calendar.intervalMinutes);
  return {
    ...scenario,
    groups: scenario.groups.map((group) =>
      group === dragged && group.staffing.kind === 'counts'
        ? {
            ...group,
            staffing: {
              kind: 'counts',
              agents: group.staffing.agents.with(at, (group.staffing.agents[at] ?? 0) + more),
            },
          }
        : group,
    ),
  };
}
