/** Single customers who fare differently under two scenarios; loads with the page. */
export const flippedCustomers = {
  title: (count: string) => `One by one: the first ${count} of the first replication`,
  caption: 'Customers who fare differently, one by one',
  when: 'First contact',
  moment: (day: string, time: string) => `${day} ${time}`,
  answered: (wait: string) => `answered after ${wait}`,
  answeredAtOnce: 'answered at once',
  abandoned: (wait: string) => `gave up after ${wait}`,
  elsewhere: (ended: string, channel: string) => `${ended} (${channel})`,
  ending: {
    blocked: 'found all lines taken',
    turnedAway: 'came while closed',
    solvedByBot: 'solved by the bot',
    leftByBot: 'left open by the bot',
  },
};

export type FlippedCustomers = typeof flippedCustomers;
