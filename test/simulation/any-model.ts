/** Models of every shape: what the laws of properties.test.ts are tried on. */
import { array, boolean, constantFrom, integer, record } from 'fast-check';
import type { AgentGroup, CustomerClass, SimulationModel } from '../../src/simulation/model.ts';

export const INTERVALS = 4;
export const LENGTH = 900;

export const perInterval = (most: number) =>
  array(integer({ min: 0, max: most }), { minLength: INTERVALS, maxLength: INTERVALS });

const anyClass = record({
  rates: perInterval(60),
  mean: integer({ min: 20, max: 400 }),
  family: constantFrom('exponential', 'lognormal', 'gamma'),
  patient: boolean(),
  kind: constantFrom('live', 'live', 'conversation', 'deferred'),
  priority: integer({ min: 1, max: 3 }),
  bot: boolean(),
  redials: boolean(),
  closes: boolean(),
});

const anyGroup = record({
  serves: array(integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 3 }),
  agents: perInterval(5),
  takes: constantFrom('priority', 'oldest', 'earliestDue'),
  shiftEnd: constantFrom('named', 'pooled', 'preemptive'),
  reserve: integer({ min: 0, max: 1 }),
});

export const anyModel = record({
  classes: array(anyClass, { minLength: 3, maxLength: 3 }),
  groups: array(anyGroup, { minLength: 1, maxLength: 3 }),
  cv: constantFrom(0, 0.3),
  lines: boolean(),
  warmUp: constantFrom(0, 600),
}).map(({ classes, groups, cv, lines, warmUp }): SimulationModel => {
  const built = classes.map((c, i): CustomerClass => {
    const distribution =
      c.family === 'exponential'
        ? ({ kind: 'exponential', mean: c.mean } as const)
        : ({ kind: c.family, mean: c.mean, cv: 0.8 } as const);
    return {
      id: `c${i}`,
      arrivals: { kind: 'rates', contactsPerHour: c.rates, dayFactorCv: cv },
      handleTime: distribution,
      priority: c.priority,
      ...(c.patient ? {} : { patience: { leavesAtOnce: 0.1, distribution } }),
      ...(c.kind === 'conversation'
        ? {
            sticky: true,
            conversation: {
              limit: 3,
              speed: { kind: 'turns' as const, agentTurn: 20, customerTurn: 40 },
              silentAbandon: { share: 0.3, timeOut: 120 },
            },
          }
        : {}),
      ...(c.kind === 'deferred'
        ? {
            deferred: {
              open: [
                [0, 1000],
                [1500, 3000],
              ] as const,
              due: 600,
            },
          }
        : {}),
      ...(c.closes && c.kind !== 'deferred' ? { open: [[0, 2000]] as const } : {}),
      ...(c.bot
        ? {
            bot: {
              reach: 0.7,
              containment: 0.5,
              resolution: 0.4,
              recontact: 0.5,
              recontactDelay: { kind: 'exponential' as const, mean: 300 },
              duration: { kind: 'constant' as const, value: 30 },
              handoverHandleTimeFactor: 1.2,
            },
          }
        : {}),
      ...(i === 0 && c.redials && c.kind !== 'deferred'
        ? { callback: { headWaits: 5, accept: 0.5, to: 'c1' } }
        : {}),
      ...(c.redials
        ? {
            followUps: (['abandoned', 'blocked', 'answered'] as const).map((on) => ({
              on,
              probability: 0.5,
              delay: { kind: 'exponential' as const, mean: 200 },
              to: `c${(i + 1) % 3}`,
            })),
          }
        : {}),
    };
  });
  const teams = groups.map((g, i): AgentGroup => {
    const served = [...new Set(g.serves)];
    const converses = served.some((c) => classes[c]?.kind === 'conversation');
    return {
      id: `g${i}`,
      serves: served.map((c, k) => ({ class: `c${c}`, reserve: k === 0 ? 0 : g.reserve })),
      takes: g.takes,
      staffing: { kind: 'counts', agents: g.agents, shiftEnd: converses ? 'named' : g.shiftEnd },
    };
  });
  // Whatever is left unserved has a group of its own.
  teams.push({
    id: 'rest',
    serves: [0, 1, 2].map((c) => ({ class: `c${c}`, speed: 0.9 })),
    staffing: {
      kind: 'shifts',
      shifts: [
        {
          stretches: [
            [0, 1200],
            [1500, 3600],
          ],
          agents: 2,
          lastContact: 60,
          absence: 0.2,
        },
      ],
    },
  });
  return {
    horizon: { intervalSeconds: LENGTH, intervals: INTERVALS, dayStarts: [0, 2], warmUp },
    classes: built,
    groups: teams,
    factorCorrelation: 0.5,
    ...(lines ? { lines: [{ classes: ['c0', 'c1'], count: 4 }] } : {}),
  };
});

/** Live contacts that take an agent whole, no reserve, no callbacks, no last minutes: nothing keeps agents idle. */
export function withoutHoldingBack(model: SimulationModel): SimulationModel {
  return {
    ...model,
    classes: model.classes.map((c) => {
      const held = new Set(['conversation', 'deferred', 'callback']);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fields that may be left out are left out
      return Object.fromEntries(
        Object.entries(c).filter(([key]) => !held.has(key)),
      ) as unknown as CustomerClass;
    }),
    groups: model.groups.map((group) => ({
      ...group,
      serves: group.serves.map((skill) => ({ ...skill, reserve: 0 })),
      staffing:
        group.staffing.kind === 'counts'
          ? group.staffing
          : {
              kind: 'shifts',
              shifts: group.staffing.shifts.map((shift) => ({ ...shift, lastContact: 0 })),
            },
    })),
  };
}
