/** The cost page. */
export const cost = {
  question: 'What does the plan cost, and what would better service cost?',
  /** @param staff null where nothing but the staff costs anything */
  answer: (week: string, contact: string, fte: string, staff: string | null) =>
    `The plan costs **${week} a week**, ${staff === null ? 'all' : staff} of it for staff of **${fte} FTE**${staff === null ? '' : ', the rest for chatbots and contacts lost'}: **${contact} per contact**.`,
  answerRequirement: (assurance: string, week: string, planned: string, change: string) =>
    `Staff enough for ${assurance} of weeks costs ${week} a week, instead of ${planned} for the staff of this plan (**${change}**); contacts lost come on top of either.`,
  answerSame: (assurance: string) =>
    `Staff enough for ${assurance} of weeks costs as much as the staff of this plan.`,
  answerPoint: (channel: string, from: string, to: string, price: string) =>
    `Promising ${to} instead of ${from} ${channel} adds **${price} a week** for staff.`,
  /** @param others whether the channel has other targets */
  answerPointFree: (channel: string, from: string, to: string, others: boolean) =>
    `Promising ${to} instead of ${from} ${channel} takes no more staff: ${others ? 'another target already asks for as many agents' : 'the agents required already reach it'}.`,
  frontierTitle: (chance: string) =>
    `The plan meets every target in ${chance} of weeks; more assurance costs more`,
  frontierLabel: 'Labour cost per week against the chance of meeting every target',
  frontierX: 'labour cost per week',
  frontierY: 'chance',
  here: 'the plan',
  frontierPoint: (assurance: string, cost: string, chance: string) =>
    `Staffed for ${assurance} of days: ${cost} a week, every target met in ${chance} of weeks`,
  assurance: 'Staffed for',
  assuranceDays: (share: string) => `${share} of days`,
  chanceOfAll: 'Every target met',
  driversTitle: (driver: string, less: string, more: string) =>
    `${driver} moves the cost of good service most: ±10 % is ${less} to ${more} a week`,
  driversNote: 'Cost of the staff required, each driver 10 % lower or higher; every bar is computed anew.',
  driver: {
    volume: 'Volume',
    handleTime: 'Handle time',
    patience: 'Patience',
    containment: 'Chatbot containment',
    shrinkage: 'Shrinkage',
    hourlyCost: 'Cost per hour',
  },
  driverColumn: 'Driver',
  lower: '−10 %',
  higher: '+10 %',
  chanceLower: 'Targets met at −10 %',
  chanceHigher: 'Targets met at +10 %',
  waterfallTitle: (paid: string, work: string) => `${work} hours of work take ${paid} paid hours a week`,
  waterfallNote: (assurance: string) =>
    `The requirement is the staff enough for ${assurance} of weeks; the work is that of the expected volume.`,
  workNote:
    'The work is that of every contact expected, those who give up or still wait at the end included. “Hours at work” on the Simulation page are of contacts answered, within the shifts.',
  work: 'Work itself',
  waiting: 'Waiting and reserve',
  surplus: 'Above the requirement',
  shortfall: 'Below the requirement',
  onFloor: 'On the floor',
  absences: 'Absences',
  shrinkage: 'Shrinkage',
  paid: 'Paid',
  hours: 'hours per week',
  pricesTitle: (channel: string) => `What each service level costs: ${channel}`,
  pricesLabel: 'Labour cost per week by promised service level',
  pricesX: 'promised service level',
  pricesY: 'cost',
  priceHere: 'today’s promise',
  pricePoint: (share: string, cost: string) => `${share} in time: ${cost} a week`,
  promise: 'Promised',
  groupsCaption: 'Labour and money by group, per week',
  group: 'Group',
  floorHours: 'Hours on the floor',
  paidHours: 'Paid hours',
  fte: 'FTE',
  hourlyCost: 'Per paid hour',
  costPerWeek: 'Cost',
  requirementCost: 'Requirement',
  staff: 'Staff',
  total: 'Total',
  bots: 'Chatbots',
  lost: 'Contacts lost',
  perWeek: 'Per week',
  perContact: 'Per contact',
  perResolution: 'Per resolution',
  perMonth: 'Per month',
  assumptions: 'Assumptions',
  hoursPerFte: 'Paid hours per FTE and week',
  lostContact: 'Cost of one contact lost',
  channel: 'Channel',
};
