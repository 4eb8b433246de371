/**
 * What happened in one replication, event by event, for replaying it.
 *
 * A log costs memory and time, so a run keeps one only when asked to. Abandonments are found late by
 * the engine (when a contact comes to the head of its queue); `sorted` puts them where they happened.
 */

/** Kinds of events. */
export const LOG_JOINED = 0;
export const LOG_TAKEN = 1;
export const LOG_FINISHED = 2;
export const LOG_ABANDONED = 3;
export const LOG_BLOCKED = 4;
export const LOG_PUT_DOWN = 5;
/** Met a closed live class. */
export const LOG_TURNED_AWAY = 6;
/** Meets the bot, and what comes of it, at the moment the bot is done. */
export const LOG_MET_BOT = 7;
export const LOG_BOT_SOLVED = 8;
export const LOG_BOT_UNSOLVED = 9;
export const LOG_BOT_HANDED_OVER = 10;
/** Accepted a callback instead of waiting. */
export const LOG_CALLED_BACK = 13;
/** An agent who comes to the floor, and leaves it; class and customer are -1. */
export const LOG_CAME = 11;
export const LOG_LEFT = 12;

/** Columns, one entry per event, in order of time. */
export type ReplicationLog = {
  readonly time: Float64Array<ArrayBuffer>;
  readonly kind: Uint8Array<ArrayBuffer>;
  readonly class: Int32Array<ArrayBuffer>;
  /** Number of the customer within the class of his first contact, and which contact of his it is. */
  readonly customer: Int32Array<ArrayBuffer>;
  readonly origin: Int32Array<ArrayBuffer>;
  /** Agent who takes, finishes, puts down, comes or leaves; -1 for the others. */
  readonly agent: Int32Array<ArrayBuffer>;
};

export class EventLog {
  readonly #rows: number[] = [];

  clear(): void {
    this.#rows.length = 0;
  }

  add(time: number, kind: number, c: number, customer: number, origin: number, agent: number): void {
    this.#rows.push(time, kind, c, customer, origin, agent);
  }

  /** Columns in order of time; what happened at the same time keeps its order. */
  sorted(): ReplicationLog {
    const rows = this.#rows;
    const order = Array.from({ length: rows.length / 6 }, (_, i) => 6 * i).sort(
      (a, b) => rows[a]! - rows[b]! || a - b,
    );
    const column = (field: number) => order.map((at) => rows[at + field]!);
    return {
      time: Float64Array.from(column(0)),
      kind: Uint8Array.from(column(1)),
      class: Int32Array.from(column(2)),
      customer: Int32Array.from(column(3)),
      origin: Int32Array.from(column(4)),
      agent: Int32Array.from(column(5)),
    };
  }
}
