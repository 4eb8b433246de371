/** Single agents at moments of a day worked out on paper. */
import { describe, expect, it } from 'vitest';
import type { Roster } from '../../../../../src/scenario/roster.ts';
import type { SimulationModel } from '../../../../../src/simulation/model.ts';
import { recordDay } from '../../../../../src/simulation/simulate.ts';
import { agentsAt } from '../../../../../src/ui/pages/simulation/replay/replay-agents.ts';
import { momentAt, prepareDay } from '../../../../../src/ui/pages/simulation/replay/replay-day.ts';
import { agentUnder } from '../../../../../src/ui/pages/simulation/replay/replay-scene.ts';

/** Amina from 0 to 2000 with a break from 500 to 800, a colleague from 900; calls of 100 s at 0, 450, 1000, 1010. */
const model: SimulationModel = {
  horizon: { intervalSeconds: 2000, intervals: 1 },
  classes: [
    {
      id: 'calls',
      arrivals: { kind: 'instants', at: [0, 450, 1000, 1010] },
      handleTime: { kind: 'constant', value: 100 },
    },
  ],
  groups: [
    {
      id: 'team',
      serves: [{ class: 'calls' }],
      staffing: {
        kind: 'shifts',
        shifts: [
          {
            stretches: [
              [0, 500],
              [800, 2000],
            ],
          },
          { stretches: [[900, 2000]] },
        ],
      },
    },
  ],
};
const spans = (...pairs: [number, number][]) => pairs.map(([from, to]) => ({ from, to }));
const roster: Roster = [
  [
    [{ name: 'Amina', stretches: spans([0, 500], [800, 2000]) }],
    [{ name: null, stretches: spans([900, 2000]) }],
  ],
];
const day = prepareDay(recordDay(model, 1, 0), 0, 2000);
const at = (time: number, own = roster) =>
  agentsAt(day, own, momentAt(day, time)).map(({ name, number, state, taken }) => [
    name ?? number,
    state.kind,
    taken,
  ]);

describe('single agents', () => {
  it('work, are free, and have breaks; who has not come yet is not listed', () => {
    expect(at(50)).toEqual([['Amina', 'working', 1]]);
    expect(at(200)).toEqual([['Amina', 'free', 1]]);
    // The call of 450 lasts beyond the beginning of the break.
    expect(at(540)).toEqual([['Amina', 'working', 2]]);
    expect(at(600)).toEqual([['Amina', 'break', 2]]);
    expect(at(1050)).toEqual([
      ['Amina', 'working', 3],
      [2, 'working', 1],
    ]);
  });

  it('say since when and until when', () => {
    const [working] = agentsAt(day, roster, momentAt(day, 540));
    expect(working?.state).toMatchObject({ kind: 'working', since: 450 });
    expect(working?.shift).toEqual({ from: 0, to: 2000 });
    const [away] = agentsAt(day, roster, momentAt(day, 600));
    expect(away?.state).toEqual({ kind: 'break', until: 800 });
  });

  it('are absent where their shift goes on without them', () => {
    const late: Roster = [
      [...(roster[0] ?? []), [{ name: 'Noor', stretches: spans([100, 300], [400, 1500]) }]],
    ];
    expect(at(200, late).at(-1)).toEqual(['Noor', 'absent', 0]);
    expect(at(350, late).at(-1)).toEqual(['Noor', 'absent', 0]);
    expect(at(1600, late)).toHaveLength(2);
  });

  it('are numbered where the plan has only numbers of agents', () => {
    expect(at(1050, [[]])).toEqual([
      [1, 'working', 3],
      [2, 'working', 1],
    ]);
  });
});

it('finds whose square is under the pointer', () => {
  const cells = [0, 16].map((x, agent) => ({ x, y: 18, fill: 0, agent }));
  expect([agentUnder(cells, 6, 24), agentUnder(cells, 17, 30), agentUnder(cells, 60, 24)]).toEqual([
    0,
    1,
    null,
  ]);
});
