import { expect, it } from 'vitest';
import { checkModel } from '../../src/simulation/check-model.ts';
import type { SimulationModel } from '../../src/simulation/model.ts';

const constant = (value: number) => ({ kind: 'constant', value }) as const;

/** A model in which every field of the format is there. */
const FULL: SimulationModel = {
  horizon: { intervalSeconds: 900, intervals: 2, dayStarts: [0, 1], atEnd: 'abandon', warmUp: 0 },
  factorCorrelation: 0.3,
  lines: [{ classes: ['calls'], count: 12 }],
  classes: [
    {
      id: 'calls',
      arrivals: {
        kind: 'rates',
        contactsPerHour: [40, 30],
        dayFactorCv: 0.1,
        intervalFactorCv: 0.1,
        intervalFactorCorrelation: 0.2,
        batch: { kind: 'geometric', mean: 1.5 },
      },
      handleTime: { kind: 'lognormal', mean: 120, cv: 1 },
      handleTimeFactor: [1, 1.1],
      afterContact: 10,
      patience: {
        distribution: { kind: 'hazard', pieces: [{ from: 0, perHour: 10 }] },
        leavesAtOnce: 0.05,
      },
      patienceFactor: [1, 1],
      priority: 1,
      tiers: [{ groups: ['desk'] }, { groups: ['desk'], after: 20, select: 'random' }],
      open: [[0, 1700]],
      serviceLevel: { threshold: 20, definition: 'excludeShortAbandons', shortAbandon: 5 },
      targets: {
        serviceLevel: 0.8,
        meanWaitAnswered: 30,
        abandonment: 0.05,
        firstResponse: { mean: 60, percentile: { share: 0.9, within: 100 } },
      },
      bot: {
        reach: 0.5,
        containment: 0.4,
        resolution: 0.5,
        recontact: 0.5,
        recontactDelay: { kind: 'exponential', mean: 600 },
        duration: constant(30),
        handoverHandleTimeFactor: 1.2,
        escalateTo: 'calls',
      },
      callback: { headWaits: 60, accept: 0.3, to: 'mail' },
      sticky: true,
      followUps: [{ on: 'abandoned', probability: 0.4, delay: { kind: 'gamma', mean: 300, cv: 1 }, most: 3 }],
      reasons: [
        { id: 'order', share: 0.4, handleTime: { kind: 'weibull', mean: 60, shape: 1.5 }, bot: { reach: 1 } },
        { id: 'other', share: [0.6, 0.6], patience: { distribution: constant(60) }, followUps: [] },
      ],
      stream: 9,
    },
    {
      id: 'chats',
      arrivals: { kind: 'instants', at: [10, 20], handleTimes: [60, 70], reasons: [null, null] },
      handleTime: { kind: 'hyperexponential', branches: [{ share: 1, mean: 60 }] },
      patience: { distribution: { kind: 'empirical', values: [10, 100] } },
      conversation: {
        limit: 2,
        speed: { kind: 'turns', agentTurn: 20, customerTurn: 40 },
        silentAbandon: { share: 0.3, timeOut: 60 },
      },
      waitingAtStart: [10, 5],
    },
    {
      id: 'messages',
      handleTime: constant(60),
      conversation: { limit: 2, speed: { kind: 'rates', rates: [1, 1.5] } },
    },
    {
      id: 'mail',
      priority: 2,
      handleTime: constant(200),
      deferred: { open: [[0, 1800]], due: 1800, atClose: 'pause' },
    },
  ],
  groups: [
    {
      id: 'desk',
      serves: [
        {
          class: 'calls',
          speed: 1.1,
          priority: 1,
          handleTime: { kind: 'exponential', mean: 100 },
          reasons: [{ reason: 'order', handleTime: constant(50) }],
        },
        { class: 'mail', reserve: 1 },
      ],
      takes: 'earliestDue',
      stream: 7,
      staffing: {
        kind: 'shifts',
        shifts: [{ stretches: [[0, 1800]], agents: 3, speed: 0.9, lastContact: 120, absence: 0.1 }],
      },
    },
    {
      id: 'chatters',
      serves: [{ class: 'chats' }, { class: 'messages' }],
      staffing: { kind: 'counts', agents: [1, 2], shiftEnd: 'named' },
    },
  ],
};

type Tree = Record<string, unknown>;
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** The way to every field, list and entry. */
function placesIn(value: unknown, way: readonly string[] = []): string[][] {
  if (!isTree(value)) return [];
  return Object.keys(value).flatMap((key) => [[...way, key], ...placesIn(value[key], [...way, key])]);
}

function withJunk(way: readonly string[], junk: unknown): SimulationModel {
  const model = structuredClone(FULL);
  let at: unknown = model;
  for (const key of way.slice(0, -1)) at = isTree(at) ? at[key] : undefined;
  if (isTree(at)) at[way.at(-1) ?? ''] = junk;
  return model;
}

const JUNK = [undefined, null, 'x', true, -1, Number.NaN, [], {}, [null], [undefined], { kind: 'x' }];

it('is never taken aback by what stands in a field of a model written by hand', () => {
  expect(checkModel(FULL)).toEqual([]);
  const broken = placesIn(FULL).flatMap((way) =>
    JUNK.flatMap((junk) => {
      try {
        checkModel(withJunk(way, junk));
        return [];
      } catch (error) {
        return [`${way.join('.')} ${JSON.stringify(junk)}: ${String(error)}`];
      }
    }),
  );
  expect(broken).toEqual([]);
});

it('refuses a list with a gap', () => {
  const gap: number[] = [];
  gap[1] = 1;
  const { length } = checkModel(withJunk(['classes', '0', 'patienceFactor'], gap));
  expect(length).toBe(1);
});

it('looks at targets', () => {
  const at = ['classes', '0', 'targets'];
  const paths = (targets: unknown) => checkModel(withJunk(at, targets)).map(({ path }) => path);
  expect(paths({ serviceLevel: 80, abandonment: -1, meanWaitAnswered: '20' })).toEqual([
    '$.classes[0].targets.serviceLevel',
    '$.classes[0].targets.meanWaitAnswered',
    '$.classes[0].targets.abandonment',
  ]);
  expect(paths({ firstResponse: { mean: -1, percentile: { share: 0 } } })).toEqual([
    '$.classes[0].targets.firstResponse.mean',
    '$.classes[0].targets.firstResponse.percentile.share',
    '$.classes[0].targets.firstResponse.percentile.within',
  ]);
});
