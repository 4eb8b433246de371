/** The staffing page. */
export const staffing = {
  question: 'How many agents, and when?',
  day: 'Day',
  channel: 'Channel',
  shortOnDay: (count: number, shown: string) =>
    `${shown} ${count === 1 ? 'interval' : 'intervals'} understaffed`,
  need: (day: string, agents: string, onChannel: string, clock: string, more: string) =>
    `On ${day} you need **${agents}** ${onChannel} at ${clock}, **${more} more than planned**.`,
  enough: (day: string, onChannel: string, clock: string, planned: string, required: string) =>
    `On ${day} every interval ${onChannel} has the agents it needs; at the peak, ${clock}, **${planned}** planned for **${required}** required.`,
  closed: (day: string, onChannel: string) => `On ${day} nobody is needed ${onChannel}.`,
  onAll: 'over all channels',
  metNow: (channel: string, chance: string) =>
    `With this plan the ${channel} channel meets its targets in **${chance} of weeks**`,
  metNowAll: (chance: string) => `With this plan every target is met in **${chance} of weeks**`,
  metThen: (chance: string) => `; with the requirement applied, in **${chance}**`,
  stepTitleShort: (channel: string, day: string, range: string) =>
    `Required and planned agents, ${channel}, ${day}: understaffed ${range}`,
  stepTitleEnough: (channel: string, day: string) =>
    `Required and planned agents, ${channel}, ${day}: enough all day`,
  stepLabel: (channel: string, day: string) => `Agents by interval, ${channel}, ${day}`,
  stepReadout: (time: string, required: string, assured: string, planned: string) =>
    `**${time}**  required ${required} (up to ${assured}), planned **${planned}**`,
  stepHint: 'Drag a step up or down, or use the arrow keys.',
  agentsAxis: 'agents',
  band: (share: string) => `50–${share}`,
  measureTitle: (target: string, interval: string, missed: string, all: string) =>
    `${target}, expected by ${interval}: ${missed === '0' ? `met in all ${all}` : `missed in ${missed} of ${all}`}`,
  measureCaption: (measure: string, interval: string) => `${measure} by ${interval}`,
  measureBand: '95 % of days',
  measure: 'Measure',
  measureReadout: (time: string, value: string, simulated: string | null) =>
    `**${time}**  expected ${value}${simulated === null ? '' : `, simulated **${simulated}**`}`,
  measureNoBand: 'The line is an expectation, without a band.',
  expected: 'expected',
  targetShort: (value: string) => `target ${value}`,
  whatIf: 'What if …',
  volume: 'Volume',
  handleTime: 'Handle time',
  patience: 'Patience',
  containment: 'Chatbot share',
  extraAgents: 'Agents added',
  assurance: 'Assurance',
  apply: 'Apply the requirement',
  applyNote: 'What the requirement changes',
  applyHint: (share: string) => `Staffs every group for ${share} of weeks.`,
  applyShifts: (count: number, groups: string) =>
    `Planned in shifts today: ${groups}. Applied, ${count === 1 ? 'it is' : 'they are'} planned by interval instead; Undo brings the shifts back.`,
  applied: 'The plan is the requirement.',
  workload: 'Workload',
  erlangC: 'Erlang C',
  erlangA: 'Erlang A',
  used: 'Used here',
  exact: 'Exact day',
  simulation: 'Simulation',
  rung: {
    workload: {
      definition: 'Contacts times handle time: the agents busy on average if nobody ever had to wait.',
      assumes: 'No randomness at all. Staffing to it leaves a queue that never ends.',
    },
    erlangC: {
      definition:
        'The formula of most spreadsheets: each interval as a queue of its own in which everybody waits.',
      assumes: 'Nobody hangs up, nothing is carried over. Too many agents near saturation.',
    },
    erlangA: {
      definition: 'Erlang C with customers who give up when the wait outlasts their patience.',
      assumes: 'Each interval by itself: no backlog from before, nobody who overruns the shift.',
    },
    used: {
      definition: 'The model behind the requirement drawn on this page.',
      assumes:
        'Chats count the conversations held at once; deferred work goes by due time and opening hours; calls of a team that also writes wait for e-mails in hand.',
    },
    exact: {
      definition:
        'The whole day solved as one: what waits at the end of an interval waits on in the next, and agents end as their group does: most finish the contact they are in.',
      assumes:
        'Starts the day empty, without an open conversation; a channel open round the clock, with what the four hours before leave. At the expected volume, with whole agents. Its agents are the least when every interval has its least.',
    },
    simulation: {
      definition: 'This interval in every simulated run of the plan, with the 95 % range of the estimate.',
      assumes:
        'Busier and quieter days, skills, shared agents and real handle times. It judges a plan and requires no agents.',
    },
  },
  plannedRow: 'Planned',
  table: (channel: string, day: string) => `${channel}, ${day}, by interval`,
  offered: 'Offered',
  aht: 'AHT',
  required: 'Required',
  planned: 'Planned',
  asa: 'ASA',
  frt: 'First reply',
  abandoned: 'Abandoned',
  occupancy: 'Occupancy',
  /** @param patient nobody of the channel hangs up */
  overload: (count: string, channel: string, patient: boolean) =>
    `In ${count} ${count === '1' ? 'interval' : 'intervals'} of the week the ${channel} channel gets more work than its agents can do; ${
      patient ? 'nobody hangs up, so waits grow as long as it lasts' : 'hang-ups take what is too much'
    }.`,
  unattainable: (channel: string, reason: string) =>
    `No number of agents meets the targets of the ${channel} channel: ${reason}.`,
  /** @param fte null where it does not change by enough to be seen */
  requirementCosts: (fte: string | null, money: string) =>
    `${fte === null ? '' : `${fte} FTE, `}${money} of staff a week; the cost of contacts lost changes too.`,
  stepHintRead: 'Point at an interval or tap it, or use the arrow keys, to read it.',
};
