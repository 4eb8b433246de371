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
};

export type ReasonResults = typeof reasonResults;
