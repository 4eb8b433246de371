/**
 * Starting values for a new scenario, channel and group: what planners usually begin with, all of
 * it editable.
 *
 * Targets: 80 % within 20 s and at most 5 % abandoned on the phone are the trade's habit; a mean
 * first response of 48 s in chat is Zendesk's published benchmark; e-mail within 24 business hours,
 * social within 4; callbacks within 2, ours. Patience 90 s is the middle of the 60 to 120 s usual for voice, shrinkage 30 %,
 * 35 paid hours a week in France.
 */
import { DAY_FACTOR_CV, TYPED_LEVEL_CV } from '../forecast/priors.ts';
import { MINUTES_PER_DAY, SECONDS_PER_HOUR } from '../units.ts';
import {
  SCENARIO_FORMAT,
  SCENARIO_VERSION,
  type AgentGroup,
  type Calendar,
  type Channel,
  type ChannelKind,
  type Scenario,
  type Targets,
  type Text,
  type WeekHours,
} from './schema.ts';

type ChannelStart = Pick<Channel, 'handling' | 'patience' | 'targets' | 'bot' | 'open'> &
  Partial<Pick<Channel, 'conversation'>>;

const WEEKDAYS = 5;
const OFFICE_HOURS = weekHours(['08:00', '20:00'], ['09:00', '18:00']);
const BACK_OFFICE_HOURS = weekHours(['08:00', '18:00'], null);
const ALWAYS = weekHours(['00:00', '24:00'], ['00:00', '24:00']);

/** Opening spans for Monday to Friday and for the weekend; null is closed. */
export function weekHours(
  weekday: readonly [string, string],
  weekend: readonly [string, string] | null,
): WeekHours {
  return Array.from({ length: 7 }, (_, day) => {
    const span = day < WEEKDAYS ? weekday : weekend;
    return span === null ? [] : [span];
  });
}

const STARTS: Readonly<Record<ChannelKind, (id: string) => ChannelStart>> = {
  phone: () => ({
    open: OFFICE_HOURS,
    handling: { mean: 240, cv: 1, afterContact: 60 },
    patience: { mean: 90 },
    targets: {
      serviceLevel: { share: 0.8, threshold: 20, definition: 'offered' },
      abandonment: 0.05,
      maxOccupancy: 0.85,
    },
    bot: null,
  }),
  chat: () => ({
    open: OFFICE_HOURS,
    handling: { mean: 300, cv: 1, afterContact: 30 },
    patience: { mean: 180 },
    conversation: { limit: 2, agentTurn: 30, customerTurn: 60 },
    targets: { firstResponse: { mean: 48, percentile: { share: 0.9, within: 300 } } },
    bot: null,
  }),
  messaging: () => ({
    open: OFFICE_HOURS,
    handling: { mean: 300, cv: 1, afterContact: 30 },
    patience: { mean: 900 },
    conversation: { limit: 3, agentTurn: 30, customerTurn: 120 },
    targets: { firstResponse: { percentile: { share: 0.8, within: 300 } } },
    bot: null,
  }),
  email: () => deferred({ share: 0.95, within: 24 * SECONDS_PER_HOUR }, 420),
  social: () => deferred({ share: 0.9, within: 4 * SECONDS_PER_HOUR }, 240),
  callback: () => ({
    ...deferred({ share: 0.9, within: 2 * SECONDS_PER_HOUR }, 240),
    open: OFFICE_HOURS,
  }),
  selfService: (id) => ({
    open: ALWAYS,
    handling: { mean: 240, cv: 1, afterContact: 0 },
    patience: null,
    targets: {},
    bot: {
      reach: 1,
      containment: 0.6,
      resolution: 0.8,
      recontact: 0.5,
      handoverHandleTime: 0,
      escalateTo: id,
      costPerContact: 0.1,
    },
  }),
};

function deferred(percentile: { share: number; within: number }, mean: number): ChannelStart {
  const targets: Targets = { firstResponse: { percentile } };
  return {
    open: BACK_OFFICE_HOURS,
    handling: { mean, cv: 1, afterContact: 0 },
    patience: null,
    targets,
    bot: null,
  };
}

/**
 * A channel of a kind without contacts yet, on the grid of the calendar.
 * @param escalateTo where self-service hands over; it needs a channel with agents
 */
export function newChannel(
  kind: ChannelKind,
  id: string,
  calendar: Calendar,
  escalateTo: string = id,
): Channel {
  return {
    id,
    kind,
    demand: {
      source: { kind: 'typed', contacts: emptyGrid(calendar) },
      dayFactorCv: DAY_FACTOR_CV,
      levelCv: TYPED_LEVEL_CV,
    },
    volumeFactor: 1,
    ...STARTS[kind](escalateTo),
  };
}

/** A group that serves these channels, first come highest priority, with nobody planned yet. */
export function newGroup(
  id: string,
  name: Text,
  channels: readonly string[],
  calendar: Calendar,
): AgentGroup {
  return {
    id,
    name,
    skills: channels.map((channel, index) => ({ channel, priority: index + 1 })),
    staffing: { kind: 'counts', agents: emptyGrid(calendar) },
    extraAgents: 0,
    shrinkage: 0.3,
    hourlyCost: 24,
  };
}

/** A week on half-hours with one phone channel and one group: the least that computes. */
export function newScenario(name: Text, place: Pick<Calendar, 'timeZone' | 'start'>): Scenario {
  const calendar: Calendar = { ...place, days: 7, intervalMinutes: 30, holidays: [] };
  return {
    format: SCENARIO_FORMAT,
    version: SCENARIO_VERSION,
    name,
    currency: 'EUR',
    calendar,
    channels: [newChannel('phone', 'phone', calendar)],
    groups: [newGroup('team', { en: 'Team', fr: 'Équipe' }, ['phone'], calendar)],
    events: [],
    busynessCorrelation: 0.3,
    finance: { hoursPerFte: 35, lostContact: 0 },
    assurance: 0.8,
    simulation: { seed: 1, replications: 40 },
  };
}

function emptyGrid({ days, intervalMinutes }: Calendar): number[] {
  return Array.from({ length: (days * MINUTES_PER_DAY) / intervalMinutes }, () => 0);
}
