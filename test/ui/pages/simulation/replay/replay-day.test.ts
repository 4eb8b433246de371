/** The replayed moments of a day worked out on paper. */
import { describe, expect, it } from 'vitest';
import type { SimulationModel } from '../../../../../src/simulation/model.ts';
import { recordDay } from '../../../../../src/simulation/simulate.ts';
import {
  activeSpan,
  leftBetween,
  momentAt,
  mostAgents,
  prepareDay,
} from '../../../../../src/ui/pages/simulation/replay/replay-day.ts';
import { layoutStage, sceneAt } from '../../../../../src/ui/pages/simulation/replay/replay-scene.ts';

const constant = (value: number) => ({ kind: 'constant', value }) as const;

/** One agent from 0 to 2000; calls of 100 s at 0, 10, 20, 900; who waits 95 s hangs up. */
const model: SimulationModel = {
  horizon: { intervalSeconds: 2000, intervals: 1 },
  classes: [
    {
      id: 'calls',
      arrivals: { kind: 'instants', at: [0, 10, 20, 900] },
      handleTime: constant(100),
      patience: { distribution: constant(95) },
    },
  ],
  groups: [
    {
      id: 'team',
      serves: [{ class: 'calls' }],
      staffing: { kind: 'shifts', shifts: [{ stretches: [[0, 2000]] }] },
    },
  ],
};
const day = prepareDay(recordDay(model, 1, 0), 0, 2000);
const at = (time: number) => momentAt(day, time);

describe('a replayed day', () => {
  it('says who waits, who works and what is done at any moment', () => {
    expect(at(50)).toMatchObject({
      classes: [{ waiting: [1, 2], longest: 40, answered: 1, lost: 0 }],
      groups: [{ busy: 1, hands: 1 }],
    });
    // The second is taken at 100; the third gives up at 115.
    expect(at(110).classes[0]).toMatchObject({ waiting: [2], answered: 2, lost: 0 });
    expect(at(130).classes[0]).toMatchObject({ waiting: [], longest: 0, answered: 2, lost: 1 });
    expect(at(500).groups[0]).toMatchObject({ agents: [0], busy: 0 });
    expect(at(950).groups[0]).toMatchObject({ busy: 1 });
  });

  it('knows when it begins and ends, and how many agents its stage must hold', () => {
    expect(activeSpan(day)).toEqual([0, 2000]);
    expect(mostAgents(day)).toEqual([1]);
  });

  it('begins and ends with a whole minute', () => {
    const shifts = [{ stretches: [[95, 1863]] as const }];
    const late = {
      ...model,
      classes: model.classes.map((own) => ({ ...own, arrivals: { kind: 'instants', at: [900] } as const })),
      groups: model.groups.map((own) => ({ ...own, staffing: { kind: 'shifts', shifts } as const })),
    };
    expect(activeSpan(prepareDay(recordDay(late, 1, 0), 0, 2000))).toEqual([60, 1920]);
  });

  it('moves who has just left the queue, and nobody without motion', () => {
    expect(leftBetween(day, 95, 120)).toEqual([1, 2]);
    const stage = layoutStage(800, { classes: ['Calls'], groups: ['Team'] }, [1], [true]);
    const options = { stage, shown: [true], thresholds: [20] };
    const scene = sceneAt(day, at(105), { ...options, moveFor: 10 });
    expect(scene.moving).toHaveLength(1);
    expect(scene.dots).toMatchObject([{ late: true, x: stage.head }]);
    expect(sceneAt(day, at(105), { ...options, moveFor: 0 }).moving).toEqual([]);
  });
});
