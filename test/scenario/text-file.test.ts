import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from '../../src/scenario/json-position.ts';
import { readScenarioText, writeScenarioText } from '../../src/scenario/text-file.ts';
import { exampleScenario } from './example.ts';

describe('the text of a scenario', () => {
  const text = writeScenarioText(exampleScenario());

  it('reads back as the same scenario', () => {
    expect(readScenarioText(text)).toEqual({ ok: true, scenario: exampleScenario() });
    expect(readScenarioText(`\uFEFF${text.replaceAll('\n', '\r\n')}`).ok).toBe(true);
  });

  it('is JSON that a person can compare line by line', () => {
    expect(JSON.parse(text)).toEqual(exampleScenario());
    expect(text.split('\n').length).toBeLessThan(90);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(110);
    expect(text).toContain('"simulation": { "seed": 1, "replications": 20 }\n');
  });

  it('names line and column where it breaks off or goes wrong', () => {
    const cut = readScenarioText(text.slice(0, text.indexOf('"calendar"') + 4));
    expect(cut.ok ? [] : cut.issues).toEqual([
      {
        path: 'line 6, column 7',
        code: 'not-json',
        message: 'line 6, column 7: the file breaks off here',
        allowed: 'JSON',
        values: { line: 6, column: 7, reason: 'ends-early' },
      },
    ]);
  });

  it.each([
    ['', 'empty'],
    ['  \n', 'empty'],
    ['PK\u0003\u0004\0\0', 'not-text'],
    ['start;calls\n2026-01-01;3', 'not-json'],
    ['[]', 'not-a-scenario'],
  ])('refuses %j', (content, code) => {
    const result = readScenarioText(content);
    expect(result.ok ? '' : result.issues[0]?.code).toBe(code);
  });
});

describe('the search for a JSON fault', () => {
  it.each([
    ['{"a": 1,}', 1, 9, 'unexpected'],
    ['{"a": 1\n  "b": 2}', 2, 3, 'unexpected'],
    ['[1, 2', 1, 6, 'ends-early'],
    ['{"a": "open', 1, 12, 'ends-early'],
    ['{"a": tru', 1, 10, 'ends-early'],
    ["{'a': 1}", 1, 2, 'unexpected'],
    ['[01]', 1, 2, 'unexpected'],
    ['{"a": 1} x', 1, 10, 'unexpected'],
    ['{"a" 1}', 1, 6, 'unexpected'],
  ])('finds %j', (text, line, column, reason) => {
    expect(findJsonFault(text)).toEqual({ line, column, reason });
  });

  it('agrees with JSON.parse on what is JSON', { tags: 'slow' }, () => {
    const damaged = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', '{', '1', '\\', 'e'))
      .map(
        ([json, at, extra]) =>
          json.slice(0, at % (json.length + 1)) + extra + json.slice(at % (json.length + 1)),
      );
    fc.assert(
      fc.property(fc.oneof(fc.json(), damaged), (text) => {
        expect(findJsonFault(text) === null).toBe(isJson(text));
      }),
      { numRuns: 500 },
    );
  });

  it('survives a hundred thousand open brackets', () => {
    expect(findJsonFault('['.repeat(100_000))?.reason).toBe('ends-early');
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
