/** A scenario as the text of a file: readable, diffable line by line, and read back with care. */
import type { Issue } from '../errors.ts';
import { findJsonFault } from './json-position.ts';
import { parseScenario, type ParsedScenario } from './parse.ts';
import type { Scenario } from './schema.ts';

/** Far more than the largest scenario needs; a larger file is refused unread. */
export const MOST_SCENARIO_CHARACTERS = 50_000_000;

/** Numbers of one grid line: half a day of half-hours, a day of hours. */
const NUMBERS_PER_LINE = 24;

/** The scenario of a file's text, or what is wrong with it, down to line and column. */
export function readScenarioText(text: string): ParsedScenario {
  if (text.length > MOST_SCENARIO_CHARACTERS)
    return refused('too-large', `of at most ${MOST_SCENARIO_CHARACTERS / 1e6} MB`, 'the file');
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (content.trim() === '') return refused('empty', 'a scenario, and not empty', 'the file');
  if (content.includes('\0')) return refused('not-text', 'text, and not a binary file', 'the file');
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    const fault = findJsonFault(content) ?? { line: 1, column: 1, reason: 'unexpected' };
    const path = `line ${fault.line}, column ${fault.column}`;
    const what = fault.reason === 'ends-early' ? 'the file breaks off here' : 'this is not JSON';
    const { line, column } = fault;
    const issue: Issue = {
      path,
      code: 'not-json',
      message: `${path}: ${what}`,
      allowed: 'JSON',
      values: { line, column, reason: fault.reason },
    };
    return { ok: false, issues: [issue] };
  }
  return parseScenario(json);
}

/**
 * The text of a scenario file: fields in the order of the document, two spaces per level, and long
 * lists of numbers in rows, so that a changed hour is a changed line.
 */
export function writeScenarioText(scenario: Scenario): string {
  return `${formatJson(scenario, '')}\n`;
}

function formatJson(value: unknown, indent: string): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    if (items.every((item) => typeof item !== 'object' || item === null)) return formatRow(items, indent);
    const short = `[${items.map((item) => formatJson(item, '')).join(', ')}]`;
    if (short.length <= 80 && !short.includes('\n')) return short;
    return `[\n${items.map((item) => inner + formatJson(item, inner)).join(',\n')}\n${indent}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    if (entries.length === 0) return '{}';
    const short = `{ ${entries.map(([key, item]) => `${JSON.stringify(key)}: ${formatJson(item, '')}`).join(', ')} }`;
    if (short.length <= 80 && !short.includes('\n')) return short;
    const lines = entries.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${formatJson(item, inner)}`);
    return `{\n${lines.join(',\n')}\n${indent}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

function formatRow(items: readonly unknown[], indent: string): string {
  const texts = items.map((item) => JSON.stringify(item) ?? 'null');
  if (texts.length <= NUMBERS_PER_LINE) return `[${texts.join(', ')}]`;
  const rows: string[] = [];
  for (let i = 0; i < texts.length; i += NUMBERS_PER_LINE)
    rows.push(`${indent}  ${texts.slice(i, i + NUMBERS_PER_LINE).join(', ')}`);
  return `[\n${rows.join(',\n')}\n${indent}]`;
}

function refused(code: 'too-large' | 'empty' | 'not-text', allowed: string, path: string): ParsedScenario {
  return { ok: false, issues: [{ path, code, message: `${path} must be ${allowed}`, allowed }] };
}
