/** A real log played against the plan; loads with the page. */
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

export const playedLog = {
  title: 'Real contacts against this plan',
  note: 'Take a log with one row per call, chat or ticket: the plan is played with just these contacts, each at the moment at which it came and, where the log tells it, for as long as it took. The log is read here and kept nowhere.',
  choose: 'Choose a log',
  chooseAnother: 'Choose another log',
  reading: (file: string) => `Reads ${file} …`,
  playing: (done: string, total: string) => `${done} of ${total} replications done.`,
  cancel: 'Stop',
  refused: (file: string) => `${file} cannot be played.`,
  kept: (file: string) => `${file} stays as it was.`,
  readAs: (columns: string) => `Read as: ${columns}.`,
  columnAs: (role: string, heading: string) => `${role} “${heading}”`,
  change: 'Change',
  doubtful: 'Something about this file is doubtful: please check what is marked.',
  readAgain: 'Read and play it so',
  held: (time: string, memory: string) => `So many contacts take about ${time} and ${memory}.`,
  playAllTheSame: 'Play them all the same',
  failed: 'The log could not be played.',
  stale: 'The plan has changed since.',
  again: 'Play again',
  from: 'Day of the log played as the first day',
  fromDay: (day: string, asDated: boolean) => (asDated ? `${day}: as dated` : day),
  contactsOf: (name: string) => `Contacts of “${name}”`,
  contactsOfAll: 'Whose contacts they are',
  notPlayed: 'not played',
  handleTimes: 'Handle times',
  handleTimesOf: {
    log: 'as in the log',
    talk: 'as in the log, and the work after it as planned',
    scenario: 'drawn, as planned',
  },
  found: (file: string, parts: string) => `With the contacts of ${file}, ${parts} are answered in time.`,
  inTime: (channel: string, share: string) => `**${share}** on ${channel}`,
  nothing: (file: string) => `None of the contacts of ${file} can be played.`,
  sayWhose: 'Say above whose contacts they are.',
  replications: (count: number, shown: string) =>
    `${shown} ${plural(count, { one: 'replication', other: 'replications' })} with the same contacts; “planned” are the simulated weeks above.`,
  channel: 'Channel',
  contacts: 'Contacts in the log',
  plannedContacts: 'Contacts planned',
  level: 'In time',
  plannedLevel: 'In time, planned',
  wait: 'Mean wait',
  abandoned: 'Gave up',
  caption: 'What the plan makes of the log',
  remarks: {
    asTold: (told: string, all: string, channel: string, mean: string, planned: string) =>
      `On ${channel}, ${told} of ${all} take as long as they took then, ${mean} (${planned}).`,
    allAsTold: (channel: string, mean: string, planned: string) =>
      `On ${channel}, each takes as long as it took then, ${mean} (${planned}).`,
    othersDrawn: 'Where the log has no handle time, as of those who gave up, it is drawn as planned.',
    onAverage: (mean: string) => `${mean} on average`,
    andAfter: (mean: string, after: string) => `${mean} on average, and ${after} after it`,
    planned: (mean: string) => `planned: ${mean}`,
    plannedWithAfter: (mean: string, after: string) => `planned: ${mean}, ${after} of it after the contact`,
    drawn: (channel: string, mean: string) =>
      `Handle times on ${channel} are drawn as planned; in the log they are ${mean} on average.`,
    conversations: (channel: string) =>
      `On ${channel} a log tells how long conversations lasted, which is not the agent’s work alone: handle times are drawn.`,
    behindBot: 'Whom the bot hands over takes a time that is drawn.',
    patience:
      'How long somebody waits before giving up is drawn from the channel’s patience: of those who were answered a log does not tell it. Imported on the Demand page, the same log estimates it (Kaplan–Meier).',
    closed: (contacts: string, channel: string, row: string) =>
      `${contacts} on ${channel} come while it is closed, first in row ${row}.`,
    asPlanned: (channels: string) => `The log has none of ${channels}: played as planned.`,
    within: (channel: string, span: string) =>
      `Times on ${channel} are told to ${span}: each contact comes at a moment drawn within it, anew in every replication.`,
    otherDays: (contacts: string, row: string, from: string, to: string) =>
      `${contacts} are not played, first in row ${row}: on days that are not planned (the log runs from ${from} to ${to}).`,
    unknownChannels: (names: string) => `Not played, as no channel is called so: ${names}.`,
    unknownReasons: (names: string, channel: string) =>
      `Drawn, as ${channel} has no reason called so: ${names}.`,
    rows: (rows: string, all: string, example: string) => `Rows not read: ${rows} of ${all}. ${example}`,
  },
  toThe: {
    60: 'the minute',
    300: 'five minutes',
    600: 'ten minutes',
    900: 'the quarter-hour',
    1800: 'the half-hour',
    3600: 'the hour',
  },
  named: (name: string, contacts: string, row: string) => `${name} (${contacts}, first in row ${row})`,
};

export type PlayedLogWords = typeof playedLog;
