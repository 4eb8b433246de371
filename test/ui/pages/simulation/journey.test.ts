import { beforeAll, describe, expect, it } from 'vitest';
import { compileScenario } from '../../../../src/scenario/compile.ts';
import { addJourneys, journeysOf } from '../../../simulation/journeys-by-record.ts';
import { recordDay } from '../../../../src/simulation/simulate.ts';
import type { ChannelAnalysis, TargetResult } from '../../../../src/scenario/analysis.ts';
import { explainMiss, targetToExplain } from '../../../../src/ui/pages/simulation/explain-miss.ts';
import { journeyFlow, type JourneyFlow } from '../../../../src/ui/pages/simulation/journey-flow.ts';
import { layoutSankey } from '../../../../src/ui/pages/simulation/sankey-layout.ts';
import { simulate } from '../../../../src/scenario/simulate.ts';
import { analysis, scenario } from '../week.ts';

const model = compileScenario(scenario);

describe('journeyFlow', { tags: 'slow' }, () => {
  let flow: JourneyFlow;
  beforeAll(() => {
    const [one, other] = [0, 1].map((replication) => journeysOf(recordDay(model, 1, replication)));
    if (!one || !other) throw new Error('a replication is missing');
    flow = journeyFlow(addJourneys(one, other), 2, true);
  });
  const sum = (end: 'from' | 'to', id: string) =>
    flow.flows.filter((one) => one[end] === id).reduce((all, { value }) => all + value, 0);

  it('loses nobody on the way', () => {
    expect(sum('to', 'queue')).toBeCloseTo(sum('from', 'queue'), 9);
    expect(sum('to', 'bot')).toBeCloseTo(sum('from', 'bot'), 9);
    expect(sum('to', 'fate abandoned')).toBeCloseTo(sum('from', 'fate abandoned'), 9);
    expect(sum('from', 'source first')).toBeCloseTo(flow.first, 9);
  });

  it('is drawn inside its picture, no node over another', () => {
    const { nodes } = layoutSankey(flow.nodes, flow.flows, { width: 700, height: 300 });
    for (const node of nodes) {
      expect(node.y).toBeGreaterThanOrEqual(0);
      expect(node.y + node.height).toBeLessThanOrEqual(300.001);
      for (const other of nodes)
        if (other !== node && other.column === node.column && other.y >= node.y)
          expect(other.y).toBeGreaterThanOrEqual(node.y + node.height);
    }
  });
});

describe('explainMiss', () => {
  it('gives every missed interval one cause', { tags: 'slow' }, () => {
    const summary = simulate(scenario, { seed: 1, replications: 8 });
    const [figures, channel] = [analysis.channels[0], summary.channels[0]];
    if (!figures || !channel) throw new Error('a channel is missing');
    const share = { kind: 'serviceLevel', goal: 0.95 } as const;
    const miss = explainMiss(figures, channel, share);
    const causes = [
      ...(miss?.short ?? []),
      ...(miss?.busy ?? []),
      ...(miss?.carried ?? []),
      ...(miss?.other ?? []),
    ];
    expect(causes.toSorted((a, b) => a - b)).toEqual(miss?.missed);
    for (const i of miss?.short ?? [])
      expect(figures.required[i] ?? 0).toBeGreaterThan(figures.planned[i] ?? 0);
    expect(explainMiss(figures, channel, { ...share, goal: 0 })).toBeNull();
  });

  it('is of the target met least, in that target’s own measure', { tags: 'slow' }, () => {
    const summary = simulate(scenario, { seed: 1, replications: 8 });
    const [figures, channel] = [analysis.channels[0], summary.channels[0]];
    if (!figures || !channel) throw new Error('a channel is missing');
    const at = (value: number) => ({ value, low: value, high: value });
    const target = (kind: TargetResult['kind'], goal: number): TargetResult => ({
      kind,
      goal,
      value: null,
      low: null,
      high: null,
      chance: 0,
    });
    const targets = [
      target('serviceLevel', 0.8),
      target('abandonment', 0.02),
      target('firstResponseMean', 10),
    ];
    const explained = (serviceLevel: number, abandonment: number, firstResponseMean: number) =>
      targetToExplain(
        { targets },
        {
          targetMet: {
            ...channel.targetMet,
            serviceLevel: at(serviceLevel),
            abandonment: at(abandonment),
            firstResponseMean: at(firstResponseMean),
          },
        },
        0.8,
      );
    expect(explained(0.9, 0.3, 0.2)).toEqual({ target: targets[2], kept: false });
    expect(explained(0.9, 0.3, 0.5)).toEqual({ target: targets[1], kept: false });
    expect(explained(0.9, 0.8, 0.8)).toEqual({ target: targets[0], kept: true });

    const lost = explainMiss(figures, channel, { kind: 'abandonment', goal: 0.02 });
    const beyond = channel.intervals.flatMap(({ abandonment, offered }, i) =>
      abandonment && offered.value >= 0.5 && abandonment.value > 0.02 ? [i] : [],
    );
    expect(beyond.length).toBeGreaterThan(0);
    expect(lost?.missed).toEqual(beyond);
  });

  it(
    'counts first replies by when they come, and work that can wait by when it is due',
    { tags: 'slow' },
    () => {
      const [figures, channel] = [
        analysis.channels[0],
        simulate(scenario, { seed: 1, replications: 2 }).channels[0],
      ];
      if (!figures || !channel) throw new Error('a channel is missing');
      const busiest = channel.intervals.reduce(
        (most, { offered }, i) => (offered.value > (channel.intervals[most]?.offered.value ?? 0) ? i : most),
        0,
      );
      const at = (value: number) => ({ value, low: value, high: value });
      const intervals = channel.intervals.map((interval, i) => ({
        ...interval,
        serviceLevel: at(i === busiest ? 0.99 : 0.5),
        firstResponseWithin: at(i === busiest ? 0.5 : 0.99),
      }));
      const missed = (model: ChannelAnalysis['model']) =>
        explainMiss(
          { ...figures, model },
          { ...channel, intervals },
          { kind: 'firstResponsePercentile', goal: 0.9 },
        )?.missed ?? [];
      expect(missed('conversation')).toEqual([busiest]);
      expect(missed('deferred')).not.toContain(busiest);
      expect(missed('deferred').length).toBeGreaterThan(0);
    },
  );
});
