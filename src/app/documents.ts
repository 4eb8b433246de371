/**
 * The documents kept between visits, in IndexedDB: what is being worked on and its baseline.
 *
 * What is read back is as untrusted as a stranger's file: whoever takes it parses it.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Scenario } from '../scenario/schema.ts';

export type Slot = 'current' | 'baseline';

type Stored = DBSchema & {
  documents: { key: Slot; value: Scenario };
};

export type Documents = {
  load(slot: Slot): Promise<unknown>;
  save(slot: Slot, scenario: Scenario): Promise<void>;
};

export function indexedDbDocuments(name = 'effectif'): Documents {
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
    load: async (slot) => (await open()).get('documents', slot),
    async save(slot, scenario) {
      await (await open()).put('documents', scenario, slot);
    },
  };
}
