/** Evaluates a user's formula, away from the page: it may never end. Holds no logic. */
import * as Comlink from 'comlink';
import { applyOverrides, type ForecastToOverride, type Override } from '../src/forecast/overrides.ts';
import { evaluateFormula } from '../src/scenario/formula.ts';

const endpoint = {
  /** Answers once the parser is loaded, so that the time limit counts evaluation only. */
  ready(): true {
    return true;
  },
  evaluate: evaluateFormula,
  /** Overrides of a forecast, formulas among them. */
  override(
    forecast: ForecastToOverride,
    overrides: readonly Override[],
    input: { readonly intervalMinutes: number; readonly probabilities: readonly number[] },
  ) {
    return applyOverrides(forecast, overrides, { ...input, evaluate: evaluateFormula });
  },
};

export type FormulaEndpoint = typeof endpoint;

Comlink.expose(endpoint);
