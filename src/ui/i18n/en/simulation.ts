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
    held: () => 'Not started by itself.',
    running: (done: string, total: string) => `${done} of ${total} replications done; not yet final.`,
    done: (done: string) => `${done} replications done.`,
    cancelled: (done: string) => `Stopped after ${done} replications.`,
    failed: () => 'The simulation could not run.',
  },
  held: (time: string, memory: string) =>
    `Not started by itself: beside your work it would take about ${time} and ${memory}.`,
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
  tooLong: (time: string, memory: string) => `This run may take about ${time} and ${memory}.`,
  shorten: (count: string, time: string) => `Run ${count} only (${time})`,
  runAll: (count: string) => `Run all ${count}`,
  says: 'What the simulation says',
  open: 'See the simulated weeks',
  cancel: 'Stop',
  again: 'Simulate again',
  failed: 'This scenario cannot be simulated as it stands.',
  cannot: {
    notServed: (channel: string) => `No group serves ${channel}: give one the skill on the Channels page.`,
    loop: (channel: string) =>
      `On ${channel} the same customers would come back at once, again and again: set a share below 100\u202F% or a delay on the Channels page.`,
    tooManyContacts: (channel: string, most: string) =>
      `${channel} has more contacts than can be played: at most ${most} in one replication.`,
    tooManyAgents: (group: string, most: string) =>
      `${group} has more agents than can be played: at most ${most}.`,
  },
  stale: 'The plan has changed since the last run; a new one is on its way.',
  staleStill: 'The plan has changed since the last run.',
  holds: (weeks: string, share: string, channel: string) =>
    `**The plan holds.** Played out ${weeks} times, even the tightest promise (${channel}) is kept in **${share}** of them.`,
  holdsAlone: (weeks: string, share: string, onChannel: string) =>
    `**The plan holds.** Played out ${weeks} times, the promise ${onChannel} is kept in **${share}** of them.`,
  holdsAlways: (weeks: string) =>
    `**The plan holds.** Played out ${weeks} times, every promise is kept **each time**.`,
  misses: (weeks: string, onChannel: string, share: string, range: string) =>
    `**The plan does not hold.** Played out ${weeks} times, the promise ${onChannel} is kept in **${share}** of them (${range}).`,
  confirms: 'The simulation confirms what the models expected.',
  contradictsWorse: (onChannels: string) => `It comes out **worse than the models expected** ${onChannels}.`,
  contradictsBetter: (onChannels: string) => `It comes out better than the models expected ${onChannels}.`,
  keptLess: (onChannels: string) =>
    `The promise is kept **in fewer weeks than the models expected** ${onChannels}.`,
  keptMore: (onChannels: string) =>
    `The promise is kept in more weeks than the models expected ${onChannels}.`,
  chanceOf: (onChannel: string, range: string, expected: string) =>
    `${onChannel} (${range} instead of ${expected})`,
  knownGap: {
    writes: 'An agent does not put an e-mail down for a call; the models leave that out here.',
  },
  played: (what: string) => `Played by the simulation, unknown to the models: ${what}.`,
  leftOut: {
    comeBack: 'customers who come back or are passed on',
    callback: 'callbacks instead of waiting',
    leaveSooner: 'patience that runs out early',
    leaveLater: 'patience that runs out late',
    lines: 'limited lines',
    silent: 'silent departures',
    overflow: 'help only after a wait',
    nobodyAtOnce: 'nobody there before a wait',
    lastContact: 'nothing new at the end of shifts',
    bunched: 'contacts in batches or waves',
    carriedIn: 'customers in line when it opens',
    turnPace: 'turns at the pace of each group',
  },
  occupancyNotJudged: (channels: string) =>
    `Occupancy limits (${channels}) are judged by the models only, on the Overview page: the simulation counts agents’ time by group, over all their channels (“Agents as simulated” below).`,
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
  pointAt: 'Point at an interval, or tap it.',
  countedIn: {
    serviceLevel: (limit: string) => `Answered within ${limit}`,
    firstResponseWithin: (limit: string) => `First reply within ${limit}`,
  },
  levelTitle: (channel: string, day: string, below: string, all: string, within: string) =>
    `${within}, ${channel}, ${day}: below the goal in ${below} of ${all} intervals`,
  levelTitleMet: (channel: string, day: string, within: string) =>
    `${within}, ${channel}, ${day}: at the goal all day`,
  levelTitleBare: (channel: string, day: string, within: string) => `${within}, ${channel}, ${day}`,
  dayCaption: (channel: string, day: string) => `Simulated ${channel}, ${day}`,
  intervalReadout: (time: string, level: string, queue: string, abandoned: string) =>
    `**${time}** ${level} in time, ${queue} waiting on average, ${abandoned} give up`,
  offered: 'Offered',
  queue: 'Waiting',
  queueTitle: (channel: string, day: string, time: string, most: string) =>
    `Contacts waiting, ${channel}, ${day}: most at ${time}, ${most} on average`,
  queueTitleNone: (channel: string, day: string) => `Contacts waiting, ${channel}, ${day}: hardly ever one`,
  queueNote: 'Mean of the replications, with its 95 % interval.',
  responseTitle: (channel: string, half: string, most: string) =>
    `Half of those answered on ${channel} are answered within ${half}, nine in ten within ${most}`,
  responseTitleAtOnce: (channel: string, share: string, most: string) =>
    `Of those answered on ${channel}, ${share} do not wait at all; nine in ten wait at most ${most}`,
  responseTitleMostAtOnce: (channel: string, share: string) =>
    `Of those answered on ${channel}, ${share} do not wait at all`,
  responseNote: 'All replications together; customers who gave up are not in it.',
  responseReadout: (share: string, time: string) => `**${share}** of those answered wait at most **${time}**`,
  waitReadout: (share: string) => `**${share}** have an agent by then`,
  waitedShare: 'With an agent',
  waitCurve: 'an agent has the chat',
  replyCurve: 'first reply',
  responseX: 'wait until the answer',
  responseY: 'answered',
  promise: 'the promise',
  within: 'Within',
  answeredShare: 'Share of those answered',
  journey: {
    label: 'The way of customers',
    later: 'The way of customers is drawn once this plan has been simulated.',
    title: (where: string, replications: string, first: string, served: string, gone: string) =>
      `The way of ${first} customers on ${where}, mean of ${replications} replications: ${served} are answered, ${gone} leave for good`,
    note: 'Contacts. Who would come back after the plan’s end has left.',
    readout: (from: string, to: string, count: string, share: string) =>
      `**${from} → ${to}**: **${count}** contacts, ${share} of first contacts`,
    from: 'From',
    to: 'To',
    contacts: 'Contacts',
    share: 'Share of first contacts',
    bot: 'Chatbot',
    queue: 'Queue',
    source: {
      first: 'First contacts',
      redial: 'Redials',
      switch: 'From another channel',
      recontact: 'Back again',
      otherBot: 'From another channel’s bot',
    },
    fate: {
      inTime: 'Answered in time',
      late: 'Answered late',
      abandoned: 'Gave up',
      blocked: 'Refused, lines full',
      away: 'Turned away, closed',
      waiting: 'Still waiting',
      calledBack: 'Wait for a callback',
      solvedByBot: 'Solved by the bot',
      leftByBot: 'Left open by the bot',
      handedOn: 'Handed to another channel',
    },
    next: {
      redial: 'Redial',
      switch: 'Change channel',
      recontact: 'Come back later',
      gone: 'Leave for good',
    },
  },
  perCustomer: {
    caption: (served: string) => `${served} of customers are served in the end`,
    measure: 'Per customer',
    all: 'All customers',
    began: (channel: string) => `First contact on ${channel}`,
    customers: 'Customers per replication',
    served: 'Served in the end',
    servedAtFirstAttempt: 'Served at the first attempt',
    attempts: 'Attempts per customer',
    channels: 'Channels per customer',
    transfers: 'Moves to another channel per customer',
    transfersHandled: 'Of those moves, answered there',
    timeOn: (channel: string) => `Time on: ${channel}`,
    gaveUp: 'Gave up over all channels',
    leftByBot: 'Left open by the bot',
    timeToResolution: 'First contact to resolution',
    effort: 'Effort: time waiting and talking',
    note: 'Means, with 95 % intervals of shares and durations. Redials, other channels and bots count for one customer; resolution is that of customers served.',
  },
  losses: {
    away: (count: string, channel: string) =>
      `**${count}** contacts per replication come to ${channel} while it is closed and are turned away; no target counts them.`,
    blocked: (count: string, channel: string) =>
      `**${count}** contacts per replication find all lines of ${channel} taken.`,
    calledBack: (count: string, channel: string, where: string) =>
      `**${count}** customers per replication take a callback instead of waiting on ${channel}; their promise is judged under ${where}.`,
  },
  why: {
    title: (channel: string, promise: string) => `Why ${channel} misses its promise: ${promise}`,
    simulated: (promise: string, value: string) => `${promise}; ${value} as simulated`,
    titleWithin: (channel: string, minutes: string) =>
      `Why single intervals of ${minutes} minutes miss the goal, though ${channel} keeps it over the whole time`,
    missed: (missed: string, all: string, worst: string) =>
      `The goal is missed in ${missed} of ${all} open intervals, worst on ${worst}.`,
    staffing: (count: string, where: string, planned: string, required: string) =>
      `**Staffing**: in ${count} of them fewer agents are planned than needed; at most on ${where}, ${planned} of ${required}.`,
    volume: (count: string, assurance: string) =>
      `**Busy days**: in ${count} the plan carries the expected volume, but not that of busy days (needed for ${assurance} of days).`,
    less: (share: string) =>
      `**Volume**: with ${share} fewer contacts the worst of these would have enough agents.`,
    handleTime: (now: string, then: string) =>
      `**Handle time**: the agents planned there would suffice at ${then} a contact instead of ${now}.`,
    carried: (count: string) =>
      `**Carry-over**: in ${count} the agents would suffice, but the queue of the intervals before is still there.`,
    otherOnly: (count: string) =>
      `In ${count} the agents would suffice: they are shared with other channels, or it is chance with few contacts.`,
    other: (count: string) =>
      `In ${count} neither is so: agents shared with other channels, or chance with few contacts.`,
  },
  replay: {
    title: 'One day, contact by contact',
    show: 'Replay a day',
    note: 'One replication of the plan as it is, moved in time.',
    loading: 'Plays the day once …',
    play: 'Play',
    pause: 'Pause',
    time: 'Time of day',
    speed: 'Minutes per second',
    replication: 'Replication',
    waiting: 'Waiting',
    longest: 'Longest wait',
    answered: 'Answered so far',
    lost: 'Lost so far',
    onFloor: 'On the floor',
    busy: 'At work',
    free: 'Free',
    hands: 'Contacts in hand',
    channelsNow: (time: string) => `Channels at ${time}`,
    groupsNow: (time: string) => `Agents at ${time}`,
    state: (time: string, waiting: string, busy: string, onFloor: string) =>
      `${time}: ${waiting} waiting, ${busy} of ${onFloor} agents at work`,
    legend:
      'Dots wait, oldest on the right; orange ones beyond the promise. Squares are agents: filled at work, empty free.',
    closed: 'Nothing happens on this day.',
    failed: 'The day could not be played.',
    faster: 'Animation is off by your system’s setting: time moves in steps.',
  },
  groupsCaption: 'Agents as simulated',
  group: 'Group',
  busy: 'Hours at work',
  staffed: 'Hours on the floor',
  overrun: 'Hours past the shift end',
};
