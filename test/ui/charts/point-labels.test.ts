/** Labels of a curve's points keep apart from one another, from dots and from the edges. */
import { describe, expect, it } from 'vitest';
import { placeLabels } from '../../../src/ui/charts/point-labels.ts';

const at = (x: number, y: number, label = '50 %') => ({ x, y, label });

describe('labels of points', () => {
  it('stand above while there is room', () => {
    const places = placeLabels([at(100, 100), at(200, 80), at(300, 60)], 400);
    expect(places).toEqual(places.map(() => ({ dx: 0, dy: -10, anchor: 'middle' })));
  });

  it('of two points almost in one place, one goes elsewhere', () => {
    const [first, second] = placeLabels([at(100, 100), at(112, 97, '60 %')], 400);
    expect(first).toEqual({ dx: 8, dy: 16, anchor: 'start' });
    expect(second).toEqual({ dx: 0, dy: -10, anchor: 'middle' });
  });

  it('keep off the curve where it is steep', () => {
    expect(placeLabels([at(100, 200), at(120, 100), at(140, 0)], 400)[0]).toEqual({
      dx: 8,
      dy: 16,
      anchor: 'start',
    });
  });

  it('stay in the picture and off a label that is there already', () => {
    expect(placeLabels([at(4, 100)], 400)[0]?.anchor).toBe('start');
    const taken = { ...at(100, 85, 'your plan'), place: { dx: 0, dy: 20, anchor: 'middle' } } as const;
    expect(placeLabels([at(100, 118)], 400, [taken])[0]).not.toEqual({ dx: 0, dy: -10, anchor: 'middle' });
  });

  it('go where no room is left to none', () => {
    expect(placeLabels([at(20, 100)], 25)).toEqual([null]);
  });
});
