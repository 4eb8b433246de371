/**
 * A user's own formula for the contacts of an interval, such as `volume * 1.15 + 20`.
 *
 * Numbers only: of the parser's library just arithmetic, comparison and rounding are known, so a
 * formula can build no matrix, reach no property and import nothing. It can still run for ever
 * (a function that calls itself): evaluate it in a worker with a time limit.
 */
import {
  absDependencies,
  addDependencies,
  andDependencies,
  ceilDependencies,
  create,
  divideDependencies,
  equalDependencies,
  expDependencies,
  floorDependencies,
  largerDependencies,
  largerEqDependencies,
  logDependencies,
  maxDependencies,
  minDependencies,
  modDependencies,
  multiplyDependencies,
  notDependencies,
  orDependencies,
  parseDependencies,
  powDependencies,
  roundDependencies,
  smallerDependencies,
  smallerEqDependencies,
  sqrtDependencies,
  subtractDependencies,
  unaryMinusDependencies,
  unaryPlusDependencies,
  unequalDependencies,
} from 'mathjs/number';
import type { Issue } from '../errors.ts';

const math = create({
  ...absDependencies,
  ...addDependencies,
  ...andDependencies,
  ...ceilDependencies,
  ...divideDependencies,
  ...equalDependencies,
  ...expDependencies,
  ...floorDependencies,
  ...largerDependencies,
  ...largerEqDependencies,
  ...logDependencies,
  ...maxDependencies,
  ...minDependencies,
  ...modDependencies,
  ...multiplyDependencies,
  ...notDependencies,
  ...orDependencies,
  ...parseDependencies,
  ...powDependencies,
  ...roundDependencies,
  ...smallerDependencies,
  ...smallerEqDependencies,
  ...sqrtDependencies,
  ...subtractDependencies,
  ...unaryMinusDependencies,
  ...unaryPlusDependencies,
  ...unequalDependencies,
});

/** What the variables are taken from: `volume` on the grid, and the ISO weekday (0 = Monday) of each day. */
export type FormulaInput = {
  readonly volume: readonly number[];
  readonly weekdays: readonly number[];
  readonly slotsPerDay: number;
};

export type FormulaOutcome =
  { readonly ok: true; readonly contacts: number[] } | { readonly ok: false; readonly issue: Issue };

/** As many contacts per interval as a scenario holds. */
const MOST_CONTACTS = 1e7;
const MOST_CHARACTERS = 2000;

/**
 * Contacts on the grid by a formula of `volume`, `day` (1 is the first), `weekday` (1 is Monday),
 * `interval` (1 starts at midnight) and `hour` (9.5 is half past nine). O(cells); may never end.
 */
export function evaluateFormula(formula: string, input: FormulaInput): FormulaOutcome {
  if (formula.trim() === '') return failed('formulaEmpty', 'there is no formula');
  if (formula.length > MOST_CHARACTERS)
    return failed('formulaLong', 'the formula is too long', { most: MOST_CHARACTERS });
  let compiled: { evaluate(scope: Record<string, number>): unknown };
  try {
    // spaces as French typography has them, from a text copied
    compiled = math.parse(formula.replaceAll(/[\u00A0\u202F]/g, ' ')).compile();
  } catch (error) {
    return syntaxFailed(formula, error);
  }
  const { volume, weekdays, slotsPerDay } = input;
  const contacts: number[] = [];
  for (let cell = 0; cell < volume.length; cell++) {
    const day = Math.floor(cell / slotsPerDay);
    const slot = cell % slotsPerDay;
    let value: unknown;
    try {
      value = compiled.evaluate({
        volume: volume[cell] ?? 0,
        day: day + 1,
        weekday: (weekdays[day] ?? 0) + 1,
        interval: slot + 1,
        hour: (slot * 24) / slotsPerDay,
      });
    } catch (error) {
      return evaluationFailed(error);
    }
    if (typeof value !== 'number')
      return failed('formulaNoNumber', 'the formula gives something other than a number');
    if (!(value >= 0 && value <= MOST_CONTACTS))
      return failed('formulaRange', `the formula gives ${value} contacts`, {
        value: Number.isNaN(value) ? 'NaN' : value,
        day,
        slot,
        most: MOST_CONTACTS,
      });
    contacts.push(value);
  }
  return { ok: true, contacts };
}

function syntaxFailed(formula: string, error: unknown): FormulaOutcome {
  const at = positionOf(error);
  const number = formula.slice(Math.max(0, at - 2), at + 1);
  if (/^\d,\d$/.test(number))
    return failed('formulaComma', 'decimals are written with a point', {
      name: number,
      value: number.replace(',', '.'),
    });
  if (IF.test(formula)) return failed('formulaIf', 'a choice is written as condition ? a : b');
  return failed('formulaSyntax', messageOf(error), { at });
}

/** What worksheets call a choice. */
const IF = /\b(?:if|si)\b/i;

function evaluationFailed(error: unknown): FormulaOutcome {
  const message = messageOf(error);
  const unknown =
    /^Undefined (?:symbol|function) (\S+)/.exec(message)?.[1] ??
    /^(\S+) is not a function/.exec(message)?.[1];
  if (unknown !== undefined && IF.test(unknown))
    return failed('formulaIf', 'a choice is written as condition ? a : b');
  if (unknown !== undefined)
    return failed('formulaUnknown', `${unknown} is neither a variable nor a function`, { name: unknown });
  if (error instanceof RangeError) return failed('formulaEndless', 'the formula calls itself without end');
  return failed('formulaWrong', message);
}

function failed(code: string, message: string, values?: Issue['values']): FormulaOutcome {
  return { ok: false, issue: { path: 'formula', code, message, ...(values ? { values } : {}) } };
}

/** Character at which the parser stopped, from 1. */
function positionOf(error: unknown): number {
  const at = typeof error === 'object' && error !== null && 'char' in error ? error.char : 0;
  return typeof at === 'number' ? at : 0;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
