/**
 * A log on its way from the worker that reads it to those that play it.
 *
 * The page that stands between them holds a blob, of which only the handle crosses a thread: a million
 * contacts are 28 MB, which it neither copies nor looks at.
 */
import type { ContactLog } from '../src/history/contact-log.ts';
import { contactsByDay, type ContactsByDay } from '../src/scenario/replay-days.ts';

export type PackedLog = Pick<ContactLog, 'channels' | 'within' | 'reasons'> & {
  readonly contacts: number;
  readonly byDay: ContactsByDay;
  /** Moments and handle times, then channels, reasons and rows. */
  readonly columns: Blob;
};

export function packLog({ channels, within, reasons, ...columns }: ContactLog): PackedLog {
  const { at, handleTime, channel, reason, row } = columns;
  return {
    channels,
    within,
    reasons,
    contacts: at.length,
    byDay: contactsByDay(at),
    columns: new Blob([at, handleTime, channel, reason, row].map(bytesOf)),
  };
}

export async function unpackLog(packed: PackedLog): Promise<ContactLog> {
  const { channels, within, reasons, contacts } = packed;
  const buffer = await packed.columns.arrayBuffer();
  const numbers = (k: number) => new Int32Array(buffer, contacts * (16 + 4 * k), contacts);
  return {
    channels,
    within,
    reasons,
    at: new Float64Array(buffer, 0, contacts),
    handleTime: new Float64Array(buffer, contacts * 8, contacts),
    channel: numbers(0),
    reason: numbers(1),
    row: numbers(2),
  };
}

function bytesOf({ buffer, byteOffset, byteLength }: Float64Array | Int32Array): Uint8Array<ArrayBuffer> {
  if (!(buffer instanceof ArrayBuffer)) throw new TypeError('columns of a log lie in memory of their own');
  return new Uint8Array(buffer, byteOffset, byteLength);
}
