/** Issues of a scenario document: one sentence form, JSON paths, and received values shown short. */
import type { Issue } from '../errors.ts';

export type PathKey = string | number;

/** What a field would have accepted: the code picks the sentence, `allowed` and `values` fill it. */
export type Requirement = {
  readonly code: IssueCode;
  /** In words: `a number from 0 to 1`. */
  readonly allowed?: string;
  readonly values?: Readonly<Record<string, string | number>>;
};

/** Every code `parseScenario` and `readScenarioText` can give; the interface has a sentence for each. */
export type IssueCode =
  | 'missing'
  | 'unknown-field'
  | 'wrong-type'
  | 'out-of-range'
  | 'not-accepted'
  | 'wrong-length'
  | 'too-many'
  | 'duplicate'
  | 'unknown-channel'
  | 'wrong-order'
  | 'overlap'
  | 'outside'
  | 'wrong-sum'
  | 'clock-change'
  | 'not-for-this-kind'
  | 'forbidden-name'
  | 'too-deep'
  | 'too-large'
  | 'not-a-scenario'
  | 'newer-version'
  | 'older-version'
  | 'empty'
  | 'not-text'
  | 'not-json'
  | 'more';

/** `$.channels[2].patience.mean` of its keys. */
export function jsonPath(keys: readonly PathKey[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return /^[A-Za-z_$][\w$]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
  }, '$');
}

/** Builds the issue of a field that holds `received`. */
export function fieldIssue(keys: readonly PathKey[], requirement: Requirement, received?: unknown): Issue {
  const path = jsonPath(keys);
  const { code, allowed, values = {} } = requirement;
  const shown = shortly(received);
  return {
    path,
    code,
    message: sentence(path, requirement, shown),
    ...(allowed === undefined ? {} : { allowed }),
    values: { ...values, ...(received === undefined ? {} : { received: shown }) },
  };
}

function sentence(path: string, { code, allowed = '' }: Requirement, received: string): string {
  if (code === 'missing') return `${path} is missing`;
  if (code === 'unknown-field') return `${path} is not a field of a scenario`;
  if (code === 'forbidden-name') return `${path} has a name that no field may have`;
  if (code === 'unknown-channel') return `${path} is ${received}, which is not the id of a channel`;
  return received === '' ? `${path} must be ${allowed}` : `${path} is ${received}, but must be ${allowed}`;
}

/** A received value in at most 40 characters, so that a message never repeats a whole file. */
function shortly(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return JSON.stringify(value.length > 36 ? `${value.slice(0, 35)}…` : value);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
