/** The import of the open app: one session, which survives a visit to another page. */
import { useDeferredValue } from 'react';
import { useStore } from 'zustand';
import { importDriver, type ImportCommands, type ImportStore } from '../../../app/import-driver.ts';
import type { ImportSession } from '../../../app/import-session.ts';
import type { AppStore } from '../../../app/store.ts';
import { useRoot } from '../../use-app.ts';

const drivers = new WeakMap<AppStore, ImportStore>();

export function useImport(): { readonly session: ImportSession; readonly commands: ImportCommands } {
  const { app } = useRoot();
  let driver = drivers.get(app);
  if (!driver) {
    driver = importDriver(app);
    drivers.set(app, driver);
  }
  const session = useStore(driver.store);
  // The next step is another page of fields and tables: it is drawn as deferred work, in slices.
  const drawn = useDeferredValue(session);
  return { session: drawn.step === session.step ? session : drawn, commands: driver.commands };
}
