/**
 * The documents kept between visits, in IndexedDB: what is being worked on and its baseline.
 *
 * Everything read back is parsed like a stranger's file: an old or damaged entry is refused and
 * the app starts with the worked example.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { parseScenario } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/schema.ts';

type Slot = 'current' | 'baseline';

type Stored = DBSchema & {
  documents: { key: Slot; value: Scenario };
};

export type Persistence = {
  load(slot: Slot): Promise<Scenario | null>;
  save(slot: Slot, scenario: Scenario): Promise<void>;
};

export function indexedDbPersistence(name = 'effectif'): Persistence {
  let database: Promise<IDBPDatabase<Stored>> | null = null;
  const open = (): Promise<IDBPDatabase<Stored>> => {
    database ??= openDB<Stored>(name, 1, {
      upgrade(db) {
        db.createObjectStore('documents');
      },
    });
    return database;
  };
  return {
    async load(slot) {
      const value: unknown = await (await open()).get('documents', slot);
      if (value === undefined) return null;
      const parsed = parseScenario(value);
      return parsed.ok ? parsed.scenario : null;
    },
    async save(slot, scenario) {
      await (await open()).put('documents', scenario, slot);
    },
  };
}
