import { describe, expect, it } from 'vitest';
import { compileScenario } from '../../../../src/scenario/compile.ts';
import { addJourneys, journeysOf } from '../../../simulation/journeys-by-record.ts';
import { recordDay } from '../../../../src/simulation/simulate.ts';
import { explainMiss } from '../../../../src/ui/pages/simulation/explain-miss.ts';
import { journeyFlow } from '../../../../src/ui/pages/simulation/journey-flow.ts';
import { layoutSankey } from '../../../../src/ui/pages/simulation/sankey-layout.ts';
import { simulate } from '../../../../src/scenario/simulate.ts';
import { analysis, scenario } from '../week.ts';

const model = compileScenario(scenario);
const journeys = addJourneys(journeysOf(recordDay(model, 1, 0)), journeysOf(recordDay(model, 1, 1)));

describe('journeyFlow', () => {
  const flow = journeyFlow(journeys, 2, true);
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
  it('gives every missed interval one cause', () => {
    const summary = simulate(scenario, { seed: 1, replications: 8 });
    const [figures, channel] = [analysis.channels[0], summary.channels[0]];
    if (!figures || !channel) throw new Error('a channel is missing');
    const miss = explainMiss(figures, channel, 0.95);
    const causes = [
      ...(miss?.short ?? []),
      ...(miss?.busy ?? []),
      ...(miss?.carried ?? []),
      ...(miss?.other ?? []),
    ];
    expect(causes.toSorted((a, b) => a - b)).toEqual(miss?.missed);
    for (const i of miss?.short ?? [])
      expect(figures.required[i] ?? 0).toBeGreaterThan(figures.planned[i] ?? 0);
    expect(explainMiss(figures, channel, 0)).toBeNull();
  });
});
