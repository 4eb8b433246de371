/** The store for React: `useApp(state => …)` reads, `useCommands()` changes. */
import { createContext, useContext, useDeferredValue, useEffect } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { MoveToBuild } from '../app/offline.ts';
import type { Simulations } from '../app/simulator.ts';
import type { Analysis, FullAnalysis } from '../scenario/analysis.ts';
import type { AppState, AppStore, Commands } from '../app/store.ts';
import type { PreferenceStore } from './preferences.ts';
import type { FileActions } from './shell/files.ts';

export type Root = {
  readonly app: AppStore;
  readonly preferences: PreferenceStore;
  readonly files: FileActions;
  /** Set once a newer build of the app is ready. */
  readonly newBuild: StoreApi<{ readonly moveToIt: MoveToBuild | null }>;
  /** The simulator, which loads when it is first asked for. */
  readonly simulations: () => Promise<Simulations>;
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

/**
 * The analysis of the open document. The first one fills an empty screen, so it is drawn as deferred work,
 * in slices that leave the page free; later ones follow a hand and are drawn at once.
 */
export function useAnalysis(): Analysis | null {
  const analysis = useApp((state) => state.analysis);
  const drawn = useDeferredValue(analysis !== null);
  return drawn ? analysis : null;
}

/** With the agents that each group would need; null until they are known. While it is in use every answer brings them along. */
export function useFullAnalysis(): FullAnalysis | null {
  const commands = useCommands();
  useEffect(() => commands.followRequirement(), [commands]);
  return useApp((state) => state.fullAnalysis);
}
