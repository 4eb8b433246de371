/** Evaluates a user's formula, away from the page: it may never end. Holds no logic. */
import * as Comlink from 'comlink';
import { evaluateFormula } from '../src/scenario/formula.ts';

const endpoint = {
  /** Answers once the parser is loaded, so that the time limit counts evaluation only. */
  ready(): true {
    return true;
  },
  evaluate: evaluateFormula,
};

export type FormulaEndpoint = typeof endpoint;

Comlink.expose(endpoint);
