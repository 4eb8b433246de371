/**
 * The one store of the app: the open document with its history, what the engines say about it, and
 * the commands that change it. No React, no DOM: workers, storage and the clock are handed in.
 *
 * Analyses are asked of a worker, newest request first; while the one shown is of an older document,
 * `analysisPending` says so, and no advice of it can be applied. What the groups would need comes along
 * while somebody looks at it; otherwise it is asked for when the hand is still.
 */
import { castDraft } from 'immer';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { isFull, type Action, type Analysis, type FullAnalysis } from '../scenario/analysis.ts';
import { withAction, withRequirement } from '../scenario/apply.ts';
import type { Scenario, Text } from '../scenario/schema.ts';
import type { Share } from '../units.ts';
import {
  edited,
  gestureEnded,
  newDocument,
  redone,
  replaced,
  undone,
  type Document,
  type Recipe,
} from './document.ts';
import type { Engines } from './engines.ts';
import { latestJob } from './latest-job.ts';
import { remembered, type Question } from './remembered-analysis.ts';
import { isStopped } from './remote-worker.ts';
import { contactsIn, isLong, runBudget } from './simulation-budget.ts';
import { isAlike, isSamePlan } from './same-plan.ts';
import { NO_SIMULATION, simulationJob, type SimulationState, type Simulator } from './simulation-job.ts';

export type Saving = 'saved' | 'saving' | 'failed';

export type Baseline = { readonly name: Text; readonly scenario: Scenario };

/** Half-width of every share promised, and the most replications spent on it. */
export type Precision = { readonly halfWidth: Share; readonly atMost: number };

export type AppState = {
  readonly document: Document;
  readonly scenario: Scenario;
  /** How often another document has come on screen: opened, or brought back by undo. */
  readonly openings: number;
  readonly baseline: Baseline;
  readonly analysis: Analysis | null;
  /** The document that the analysis shown is of; null without one. */
  readonly analysed: Scenario | null;
  /** The same document's, with what its groups would need; null while that is not known. */
  readonly fullAnalysis: FullAnalysis | null;
  /** True while the analysis shown is of an older document than the one on screen. */
  readonly analysisPending: boolean;
  readonly analysisFailed: string | null;
  readonly baselineAnalysis: Analysis | null;
  /** Proposed changes of the plan, by effect; null until computed for this document. */
  readonly actions: readonly Action[] | null;
  readonly simulation: SimulationState;
  /** Run until every share promised is known this closely; null: the scenario's number of replications. */
  readonly precision: Precision | null;
  readonly saving: Saving;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};

export type Commands = {
  /** One change of the document; changes with the same key fold into one undo step until `endGesture`. */
  edit(key: string, recipe: Recipe): void;
  endGesture(): void;
  undo(): void;
  redo(): void;
  /** Replaces the document (a file, an example) in one step that can be undone; it becomes its own baseline. */
  open(scenario: Scenario): void;
  /** Replaces the document and keeps the baseline: a change of structure. */
  replace(scenario: Scenario): void;
  setBaseline(scenario: Scenario): void;
  /** Sets the plan of every group to what the requirement asks for. */
  applyRequirement(which: 'expected' | 'assured'): void;
  applyAction(action: Action): void;
  /** From now until the answer is called, every analysis is a full one. */
  followRequirement(): () => void;
  /** Simulates the document as it is now, anew; by default until `precision`, or the scenario's own number of replications. */
  simulate(replications?: number): void;
  setPrecision(precision: Precision | null): void;
  cancelSimulation(): void;
};

export type Surroundings = {
  readonly engines: Engines;
  readonly simulate: Simulator;
  /** Workers of a simulation nobody asked for. */
  readonly workers: number;
  save(slot: 'current' | 'baseline', scenario: Scenario): Promise<void>;
  /** Calls back after a pause; returns a way to call it off. */
  later(callback: () => void, milliseconds: number): () => void;
};

export type AppStore = {
  readonly store: StoreApi<AppState>;
  readonly commands: Commands;
  /** For what one page asks and nobody else keeps. */
  readonly engines: Engines;
};

const PAUSE_BEFORE_SAVING = 600;
/** Figures of an older document, of absurd sizes perhaps, are given up after so long for those of the newest. */
const LONGEST_FOR_AN_OLDER = 8000;
/** A hand that asks for nothing so long is still: what its last move leads to is found out. */
const PAUSE_BEFORE_REST = 250;
/** Long enough that a drag is over. */
const PAUSE_BEFORE_SIMULATION = 1200;
/** On opening nothing was changed yet: the first screen is drawn, read and offered actions before the machine is shared. */
const PAUSE_BEFORE_FIRST_SIMULATION = 4000;

export function createAppStore(scenario: Scenario, baseline: Scenario, surroundings: Surroundings): AppStore {
  const { engines } = surroundings;
  const analyse = remembered(engines);
  const document = newDocument(scenario);
  const store = createStore<AppState>(() => ({
    document,
    scenario,
    openings: 0,
    baseline: { name: baseline.name, scenario: baseline },
    analysis: null,
    analysed: null,
    fullAnalysis: null,
    analysisPending: true,
    analysisFailed: null,
    baselineAnalysis: null,
    actions: null,
    simulation: NO_SIMULATION,
    precision: null,
    saving: 'saved',
    canUndo: false,
    canRedo: false,
  }));
  const { getState, setState } = store;

  /** Document of which the rest is found out, or will be. */
  let restOf: Scenario | null = null;
  /** How many views show what the groups would need. */
  let followers = 0;
  /** Steps that opened a document, with the baselines on either side. */
  const openings = new WeakMap<object, { readonly before: Scenario; readonly after: Scenario }>();
  let callOffSave = (): void => {};
  let callOffRest = (): void => {};
  let callOffSimulation = (): void => {};

  const analysisJob = latestJob<Question, Analysis>(
    analyse,
    (analysis, { of: input, inFull }) => {
      const current = input === getState().scenario;
      // Before the first figures of a document, those of another would be taken for its own.
      if (!current && getState().analysis === null) return;
      const { analysed, analysis: before } = getState();
      const opening = analysed === null;
      setState({
        // What is drawn already is not drawn again for what only adds to it.
        analysis: analysed === input ? before : analysis,
        analysed: input,
        fullAnalysis: isFull(analysis) ? analysis : null,
        analysisPending: !current,
        analysisFailed: null,
      });
      if (!current || restOf === input) return;
      restOf = input;
      const findRest = (): void => {
        actionsJob.request(input);
        if (!inFull) analysisJob.request({ of: input, inFull: true });
      };
      // Nobody is at a slider before the first figures are there.
      if (opening) findRest();
      else callOffRest = surroundings.later(findRest, PAUSE_BEFORE_REST);
    },
    (error, { of: input }) => {
      if (input === getState().scenario)
        setState({ analysisPending: false, analysisFailed: messageOf(error) });
    },
    {
      after: LONGEST_FOR_AN_OLDER,
      replaces: (newer, running) => newer.of !== running.of,
      later: (callback, pause) => surroundings.later(callback, pause),
      stop: engines.interrupt,
    },
  );
  const actionsJob = latestJob<Scenario, readonly Action[]>(
    (input) => engines.actions(input),
    (actions, input) => {
      if (input === getState().scenario) setState({ actions });
    },
    (_error, input) => {
      if (input === getState().scenario) setState({ actions: [] });
    },
  );
  const baselineJob = latestJob<Scenario, Analysis>(
    (input) => analyse({ of: input, inFull: false }),
    (baselineAnalysis, input) => {
      if (input === getState().baseline.scenario) setState({ baselineAnalysis });
    },
    (error, input) => {
      setState({ baselineAnalysis: null });
      // Given up for a newer document: after it, once more.
      if (isStopped(error) && input === getState().baseline.scenario)
        surroundings.later(() => baselineJob.request(getState().baseline.scenario), PAUSE_BEFORE_REST);
    },
  );

  const simulation = simulationJob(
    (input, options) => surroundings.simulate(input, options),
    () => getState().simulation,
    (state) => setState({ simulation: state }),
  );

  function simulateAfter(pause: number): void {
    simulation.cancel();
    callOffSimulation();
    callOffSimulation = surroundings.later(simulateUnasked, pause);
  }

  /** A run that would take long waits for a word; how long it takes is read off the document's own figures. */
  function simulateUnasked(): void {
    const { analysis, analysed, analysisFailed, scenario: current, simulation: last, precision } = getState();
    if (analysed !== current && analysisFailed === null) {
      callOffSimulation = surroundings.later(simulateUnasked, PAUSE_BEFORE_SIMULATION);
      return;
    }
    const replications = precision?.atMost ?? current.simulation.replications;
    const { workers } = surroundings;
    const budget =
      analysis && runBudget(current, analysis, replications, { workers, pace: last.pace ?? undefined });
    if (budget && isLong(budget)) simulation.hold(replications);
    else startSimulation({ workers });
  }

  function startSimulation(wish: {
    readonly replications?: number | undefined;
    readonly workers?: number;
  }): void {
    callOffSimulation();
    const { scenario: current, precision, analysis } = getState();
    simulation.start(current, {
      replications: wish.replications ?? precision?.atMost ?? current.simulation.replications,
      halfWidth: precision?.halfWidth ?? null,
      workers: wish.workers,
      contacts: analysis ? contactsIn(analysis) : null,
    });
  }

  /** @param another whether it is another document, not a change of this one */
  function show(next: Document, another = false): void {
    const { scenario: before } = getState();
    const changed = next.scenario !== before;
    if (changed && (another || !isAlike(next.scenario, before))) {
      // Figures are read by place: those of other channels or days would stand beside this document's.
      simulation.cancel();
      setState({ analysis: null, analysed: null, fullAnalysis: null, simulation: NO_SIMULATION });
    }
    setState({
      document: next,
      scenario: next.scenario,
      canUndo: next.past.length > 0,
      canRedo: next.future.length > 0,
      ...(changed && another ? { openings: getState().openings + 1 } : {}),
      ...(changed ? { analysisPending: true, actions: null } : {}),
    });
    if (!changed) return;
    const { simulation: last } = getState();
    // More replications, or another seed, are further weeks of the same plan: what is known of it stays.
    if (last.of === before && isSamePlan(next.scenario, before))
      setState({ simulation: { ...last, of: next.scenario } });
    callOffRest();
    restOf = null;
    analysisJob.request({ of: next.scenario, inFull: followers > 0 });
    saveSoon();
    simulateAfter(PAUSE_BEFORE_SIMULATION);
  }

  function saveSoon(): void {
    setState({ saving: 'saving' });
    callOffSave();
    callOffSave = surroundings.later(() => {
      const saved = getState().scenario;
      surroundings.save('current', saved).then(
        () => {
          if (getState().scenario === saved) setState({ saving: 'saved' });
        },
        () => setState({ saving: 'failed' }),
      );
    }, PAUSE_BEFORE_SAVING);
  }

  const commands: Commands = {
    edit: (key, recipe) => show(edited(getState().document, key, recipe)),
    endGesture: () => show(gestureEnded(getState().document)),
    undo() {
      const step = getState().document.past.at(-1);
      const opened = step && openings.get(step);
      show(undone(getState().document), opened !== undefined);
      if (opened) commands.setBaseline(opened.before);
    },
    redo() {
      const step = getState().document.future[0];
      const opened = step && openings.get(step);
      show(redone(getState().document), opened !== undefined);
      if (opened) commands.setBaseline(opened.after);
    },
    open(next) {
      const before = getState().baseline.scenario;
      commands.setBaseline(next);
      if (next === getState().scenario) return;
      show(replaced(getState().document, next), true);
      const step = getState().document.past.at(-1);
      if (step) openings.set(step, { before, after: next });
    },
    replace: (next) => show(replaced(getState().document, next)),
    setBaseline(next) {
      setState({ baseline: { name: next.name, scenario: next }, baselineAnalysis: null });
      baselineJob.request(next);
      surroundings.save('baseline', next).catch(() => setState({ saving: 'failed' }));
    },
    applyRequirement(which) {
      const { fullAnalysis, analysed, scenario: current } = getState();
      if (!fullAnalysis || analysed !== current) return;
      const groups = withRequirement(current, fullAnalysis, which);
      commands.endGesture();
      commands.edit('applyRequirement', (draft) => {
        draft.groups = castDraft(groups);
      });
      commands.endGesture();
    },
    applyAction(action) {
      const groups = withAction(getState().scenario, action);
      commands.endGesture();
      commands.edit('applyAction', (draft) => {
        draft.groups = castDraft(groups);
      });
      commands.endGesture();
    },
    followRequirement() {
      followers++;
      const { scenario: current, fullAnalysis, analysisPending } = getState();
      if (analysisPending || !fullAnalysis) analysisJob.request({ of: current, inFull: true });
      return () => followers--;
    },
    simulate: (replications) => startSimulation({ replications }),
    setPrecision(precision) {
      setState({ precision });
      // what was too long may no longer be
      if (getState().simulation.status === 'held') simulateAfter(PAUSE_BEFORE_SIMULATION);
    },
    cancelSimulation() {
      callOffSimulation();
      simulation.stop();
    },
  };

  simulateAfter(PAUSE_BEFORE_FIRST_SIMULATION);
  analysisJob.request({ of: scenario, inFull: false });
  baselineJob.request(baseline);
  return { store, commands, engines };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
