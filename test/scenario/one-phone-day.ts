import { SCENARIO_VERSION, type Scenario } from '../../src/scenario/schema.ts';

/** One phone line, one day, open 08:00–20:00 at 100 contacts a half-hour, 180 s of work, 120 s of patience. */
export function onePhoneDay(agents: number, dayFactorCv = 0): Scenario {
  const open = (slot: number): boolean => slot >= 16 && slot < 40;
  const grid = (value: number): number[] => Array.from({ length: 48 }, (_, slot) => (open(slot) ? value : 0));
  const hours = Array.from({ length: 7 }, () => [['08:00', '20:00'] as const]);
  return {
    format: 'effectif-scenario',
    version: SCENARIO_VERSION,
    name: 'One phone line',
    currency: 'EUR',
    calendar: { timeZone: 'UTC', start: '2026-11-23', days: 1, intervalMinutes: 30, holidays: [] },
    channels: [
      {
        id: 'phone',
        kind: 'phone',
        open: hours,
        demand: { source: { kind: 'typed', contacts: grid(100) }, dayFactorCv },
        volumeFactor: 1,
        handling: { mean: 150, cv: 1, afterContact: 30 },
        patience: { mean: 120 },
        targets: { serviceLevel: { share: 0.8, threshold: 20, definition: 'offered' } },
        bot: null,
      },
    ],
    groups: [
      {
        id: 'team',
        name: 'Team',
        skills: [{ channel: 'phone', priority: 1 }],
        staffing: { kind: 'counts', agents: grid(agents) },
        extraAgents: 0,
        shrinkage: 0.3,
        hourlyCost: 21,
      },
    ],
    events: [],
    busynessCorrelation: 0,
    finance: { hoursPerFte: 35, lostContact: 0 },
    assurance: 0.9,
    simulation: { seed: 1, replications: 8 },
  };
}
