/**
 * The open document and its history. A scenario is never changed in place, so each step keeps the
 * whole document on either side of it: undo is exact, and what did not change is shared.
 *
 * Edits with the same key in one gesture (a slider being dragged) fold into one undo step.
 */
import { castDraft, produce, type Draft } from 'immer';
import type { Scenario } from '../scenario/schema.ts';

const MOST_STEPS = 200;

/** Changes the draft, or returns what replaces the whole document. */
export type Recipe = (draft: Draft<Scenario>) => Draft<Scenario> | void;

type Step = { readonly key: string; readonly before: Scenario; readonly after: Scenario };

export type Document = {
  readonly scenario: Scenario;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  /** Key of the gesture still open, or null. */
  readonly gesture: string | null;
};

export function newDocument(scenario: Scenario): Document {
  return { scenario, past: [], future: [], gesture: null };
}

/** The document after `recipe`; the same object when the recipe changed nothing. */
export function edited(document: Document, key: string, recipe: Recipe): Document {
  const scenario = produce(document.scenario, (draft) => recipe(draft));
  if (scenario === document.scenario) return document;
  const last = document.past.at(-1);
  if (document.gesture === key && last) {
    const folded = { ...last, after: scenario };
    return { ...document, scenario, past: [...document.past.slice(0, -1), folded], future: [] };
  }
  const past = [...document.past, { key, before: document.scenario, after: scenario }].slice(-MOST_STEPS);
  return { scenario, past, future: [], gesture: key };
}

/** Another scenario in its place: a file, an example. One step, so that undo brings the old one back. */
export function replaced(document: Document, scenario: Scenario): Document {
  return gestureEnded(edited(gestureEnded(document), 'replace', () => castDraft(scenario)));
}

/** Closes the gesture: the next edit is an undo step of its own, whatever its key. */
export function gestureEnded(document: Document): Document {
  return document.gesture === null ? document : { ...document, gesture: null };
}

export function undone(document: Document): Document {
  const step = document.past.at(-1);
  if (!step) return document;
  return {
    scenario: step.before,
    past: document.past.slice(0, -1),
    future: [step, ...document.future],
    gesture: null,
  };
}

export function redone(document: Document): Document {
  const [step, ...future] = document.future;
  if (!step) return document;
  return { scenario: step.after, past: [...document.past, step], future, gesture: null };
}
