/** Composition root: the one file that joins store, workers, storage, preferences and the interface. */
import { analysisWorker, files, firstExample } from './early-work.ts'; // first: it starts what takes longest
import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import { analysisEngines } from '../app/analysis-engines.ts';
import { keepForOffline, type MoveToBuild } from '../app/offline.ts';
import { indexedDbPersistence, type Persistence } from '../app/persistence.ts';
import { workersFor } from '../app/simulation-budget.ts';
import type { Simulations } from '../app/simulator.ts';
import { createAppStore } from '../app/store.ts';
import type { Scenario } from '../scenario/schema.ts';
import './theme.css';
import './shell/shell.css';
import './page/page.css';
import './inputs/inputs.css';
import './inputs/fields.css';
import './inputs/overlays.css';
import './charts/charts.css';
import './charts/chart-kinds.css';
import { loadMessages } from './locale.tsx';
import { preferenceStore } from './preferences.ts';
import { RootView } from './root-view.tsx';

const preferences = preferenceStore(localStorage, navigator.languages);
const persistence = indexedDbPersistence();
const newBuild = createStore<{ moveToIt: MoveToBuild | null }>(() => ({ moveToIt: null }));

async function start(element: HTMLElement): Promise<void> {
  const [current, baseline, messages, example] = await Promise.all([
    kept(persistence, 'current'),
    kept(persistence, 'baseline'),
    loadMessages(preferences.getState().locale),
    firstExample, // on its way already: a first visit should not wait twice
  ]);
  const scenario = current ?? example;
  // The example a first visit starts from stays the baseline of what is made of it, also after a reload.
  if (!current) persistence.save('baseline', scenario).catch(() => null); // the first edit tells of a failure
  const app = createAppStore(scenario, current && baseline ? baseline : scenario, {
    engines: analysisEngines(analysisWorker),
    simulate: async (document, options) => (await simulations()).simulate(document, options),
    workers: workersFor(navigator.hardwareConcurrency),
    save: (slot, document) => persistence.save(slot, document),
    later: (callback, milliseconds) => {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  const root = createRoot(element);
  // As a transition React draws the first screen in slices, and the page answers in between.
  startTransition(() =>
    root.render(
      <StrictMode>
        <RootView root={{ app, preferences, files, newBuild, simulations }} messages={messages} />
      </StrictMode>,
    ),
  );
}

let loading: Promise<Simulations> | null = null;

/** The simulator is not needed for the first screen: it loads with the first run. */
function simulations(): Promise<Simulations> {
  loading ??= Promise.all([import('../app/simulator.ts'), import('../app/simulation-pool.ts')]).then(
    ([{ simulationsOn }, { createSimulationPool }]) =>
      simulationsOn(createSimulationPool(), () => performance.now()),
  );
  loading.catch(() => {
    loading = null; // the next run asks anew
  });
  return loading;
}

/** A browser that keeps nothing (a private window, a full disk) still starts, with the worked example. */
async function kept(storage: Persistence, slot: 'current' | 'baseline'): Promise<Scenario | null> {
  return storage.load(slot).catch(() => null);
}

const element = document.getElementById('root');
if (element) void start(element);

keepForOffline({ onUpdate: (moveToIt) => newBuild.setState({ moveToIt }) });
