/**
 * The histories behind forecasts, kept in this browser between visits. A scenario names its history by
 * id; a scenario opened elsewhere has its forecast all the same, and asks for the history again.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { SeriesColumns } from '../history/report.ts';
import { isTenureColumns } from '../history/tenure-days.ts';

/** Several series may make one history: their sum is forecast. */
type Kept = { readonly series: readonly SeriesColumns[]; readonly keptAt: number };

type Stored = DBSchema & {
  series: { key: string; value: Kept; indexes: { keptAt: number } };
};

export type HistoryStore = {
  keep(id: string, series: readonly SeriesColumns[]): Promise<void>;
  /** Null where this browser does not have it. */
  load(id: string): Promise<readonly SeriesColumns[] | null>;
};

/** Older ones make room: undo steps and other scenarios may still name them, so not too few. */
const MOST_KEPT = 60;

/** @param now milliseconds since 1970, for telling old histories from new */
export function indexedDbHistories(now: () => number = Date.now, name = 'effectif-history'): HistoryStore {
  let database: Promise<IDBPDatabase<Stored>> | null = null;
  const open = (): Promise<IDBPDatabase<Stored>> => {
    database ??= openDB<Stored>(name, 1, {
      upgrade(db) {
        db.createObjectStore('series').createIndex('keptAt', 'keptAt');
      },
    });
    database.catch(() => {
      database = null; // refused once, asked anew the next time
    });
    return database;
  };
  return {
    async keep(id, series) {
      const db = await open();
      await db.put('series', { series, keptAt: now() }, id);
      const keys = await db.getAllKeysFromIndex('series', 'keptAt');
      for (const old of keys.slice(0, Math.max(0, keys.length - MOST_KEPT))) await db.delete('series', old);
    },
    async load(id) {
      const kept: unknown = (await (await open()).get('series', id))?.series;
      return Array.isArray(kept) && kept.every(isSeries) ? kept : null;
    },
  };
}

/** What another release or a damaged disk left behind is not taken for a history. */
function isSeries(value: unknown): value is SeriesColumns {
  if (typeof value !== 'object' || value === null) return false;
  const part = (key: string): unknown => Reflect.get(value, key);
  const [starts, values, known] = ['starts', 'values', 'known'].map(part);
  const times = ['handleSeconds', 'handled'].map(part);
  return (
    starts instanceof Int32Array &&
    values instanceof Float64Array &&
    known instanceof Uint8Array &&
    starts.length === values.length &&
    known.length === values.length &&
    (times.every((column) => column === undefined) ||
      times.every((column) => column instanceof Float64Array && column.length === starts.length)) &&
    (part('tenure') === undefined || isTenureColumns(part('tenure'))) &&
    typeof part('intervalMinutes') === 'number' &&
    typeof part('channel') === 'string'
  );
}
