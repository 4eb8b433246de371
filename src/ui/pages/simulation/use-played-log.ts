/** The log that is played against the open plan; it survives a visit to another page, and its play does not. */
import { useDeferredValue, useEffect } from 'react';
import { useStore } from 'zustand';
import { logDriver, type LogCommands } from '../../../app/log-driver.ts';
import type { LogSession } from '../../../app/log-session.ts';
import { workersFor } from '../../../app/simulation-budget.ts';
import type { AppStore } from '../../../app/store.ts';
import { type Root, useRoot } from '../../use-app.ts';

type Driver = ReturnType<typeof logDriver>;

const drivers = new WeakMap<AppStore, Driver>();

function driverOf({ app, simulations }: Root): Driver {
  let driver = drivers.get(app);
  if (!driver) {
    driver = logDriver({
      scenario: () => app.store.getState().scenario,
      analysis: () => app.store.getState().analysis,
      simulations,
      workers: workersFor(navigator.hardwareConcurrency),
    });
    drivers.set(app, driver);
  }
  return driver;
}

export function useLogPlay(): { readonly session: LogSession; readonly commands: LogCommands } {
  const { store, commands } = driverOf(useRoot());
  useEffect(() => () => commands.stop(), [commands]);
  const now = useStore(store);
  // What comes by itself is drawn as deferred work, in slices: a table and a dozen sentences come with the last
  // replication. What a hand has changed is shown at once.
  const calm = useDeferredValue(now);
  const session = now.look !== calm.look || now.options !== calm.options ? now : calm;
  return { session, commands };
}
