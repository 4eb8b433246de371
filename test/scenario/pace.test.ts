import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/scenario/analyse.ts';
import { buildAxis } from '../../src/scenario/axis.ts';
import { workOf } from '../../src/scenario/pace.ts';
import type { AgentGroup } from '../../src/scenario/schema.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';

const group = (id: string, agents: number, speed: number): AgentGroup =>
  exampleGroup({
    id,
    skills: [{ channel: 'phone', priority: 1, speed }],
    staffing: { kind: 'counts', agents: Array.from({ length: 168 }, () => agents) },
  });

describe('the pace of agents', () => {
  it('shortens every handle time where all work alike', () => {
    const faster = analyse(exampleScenario({ groups: [group('a', 3, 1.25)] }));
    const shorter = analyse(
      exampleScenario({ channels: [exampleChannel({ handling: { mean: 192, cv: 1, afterContact: 48 } })] }),
    );
    expect(faster.channels[0]?.targets).toEqual(shorter.channels[0]?.targets);
    expect(faster.channels[0]?.required).toEqual(shorter.channels[0]?.required);
  });

  it('is the mean over the agents planned, by interval', () => {
    // Two at 1.2 and one at 0.6 finish 3.0 contacts in a handle time: pace 1, counted by hand.
    const scenario = exampleScenario({ groups: [group('old', 2, 1.2), group('new', 1, 0.6)] });
    const [phone] = workOf(scenario, buildAxis(scenario.calendar));
    expect(phone?.handleTime[12]).toBeCloseTo(300, 9);
  });

  it('is that of the groups that could come where nobody is planned', () => {
    const scenario = exampleScenario({ groups: [group('old', 0, 1.4), group('new', 0, 0.6)] });
    const [phone] = workOf(scenario, buildAxis(scenario.calendar));
    expect(phone?.handleTime[12]).toBeCloseTo(300, 9);
  });
});
