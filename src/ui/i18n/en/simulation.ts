/** The simulation page. */
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

export const simulation = {
  question: 'Does the plan hold when whole weeks are played out?',
  run: 'Simulation',
  replications: 'Replications',
  replicationsNote:
    'Each replication plays the whole plan once, contact by contact. Four times as many halve the uncertainty.',
  seed: 'Seed',
  progress: 'Replications done',
  status: {
    none: () => 'Starts in a moment.',
    held: () => 'Not started: it would take long.',
    running: (done: string, total: string) => `${done} of ${total} replications done; not yet final.`,
    done: (done: string) => `${done} replications done.`,
    cancelled: (done: string) => `Stopped after ${done} replications.`,
    failed: () => 'The simulation could not run.',
  },
  stopWhen: 'Stop after',
  stopAtNumber: 'a number',
  stopAtPrecision: 'enough precision',
  halfWidth: 'Every target known to ±',
  pointsUnit: 'points',
  atMost: 'Replications at most',
  precisionNote: 'Looked at after 64, 128, 256 … replications, so that a lucky moment does not end it.',
  timeLeft: (time: string) => `About ${time} left.`,
  widest: (now: string, wanted: string) =>
    `The widest target is known to ±\u202F${now} points; wanted: ±\u202F${wanted}.`,
  reached: (wanted: string) => `Every target is known to ±\u202F${wanted} points.`,
  notReached: (now: string, wanted: string) =>
    `Not enough: the widest target is known to ±\u202F${now} points; wanted: ±\u202F${wanted}.`,
  budget: (time: string, memory: string) => `A run takes about ${time} and ${memory}.`,
  budgetAtMost: (time: string, memory: string) => `A run takes at most about ${time} and ${memory}.`,
  megabytes: (count: string) => `${count}\u202FMB`,
  tooLong: (time: string) => `This run would take about ${time}.`,
  shorten: (count: string, time: string) => `Run ${count} only (${time})`,
  runAll: (count: string) => `Run all ${count}`,
  says: 'What the simulation says',
  open: 'See the simulated weeks',
  cancel: 'Stop',
  again: 'Simulate again',
  failed: 'This scenario cannot be simulated as it stands.',
  stale: 'The plan has changed since the last run; a new one is on its way.',
  holds: (weeks: string, share: string, channel: string) =>
    `**It holds.** Played out ${weeks} times, even the tightest promise (${channel}) is kept in **${share}** of them.`,
  misses: (weeks: string, channel: string, share: string, range: string) =>
    `**It does not hold.** Played out ${weeks} times, ${channel} keeps its promise in **${share}** of them (${range}).`,
  confirms: 'The simulation confirms what the models expected.',
  contradictsWorse: (channels: string) => `It comes out **worse than the models expected** for ${channels}.`,
  contradictsBetter: (channels: string) => `It comes out better than the models expected for ${channels}.`,
  notFinal: 'Not yet final.',
  allHold: (wanted: string) => `Every target is met in at least ${wanted} of the simulated weeks`,
  someMiss: (count: number, shown: string, wanted: string) =>
    `${shown} ${plural(count, { one: 'target is', other: 'targets are' })} met in fewer than ${wanted} of the simulated weeks`,
  metLegend: 'Full dot and bar: simulated, with its 95 % interval. Open dot: expected by the models.',
  metReadout: (name: string, goal: string, share: string, range: string, expected: string) =>
    `**${name}** (${goal}): met in **${share}** of weeks (${range}); the models expected ${expected}`,
  verdictCaption: 'Targets met, by simulation and by the models',
  goal: 'Goal',
  expected: 'Expected',
  met: 'Met in',
  interval: '95 % interval',
  wanted: (share: string) => `wanted ${share}`,
  day: 'Day',
  channel: 'Channel',
  closed: (channel: string, day: string) => `On ${day} ${channel} is closed.`,
  pointAt: 'Point at an interval.',
  levelTitle: (channel: string, day: string, below: string, all: string, limit: string) =>
    `Answered within ${limit}, ${channel}, ${day}: below the goal in ${below} of ${all} intervals`,
  levelTitleMet: (channel: string, day: string, limit: string) =>
    `Answered within ${limit}, ${channel}, ${day}: at the goal all day`,
  levelTitleBare: (channel: string, day: string, limit: string) =>
    `Answered within ${limit}, ${channel}, ${day}`,
  dayCaption: (channel: string, day: string) => `Simulated ${channel}, ${day}`,
  intervalReadout: (time: string, level: string, queue: string, abandoned: string) =>
    `**${time}** ${level} in time, ${queue} waiting on average, ${abandoned} give up`,
  offered: 'Offered',
  queue: 'Waiting',
  queueTitle: (channel: string) => `Contacts waiting, ${channel}, with 95 % interval of the mean`,
  responseTitle: (channel: string, half: string, most: string) =>
    `Half of those answered on ${channel} are answered within ${half}, nine in ten within ${most}`,
  responseTitleAtOnce: (channel: string, share: string, most: string) =>
    `Of those answered on ${channel}, ${share} do not wait at all; nine in ten wait at most ${most}`,
  responseTitleMostAtOnce: (channel: string, share: string) =>
    `Of those answered on ${channel}, ${share} do not wait at all`,
  responseNote: 'All replications together; customers who gave up are not in it.',
  responseReadout: (share: string, time: string) => `**${share}** of those answered wait at most **${time}**`,
  responseX: 'wait until the answer',
  responseY: 'answered',
  promise: 'the promise',
  within: 'Within',
  answeredShare: 'Share of those answered',
  groupsCaption: 'Agents as simulated',
  group: 'Group',
  busy: 'Hours at work',
  staffed: 'Hours on the floor',
  overrun: 'Hours past the shift end',
};
