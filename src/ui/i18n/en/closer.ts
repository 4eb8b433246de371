/** The closer looks of the staffing page; they come with the page, not with the app. */
export const closer = {
  tabs: 'A closer look',
  agent: '± agents, demand',
  models: 'Models compared',
  levels: 'Service levels',
  numbers: 'All numbers',
  interval: 'Interval',
  ofDay: (clock: string, mark: string) => `${clock}${mark}`,
  markWorst: ' · most agents missing',
  markPeak: ' · peak',
  byShifts: 'This channel is planned in shifts, and a shift cannot follow a single step.',
  byInterval: 'Plan by interval',
  byIntervalThen:
    'Turns the shifts into agents by interval, which can be dragged. Undo brings the shifts back.',
  /** @param shared whether agents of the channel drawn serve others too */
  aboveLine: (assurance: string, shared: boolean) =>
    `In places the plan stands above the line of agents required: the line is the least at the volume expected, the requirement is whole agents of each group for ${assurance} of weeks${shared ? ', who serve other channels too' : ''}.`,
  bandText: (low: string, high: string) => `${low} to ${high} on 95 % of days`,
  /** Behind a band of the figures before the last change. */
  bandBefore: ', being computed anew',
  bandHint: 'Band: 95 % of days, by how busy they turn out.',
  bandNone: 'Days do not swing here: no band.',

  change: 'Change of one interval',
  changeOf: {
    moreAgents: (_by: string) => 'One agent more',
    fewerAgents: (_by: string) => 'One agent less',
    volume: (by: string) => `${by} more contacts`,
    handleTime: (by: string) => `${by} longer handling`,
    patience: (by: string) => `${by} more patience`,
  },
  measure: 'Measured by',
  measureOf: { inTime: 'In time', missed: 'Late or lost', level: 'Service level', lost: 'Abandoned' },
  /** @param helps whether it is better for those who wait */
  effectTitle: {
    moreAgents: (_by: string, helps: boolean) => `One agent more ${helps ? 'helps' : 'hurts'} most`,
    fewerAgents: (_by: string, helps: boolean) => `One agent less ${helps ? 'helps' : 'hurts'} most`,
    volume: (by: string, helps: boolean) => `${by} more contacts ${helps ? 'help' : 'hurt'} most`,
    handleTime: (by: string, helps: boolean) => `${by} longer handling ${helps ? 'helps' : 'hurts'} most`,
    patience: (by: string, helps: boolean) => `${by} more patience ${helps ? 'helps' : 'hurts'} most`,
  },
  effectTitleOn: (title: string, when: string, amount: string) => `${title} on ${when}: ${amount}`,
  effectAmount: {
    inTime: (amount: string, more: boolean) => `${amount} ${more ? 'more' : 'fewer'} answered in time`,
    missed: (amount: string, more: boolean) => `${amount} ${more ? 'more' : 'fewer'} late or lost`,
    level: (amount: string, more: boolean) => `${amount} points ${more ? 'more' : 'less'} service level`,
    lost: (amount: string, more: boolean) => `${amount} ${more ? 'more' : 'fewer'} abandon`,
  },
  effectWaiting: (change: string) => `${change}: what it changes is being computed`,
  effectFlat: (change: string) => `${change}: next to nothing changes, whatever the interval`,
  points: (points: string) => `${points} pts`,
  /** What a cell says, each with its sign. */
  effectPart: {
    inTime: (amount: string) => `${amount} in time`,
    missed: (amount: string) => `${amount} late or lost`,
    level: (amount: string) => `${amount} service level`,
    lost: (amount: string) => `${amount} abandoned`,
  },
  cellEffect: (when: string, change: string, parts: string) => `**${when}**  ${change}: ${parts}`,
  cellClosed: (when: string) => `**${when}**  closed`,
  cellWaiting: (when: string) => `**${when}**  not computed yet`,
  cellNobody: (when: string) => `**${when}**  nobody on duty`,
  cellNoContacts: (when: string) => `**${when}**  no contacts`,
  effectWhat: {
    inTime: (within: string, reply: boolean) =>
      `Contacts ${reply ? 'with a first reply' : 'answered'} within ${within}`,
    missed: (within: string, reply: boolean) =>
      `Contacts ${reply ? 'without a first reply' : 'not answered'} within ${within}`,
    level: (within: string, reply: boolean) =>
      `Share ${reply ? 'with a first reply' : 'answered'} within ${within}, as the channel promises it`,
    lost: (_within: string, _reply: boolean) => 'Contacts that give up waiting',
  },
  effectBy: {
    day: (what: string) => `${what}, over the whole day; the day is solved anew for each interval.`,
    flow: (what: string) =>
      `${what} of open hours, over the whole plan; the backlog is worked through anew for each interval.`,
  },
  effectShared: 'Counted in all lines that share the queue; of the demand only this channel’s changes.',
  effectTerm: { inTime: 'in time', missed: 'late or lost', level: 'level', lost: 'abandoned' },
  effectFormula: (what: string, changed: string, plain: string) =>
    `${what} with ${changed} − ${what} with ${plain}`,
  /** Before and after. */
  changedFrom: {
    moreAgents: (_factor: string): [string, string] => ['n', 'n + 1'],
    fewerAgents: (_factor: string): [string, string] => ['n', 'n − 1'],
    volume: (factor: string): [string, string] => ['contacts', `${factor} · contacts`],
    handleTime: (factor: string): [string, string] => ['AHT', `${factor} · AHT`],
    patience: (factor: string): [string, string] => ['patience', `${factor} · patience`],
  },
  weekLabel: 'Days by intervals',
  slot: 'Time',

  model: 'Model',
  agentsAt: (clock: string) => `Agents, ${clock}`,
  gap: 'Against ours',
  hours: (day: string) => `Hours, ${day}`,
  level: 'Level',
  same: 'the same',
  ours: 'drawn above',
  gapMore: (agents: string) => `${agents} more than the requirement drawn above`,
  gapLess: (agents: string) => `${agents} fewer than the requirement drawn above`,
  gapSame: 'As many as the requirement drawn above',
  formulaOfModel: {
    workload: 'contacts × handle time ÷ interval',
    erlangC: '1 − C(n, a) · e^(−(n − a) · T ÷ AHT)',
    erlangA: 'M/M/n+M: waiting customers leave at rate 1 ÷ patience',
    used: 'the model named below, for every target',
    exact: 'M(t)/M/n(t)+M, solved from opening to closing',
    simulation: 'in time ÷ offered, over all replications',
  },
  formulaTalkDay: 'open conversations by the conversation curve, solved from opening to closing',
  figure: {
    agents: 'agents',
    gap: 'against ours',
    hours: 'hours of the day',
    level: 'level',
    reply: 'first reply',
    lost: 'abandoned',
  },
  figureOf: {
    agents: 'Least agents that meet every target of the channel, as this model sees it.',
    gap: 'Agents of this model less the requirement drawn above.',
    hours: 'Agents of this model over every interval of the day.',
    level: 'Share in time that this model expects with the agents planned.',
    reply: 'Mean time from the first message to the first reply, with the agents planned.',
    lost: 'Share of customers who give up before an agent takes them, with the agents planned.',
  },
  figureFormula: {
    agents: 'least n for which every target holds',
    gap: 'agents of the model − required',
    hours: 'agents × hours of an interval, added up',
    reply: '(wait + time to the reply) ÷ answered',
    lost: 'abandoned ÷ offered',
  },
  workedNeed: (agents: string) => `${agents} agents reach every target`,
  workedLevel: (agents: string, level: string) => `${agents} planned agents: ${level}`,
  aht: 'AHT',
  sheet: (hours: string, day: string, ours: string, gap: string) =>
    `A spreadsheet’s Erlang C asks for **${hours}** agent hours on ${day}; the requirement drawn above is **${ours}** (${gap}).`,
  sheetChat: (hours: string, day: string, ours: string, gap: string) =>
    `Taken one at a time, as a spreadsheet’s Erlang C would, ${day} needs **${hours}** agent hours; the requirement drawn above is **${ours}** (${gap}).`,
  /** @param day the day carried through, @param steady each interval by itself */
  talkDay: (clock: string, day: TalkWords, steady: TalkWords) =>
    `At ${clock}, with the agents planned and the volume expected, the exact day gives first replies after **${day.reply}** on average${day.inTime === null ? '' : `, **${day.inTime}** of them in time`}, and loses **${day.lost}** of customers. The interval by itself, in steady state: ${steady.reply}${steady.inTime === null ? '' : `, ${steady.inTime}`} and ${steady.lost}.`,
  talkSimulated: (inTime: string | null, lost: string) =>
    `The simulation, with its busier and quieter days:${inTime === null ? '' : ` **${inTime}** in time,`} **${lost}** lost.`,
  sheetNone: 'Work that can wait has no Erlang C: its agents follow due times and opening hours.',
  modelsHint: (within: string | null) =>
    within === null
      ? 'Agents: the least that meet the targets. Hours: the same over the day.'
      : `Agents: the least that meet the targets. Level: answered within ${within} with the agents planned.`,
  warning: {
    noQueueing: 'Nobody ever waits in it: staffing to it leaves an endless queue.',
    noHangUps: 'Nobody hangs up in it: too many near saturation, and blind to abandonment.',
    overloaded: 'More work than these agents can do: without hang-ups the queue never settles.',
    longPatience: 'Customers wait longer than the interval lasts: it has no time to settle.',
    backlog: 'A queue is left over from the interval before; this model starts without it.',
    shiftEnds: 'Agents leave here and still finish a contact; this model does not see them.',
    handedBack: 'Agents leave here and put their contacts back in line; this model does not see these.',
    shared:
      'Agents are shared with other channels: every formula here gives the channel a fixed part of them.',
    pooled:
      'Several lines share one queue: every formula here takes the channel’s part for a queue of its own.',
    talks:
      'Agents also hold conversations of other channels. The model used here and the exact day take all of them as one pool; the exact day carries what is open from interval to interval and takes its mix of channels as settled in each. Erlang C gives the channel a fixed part of the agents.',
    fillsUp:
      'The day still fills up here: agents hold fewer conversations than in the steady state this model assumes.',
    comeBack:
      'Customers come back to this channel (Channels page): the formulas count first contacts only, the simulation all.',
    callback:
      'Some take a callback instead of waiting: the formulas let them wait, so waits and those who give up come out too high.',
    leaveSooner:
      'More customers leave early here than with the exponential patience of the formulas: they show too few giving up and too long waits.',
    leaveLater:
      'Fewer customers leave early here than with the exponential patience of the formulas: they show too many giving up and too short waits.',
    lines:
      'Lines are limited here: the formulas let everybody in, so waits and those who give up come out too high, and nobody is turned away.',
    silent:
      'Some leave without a sign and keep a place until the time-out: the formulas free it at once, so waits and those who give up come out too low.',
    overflow:
      'Some groups help only after a wait: the formulas count on them at once, so waits come out too short.',
    nobodyAtOnce:
      'Every group helps only after a wait: the formulas count on them at once, so levels come out far too high.',
    lastContact:
      'Agents take nothing new at the end of their shift: the formulas count on them until its end, as does the exact day of agents who serve other live channels too, and levels come out too high there.',
    quietCounted:
      'Its level counts that agents take nothing new at the end of their shift; the agents needed do not, as nobody knows yet whose shift ends.',
    bunched:
      'Contacts come in batches, or in waves within the day: the formulas take them one by one, so waits come out too short.',
    carriedIn:
      'Customers are in line already when the channel first opens: the formulas take each interval by itself and leave them out, so the first waits come out too short; the exact day begins with them.',
    turnPace:
      'Groups take their turns faster or slower than the mean: the formulas count that in the work, not in the waits for a reply.',
    noConcurrency: 'One contact at a time, though agents hold several conversations here.',
    noDueTimes: 'It knows no due times and no opening hours.',
    exponentialTimes: 'Handle times here swing more or less than the exponential ones it assumes.',
    computing: 'Being computed.',
    notSimulated: 'Not simulated yet.',
    rough: 'Few replications yet: a wide range.',
  },

  definitionHead: 'Definition',
  weekHead: 'Week',
  needHead: 'Agents needed',
  needOf: 'Least agents that keep the promise counted in this definition, and every other target.',
  useHead: 'Where contracts use it',
  levelsTitle: (threshold: string, low: string, high: string) =>
    `Within ${threshold}, the same week is worth ${low} or ${high}, as the contract counts`,
  levelsTitleSame: (threshold: string, level: string) =>
    `Within ${threshold} every definition gives ${level} this week`,
  promised: 'promised here',
  notPromised: (threshold: string) =>
    `This channel promises no service level; ${threshold} is what the trade usually asks.`,
  levelsDeferred:
    'Nobody hangs up on work that can wait: answered in time over offered is the only service level, and all six definitions are the same.',
  definition: {
    offered: {
      name: 'Of all offered',
      formula: 'answered in time ÷ all offered',
      use: 'The default of most systems and public contracts; each hang-up counts against you.',
    },
    answered: {
      name: 'Of those answered',
      formula: 'answered in time ÷ answered',
      use: 'Some outsourcers; it looks best when many hang up.',
    },
    excludeAbandonsWithin: {
      name: 'Without quick hang-ups',
      formula: 'answered in time ÷ (offered − abandoned in time)',
      use: 'Contracts in which whoever hangs up within the threshold is nobody’s fault.',
    },
    creditAbandonsWithin: {
      name: 'Quick hang-ups credited',
      formula: '(answered in time + abandoned in time) ÷ offered',
      use: 'Kind to the supplier: early hang-ups count as served.',
    },
    excludeShortAbandons: {
      name: 'Without short hang-ups',
      formula: 'answered in time ÷ (offered − abandoned in the first seconds)',
      use: 'Regulators and quality standards: misdials are left out, real hang-ups are not.',
    },
    virtual: {
      name: 'Virtual wait',
      formula: 'share of moments at which a patient customer would be answered in time',
      use: 'Planning rather than contracts: what a newcomer may expect, whoever hangs up.',
    },
  },
  shortAbandon: (seconds: string) => `Short hang-ups: within ${seconds}`,
  numerator: 'Above the line',
  denominator: 'Below the line',
  contactsOf: (count: string) => `${count} contacts`,

  assuranceCost: 'What assurance costs',
  assuranceTitle: (from: string, to: string, hours: string) =>
    `From ${from} to ${to} takes ${hours} paid hours a week more`,
  assuranceTitleTop: (share: string, hours: string) => `${share} takes ${hours} paid hours a week`,
  assuranceRead: (share: string, hours: string, peak: string, day: string) =>
    `**${share}**  ${hours} paid hours a week, at most ${peak} on ${day}`,
  assuranceX: 'assurance',
  assuranceY: 'paid hours a week',
  assuranceWhat:
    'Share of weeks whose volume the requirement carries. Paid hours include shrinkage and absences of the channel’s own group.',
  assuranceFormula: 'agents required at the volume so many weeks stay below, in hours ÷ (1 − shrinkage)',
  swing: 'Day-to-day swing',
  shrinkage: 'Shrinkage',
  absent: 'Of whom absent',
  peakHead: 'Peak',

  definitionOf: {
    offered: 'Contacts expected to reach the queue in this interval.',
    aht: 'Mean agent time of one contact, wrap-up included.',
    required: 'Least agents that meet every target of the channel at the expected volume.',
    planned: 'Agents of the plan that this channel can count on.',
    gap: 'Planned agents less required ones.',
  },
  formulaOf: {
    offered: 'contacts of the interval × volume factor',
    aht: 'talk time + wrap-up',
    required: 'least n for which every target holds',
    planned: 'agents of its groups, shared ones in part',
    gap: 'planned − required',
  },
  arriving: 'Arriving',
  talk: 'Talk time',
  wrapUp: 'Wrap-up',
  offered: 'Offered',
  load: 'Workload',
  erlangs: (load: string) => `${load} erlangs`,
  targets: 'Targets',
  patience: 'Patience',
  endless: 'endless',
  threshold: 'Threshold',

  unattainable: (target: string, channel: string, reason: string) =>
    `No number of agents meets ${target} on the ${channel} channel: ${reason}. The requirement shown keeps the other targets.`,
};

export type CloserMessages = typeof closer;

/** `inTime` is null where no share of first replies is promised. */
type TalkWords = Readonly<Record<'reply' | 'lost', string>> & { readonly inTime: string | null };
