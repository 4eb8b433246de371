/** Single agents in the replay of a day; loads with the page. */
export const replayAgents = {
  title: 'Agent by agent',
  caption: (time: string) => `Every agent at ${time}`,
  agent: 'Agent',
  /** Somebody without a name: "Flex 3". */
  numbered: (group: string, number: string) => `${group} ${number}`,
  shift: 'Shift',
  now: 'Now',
  since: 'Since',
  taken: 'Contacts taken so far',
  many: (channel: string, count: string) => `${channel}\u202F×\u202F${count}`,
  free: 'free',
  onBreak: (until: string) => `break until ${until}`,
  pages: 'Pages of agents',
  absent: 'absent today',
  readout: (agent: string, group: string, now: string) => `**${agent}** (${group}): ${now}`,
  point: 'Point at a square, or tap it, to see whose it is; names come from the shifts.',
};

export type ReplayAgents = typeof replayAgents;
