/** A scenario small enough to check by hand: one hourly week from a Monday, one phone, one group. */
import {
  SCENARIO_FORMAT,
  SCENARIO_VERSION,
  type AgentGroup,
  type Bot,
  type Channel,
  type Scenario,
} from '../../src/scenario/schema.ts';

const everyDay = Array.from({ length: 7 }, () => [['08:00', '20:00']] as const);

export function exampleChannel(changes: Partial<Channel> = {}): Channel {
  return {
    id: 'phone',
    kind: 'phone',
    open: everyDay,
    demand: { source: { kind: 'typed', contacts: Array.from({ length: 168 }, () => 10) }, dayFactorCv: 0 },
    volumeFactor: 1,
    handling: { mean: 240, cv: 1, afterContact: 60 },
    patience: { mean: 120 },
    targets: { serviceLevel: { share: 0.8, threshold: 20, definition: 'offered' } },
    bot: null,
    ...changes,
  };
}

/** Takes everybody, keeps half and settles half of these. */
export const exampleBot: Bot = {
  reach: 1,
  containment: 0.5,
  resolution: 0.5,
  recontact: 0.5,
  handoverHandleTime: 0,
  escalateTo: 'phone',
  costPerContact: 0,
};

/** A phone line and a mailbox whose customers come back in every way there is. */
export function comingBack(): Channel[] {
  const afterwards = {
    redial: { share: 0.5, delay: 600 },
    switch: { share: 0.3, to: 'mail', delay: 900 },
    recontact: { share: 0.1, delay: 86_400 },
    transfer: { share: 0.05, to: 'mail' },
  };
  return [
    exampleChannel({ afterwards }),
    exampleChannel({
      id: 'mail',
      kind: 'email',
      patience: null,
      targets: {},
      afterwards: { recontact: afterwards.recontact },
    }),
  ];
}

/** A scenario with the fields that most scenarios leave out. */
export function seldomUsed(): Scenario {
  const law = { kind: 'hyperexponential', share: 0.4, mean: 30 } as const;
  const agents = Array.from({ length: 168 }, () => 3);
  const silent = exampleChannel({
    id: 'chat',
    kind: 'chat',
    afterwards: { recontact: { share: 0.1, delay: 600, sameAgent: true } },
    conversation: {
      limit: 2,
      agentTurn: 30,
      customerTurn: 60,
      silentAbandon: { share: 0.5, timeOut: 300 },
    },
  });
  return exampleScenario({
    channels: [
      exampleChannel({
        demand: { ...exampleChannel().demand, levelCv: 0.25 },
        patience: { mean: 120, law, leavesAtOnce: 0.1 },
        lines: 20,
        routing: 'random',
      }),
      silent,
    ],
    groups: [
      exampleGroup({ staffing: { kind: 'counts', agents, shiftEnd: 'pooled' } }),
      exampleGroup({
        id: 'late',
        skills: [{ channel: 'phone', priority: 1, afterSeconds: 30 }],
        absence: 0.1,
        staffing: { kind: 'shifts', shifts: [], lastContactMinutes: 10 },
      }),
    ],
  });
}

export function exampleGroup(changes: Partial<AgentGroup> = {}): AgentGroup {
  return {
    id: 'team',
    name: 'Team',
    skills: [{ channel: 'phone', priority: 1 }],
    staffing: { kind: 'counts', agents: Array.from({ length: 168 }, () => 3) },
    extraAgents: 0,
    shrinkage: 0.3,
    hourlyCost: 20,
    ...changes,
  };
}

export function exampleScenario(changes: Partial<Scenario> = {}): Scenario {
  return {
    format: SCENARIO_FORMAT,
    version: SCENARIO_VERSION,
    name: 'Example',
    currency: 'EUR',
    calendar: {
      timeZone: 'Europe/Paris',
      start: '2026-11-23',
      days: 7,
      intervalMinutes: 60,
      holidays: [],
    },
    channels: [exampleChannel()],
    groups: [exampleGroup()],
    events: [],
    busynessCorrelation: 0,
    finance: { hoursPerFte: 35, lostContact: 0 },
    assurance: 0.8,
    simulation: { seed: 1, replications: 20 },
    ...changes,
  };
}
