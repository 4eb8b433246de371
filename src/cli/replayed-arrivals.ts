/** Arrivals from a log of contacts: read, matched with the scenario, and told what of it is played. */
import type { ImportReport } from '../history/report.ts';
import { ContactLogReader, logMapping } from '../history/contact-log.ts';
import { type Replay, replayLog, type ReplayOptions, type ReplayReport } from '../scenario/replay-log.ts';
import type { Scenario } from '../scenario/schema.ts';
import { refuse, type Surroundings } from './command.ts';
import { openHistory } from './history-file.ts';
import { count } from './output.ts';

/** Names of one sort that are told. */
const MOST_NAMED = 5;

export type ReplayedArrivals = Replay & {
  /** What was read of the file, and what of it could not be. */
  readonly read: ImportReport;
};

/** @throws {WrongInput} when the file is no log, or nothing of it can be played */
export function readArrivals(
  file: string,
  scenario: Scenario,
  options: ReplayOptions,
  surroundings: Surroundings,
): ReplayedArrivals {
  const { timeZone, intervalMinutes } = scenario.calendar;
  const { guess, pieces } = openHistory(file, surroundings, { timeZone, intervalMinutes });
  const mapping = logMapping(guess);
  if (!('mapping' in mapping)) throw refuse(file, [mapping]);
  const reader = new ContactLogReader(mapping);
  for (const piece of pieces) {
    reader.push(piece);
    if (reader.failed) break;
  }
  const reading = reader.end();
  if (!reading.ok) throw refuse(file, reading.issues);
  const replay = replayLog(scenario, reading.log, options);
  if (replay.arrivals.size === 0) throw refuse(file, [nothingPlayed(replay.report, scenario, options)]);
  return { ...replay, read: reading.report };
}

function nothingPlayed(report: ReplayReport, { calendar, channels }: Scenario, { from }: ReplayOptions) {
  if (report.otherDays > 0)
    return {
      path: '--arrivals-from',
      code: 'otherDays',
      message: `the log has contacts from ${report.from} to ${report.to}, and none on the ${calendar.days} days from ${from ?? calendar.start}`,
      allowed: 'the day of the log that is played as the first day planned, of the same weekday at best',
    };
  return {
    path: '--arrivals-channel',
    code: 'unknownChannels',
    message: `no channel of the scenario is called ${names(report.unknownChannels)}`,
    allowed: `${channels.map(({ id }) => id).join(', ')}; --arrivals-channel takes all contacts as those of one`,
  };
}

/** For people, beside the figures. */
export function arrivalsText(file: string, { report, read }: ReplayedArrivals): string {
  const played = report.played.map(({ channel, contacts }) => `${channel} ${count(contacts)}`);
  const lines = [`the same contacts in every replication: ${played.join(', ')}`];
  for (const { channel, contacts, closed } of report.played)
    if (closed > 0)
      lines.push(`${count(closed)} of ${count(contacts)} on ${channel} come while it is closed`);
  if (report.asPlanned.length > 0) lines.push(`as planned: ${report.asPlanned.join(', ')}`);
  if (report.toTheMinute)
    lines.push('times are to the minute: contacts of one minute are spread evenly over it');
  if (report.otherDays > 0)
    lines.push(
      `not used: ${count(report.otherDays)} contacts on days not planned (the log runs from ${report.from} to ${report.to})`,
    );
  if (report.unknownChannels.length > 0)
    lines.push(`not used, as no channel is called so: ${names(report.unknownChannels)}`);
  for (const { channel, name, contacts } of report.unknownReasons.slice(0, MOST_NAMED))
    lines.push(`drawn, as ${channel} has no reason called so: ${name} (${count(contacts)})`);
  if (read.rejected > 0) {
    const [first] = read.rejections;
    const example = first === undefined ? '' : `, first ${first.message}`;
    lines.push(`not used: ${count(read.rejected)} of ${count(read.rows)} rows${example}`);
  }
  return lines.map((line) => `${file}: ${line}\n`).join('');
}

function names(list: ReplayReport['unknownChannels']): string {
  const shown = list.slice(0, MOST_NAMED).map(({ name, contacts }) => `${name} (${count(contacts)})`);
  const more = list.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
