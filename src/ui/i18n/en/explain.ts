/** The popover in which a number explains itself. */
export const explain = {
  button: (term: string) => `Explain: ${term}`,
  formula: 'Formula',
  inputs: 'Inputs',
  model: 'Model',
  goal: 'Target',
  range: '95 % of single weeks lie within',
  chance: 'Chance that a week meets this target',
  definition: {
    serviceLevel: 'Share of contacts answered within the threshold, over the whole week.',
    meanWaitAnswered: 'Average speed of answer: mean time in the queue of the contacts that were answered.',
    firstResponseMean: 'Mean time from the first message to the first reply of a person.',
    firstResponsePercentile: 'Share of contacts whose first reply by a person came within the limit.',
    abandonment: 'Share of contacts that gave up before they were answered.',
    occupancy: 'Share of the time on the floor that agents spend on contacts.',
  },
  formulaOf: {
    serviceLevel: 'answered within the threshold ÷ offered',
    meanWaitAnswered: 'sum of waits of those answered ÷ answered',
    firstResponseMean: 'sum of first-reply times ÷ answered',
    firstResponsePercentile: 'first reply within the limit ÷ offered',
    abandonment: 'abandoned ÷ offered',
    occupancy: 'busy time ÷ time on the floor',
  },
  modelOf: {
    erlangA: 'Erlang A by interval: random arrivals, one queue, customers who give up',
    erlangC: 'Erlang C by interval: random arrivals, one queue, endless patience',
    conversation: 'A queue whose pace depends on how many conversations each agent holds',
    turns: 'Asynchronous turns answered by pooled agents',
    deferred: 'Deferred work: earliest due first, on the clock of the open hours',
    bot: 'An automated stage: reach, containment and true resolution',
  },
};
