/** The overview page. */
export const overview = {
  question: 'Will the week hold?',
  yes: 'Yes.',
  almost: 'Almost.',
  no: 'Not as planned.',
  chanceOfAll: (chance: string) => `Every target is met in **${chance}** of such weeks.`,
  short: (list: string) => `You are short of ${list}.`,
  shortButHolds: (list: string) => `Single intervals still lack ${list}; the week holds all the same.`,
  shortItem: (agents: string, onChannel: string, when: string) => `**${agents} ${onChannel}, ${when}**`,
  and: ', and ',
  nobodyShort: 'No interval is understaffed.',
  /** What the whole week costs more, as the header counts, and how much of it is staff. */
  staffPrice: (staff: string) => `staff ${staff}`,
  priceInAll: (all: string) => `${all} a week in all, with the contacts lost.`,
  /** @param first whether something else is proposed after them */
  withActions: (count: number, first: boolean, chance: string, price: string) =>
    `The ${first ? 'first ' : ''}${count === 1 ? 'action' : `${count} actions`} beside would make it **${chance}**, for **${price}** a week.`,
  withWhole: (chance: string, price: string) => `Staffed as required: **${chance}**, for **${price}**.`,
  /** @param fte null where it does not change by enough to be seen */
  wholeTitle: (fte: string | null) => `Staff every group as required${fte === null ? '' : `: ${fte} FTE`}`,
  allTargets: 'All targets',
  riskTitle: (onChannel: string, when: string) => `Agents are missing most ${onChannel}, ${when}`,
  riskTitleNone: 'Every interval has the agents it needs',
  riskLabel: 'Missing and spare agents, day by interval',
  riskShort: (when: string, agents: string, onChannel: string) => `${when}: **${agents} short** ${onChannel}`,
  riskSpare: (when: string, share: string) => `${when}: ${share} more agents than needed`,
  riskEven: (when: string) => `${when}: as many agents as needed`,
  riskClosed: (when: string) => `${when}: closed`,
  riskHint: 'Point at an interval; Enter or a click opens its day.',
  riskHintTouch: 'Tap an interval to open its day.',
  chanceTitleMet: (actions: boolean, wanted: string) =>
    `${actions ? 'With the actions, every' : 'Every'} channel meets its targets in ${wanted} of weeks or more`,
  chanceTitleOne: (actions: boolean, channel: string, wanted: string) =>
    actions
      ? `Even with the actions, ${channel} meets its targets in less than ${wanted} of weeks`
      : `${channel} meets its targets in less than ${wanted} of weeks`,
  chanceTitleSome: (actions: boolean, below: string, all: string, wanted: string) =>
    `${actions ? 'Even with the actions, ' : ''}${below} of ${all} channels meet their targets in less than ${wanted} of weeks`,
  chanceLabel: 'Chance of meeting the targets, by channel',
  chanceOf: (channel: string, now: string, then: string) =>
    `${channel}: **${now}** today, **${then}** with the actions`,
  chanceNow: (channel: string, now: string) => `${channel}: **${now}**`,
  wanted: (share: string) => `wanted ${share}`,
  actions: 'Actions, by effect',
  actionTitle: (when: string, agents: string, onChannel: string) => `${when}: ${agents} ${onChannel}`,
  actionEffect: (channel: string, before: string, after: string) => `${channel} ${before} → ${after}`,
  /** @param met share of simulated weeks that keep each target of the channel, at least */
  contradicted: (met: number, shown: string) =>
    `The simulation disagrees with the models here: as planned, every target of this channel is met in ${met >= 1 ? 'all' : `at least ${shown}`} of its weeks. This action may not be needed.`,
  apply: 'Apply',
  applyNamed: (action: string) => `Apply: ${action}`,
  noActions: 'Nothing to add: no interval is understaffed.',
  noVisibleActions: 'No single action changes a chance by enough to be seen.',
  findingActions: 'Looking for actions …',
  tableTitle: 'Channel by channel',
  channel: 'Channel',
  goal: 'Target',
  expected: 'Expected',
  chance: 'Chance',
  shortIntervals: 'Understaffed',
  peakAgents: 'Peak need / plan',
  sharedAgents: 'with others',
  today: 'today',
  withThem: 'with the actions',
};
