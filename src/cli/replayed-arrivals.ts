/** Arrivals from a log of contacts: read, matched with the scenario, and told what of it is played. */
import type { ImportReport } from '../history/report.ts';
import { ContactLogReader, logMapping, tellsTalkOnly } from '../history/contact-log.ts';
import { isSecret, type ColumnRole, type Guess, type Mapping } from '../history/mapping.ts';
import {
  type Counted,
  type Replay,
  replayLog,
  type ReplayOptions,
  type ReplayReport,
} from '../scenario/replay-log.ts';
import type { Scenario } from '../scenario/schema.ts';
import { refuse, type Surroundings } from './command.ts';
import { openHistory } from './history-file.ts';
import { count, duration } from './output.ts';

/** Names of one sort that are told. */
const MOST_NAMED = 5;

export type ReplayedArrivals = Replay & {
  /** What was read of the file, and what of it could not be. */
  readonly read: ImportReport;
  readonly readAs: string;
  readonly handleTimes: ReplayOptions['handleTimes'];
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
  const mapping = logMapping(guess.mapping);
  if (!('columns' in mapping)) throw refuse(file, [mapping]);
  const reader = new ContactLogReader(mapping);
  for (const piece of pieces) {
    reader.push(piece);
    if (reader.failed) break;
  }
  const reading = reader.end();
  if (!reading.ok) throw refuse(file, reading.issues);
  const headings = guess.columns.map(({ name }) => name);
  const handleTimes = options.handleTimes ?? (tellsTalkOnly(mapping, headings) ? 'talk' : 'log');
  const replay = replayLog(scenario, reading.log, { ...options, handleTimes });
  if (replay.arrivals.size === 0) throw refuse(file, [nothingPlayed(replay.report, scenario, options)]);
  return { ...replay, read: reading.report, readAs: readAs(mapping, guess), handleTimes };
}

/** Which column says what. */
function readAs({ columns }: Mapping, guess: Guess): string {
  const said = columns.flatMap(({ role }, k) =>
    role === 'ignore' || isSecret(role)
      ? []
      : [`${guess.columns[k]?.name || `column ${k + 1}`} as ${ROLE_WORDS[role]}`],
  );
  return said.join(', ');
}

const ROLE_WORDS: Readonly<Record<Exclude<ColumnRole, 'ignore'>, string>> = {
  start: 'date and time',
  date: 'date',
  time: 'time',
  offset: 'time zone',
  channel: 'channel',
  volume: 'contacts',
  answered: 'answered',
  abandoned: 'abandoned',
  handleTime: 'handle time',
  wait: 'wait',
  outcome: 'outcome',
  firstResponse: 'first response',
  caller: 'caller',
  tenure: 'tenure',
  reason: 'reason',
  identifier: 'identifier',
};

function nothingPlayed(report: ReplayReport, { calendar, channels }: Scenario, { from }: ReplayOptions) {
  if (report.otherDays !== null)
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
export function arrivalsText(
  file: string,
  { report, read, readAs: columns, handleTimes }: ReplayedArrivals,
): string {
  const played = report.played.map(({ channel, contacts }) => `${channel} ${count(contacts)}`);
  const lines = [`read with ${columns}`, `the same contacts in every replication: ${played.join(', ')}`];
  for (const own of report.played) lines.push(...remarksOn(own, handleTimes === 'talk'));
  if (report.asPlanned.length > 0) lines.push(`as planned: ${report.asPlanned.join(', ')}`);
  if (report.otherDays !== null)
    lines.push(
      `not used: ${count(report.otherDays.contacts)} contacts on days not planned, first row ${report.otherDays.row} (the log runs from ${report.from} to ${report.to})`,
    );
  if (report.unknownChannels.length > 0)
    lines.push(`not used, as no channel is called so: ${names(report.unknownChannels)}`);
  for (const { channel, ...unknown } of report.unknownReasons.slice(0, MOST_NAMED))
    lines.push(`drawn, as ${channel} has no reason called so: ${named(unknown)}`);
  if (read.rejected > 0) {
    const [first] = read.rejections;
    const example = first === undefined ? '' : `, first ${first.message}`;
    lines.push(`not used: ${count(read.rejected)} of ${count(read.rows)} rows${example}`);
  }
  return lines.map((line) => `${file}: ${line}\n`).join('');
}

function remarksOn(
  { channel, contacts, closed, told, asTold, within }: ReplayReport['played'][number],
  asTalk: boolean,
): string[] {
  const lines: string[] = [];
  if (closed !== null)
    lines.push(
      `${count(closed.contacts)} of ${count(contacts)} on ${channel} come while it is closed, first row ${closed.row}`,
    );
  if (told !== null && asTold)
    lines.push(
      `on ${channel} ${count(told.contacts)} take as long as in the log, on average ${duration(told.mean)}${asTalk ? ', and the work after the contact' : ''}; ${
        told.contacts === contacts ? 'none is' : 'the others are'
      } drawn`,
    );
  else if (told !== null) lines.push(`handle times of ${channel} are drawn, not those of the log`);
  if (within >= 60)
    lines.push(
      `times on ${channel} are to ${duration(within)}: each comes at a moment drawn within it, anew in every replication`,
    );
  return lines;
}

const named = ({ name, contacts, row }: Counted) => `${name} (${count(contacts)}, first row ${row})`;

function names(list: ReplayReport['unknownChannels']): string {
  const shown = list.slice(0, MOST_NAMED).map(named);
  const more = list.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
