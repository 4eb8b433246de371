/**
 * Remembering the last answer of each question, so that moving the slider of one channel computes
 * one channel: the others' inputs are the same to the last digit, and so are their answers.
 */
export type Memory = <Answer>(question: string, inputs: unknown, compute: () => Answer) => Answer;

/** Nothing is kept: every question is computed. */
export const noMemory: Memory = (_question, _inputs, compute) => compute();

/** Keeps one answer per question, for as long as its inputs are equal part by part; neither may be changed afterwards. */
export function createMemory(): Memory {
  const kept = new Map<string, { readonly inputs: unknown; readonly answer: unknown }>();
  return <Answer>(question: string, inputs: unknown, compute: () => Answer): Answer => {
    const found = kept.get(question);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a question always has answers of one type
    if (found && equal(found.inputs, inputs)) return found.answer as Answer;
    const answer = compute();
    kept.set(question, { inputs, answer });
    return answer;
  };
}

/** Equal plain data: primitives, arrays, typed arrays and objects of them. */
function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a instanceof Float64Array || b instanceof Float64Array) {
    if (!(a instanceof Float64Array && b instanceof Float64Array) || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
    return true;
  }
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!(Array.isArray(a) && Array.isArray(b)) || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (!equal(a[i], b[i])) return false;
    return true;
  }
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  for (const key of keys) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- plain objects, read by their own keys
    if (!Object.hasOwn(b, key) || !equal((a as Plain)[key], (b as Plain)[key])) return false;
  }
  return true;
}

type Plain = Readonly<Record<string, unknown>>;
