/** The trade's vocabulary, shared by all pages. */
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

export const words = {
  channel: {
    phone: 'Phone',
    chat: 'Chat',
    messaging: 'Messaging',
    email: 'E-mail',
    social: 'Social',
    selfService: 'Self-service',
    callback: 'Callbacks',
  },
  /** The same inside a sentence: "short of 9 agents on the phone". */
  onChannel: {
    phone: 'on the phone',
    chat: 'on chat',
    messaging: 'on messaging',
    email: 'on e-mail',
    social: 'on social',
    selfService: 'on self-service',
    callback: 'on callbacks',
  },
  /** One letter inside a heat-map cell. */
  letter: { phone: 'P', chat: 'C', messaging: 'M', email: 'E', social: 'S', selfService: 'A', callback: 'B' },
  /** Where a requirement, its cost or the actions are shown. */
  absencesCounted: (groups: string) =>
    `Absences are counted (${groups}): so many more are scheduled and paid, on top of the shrinkage. Agents required and planned include those who will not come.`,
  allChannels: 'All',
  agents: (count: number, shown: string) => `${shown} ${plural(count, { one: 'agent', other: 'agents' })}`,
  contacts: (count: number, shown: string) =>
    `${shown} ${plural(count, { one: 'contact', other: 'contacts' })}`,
  interval: { 15: 'quarter-hour', 30: 'half-hour', 60: 'hour' },
  serviceLevel: 'Service level',
  meanWaitAnswered: 'Average speed of answer',
  firstResponseMean: 'Mean first response time',
  firstResponsePercentile: 'First response in time',
  abandonment: 'Abandonment',
  occupancy: 'Occupancy',
  handleTime: 'Handle time',
  volume: 'Volume',
  required: 'required',
  planned: 'planned',
  simulated: 'simulated',
  target: 'target',
  difference: 'Difference',
  asa: 'ASA',
  frt: 'FRT',
  shareWithin: (share: string, limit: string) => `${share} within ${limit}`,
  atMost: (what: string, most: string) => `${what} at most ${most}`,
  onNamed: (name: string) => `on ${name}`,
  inline: {
    phone: 'phone',
    chat: 'chat',
    messaging: 'messaging',
    email: 'e-mail',
    social: 'social',
    selfService: 'self-service',
    callback: 'callbacks',
  },
  allInline: 'all channels',
  short: {
    serviceLevel: 'Service level',
    meanWaitAnswered: 'ASA',
    firstResponseMean: 'First response',
    firstResponsePercentile: 'In time',
    abandonment: 'Abandonment',
    occupancy: 'Occupancy',
  },
  abandonLimit: (share: string) => `abd. ≤ ${share}`,
  occupancyLimit: (share: string) => `occ. ≤ ${share}`,
};
