import { readFileSync } from 'node:fs';
import { analyse } from '../../src/scenario/analyse.ts';
import { buildAxis } from '../../src/scenario/axis.ts';
import { skillsOf } from '../../src/scenario/allocation.ts';
import { linesOf, requirementsOf } from '../../src/scenario/channel-analysis.ts';
import { noMemory } from '../../src/scenario/memory.ts';
import { demandOf } from '../../src/scenario/demand.ts';
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
  const requirement = (): unknown => requirementsOf(lines, scenario.assurance, noMemory);
  const milliseconds = (work: () => unknown): number => 1000 * medianSeconds(work);
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
  ];
}
