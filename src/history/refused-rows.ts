/**
 * Intervals of which a row was there and no figure of it counts: neither empty nor closed, but unknown.
 *
 * Kept apart from what is counted, so that a row that counts is untouched by one beside it that does not.
 */
import { MINUTES_PER_DAY } from '../units.ts';

/** Beyond these, as where every row names a channel of its own, no more are remembered. */
const MOST_NAMES = 1_000;
const MOST_CELLS = 20_000_000;

/** By day since 1970: 1 for each interval of the file with a refused row. */
export type RefusedDays = ReadonlyMap<number, Uint8Array>;

const NONE: RefusedDays = new Map();

export class RefusedRows {
  private readonly byChannel = new Map<string, Map<number, Uint8Array>>();
  private readonly fileMinutes: number;
  private readonly slots: number;
  private cells = 0;

  constructor(fileMinutes: number) {
    this.fileMinutes = fileMinutes;
    this.slots = MINUTES_PER_DAY / fileMinutes;
  }

  add(channel: string, minute: number): void {
    const day = Math.floor(minute / MINUTES_PER_DAY);
    const slots = this.slotsOf(channel, day);
    if (slots) slots[Math.floor((minute - day * MINUTES_PER_DAY) / this.fileMinutes)] = 1;
  }

  of(channel: string): RefusedDays {
    return this.byChannel.get(channel) ?? NONE;
  }

  private slotsOf(channel: string, day: number): Uint8Array | null {
    let days = this.byChannel.get(channel);
    if (!days) {
      if (this.byChannel.size === MOST_NAMES) return null;
      this.byChannel.set(channel, (days = new Map()));
    }
    let slots = days.get(day);
    if (!slots) {
      this.cells += this.slots;
      if (this.cells > MOST_CELLS) return null;
      days.set(day, (slots = new Uint8Array(this.slots)));
    }
    return slots;
  }
}
