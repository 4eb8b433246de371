/** Seldom-used workings of a channel; they come with the page, not with the app. */
export const channelWork = {
  workLaw: {
    law: 'How handle times differ',
    of: (what: string, whose: string) => `${what}: ${whose}`,
    laws: {
      lognormal: 'Lognormal',
      gamma: 'Gamma',
      weibull: 'Weibull',
      exponential: 'Exponential',
      hyperexponential: 'Two sorts',
      empirical: 'As measured',
    },
    note: {
      lognormal: 'Most contacts somewhat shorter than the mean, a few much longer: what most logs look like.',
      gamma: 'Like lognormal, with fewer very long contacts.',
      weibull: 'With a variation below 1 hardly any contact is very short, above 1 many are.',
      exponential: 'As the models take calls: many short contacts, and the variation is 1.',
      hyperexponential: 'Short and long contacts side by side; the mean of all stays.',
      empirical: 'Each of the times is as likely as another. Mean and variation are theirs.',
    },
    cv: 'Variation (standard deviation ÷ mean)',
    shortShare: 'Short ones',
    shortMean: 'They take, on average',
    others: (mean: string) => `The others take ${mean}.`,
    paste: 'Handle times, one per line (seconds or 5:12)',
    take: 'Take these times',
    measured: (count: string, mean: string, cv: string) => `${count} times, mean ${mean}, variation ${cv}.`,
    notATime: (text: string) => `“${text}” is not a handle time of at most a day.`,
    tooFew: (most: string) => `At least two handle times, not all 0, and at most ${most}.`,
    tooVaried: (cv: string, most: string) =>
      `Their variation is ${cv}: at most ${most} can be taken. Is a time wrong?`,
  },
  patienceLaw: {
    title: 'Not all give up alike',
    atOnce: 'Leave at once when they have to wait',
    law: 'How the others differ',
    laws: {
      exponential: 'Exponential',
      weibull: 'Weibull',
      lognormal: 'Lognormal',
      hyperexponential: 'Two sorts',
      hazard: 'In steps',
    },
    note: {
      exponential: 'At every moment of the wait equally many of those left give up.',
      weibull:
        'Shape below 1: many leave early, and who has waited for long stays. Above 1: the longer the wait, the more give up.',
      lognormal: 'Hardly anybody leaves at first; the smaller the variation, the more leave around the mean.',
      hyperexponential: 'Some are in a hurry, the others have the more time; the mean of all stays.',
      hazard:
        'From each second of the wait on, so many of those still waiting give up in a minute: what an announcement or a message does. The mean follows.',
    },
    shape: 'Shape',
    cv: 'Variation (standard deviation ÷ mean)',
    hasty: 'In a hurry',
    hastyMean: 'They give up after, on average',
    hazard: {
      caption: 'Who gives up at which moment of the wait',
      from: 'From',
      fromOf: (number: string) => `Step ${number} from`,
      perMinute: 'Give up in a minute',
      perMinuteOf: (from: string) => `Give up in a minute, from ${from} on`,
      remove: 'Remove',
      removeOf: (from: string) => `Remove the step from ${from} on`,
      add: 'Add a step',
    },
    readout: (
      first: string,
      early: string,
      mean: string,
      late: string,
      plainEarly: string,
      plainLate: string,
    ) =>
      `Of those who have to wait, **${early}** have left after ${first}, ${late} after ${mean}; were it exponential, ${plainEarly} and ${plainLate}.`,
  },
  bunching: {
    title: 'Waves and batches',
    waves: 'Contacts come in waves within the day',
    wavesNote:
      'Beyond the swing of whole days: some hours turn out busier than planned, others quieter, as after news or an outage.',
    cv: 'An interval swings by ±',
    correlation: 'Leans on the interval before (0 to 0.99)',
    range: (minutes: string, low: string, high: string, half: string | null) =>
      `Of ten intervals of ${minutes} minutes nine differ from what is expected by **${low} to ${high}**; ${half === null ? 'each by itself' : `half of a wave is gone after ${half}`}.`,
    alike: 'Channels are busy together (0 to 1)',
    alikeNote:
      'Of the whole scenario, for days and waves. 0: each channel by itself; 1: all at the same times.',
    batch: 'Contacts come',
    kinds: {
      single: 'One by one',
      constant: 'In equal batches',
      geometric: 'In varying batches',
    },
    size: 'At the same moment',
    mean: 'At the same moment, on average',
    note: {
      single: 'Each at its own moment.',
      constant: 'As after a mailing. The volume stays: the more at once, the fewer moments.',
      geometric: 'As when a system fails. The volume stays: the more at once, the fewer moments.',
    },
    alone: (share: string) => `In ${share} of the moments one contact comes alone.`,
  },
  afterwards: {
    title: 'When customers do not get through',
    titleDeferred: 'When an answer does not settle it',
    text: 'Further contacts that one leads to. The simulation plays them; the models on this page leave them out.',
    nobodyGivesUp: 'Here everybody waits as long as it takes: only who still waits at closing time gives up.',
    on: {
      redial: 'Some try again',
      switch: 'Some try another channel',
      recontact: 'Some come back after an answer',
      transfer: 'Some are passed on',
    },
    note: {
      redial: 'Of those who gave up waiting or found no line, on the same channel, at most ten times.',
      switch: 'Of those who gave up waiting or found no line; they wait in the other queue like anyone else.',
      recontact: 'Of those answered: the matter was not settled, and they contact the same channel again.',
      transfer: 'Of those answered: the agent hands them to the queue of another channel at once.',
    },
    share: {
      redial: 'Of those who gave up',
      switch: 'Of those who gave up',
      recontact: 'Of those answered',
      transfer: 'Of those answered',
    },
    sameAgent: 'To the agent who served them last',
    sameAgentNote: 'Where that one is there with a free place; else to whoever is free.',
    delay: 'after, on average',
    to: 'Channel they try',
    transferTo: 'Passed on to',
  },
  callback: {
    title: 'Callback instead of waiting',
    on: 'Offer a callback',
    off: 'Who would have to wait can be offered a call later instead; agents make it as soon as calls leave them time.',
    note: 'The channel of callbacks has its own promise, hours and groups. The simulation plays the offer; the models leave it out.',
    afterWait: 'Once the first in line has waited',
    accept: 'Accept it',
    to: 'Called back by',
  },
  lines: {
    title: 'Lines and routing',
    on: 'Lines are limited',
    count: 'Lines',
    note: 'Waiting and in hand together. Who comes while all are taken is turned away at once, and counts as offered.',
    blocked: (share: string, worst: string) =>
      `With the agents planned **${share}** find no line, ${worst} in the worst interval.`,
    model: 'Each interval by itself, with exponential times (M/M/s/K).',
    routing: 'Who takes a contact',
    rules: {
      longestIdle: 'Longest idle',
      leastLoaded: 'Group with most free',
      mostSpecialised: 'Most specialised group',
      random: 'At random',
    },
    routingModels:
      'The models know no rule: it moves who is busy, and waits only where groups serve several channels. The simulation plays it.',
    routingNote: {
      longestIdle: 'Of the free agents, who has waited longest for one.',
      leastLoaded: 'Of the group with most free agents: groups fill up evenly.',
      mostSpecialised:
        'Of the group that serves fewest channels: those who can do more stay free for the rest.',
      random: 'Any of the free agents; work is spread unevenly.',
    },
  },
  silent: {
    title: 'Some leave without a sign',
    on: 'Some give up and say nothing',
    share: 'Of those who gave up',
    timeOut: 'Place taken until the time-out',
    note: 'An agent opens the conversation none the wiser, and one of his places stays taken until the time-out. They count as abandoned and do not come back.',
    nobodyGivesUp: 'Here everybody waits as long as it takes: nobody leaves.',
  },
  backlog: {
    title: 'Left over from before',
    on: 'Contacts wait when the plan begins',
    contacts: 'Contacts',
    oldest: 'The oldest has waited',
    note: 'In open hours; the others have waited evenly less. They are answered first, and their answers count, in the models as in the simulation; a busy day makes no more of them.',
    onLive: 'Customers wait when it first opens',
    noteLive:
      'They are first in line and count from the opening on; the others have waited evenly less than the oldest, and none of them has given up yet. The simulation and the exact day begin with them.',
  },
  overflow: {
    title: 'Groups that help after a wait',
    text: 'Seconds that a contact has waited before the group takes it: an overflow. 0: the group is there at once. The models count on every group from the start, the simulation plays the wait.',
    afterOf: (group: string, channel: string) => `Wait on ${channel} before ${group} helps`,
  },
  presence: {
    title: 'Absences and ends of shifts',
    text: 'Absent is the chance that somebody planned does not come that day, on top of the shrinkage; who is missing is paid. Requirement, plan and cost count it; the simulation draws it for each person and day.',
    absence: 'Absent',
    absenceOf: (group: string) => `Absence in ${group}`,
    shiftEnd: 'When fewer are planned',
    shiftEndOf: (group: string) => `End of shift in ${group}`,
    shiftEnds: {
      named: 'finish the contact',
      pooled: 'begin nothing until few enough',
      preemptive: 'hand the contact back',
    },
    lastContact: 'No new contact in the last',
    lastContactOf: (group: string) => `Minutes without a new contact in ${group}`,
    note: 'Contacts handed back go to the head of their queue. Groups with shifts, conversations or absences always finish theirs; the last minutes belong to shifts.',
  },
  /** The line that opens the shifts of a group. */
  shifts: (group: string, count: string) => `Shifts of ${group} (${count})`,
  planByShifts: 'Plan a group by shifts',
  leftOutTitle: (count: string) => `What is expected leaves out ${count} things that the simulation plays`,
  /** What the models leave out, and which way it moves them. */
  leftOut: {
    comeBack: (channels: string) =>
      `What is expected leaves out customers who come back, are passed on or called back (${channels}): the volume is that of first contacts. The simulation has them.`,
    callback: (channels: string) =>
      `Some take a callback instead of waiting (${channels}); the models let them wait, so waits and those who give up are shown too high. The simulation plays the offer.`,
    leaveSooner: (channels: string) =>
      `On ${channels} more customers leave early than in the models here, which take patience as exponential: they show too few giving up and too long waits. The simulation plays the patience set.`,
    leaveLater: (channels: string) =>
      `On ${channels} fewer customers leave early than in the models here, which take patience as exponential: they show too many giving up and too short waits. The simulation plays the patience set.`,
    lines: (channels: string) =>
      `The models let everybody in on ${channels}, where the lines are limited: they show longer waits and more who give up than there are, and count nobody as turned away. The simulation counts them.`,
    silent: (channels: string) =>
      `On ${channels} some leave without a sign and keep a place until the time-out; the models free it at once, so waits and those who give up are shown too low. The simulation keeps it.`,
    overflow: (channels: string) =>
      `On ${channels} some groups help only after a wait; the models count on them at once, so waits are shown too short. The simulation lets them come later.`,
    nobodyAtOnce: (channels: string) =>
      `On ${channels} every group helps only after a wait, so everybody waits; the models count on the groups at once and show levels far too high. Let one group be there at once, or go by the simulation.`,
    lastContact: (channels: string) =>
      `Agents for ${channels} take nothing new at the end of their shift; the models count on them until its end, so levels are shown too high there. The simulation does not.`,
    bunched: (channels: string) =>
      `On ${channels} contacts come in batches, or in waves within the day; the models take them one by one at the mean rate, so waits and those who give up are shown too low. The simulation lets them come as set.`,
    carriedIn: (channels: string) =>
      `On ${channels} customers are in line already when it first opens; the models take each interval by itself and leave them out, so the first waits are shown too short. The simulation and the exact day begin with them.`,
    turnPace: (channels: string) =>
      `Groups that work faster or slower than others also take their turns so (${channels}); the models count that in the work and not in the waits for a reply: with fast groups these are shown too long, with slow ones too short. The simulation plays each turn.`,
  },
};

export type ChannelWork = typeof channelWork;
