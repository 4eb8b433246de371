/** Why customers come, edited; loads with the page. */
export const contactReasons = {
  title: 'Why customers come',
  text: 'Each reason has its share of the contacts and its own handle time, and a bot may do better with one than with another. The models take the mixture that reaches the agents; the simulation plays each reason.',
  on: 'Customers come for different reasons',
  first: 'Quick question',
  second: 'Long matter',
  another: 'Another reason',
  name: 'Reason',
  share: 'Share',
  handleTime: 'Agent’s work',
  patience: 'Gives up after',
  ways: {
    redial: 'Tries again',
    switch: 'Tries elsewhere',
    recontact: 'Comes back',
    transfer: 'Passed on',
  },
  of: (what: string, reason: string) => `${what}: ${reason}`,
  remove: (reason: string) => `Remove ${reason}`,
  removeShort: 'Remove',
  add: 'Add a reason',
  alsoOn: (reason: string, channel: string) => `Add “${reason}”, as on ${channel}`,
  note: 'When a share changes, the others give way; handle times and patience stay as they are.',
  laws: {
    title: 'How their handle times differ',
    text: 'A reason differs as its channel does, unless it has a law of its own. The simulation plays it; the models know mean and variation.',
    inherit: 'As the channel',
  },
  times: {
    title: 'When they come',
    text: 'At some hours or on some weekdays customers come for other things than usual. Type the share of a reason at that time; the others give way. Models and simulation take each interval with its own mix.',
    on: { byHour: 'The mix changes over the day', byWeekday: 'The mix changes over the week' },
    caption: { byHour: 'Reasons by hour of the day', byWeekday: 'Reasons by weekday' },
    head: { byHour: 'Hour', byWeekday: 'Weekday' },
    mean: 'Mean work',
    finding: (least: string, leastAt: string, most: string, mostAt: string) =>
      `A contact takes **${least}** of work at the shortest (${leastAt}) and **${most}** at the longest (${mostAt}).`,
  },
  mean: (all: string) => `Mean work per contact, over all reasons: **${all}**.`,
  meanLeft: (all: string, left: string) =>
    `Mean work per contact: **${all}** over all reasons, **${left}** over the contacts that the bot leaves to agents.`,
};

export type ContactReasons = typeof contactReasons;
