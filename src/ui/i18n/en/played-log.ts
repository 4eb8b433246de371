/** A real log played against the plan; loads with the page. */
import { pluralIn } from '../plural.ts';

const plural = pluralIn('en');

export const playedLog = {
  title: 'Real contacts against this plan',
  note: 'Take a log with one row per call, chat or ticket: the plan is played with just these contacts, each at the moment at which it came. Handle times and patience are those of the channels. The log is read here and kept nowhere.',
  choose: 'Choose a log',
  chooseAnother: 'Choose another log',
  reading: (file: string) => `Reads ${file} …`,
  playing: (done: string, total: string) => `${done} of ${total} replications done.`,
  cancel: 'Stop',
  refused: (file: string) => `${file} cannot be played.`,
  failed: 'The log could not be played.',
  stale: 'The plan has changed since.',
  again: 'Play again',
  from: 'Day of the log played as the first day',
  fromDay: (day: string, asDated: boolean) => (asDated ? `${day}: as dated` : day),
  found: (file: string, parts: string) => `With the contacts of ${file}, ${parts} are answered in time.`,
  inTime: (channel: string, share: string) => `**${share}** on ${channel}`,
  nothing: (file: string) => `None of the contacts of ${file} can be played.`,
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
    closed: (contacts: string, channel: string) => `${contacts} on ${channel} come while it is closed.`,
    asPlanned: (channels: string) => `The log has none of ${channels}: played as planned.`,
    toTheMinute: 'Its times are to the minute: contacts of one minute are spread evenly over it.',
    otherDays: (contacts: string, from: string, to: string) =>
      `${contacts} are not played: on days that are not planned (the log runs from ${from} to ${to}).`,
    unknownChannels: (names: string) => `Not played, as no channel is called so: ${names}.`,
    unknownReasons: (names: string, channel: string) =>
      `Drawn, as ${channel} has no reason called so: ${names}.`,
    rows: (rows: string, all: string, example: string) => `Rows not read: ${rows} of ${all}. ${example}`,
  },
  named: (name: string, contacts: string) => `${name} (${contacts})`,
};

export type PlayedLogWords = typeof playedLog;
