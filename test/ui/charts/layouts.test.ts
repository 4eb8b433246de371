import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutFan } from '../../../src/ui/charts/fan-layout.ts';
import { layoutHeat } from '../../../src/ui/charts/heat-layout.ts';
import { layoutLevels } from '../../../src/ui/charts/level-layout.ts';
import { distinctTicks } from '../../../src/ui/charts/scales.ts';
import { spreadLabels } from '../../../src/ui/charts/spread-labels.ts';
import { bandPath, layoutSteps, stepPath } from '../../../src/ui/charts/step-layout.ts';
import { labelsApart } from '../../../src/ui/charts/tick-labels.ts';
import { layoutWaterfall } from '../../../src/ui/charts/waterfall-layout.ts';

const size = { width: 400, height: 200 };
const open = (required: number, planned: number, assured = required) => ({
  required,
  planned,
  assured,
  open: true,
});

describe('steps', () => {
  it('puts the gap between the two lines and names its side', () => {
    const { gaps, worst, y } = layoutSteps([open(10, 10), open(14, 10), open(8, 11)], size);
    expect(gaps.map(({ index, kind }) => [index, kind])).toEqual([
      [1, 'under'],
      [2, 'over'],
    ]);
    expect(gaps[0]?.y).toBeCloseTo(y(14));
    expect(gaps[0]?.height).toBeCloseTo(y(10) - y(14));
    expect(worst).toBe(1);
  });

  it('has no worst interval where the plan suffices, and a height where all is zero', () => {
    expect(layoutSteps([open(3, 3), open(2, 5)], size).worst).toBeNull();
    expect(layoutSteps([open(0, 0)], size).y(0)).toBe(200);
  });

  it('turns pixels back into the interval and the agents under them', () => {
    const layout = layoutSteps([open(10, 10), open(14, 10), open(8, 11), open(8, 8)], size);
    expect(layout.indexAt(250)).toBe(2);
    expect(layout.indexAt(-5)).toBe(0);
    expect(layout.indexAt(1e9)).toBe(3);
    expect(layout.agentsAt(layout.y(9))).toBe(9);
    expect(layout.agentsAt(1e6)).toBe(0);
  });

  it('never drops below the axis or above the top, whatever the plan', () => {
    const interval = fc.record({
      required: fc.integer({ min: 0, max: 5000 }),
      planned: fc.integer({ min: 0, max: 5000 }),
      assured: fc.integer({ min: 0, max: 5000 }),
      open: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(interval, { minLength: 1, maxLength: 96 }), (intervals) => {
        const { gaps } = layoutSteps(intervals, size);
        return gaps.every((gap) => gap.y >= -1e-9 && gap.y + gap.height <= 200 + 1e-9 && gap.height > 0);
      }),
    );
  });

  it('draws flat steps and breaks the line where there is no value', () => {
    expect(stepPath([10, 20, null, 5], 10)).toBe('M0,10H10V20H20M30,5H40');
    expect(bandPath([10, null, 8], [4, 3, 8], 10)).toBe('M0,10H10V4H0Z');
  });
});

describe('levels', () => {
  const level = (value: number | null) => ({ value, low: value, high: value });

  it('marks what misses a floor and what exceeds a ceiling', () => {
    const values = [level(0.9), level(0.7), level(null)];
    const missed = (goal: 'floor' | 'ceiling') =>
      layoutLevels(values, { target: 0.8, goal, ...size }).missed.map(({ x }) => Math.round(x));
    expect(missed('floor')).toEqual([133]);
    expect(missed('ceiling')).toEqual([0]);
  });

  it('cuts the axis at a round share below everything drawn', () => {
    const { y } = layoutLevels([level(0.62), level(0.97)], { target: 0.8, goal: 'floor', ...size });
    expect(y.domain()).toEqual([0.4, 1]);
  });
});

describe('heat-map', () => {
  it('tells sides apart by sign and strength by size', () => {
    const { cells } = layoutHeat([[{ value: -1 }, { value: 0.5 }, { value: 0.01 }, { value: null }]], size);
    expect(cells.map(({ side }) => side)).toEqual(['under', 'over', 'even', 'closed']);
    expect(cells[0]?.strength).toBe(1);
    expect(cells[1]?.strength).toBeLessThan(1);
  });

  it('draws cells of one colour and strength as one shape, however many there are', () => {
    const week = Array.from({ length: 7 }, (_, day) =>
      Array.from({ length: 96 }, (_unused, slot) => ({ value: slot < 32 ? null : (day * 96 + slot) / 700 })),
    );
    const size = { width: 1200, height: 200 };
    const { cells, cellWidth, cellHeight, gap, ground, shades } = layoutHeat(week, size, 'volume');
    const shapes = (path: string): number => path.split('M').length - 1;
    expect(cells).toHaveLength(7 * 96);
    expect(shapes(ground)).toBe(7 * 64);
    expect(shades.length).toBeLessThanOrEqual(50);
    expect(shades.reduce((sum, { path }) => sum + shapes(path), 0)).toBe(
      cells.filter(({ strength }) => strength > 0).length,
    );
    // The first: from its upper left corner round and back again.
    const first = cells.find(({ strength }) => strength > 0);
    const numbers = [...(ground.split('z')[0] ?? '').matchAll(/[a-zM][-\d.,\s]*/g)].map(([part]) =>
      part.slice(1).split(/[ ,]/).map(Number),
    );
    const [[x = NaN, y] = [], [right] = [], corner = [], [down] = []] = numbers;
    const radius = corner[0] ?? NaN;
    expect(x - radius).toBeCloseTo(first?.x ?? NaN, 1);
    expect(y).toBeCloseTo(first?.y ?? NaN, 1);
    expect((right ?? NaN) + 2 * radius).toBeCloseTo(cellWidth - gap, 1);
    expect((down ?? NaN) + 2 * radius).toBeCloseTo(cellHeight - gap, 1);
    const moves = numbers.slice(1).map((part) => (part.length > 1 ? part.slice(-2) : part));
    expect(moves.map(([along]) => along)).toEqual([
      right,
      radius,
      down,
      -radius,
      -(right ?? 0),
      -radius,
      -(down ?? 0),
      radius,
    ]);
  });
});

describe('labels', () => {
  it('stay apart, in order and inside', () => {
    const wanted = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(wanted, (positions) => {
        const placed = spreadLabels(positions, 16, 200).toSorted((a, b) => a - b);
        return placed.every(
          (at, i) => at <= 200 + 1e-9 && (i === 0 || at - (placed[i - 1] ?? 0) >= 16 - 1e-9),
        );
      }),
    );
  });
});

describe('waterfall', () => {
  it('hangs each change on the level before it', () => {
    const { bars } = layoutWaterfall(
      [
        { name: 'workload', value: 40, kind: 'total' },
        { name: 'queueing', value: 9, kind: 'change' },
        { name: 'breaks', value: -2, kind: 'change' },
        { name: 'all', value: 47, kind: 'total' },
      ],
      size,
    );
    expect(bars.map(({ from, to }) => [from, to])).toEqual([
      [0, 40],
      [40, 49],
      [49, 47],
      [0, 47],
    ]);
  });
});

describe('ticks', () => {
  it('carry as many labels as have room', () => {
    const at = (width: number, labels: readonly string[]) =>
      labels.map((label, k) => ({ at: (k * width) / (labels.length - 1), label }));
    const money = ['0 €', '50 000 €', '100 000 €', '150 000 €'];
    expect(labelsApart(at(400, money), 400)).toBe(1);
    expect(labelsApart(at(150, money), 150)).toBe(2);
    expect(labelsApart(at(170, ['0 %', '25 %', '50 %', '75 %', '100 %']), 170)).toBe(2);
    expect(labelsApart([], 100)).toBe(1);
  });

  it('are thinned until no two of them read alike', () => {
    const tenths = (tick: number) => tick.toFixed(1);
    const read = (ticks: readonly number[]) =>
      distinctTicks(ticks, tenths, (tick) => tick).map(({ label }) => label);
    expect(read([0, 0.05, 0.1, 0.15, 0.2])).toEqual(['0.0', '0.1', '0.2']);
    expect(read([-0.04, -0.02, 0, 0.02, 0.04])).toEqual(['0.0']);
    expect(read([0, 1, 2])).toEqual(['0.0', '1.0', '2.0']);
  });
});

describe('fan', () => {
  it('counts contacts in whole ones, up to one at least', () => {
    const ticks = (value: number) => layoutFan([{ value }], size).ticks;
    expect(ticks(0.03)).toEqual([0, 1]);
    expect(ticks(2.4)).toEqual([0, 1, 2, 3]);
    expect(layoutFan([{ value: 0.03 }], size, 'share').ticks).toEqual([0, 0.01, 0.02, 0.03]);
  });

  it('breaks the line where nothing is known', () => {
    const points = [{ value: 1 }, { value: null }, { value: 3 }];
    expect(layoutFan(points, size).line.match(/M/g)).toHaveLength(2);
  });
});
