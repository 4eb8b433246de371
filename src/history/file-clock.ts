/**
 * From the clock a file is written in to the clock of the scenario.
 *
 * A written offset decides; else a column with the offset or the name of a zone; else the zone the
 * mapping says the whole file is in. Wall clocks that differ are joined through the instant, so a day
 * of 23 or 25 hours keeps its total.
 */
import type { Mapping } from './mapping.ts';
import { isTimeZone, zoneClock, type ZoneClock } from './time-zone.ts';

/** Abbreviations that exports write, in minutes ahead of UTC; those that mean two zones are left out. */
const ABBREVIATIONS = new Map([
  ['WET', 0],
  ['WEST', 60],
  ['CET', 60],
  ['CEST', 120],
  ['MEZ', 60],
  ['MESZ', 120],
  ['EET', 120],
  ['EEST', 180],
  ['EST', -300],
  ['EDT', -240],
  ['CDT', -300],
  ['MST', -420],
  ['MDT', -360],
  ['PST', -480],
  ['PDT', -420],
]);

/** `+01:00`, `UTC+1`, `Z`, `CEST`: minutes ahead of UTC; `Europe/Paris`: its clock; null: no zone at all. */
export function readZone(text: string): number | ZoneClock | null {
  const bare = text.trim();
  const named = ABBREVIATIONS.get(bare.toUpperCase());
  if (named !== undefined) return named;
  if (/^(?:z|utc|gmt)$/i.test(bare)) return 0;
  const offset = /^(?:utc|gmt)?\s*([+−-])(\d{1,2})(?::?(\d{2}))?$/i.exec(bare);
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    if (minutes > 15 * 60) return null;
    return offset[1] === '+' ? minutes : -minutes;
  }
  return /^[A-Za-z_]+\/[\w/+-]+$/.test(bare) && isTimeZone(bare) ? zoneClock(bare) : null;
}

/** Where the rows of one channel stand in an hour that the file's clock passes twice. */
type Pass = { from: number; last: number; second: boolean };

export class FileClock {
  /** Set by the last reading: the time stands in an hour that the file's clock skips. */
  skipped = false;
  private readonly to: ZoneClock;
  /** Null: the file is written on the scenario's own clock. */
  private readonly from: ZoneClock | null;
  private readonly sameIsLater: boolean;
  private readonly passes = new Map<string, Pass>();
  private readonly zones = new Map<string, number | ZoneClock | null>();

  constructor({ fileZone, timeZone, layout }: Pick<Mapping, 'fileZone' | 'timeZone' | 'layout'>) {
    this.to = zoneClock(timeZone);
    this.from = fileZone === timeZone ? null : zoneClock(fileZone);
    // a second row of one interval belongs to the second pass; a second contact of one minute need not
    this.sameIsLater = layout !== 'perContact';
  }

  /** Whether times are written on the scenario's clock: then equal words are equal times. */
  get isOwn(): boolean {
    return this.from === null;
  }

  /**
   * The scenario's wall clock for a time as written; null when the zone beside it is none.
   *
   * @param isUtc the time was written with `Z` or an offset, and has been put on UTC already
   * @param zone cell of the column with the zone; null: there is no such column
   * @param channel rows of one channel are taken to follow each other, which tells the passes apart
   */
  wallClock(minutes: number, isUtc: boolean, zone: string | null, channel: string): number | null {
    this.skipped = false;
    if (isUtc) return this.to.wallClock(minutes);
    let clock = this.from;
    if (zone !== null) {
      const read = this.zoneOf(zone);
      if (read === null) return null;
      if (typeof read === 'number') return this.to.wallClock(minutes - read);
      clock = read === this.to ? null : read;
    }
    if (clock === null) return minutes;
    const [first, second] = clock.instantsOf(minutes);
    this.skipped = second === null;
    if (second === null || second === first) return this.to.wallClock(first);
    return this.to.wallClock(this.isSecondPass(channel, minutes, second - first) ? second : first);
  }

  private zoneOf(text: string): number | ZoneClock | null {
    let zone = this.zones.get(text);
    if (zone === undefined) {
      zone = readZone(text);
      this.zones.set(text, zone);
    }
    return zone;
  }

  /** The clock has gone back when the rows of a channel do. */
  private isSecondPass(channel: string, minutes: number, length: number): boolean {
    const pass = this.passes.get(channel);
    if (pass === undefined || Math.abs(minutes - pass.from) >= length) {
      this.passes.set(channel, { from: minutes, last: minutes, second: false });
      return false;
    }
    if (minutes < pass.last || (this.sameIsLater && minutes === pass.last)) pass.second = true;
    pass.last = minutes;
    return pass.second;
  }
}
