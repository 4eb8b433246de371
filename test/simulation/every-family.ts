/** A day with every family of distributions and every kind of random factor. */
import type { SimulationModel } from '../../src/simulation/model.ts';

export const everyFamily: SimulationModel = {
  horizon: { intervalSeconds: 1800, intervals: 8, dayStarts: [0, 4] },
  factorCorrelation: 0.6,
  classes: [
    {
      id: 'calls',
      arrivals: {
        kind: 'rates',
        contactsPerHour: [60, 90, 120, 60, 60, 90, 120, 60],
        dayFactorCv: 0.2,
        intervalFactorCv: 0.1,
        intervalFactorCorrelation: 0.5,
      },
      handleTime: { kind: 'gamma', mean: 240, cv: 0.7 },
      patience: { leavesAtOnce: 0.05, distribution: { kind: 'weibull', mean: 120, shape: 0.8 } },
      followUps: [
        { on: 'abandoned', probability: 0.5, delay: { kind: 'exponential', mean: 300 } },
        { on: 'answered', probability: 0.1, delay: { kind: 'gamma', mean: 900, cv: 1.2 }, to: 'mail' },
      ],
    },
    {
      id: 'chat',
      arrivals: { kind: 'rates', contactsPerHour: [30, 40, 50, 30, 30, 40, 50, 30], dayFactorCv: 0.3 },
      handleTime: { kind: 'lognormal', mean: 300, cv: 1.1 },
      patience: {
        distribution: { kind: 'hazard', pieces: [{ from: 0, perHour: 30 }, { from: 30, perHour: 6 }] }, // prettier-ignore
      },
      conversation: { limit: 3, speed: { kind: 'turns', agentTurn: 30, customerTurn: 60 } },
      bot: {
        reach: 0.8,
        containment: 0.3,
        resolution: 0.7,
        recontact: 0.6,
        recontactDelay: { kind: 'lognormal', mean: 1200, cv: 2 },
        duration: { kind: 'empirical', values: [20, 40, 90] },
        escalateTo: 'calls',
      },
    },
    {
      id: 'mail',
      arrivals: { kind: 'rates', contactsPerHour: [40, 40, 40, 0, 40, 40, 40, 0] },
      handleTime: {
        kind: 'hyperexponential',
        branches: [{ share: 0.7, mean: 120 }, { share: 0.3, mean: 600 }], // prettier-ignore
      },
      deferred: { open: [[0, 7200], [7200, 14_400]], due: 5400 }, // prettier-ignore
    },
  ],
  groups: [
    {
      id: 'all',
      takes: 'earliestDue',
      serves: [{ class: 'calls' }, { class: 'chat' }, { class: 'mail', priority: 2, reserve: 1 }],
      staffing: { kind: 'counts', agents: [9, 11, 13, 8, 9, 11, 13, 8] },
    },
    {
      id: 'new',
      serves: [{ class: 'calls', handleTime: { kind: 'gamma', mean: 300, cv: 0.7 } }],
      staffing: { kind: 'shifts', shifts: [{ stretches: [[0, 7000], [7600, 14_400]], agents: 3, absence: 0.1 }] }, // prettier-ignore
    },
  ],
};
