/** The store for React: `useApp(state => …)` reads, `useCommands()` changes. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { MoveToBuild } from '../app/offline.ts';
import type { AppState, AppStore, Commands, Engines } from '../app/store.ts';
import type { PreferenceStore } from './preferences.ts';
import type { FileActions } from './shell/files.ts';

export type Root = {
  readonly app: AppStore;
  readonly preferences: PreferenceStore;
  readonly files: FileActions;
  /** Set once a newer build of the app is ready. */
  readonly newBuild: StoreApi<{ readonly moveToIt: MoveToBuild | null }>;
  /** Analyses a scenario that is not the open one, beside the store's own. */
  readonly analyse: Engines['analyse'];
};

export const RootContext = createContext<Root | null>(null);

export function useRoot(): Root {
  const root = useContext(RootContext);
  if (!root) throw new Error('useRoot outside RootContext');
  return root;
}

export function useApp<Selected>(select: (state: AppState) => Selected): Selected {
  return useStore(useRoot().app.store, select);
}

export function useCommands(): Commands {
  return useRoot().app.commands;
}
