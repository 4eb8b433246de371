/** Why customers came, as simulated; loads with the page. */
export const reasonResults = {
  name: 'Reason',
  title: (reason: string, hours: string, contacts: string) =>
    `${reason}: ${hours} of the agents’ time, with ${contacts} of the contacts that reach them`,
  kept: 'Every reason keeps what the channel promises.',
  misses: (list: string) => `Not in keeping with the promise: ${list}.`,
  miss: (reason: string, value: string, promise: string) => `${reason} (${value} instead of ${promise})`,
  noPromise: 'Hours of agents’ work per replication, with 95 % intervals.',
  hours: (hours: string) => `${hours} h`,
  label: 'Agents’ hours per replication, by reason',
  began: 'Customers',
  solved: 'Solved by the bot',
  toAgents: 'To agents',
  inTime: 'In time',
  responded: 'Reply in time',
  wait: 'Mean wait',
  abandoned: 'Gave up',
  work: 'Work per contact',
  time: 'Hours',
  part: 'Of the hours',
  other: 'None of these (from other channels)',
  /** Of a channel as a whole: control variates. */
  luck: (share: string, range: string, gain: string) =>
    `In time, whatever the luck of the volume: **${share}** ${range}. How many contacts happened to come is taken out, which is worth ${gain} times as many replications.`,
  /** Of a channel from week to week: order statistics. */
  spread: (worst: string, range: string, middle: string, best: string) =>
    `From week to week: at most **${worst}** in time in the worst tenth of the weeks (${range} with 95 % confidence), ${middle} in the middle, at least ${best} in the best tenth.`,
  /** Of two scenarios. */
  between: {
    hours: (reason: string, hours: string, channel: string) =>
      `By reason, ${channel}: most changes for ${reason}, ${hours} of the agents’ time`,
    level: (reason: string, points: string, channel: string) =>
      `By reason, ${channel}: most changes for ${reason}, ${points} in time`,
    none: (channel: string) => `By reason, ${channel}: no difference is visible so far`,
    readout: (reason: string, value: string, low: string, high: string) =>
      `**${reason}**: **${value}**, between ${low} and ${high}.`,
    levelHead: {
      serviceLevel: 'Answered in time, percentage points',
      firstResponseWithin: 'First reply in time, percentage points',
    },
    hoursHead: 'Agents’ hours per replication',
    caption: (channel: string, count: string) =>
      `${channel}: differences by reason over ${count} replications, this scenario minus the baseline; shares in points`,
  },
};

export type ReasonResults = typeof reasonResults;
