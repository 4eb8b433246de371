/** Composition root: the one file that joins store, workers, storage, preferences and the interface. */
import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import { analysisEngines } from '../app/analysis-engines.ts';
import { keepForOffline, type MoveToBuild } from '../app/offline.ts';
import { workersUnasked } from '../app/simulation-budget.ts';
import type { Simulations } from '../app/simulator.ts';
import { createAppStore, type AppStore } from '../app/store.ts';
import { parseScenario } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/schema.ts';
import './theme.css';
import './shell/bar.css';
import './shell/strip.css';
import './shell/shell.css'; // after both: it hides parts of the bar
import './page/page.css';
import './inputs/inputs.css';
import './inputs/fields.css';
import './inputs/overlays.css';
import './charts/charts.css';
import './charts/chart-kinds.css';
import { loadMessages } from './locale.tsx';
import { preferenceStore } from './preferences.ts';
import { RootView } from './root-view.tsx';
import { analysisWorker, atStart, documents } from './shell/early-work.ts';
import { fileActions } from './shell/files.ts';

const preferences = preferenceStore(localStorage, navigator.languages);
const newBuild = createStore<{ moveToIt: MoveToBuild | null }>(() => ({ moveToIt: null }));

/** The engine of closer looks is made ready once the first screen is read, beside the first simulation. */
const PAUSE_BEFORE_PREPARING = 5000;

async function start(element: HTMLElement): Promise<AppStore> {
  const [current, baseline, messages, example] = await Promise.all([
    atStart.current.then(scenarioOrNull),
    atStart.baseline.then(scenarioOrNull),
    loadMessages(preferences.getState().locale),
    atStart.example, // asked for in any case: a first visit should not wait twice
  ]);
  const scenario = current ?? example;
  // The example a first visit starts from stays the baseline of what is made of it, also after a reload.
  if (!current) documents.save('baseline', scenario).catch(() => null); // the first edit tells of a failure
  const isUnedited = (): boolean => !app.store.getState().canUndo;
  const engines = analysisEngines(analysisWorker, isUnedited);
  const app: AppStore = createAppStore(scenario, current && baseline ? baseline : scenario, {
    engines,
    simulate: async (document, options) => (await simulations()).simulate(document, options),
    workers: workersUnasked(navigator.hardwareConcurrency),
    save: (slot, document) => documents.save(slot, document),
    later: (callback, milliseconds) => {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  setTimeout(() => {
    // Beside a hand at a slider it would take a core. A failure is told by the first question.
    if (isUnedited()) engines.prepare(scenario).catch(() => null);
  }, PAUSE_BEFORE_PREPARING);
  const root = createRoot(element);
  // As a transition React draws the first screen in slices, and the page answers in between.
  startTransition(() =>
    root.render(
      <StrictMode>
        <RootView
          root={{ app, preferences, files: fileActions(), newBuild, simulations }}
          messages={messages}
        />
      </StrictMode>,
    ),
  );
  return app;
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

/** An old or damaged entry is refused, and the app starts with the worked example. */
function scenarioOrNull(kept: unknown): Scenario | null {
  if (kept === undefined) return null;
  const parsed = parseScenario(kept);
  return parsed.ok ? parsed.scenario : null;
}

/** Resolves once the first figures and what they advise are there. */
async function firstAnswers(starting: Promise<AppStore>): Promise<void> {
  const { store } = await starting;
  return new Promise((resolve) => {
    const stop = store.subscribe(({ actions }) => {
      if (actions === null) return;
      stop();
      resolve();
    });
  });
}

const element = document.getElementById('root');
if (!element) throw new Error('the page has no root');

void keepForOffline(firstAnswers(start(element)), {
  onUpdate: (moveToIt) => newBuild.setState({ moveToIt }),
});
