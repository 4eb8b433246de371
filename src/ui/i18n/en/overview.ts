/** The overview page. */
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

export const overview = {
  question: 'Will the week hold?',
  yes: 'Yes.',
  almost: 'Almost.',
  no: 'Not as planned.',
  chanceOfAll: (chance: string) => `Every target is met in **${chance}** of such weeks.`,
  short: (list: string) => `You are short of ${list}.`,
  shortItem: (agents: string, onChannel: string, when: string) => `**${agents} ${onChannel}, ${when}**`,
  and: ' and ',
  nobodyShort: 'No interval is understaffed.',
  withActions: (count: number, chance: string, price: string) =>
    `The ${count === 1 ? 'action' : `${count} actions`} beside would make it **${chance}**, for **${price}** a week.`,
  riskTitle: (onChannel: string, when: string) => `Agents are missing most ${onChannel}, ${when}`,
  riskTitleNone: 'Every interval has the agents it needs',
  riskLabel: 'Missing and spare agents, day by interval',
  riskShort: (when: string, agents: string, onChannel: string) => `${when}: **${agents} short** ${onChannel}`,
  riskSpare: (when: string, share: string) => `${when}: ${share} more agents than needed`,
  riskEven: (when: string) => `${when}: as many agents as needed`,
  riskClosed: (when: string) => `${when}: closed`,
  riskHint: 'Point at an interval; Enter opens its day.',
  chanceTitle: 'Chance of meeting the week’s targets: today ○, with the actions ●',
  chanceTitleNow: 'Chance of meeting the week’s targets',
  chanceLabel: 'Chance of meeting the targets, by channel',
  chanceOf: (channel: string, now: string, then: string) =>
    `${channel}: **${now}** today, **${then}** with the actions`,
  chanceNow: (channel: string, now: string) => `${channel}: **${now}**`,
  wanted: (share: string) => `wanted ${share}`,
  actions: (count: number) => plural(count, { one: 'One action', other: `${count} actions, by effect` }),
  actionTitle: (when: string, agents: string, onChannel: string) => `${when}: ${agents} ${onChannel}`,
  actionEffect: (channel: string, before: string, after: string) => `${channel} ${before} → ${after}`,
  apply: 'Apply',
  applyNamed: (action: string) => `Apply: ${action}`,
  noActions: 'Nothing to add: no interval is understaffed.',
  findingActions: 'Looking for actions …',
  tableTitle: 'Channel by channel',
  channel: 'Channel',
  goal: 'Target',
  expected: 'Expected',
  chance: 'Chance',
  shortIntervals: 'Short intervals',
  peakRequired: 'Required at peak',
  peakPlanned: 'Planned at peak',
};
