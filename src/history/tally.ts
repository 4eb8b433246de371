/**
 * Contacts counted per channel, day and file interval while rows stream in.
 *
 * One block of typed arrays per channel and day: a million rows leave nothing behind but the
 * intervals they speak of, and an odd date far away costs one block.
 */
import type { Issue } from '../errors.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { fileIssue } from './file-issues.ts';
import type { DuplicateRule } from './mapping.ts';
import type { ZoneClock } from './time-zone.ts';

/** About 800 MB of blocks with handle times; 200 channels for 20 years of half-hours need 70 million. */
const MOST_CELLS = 80_000_000;

export type DayBlock = {
  /** Rows per interval. */
  readonly rows: Uint16Array;
  /** NaN: a row was there, its volume was not. */
  readonly contacts: Float64Array;
  /** Seconds handled, and the contacts behind them; null when the file has no handle times. */
  readonly handleSeconds: Float64Array | null;
  readonly handled: Float64Array | null;
  /** 1: a further row of the interval said something else than the first; null: none did, or a rule decides. */
  differ: Uint8Array | null;
  /** Intervals [from, to) that this day's clock passes twice. */
  readonly repeatedFrom: number;
  readonly repeatedTo: number;
};

export type ChannelTally = { readonly name: string; readonly days: Map<number, DayBlock> };

export class Tally {
  readonly channels: ChannelTally[] = [];
  problem: Issue | null = null;
  readonly fileMinutes: number;
  private readonly slots: number;
  private readonly adds: boolean;
  private readonly rule: DuplicateRule;
  private readonly withHandleTime: boolean;
  private readonly clock: ZoneClock;
  private cells = 0;
  private lastDay = -1;
  private lastChannel = -1;
  private lastBlock: DayBlock | null = null;

  constructor({ fileMinutes, everyRowCounts, duplicates, withHandleTime }: TallyOptions, clock: ZoneClock) {
    this.fileMinutes = fileMinutes;
    this.slots = MINUTES_PER_DAY / fileMinutes;
    this.adds = everyRowCounts || duplicates === 'sum';
    this.rule = duplicates;
    this.withHandleTime = withHandleTime;
    this.clock = clock;
  }

  /** Number of a channel, by name. */
  addChannel(name: string): number {
    this.channels.push({ name, days: new Map() });
    return this.channels.length - 1;
  }

  /** One row's figures. `contacts` NaN: unknown; `handled` 0: no handle time. */
  add(channel: number, minute: number, contacts: number, handleSeconds: number, handled: number): void {
    const day = Math.floor(minute / MINUTES_PER_DAY);
    if (day !== this.lastDay || channel !== this.lastChannel || this.lastBlock === null) {
      this.lastBlock = this.blockOf(channel, day);
      this.lastDay = day;
      this.lastChannel = channel;
    }
    const block = this.lastBlock;
    const slot = Math.floor((minute - day * MINUTES_PER_DAY) / this.fileMinutes);
    const before = block.rows[slot] ?? 0;
    if (before < 65_535) block.rows[slot] = before + 1;
    const repeated = slot >= block.repeatedFrom && slot < block.repeatedTo;
    if (before === 0 || this.adds || (repeated && before === 1)) {
      block.contacts[slot] = (block.contacts[slot] ?? 0) + contacts;
      if (block.handled !== null && block.handleSeconds !== null) {
        block.handled[slot] = (block.handled[slot] ?? 0) + handled;
        block.handleSeconds[slot] = (block.handleSeconds[slot] ?? 0) + handleSeconds;
      }
    } else if (this.rule === 'last') {
      block.contacts[slot] = contacts;
      if (block.handled !== null && block.handleSeconds !== null) {
        block.handled[slot] = handled;
        block.handleSeconds[slot] = handleSeconds;
      }
    } else if (this.rule === 'unknown') {
      const same =
        !repeated &&
        Object.is(block.contacts[slot], contacts) &&
        (block.handled?.[slot] ?? handled) === handled &&
        (block.handleSeconds?.[slot] ?? handleSeconds) === handleSeconds;
      if (same) return;
      block.differ ??= new Uint8Array(this.slots);
      block.differ[slot] = 1;
    }
  }

  private blockOf(channel: number, day: number): DayBlock {
    const days = this.channels[channel]?.days ?? new Map<number, DayBlock>();
    let block = days.get(day);
    if (block === undefined) {
      this.cells += this.slots;
      if (this.cells > MOST_CELLS) this.problem ??= fileIssue('tooSpread');
      const change = this.slots > 1 ? this.clock.changeOn(day) : null;
      const repeated = change?.kind === 'repeated';
      block = {
        rows: new Uint16Array(this.slots),
        contacts: new Float64Array(this.slots),
        handleSeconds: this.withHandleTime ? new Float64Array(this.slots) : null,
        handled: this.withHandleTime ? new Float64Array(this.slots) : null,
        differ: null,
        repeatedFrom: repeated ? (change.from - day * MINUTES_PER_DAY) / this.fileMinutes : 0,
        repeatedTo: repeated ? (change.to - day * MINUTES_PER_DAY) / this.fileMinutes : 0,
      };
      days.set(day, block);
    }
    return block;
  }
}

export type TallyOptions = {
  readonly fileMinutes: number;
  /** One row per contact: rows of one interval are not duplicates. */
  readonly everyRowCounts: boolean;
  readonly duplicates: DuplicateRule;
  readonly withHandleTime: boolean;
};
