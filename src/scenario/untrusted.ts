/**
 * First look at a value from outside: is it plain JSON of a size we handle, without names that
 * would reach an object's prototype? Walks without recursion, so depth cannot exhaust the stack.
 */
import type { Issue } from '../errors.ts';
import { fieldIssue, type PathKey } from './issue.ts';

const MOST_DEPTH = 12;
const MOST_VALUES = 2_000_000;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Issues that forbid looking any closer; empty when the value is plain JSON. O(values). */
export function untrustedIssues(json: unknown): Issue[] {
  const issues: Issue[] = [];
  const open: { value: unknown; path: readonly PathKey[] }[] = [{ value: json, path: [] }];
  let seen = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    // the numbers of a grid are counted with their list
    seen += Array.isArray(value) ? value.length + 1 : 1;
    if (seen > MOST_VALUES)
      return [fieldIssue([], { code: 'too-large', allowed: `at most ${MOST_VALUES} values` })];
    if (typeof value !== 'object' || value === null) {
      const plain = ['string', 'number', 'boolean'].includes(typeof value) || value === null;
      if (!plain) issues.push(fieldIssue(path, { code: 'wrong-type', allowed: 'a JSON value' }, value));
      continue;
    }
    if (path.length >= MOST_DEPTH) {
      issues.push(fieldIssue(path, { code: 'too-deep', allowed: `at most ${MOST_DEPTH} levels deep` }));
      continue;
    }
    if (Array.isArray(value)) {
      value.forEach((item: unknown, index) => {
        if (typeof item !== 'number') open.push({ value: item, path: [...path, index] });
      });
      continue;
    }
    for (const [key, item] of Object.entries(value)) {
      const here = [...path, key];
      if (FORBIDDEN.has(key)) issues.push(fieldIssue(here, { code: 'forbidden-name' }));
      else open.push({ value: item, path: here });
    }
  }
  return issues;
}
