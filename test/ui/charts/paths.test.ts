/** Expected paths are written by hand from the SVG grammar. */
import { describe, expect, it } from 'vitest';
import { layoutFan } from '../../../src/ui/charts/fan-layout.ts';
import { bandPath, linePath } from '../../../src/ui/charts/paths.ts';

const xs = ['0', '10', '20', '30', '40'];

describe('linePath', () => {
  it('breaks at what is unknown and keeps a lone point as a dot', () => {
    expect(linePath(xs, [1, 2.04, null, 5, null])).toBe('M0,1L10,2M30,5Z');
    expect(linePath(xs, [null, null, 3, 4, 5.55])).toBe('M20,3L30,4L40,5.6');
    expect(linePath(xs, [null, null, null, null, 7])).toBe('M40,7Z');
  });

  it('draws nothing of nothing', () => {
    expect(linePath([], [])).toBe('');
    expect(
      linePath(
        xs,
        xs.map(() => null),
      ),
    ).toBe('');
  });
});

describe('bandPath', () => {
  it('goes along the upper edge and back along the lower one, run by run', () => {
    const edge = (high: number, low: number) => ({ high, low });
    expect(bandPath(xs, [edge(1, 9), edge(2, 8), null, edge(3, 7), edge(4, 6)])).toBe(
      'M0,1L10,2L10,8L0,9ZM30,3L40,4L40,6L30,7Z',
    );
  });
});

describe('layoutFan', () => {
  it('places line and bands by its own scale', () => {
    const points = [
      { value: 50, bands: [{ low: 20, high: 90 }], other: 40 },
      { value: null },
      { value: 10, bands: [{ low: 0, high: 30 }], other: null },
    ];
    const { y, line, other, bands } = layoutFan(points, { width: 100, height: 200 });
    // 1.08 · 90 rounded up to a tick of 20
    expect(y.domain()).toEqual([0, 100]);
    expect(line).toBe('M0,100ZM100,180Z');
    expect(other).toBe('M0,120Z');
    expect(bands).toEqual(['M0,20L0,160ZM100,140L100,200Z']);
  });

  it('leaves out what is no number', () => {
    const { line } = layoutFan([{ value: 1 }, { value: NaN }, { value: Infinity }], {
      width: 10,
      height: 10,
    });
    expect(line).toMatch(/^M0,[\d.]+Z$/);
  });
});
