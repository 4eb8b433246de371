import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/parse.ts';
import { en } from '../../src/ui/i18n/en.ts';
import { fr } from '../../src/ui/i18n/fr.ts';
import { placeOf } from '../../src/ui/issue-place.ts';
import { looksLikeTable } from '../../src/ui/shell/files.ts';
import { exampleScenario } from '../scenario/example.ts';

describe('the place of an issue', () => {
  it.each([
    ['$.channels[1].patience.mean', 'channel 2, patience (s)'],
    ['$.channels[0].demand.source.contacts[5]', 'channel 1, contacts by interval, entry 6'],
    ['$.groups[0].staffing.shifts[2].end', 'group 1, shifts, entry 3'],
    ['$.calendar.days', 'days'],
    ['$.channels[0].kind', 'channel 1, “kind”'],
    ['$', 'the file'],
    ['$.__proto__', '“__proto__”'],
    ['$.constructor', '“constructor”'],
    ['$.valueOf', '“valueOf”'],
    ['$.channels[0].toString', 'channel 1, “toString”'],
  ])('%s is %s', (path, words) => {
    expect(placeOf(path, en)).toBe(words);
  });

  it('is none for a line of the file', () => {
    expect(placeOf('line 3, column 1', en)).toBeNull();
  });

  it('stands in the sentence in place of the path, in both languages', () => {
    const parsed = parseScenario({ ...exampleScenario(), assurance: 7 });
    const [issue] = parsed.ok ? [] : parsed.issues;
    if (!issue) throw new Error('accepted');
    expect(en.issues.sentence(issue, placeOf(issue.path, en) ?? undefined)).toMatch(
      /^assurance is 7, but must be a number from/,
    );
    expect(fr.issues.sentence(issue, placeOf(issue.path, fr) ?? undefined)).toMatch(
      /^assurance est 7 ; attendu : un nombre de 0,01 à 0,999$/,
    );
  });
});

describe('a file opened as a scenario', () => {
  it.each([
    ['start,calls\n2026-03-02T09:00,4\n2026-03-02T09:30,5\n', true],
    ['date;heure;appels\r\n02/03/2026;09:00;4\r\n', true],
    ['{\n  "format": "effectif-scenario",\n  "a": 1, "b": 2\n}', false],
    ['only words', false],
    ['\0\u0001,\u0002\n\u0003,\0', false],
    ['', false],
  ])('%j is a table: %s', (text, table) => {
    expect(looksLikeTable(text)).toBe(table);
  });
});
