/** Contacts in batches and in waves: what a document may say, what is simulated, and that the pages say what models leave out. */
import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../src/scenario/compile.ts';
import { isLeftOut, leftOutBehind } from '../../src/scenario/left-out.ts';
import type { Demand } from '../../src/scenario/schema-demand.ts';
import { simulate } from '../../src/scenario/simulate.ts';
import { checkModel } from '../../src/simulation/check-model.ts';
import { issuesOf } from './changed.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';

const scenarioOf = (changes: Partial<Demand>) => {
  const channel = exampleChannel();
  return exampleScenario({ channels: [{ ...channel, demand: { ...channel.demand, ...changes } }] });
};
const WAVES = { intervalFactorCv: 0.3, intervalFactorCorrelation: 0.8 };

describe('contacts that come together', () => {
  it('are what the simulator plays', () => {
    const model = compileScenario(scenarioOf({ ...WAVES, batch: { kind: 'geometric', mean: 2.5 } }));
    expect(checkModel(model)).toEqual([]);
    expect(model.classes[0]?.arrivals).toMatchObject({ ...WAVES, batch: { kind: 'geometric', mean: 2.5 } });
    expect(Object.keys(compileScenario(scenarioOf({})).classes[0]?.arrivals ?? {})).toEqual([
      'kind',
      'contactsPerHour',
      'dayFactorCv',
    ]);
  });

  it.each<[Record<string, unknown>, string[]]>([
    [WAVES, []],
    [{ batch: { kind: 'constant', size: 3 } }, []],
    [{ intervalFactorCorrelation: 0.5 }, ['not-accepted $.channels[0].demand.intervalFactorCorrelation']],
    [
      { ...WAVES, intervalFactorCorrelation: 1 },
      ['out-of-range $.channels[0].demand.intervalFactorCorrelation'],
    ],
    [{ batch: { kind: 'constant', size: 1.5 } }, ['out-of-range $.channels[0].demand.batch.size']],
    [{ batch: { kind: 'geometric', mean: 0.5 } }, ['out-of-range $.channels[0].demand.batch.mean']],
    [{ batch: { kind: 'bursts' } }, ['not-accepted $.channels[0].demand.batch.kind']],
  ])('are read or refused at their place, %j', (demand, issues) => {
    const scenario = scenarioOf({});
    const [channel] = scenario.channels;
    const channels = [{ ...channel, demand: { ...channel?.demand, ...demand } }];
    expect(issuesOf({ ...scenario, channels })).toEqual(issues);
  });

  it('come by the batch: of four at a time, one of three agents’ lines is short', () => {
    const scenario = scenarioOf({ batch: { kind: 'constant', size: 4 } });
    const four = scenario.channels.map((channel) => ({
      ...channel,
      handling: { mean: 30, cv: 0, afterContact: 0 },
      patience: null,
      demand: {
        ...channel.demand,
        source: { kind: 'typed' as const, contacts: Array.from({ length: 168 }, () => 0.4) },
      },
    }));
    const groups = [
      exampleGroup({ staffing: { kind: 'counts', agents: Array.from({ length: 168 }, () => 3) } }),
    ];
    const [line] = simulate({ ...scenario, channels: four, groups }, { seed: 5, replications: 4 }).channels;
    // Batches lie hours apart: of each four, three are answered at once and one after 30 s.
    const contacts = (line?.offered.value ?? 0) * 4;
    expect(contacts).toBeGreaterThan(60);
    expect(contacts % 4).toBe(0);
    expect(line?.waitProbability?.value).toBeCloseTo(0.25, 12);
    expect(line?.meanWait?.value).toBeCloseTo(7.5, 9);
  });

  it('are said to be left out of the models, which show too little waiting', () => {
    const told = (changes: Partial<Demand>) => {
      const scenario = scenarioOf(changes);
      return scenario.channels.map((channel) => isLeftOut('bunched', scenario, channel))[0];
    };
    expect([{}, WAVES, { batch: { kind: 'constant', size: 1 } as const }].map(told)).toEqual([
      false,
      true,
      false,
    ]);
    const scenario = scenarioOf(WAVES);
    const [channel] = scenario.channels;
    expect(channel && leftOutBehind(scenario, channel, 'serviceLevel', 'worse')).toEqual(['bunched']);
    expect(channel && leftOutBehind(scenario, channel, 'serviceLevel', 'better')).toEqual([]);
  });
});
