/** Turns at the pace of a group: known to the simulation only, and said so. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isLeftOut } from '../../src/scenario/left-out.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { readScenarioText } from '../../src/scenario/text-file.ts';

function retailer(speed: number, on: string): Scenario {
  const result = readScenarioText(readFileSync('scenarios/retail-peak-week.json', 'utf8'));
  if (!result.ok) throw new Error('unsound');
  const groups = result.scenario.groups.map((group) => ({
    ...group,
    skills: group.skills.map((skill) => (skill.channel === on ? { ...skill, speed } : skill)),
  }));
  return { ...result.scenario, groups };
}

describe('the pace of groups in conversations', () => {
  it.each([
    [1, 'chat', []],
    [0.8, 'chat', ['chat']],
    [1.2, 'chat', ['chat']],
    [1.2, 'phone', []],
  ])('at %d on %s is left out of the waits on %j', (speed, on, expected) => {
    const scenario = retailer(speed, on);
    const told = scenario.channels.filter((channel) => isLeftOut('turnPace', scenario, channel));
    expect(told.map(({ id }) => id)).toEqual(expected);
  });
});
