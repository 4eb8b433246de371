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
  comesBack: 'Comes back',
  of: (what: string, reason: string) => `${what}: ${reason}`,
  remove: (reason: string) => `Remove ${reason}`,
  removeShort: 'Remove',
  add: 'Add a reason',
  alsoOn: (reason: string, channel: string) => `Add “${reason}”, as on ${channel}`,
  note: 'When a share changes, the others give way; handle times stay as they are.',
  mean: (all: string) => `Mean work per contact, over all reasons: **${all}**.`,
  meanLeft: (all: string, left: string) =>
    `Mean work per contact: **${all}** over all reasons, **${left}** over the contacts that the bot leaves to agents.`,
};

export type ContactReasons = typeof contactReasons;
