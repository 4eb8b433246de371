/**
 * What one row of a contact log says about its contact: how long it waited, how that ended, when it
 * was first answered, and who called.
 */
import { noContacts, responseBin, waitBin, type ContactFacts } from './contact-facts.ts';
import type { ColumnRole, Mapping } from './mapping.ts';
import { DurationReader } from './number-text.ts';
import { Redials } from './redials.ts';
import type { RejectionCode } from './refusals.ts';
import { StampReader } from './stamp.ts';
import { TenureDays, type TenureColumns } from './tenure-days.ts';
import { noteTenure, TenureReader } from './tenure.ts';
import { MINUTES_PER_DAY, SECONDS_PER_MINUTE, type Seconds } from '../units.ts';

const ANSWERED =
  /agent|conseiller|answer|repond|served|servi|handled|trait|d[ée]croch|complet|connect|success|solved|closed|resolu|r[ée]solu/i;
const ABANDONED = /aband|hang|raccroch|lost|perdu|missed|manqu|renonc|dissuad|no.?answer|unanswer|quit|left/i;

type Counts = { -readonly [Key in keyof ContactFacts]: ContactFacts[Key] };

/** A column of its own for one outcome: whether that was it. */
const YES = /^(?:y|yes|true|1|o|oui|vrai)$/i;
const NO = /^(?:n|no|false|0|non|faux)$/i;

/** Where a ticket stands. */
const TICKET_STATE =
  /^(?:new|open|re-?opened|pending|(?:on[ -]?)?hold|in[ -]progress|work in progress|assigned|waiting\b.*|awaiting\b.*|closed|solved|resolved|nouveau|nouvelle|(?:r[ée]?)?ouverte?|en attente\b.*|en cours|en pause|ferm[ée]e?|close?|cl[oô]tur[ée]e?|r[ée]solue?)$/i;

/**
 * Whether cells say where tickets stand, and not how contacts ended: an open one may long be answered. Not where
 * one of them says that somebody gave up.
 */
export function areTicketStates(cells: readonly string[]): boolean {
  const known = cells.filter((cell) => TICKET_STATE.test(cell.trim()));
  return known.length >= 0.8 * cells.length && !cells.some((cell) => ABANDONED.test(cell));
}

/** Whether a cell says yes or no. */
export function isYesOrNo(text: string): boolean {
  return YES.test(text) || NO.test(text);
}

/** Roles that say something of one contact. */
const CONTACT_ROLES: readonly ColumnRole[] = [
  'wait',
  'outcome',
  'answered',
  'abandoned',
  'firstResponse',
  'caller',
  'tenure',
];

export class ContactReader {
  private readonly channels = new Map<string, Counts>();
  private readonly redials = new Map<string, Redials>();
  private readonly tenureDays = new Map<string, TenureDays>();
  private readonly at: ReadonlyMap<ColumnRole, number>;
  private readonly durations: ReadonlyMap<ColumnRole, DurationReader>;
  private readonly stamp: StampReader;
  private readonly tenure: TenureReader;
  private readonly refused: (code: RejectionCode, column: number, text: string) => void;

  constructor(mapping: Mapping, refused: (code: RejectionCode, column: number, text: string) => void) {
    this.refused = refused;
    this.at = new Map(
      CONTACT_ROLES.flatMap((role): [ColumnRole, number][] => {
        const column = mapping.columns.findIndex((candidate) => candidate.role === role);
        return column < 0 ? [] : [[role, column]];
      }),
    );
    this.durations = new Map(
      [...this.at].map(([role, column]) => [
        role,
        new DurationReader(mapping.decimal, mapping.columns[column]?.unit ?? 'seconds'),
      ]),
    );
    this.stamp = new StampReader(mapping.dateOrder);
    const unit = mapping.columns[this.at.get('tenure') ?? -1]?.tenureUnit;
    this.tenure = new TenureReader(mapping, unit ?? 'months');
  }

  /**
   * @param written minute of the contact as written, before any change of clock: times of one row share it
   * @param writtenSeconds seconds past that minute
   * @param handleSeconds null: the row has none
   */
  read(
    cells: readonly string[],
    channel: string,
    minute: number,
    written: number,
    writtenSeconds: number,
    handleSeconds: number | null,
  ): void {
    const counts = this.countsOf(channel);
    if (handleSeconds !== null) {
      counts.handled++;
      counts.handleSeconds += handleSeconds;
      counts.handleSquares += handleSeconds * handleSeconds;
    }
    if (this.at.size === 0) return;
    if (handleSeconds !== null) this.noteTenure(cells, channel, minute, written, handleSeconds, counts);
    const begun = written * SECONDS_PER_MINUTE + writtenSeconds;
    const wait = this.secondsIn(cells, 'wait', begun);
    const response = this.secondsIn(cells, 'firstResponse', begun);
    if (response !== null)
      counts.responses[responseBin(response)] = (counts.responses[responseBin(response)] ?? 0) + 1;
    const ended = this.outcomeOf(cells, wait, response !== null, handleSeconds !== null);
    if (ended === null) return;
    if (ended === 'answered') counts.answered++;
    else counts.abandoned++;
    if (wait !== null) {
      const after = ended === 'answered' ? counts.servedAfter : counts.leftAfter;
      after[waitBin(wait)] = (after[waitBin(wait)] ?? 0) + 1;
    }
    this.noteCaller(cells, channel, minute * SECONDS_PER_MINUTE + writtenSeconds, ended, counts);
  }

  facts(): ContactFacts[] {
    return [...this.channels].map(([channel, counts]) => ({
      ...counts,
      redialled: this.redials.get(channel)?.count() ?? 0,
    }));
  }

  private countsOf(channel: string): Counts {
    let counts = this.channels.get(channel);
    if (counts === undefined) {
      counts = { ...noContacts(channel) };
      this.channels.set(channel, counts);
    }
    return counts;
  }

  /** A duration, or the seconds from the contact's own time to the time in the cell; null: none there. */
  private secondsIn(cells: readonly string[], role: 'wait' | 'firstResponse', begun: number): number | null {
    const column = this.at.get(role);
    const text = column === undefined ? '' : (cells[column] ?? '');
    if (column === undefined || text === '') return null;
    const duration = this.durations.get(role);
    const problem = duration?.read(text) ?? null;
    if (duration === undefined || problem === 'empty') return null;
    let seconds = duration.value;
    if (problem !== null) {
      if (this.stamp.read(text) !== null) {
        this.refused(problem, column, text);
        return null;
      }
      seconds = this.stamp.minutes * SECONDS_PER_MINUTE + this.stamp.seconds - begun;
    }
    if (seconds >= 0) return seconds;
    this.refused('negativeWait', column, text);
    return null;
  }

  /** In the row's own words, else by whether somebody replied to it, or served it. */
  private outcomeOf(
    cells: readonly string[],
    wait: number | null,
    replied: boolean,
    served: boolean,
  ): 'answered' | 'abandoned' | null {
    const said = this.said(cells);
    if (said !== null) return said;
    if (replied) return 'answered';
    if (this.at.has('outcome') || this.at.has('abandoned') || this.at.has('answered')) return null;
    if (served) return 'answered';
    return wait === null ? null : 'abandoned';
  }

  /** The outcome in the row's own words; null: it says none. */
  private said(cells: readonly string[]): 'answered' | 'abandoned' | null {
    const cell = (role: ColumnRole) => cells[this.at.get(role) ?? -1] ?? '';
    const outcome = cell('outcome');
    if (ABANDONED.test(outcome) || YES.test(cell('abandoned')) || NO.test(cell('answered')))
      return 'abandoned';
    const answered = ANSWERED.test(outcome) || YES.test(cell('answered')) || NO.test(cell('abandoned'));
    return answered ? 'answered' : null;
  }

  /** Whether the row says by itself that nobody answered. */
  saysAbandoned(cells: readonly string[]): boolean {
    return this.said(cells) === 'abandoned';
  }

  /** Day by day; undefined where no row tells a tenure. */
  tenureOf(channel: string): TenureColumns | undefined {
    return this.tenureDays.get(channel)?.columns();
  }

  private noteTenure(
    cells: readonly string[],
    channel: string,
    minute: number,
    written: number,
    handleSeconds: Seconds,
    counts: Counts,
  ): void {
    const column = this.at.get('tenure');
    const text = column === undefined ? '' : (cells[column] ?? '').trim();
    if (column === undefined || text === '') return;
    if (!this.tenure.read(text, written)) {
      this.refused('noTenure', column, text);
      return;
    }
    noteTenure(counts.tenure, this.tenure.months, handleSeconds);
    let days = this.tenureDays.get(channel);
    if (days === undefined) this.tenureDays.set(channel, (days = new TenureDays()));
    days.note(Math.floor(minute / MINUTES_PER_DAY), this.tenure.months, handleSeconds);
  }

  private noteCaller(
    cells: readonly string[],
    channel: string,
    at: Seconds,
    ended: 'answered' | 'abandoned',
    counts: Counts,
  ): void {
    const column = this.at.get('caller');
    const name = column === undefined ? '' : (cells[column] ?? '').trim();
    if (name === '') return;
    let redials = this.redials.get(channel);
    if (redials === undefined) this.redials.set(channel, (redials = new Redials()));
    redials.note(name, at, ended);
    if (ended === 'abandoned') counts.abandonedKnown++;
  }
}
