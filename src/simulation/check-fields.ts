/** Issues gathered while a model's fields are looked at one by one. */
import type { Issue } from '../errors.ts';
import type { SimulationModel, Span } from './model.ts';

export type Range = {
  readonly least?: number;
  readonly most?: number;
  readonly above?: number;
  readonly whole?: boolean;
};

export class IssueList {
  readonly found: Issue[] = [];

  add(path: string, code: string, message: string, allowed?: string): void {
    this.found.push({ path, code, message, ...(allowed === undefined ? {} : { allowed }) });
  }

  /** True when the value is fine; so do the others. */
  number(path: string, value: unknown, range: Range): boolean {
    const { least = -Infinity, most = Infinity, above = -Infinity, whole = false } = range;
    const fine =
      typeof value === 'number' &&
      Number.isFinite(value) &&
      value >= least &&
      value <= most &&
      value > above &&
      (!whole || Number.isInteger(value));
    if (!fine) this.add(path, 'number', `is ${describe(value)}`, describeRange(range));
    return fine;
  }

  optionalNumber(path: string, value: unknown, range: Range): boolean {
    return value === undefined || this.number(path, value, range);
  }

  optionalChoice(path: string, value: unknown, choices: readonly string[]): boolean {
    if (value === undefined || (typeof value === 'string' && choices.includes(value))) return true;
    this.add(path, 'choice', `is ${describe(value)}`, choices.join(', '));
    return false;
  }

  object(path: string, value: unknown): boolean {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return true;
    this.add(path, 'object', `is ${describe(value)}`, 'an object');
    return false;
  }

  list(path: string, value: unknown, least: number, most: number): boolean {
    const isList = Array.isArray(value) || value instanceof Float64Array;
    const fits = isList && value.length >= least && value.length <= most;
    // A gap in the list counts as well.
    if (fits && !(Array.isArray(value) && value.includes(undefined))) return true;
    const size = isList ? `has ${value.length} entries` : `is ${describe(value)}`;
    const found = fits ? 'lacks an entry' : size;
    this.add(path, 'list', found, least === most ? `${least} entries` : `${least} to ${most} entries`);
    return false;
  }

  /** A list of objects. */
  objects(path: string, value: unknown, least: number, most: number): boolean {
    if (!this.list(path, value, least, most)) return false;
    return (
      Array.isArray(value) && value.map((entry, i) => this.object(`${path}[${i}]`, entry)).every(Boolean)
    );
  }

  /** One number per interval. */
  perInterval(path: string, value: unknown, model: SimulationModel, range: Range): boolean {
    const { intervals } = model.horizon;
    if (!this.list(path, value, intervals, intervals)) return false;
    return Array.isArray(value) && value.every((entry, i) => this.number(`${path}[${i}]`, entry, range));
  }

  optionalPerInterval(path: string, value: unknown, model: SimulationModel, range: Range): boolean {
    return value === undefined || this.perInterval(path, value, model, range);
  }

  reference(path: string, id: unknown, known: ReadonlySet<string>): boolean {
    if (typeof id === 'string' && known.has(id)) return true;
    this.add(path, 'reference', `refers to ${describe(id)}, which does not exist`, [...known].join(', '));
    return false;
  }

  /** Spans of time, ascending and disjoint, none empty. */
  spans(path: string, value: readonly Span[]): boolean {
    if (!this.list(path, value, 0, 100_000)) return false;
    let fine = true;
    value.forEach((span, i) => {
      const at = `${path}[${i}]`;
      if (!this.list(at, span, 2, 2)) fine = false;
      else if (!(this.number(`${at}[0]`, span[0], {}) && this.number(`${at}[1]`, span[1], {}))) fine = false;
      else if (!(span[1] > span[0])) {
        this.add(at, 'empty', `ends at ${span[1]} s, not after it begins at ${span[0]} s`);
        fine = false;
      } else if (i > 0 && span[0] < (value[i - 1]?.[1] ?? -Infinity)) {
        this.add(at, 'overlap', `begins at ${span[0]} s, before the span in front of it ends`);
        fine = false;
      }
    });
    return fine;
  }
}

function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  return typeof value === 'number' ? String(value) : (JSON.stringify(value)?.slice(0, 60) ?? typeof value);
}

function describeRange({ least, most, above, whole }: Range): string {
  const bounds = [
    above === undefined ? '' : `above ${above}`,
    least === undefined ? '' : `at least ${least}`,
    most === undefined ? '' : `at most ${most}`,
  ].filter((bound) => bound !== '');
  return [whole === true ? 'a whole number' : 'a number', ...bounds].join(', ');
}
