/** What the core refuses, in the reader's language and format. */
import { describe, expect, it } from 'vitest';
import { fileIssue } from '../../../../src/history/file-issues.ts';
import { readHistory } from '../../../../src/history/history-reader.ts';
import { formatsFor, type Locale } from '../../../../src/ui/format.ts';
import { en } from '../../../../src/ui/i18n/en.ts';
import { fr } from '../../../../src/ui/i18n/fr.ts';
import type { LocaleValue } from '../../../../src/ui/locale.tsx';
import {
  fileIssueText,
  findingText,
  placesText,
  rejectionText,
} from '../../../../src/ui/pages/demand/import-text.ts';
import { guessOf, importOf, stamps } from '../../../history/tables.ts';

function reader(locale: Locale): LocaleValue {
  return {
    locale,
    t: locale === 'fr' ? fr : en,
    f: formatsFor(locale, 'EUR'),
    text: (text) => (typeof text === 'string' ? text : text[locale]),
  };
}

/** Spaces of every kind as one. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ').replaceAll('\u2060', '');

describe('a file that cannot be used', () => {
  it('is explained with its figures', () => {
    const large = fileIssue('fileTooLarge', { megabytes: 512, most: 400 });
    expect(plain(fileIssueText(large, reader('fr')))).toBe('Il fait 512 Mo ; on peut en lire 400 au plus.');
    const swallowed = fileIssue('quoteSwallows', { row: 12_345, lines: 2000 }, 'row 12345');
    expect(plain(fileIssueText(swallowed, reader('fr')))).toContain(
      'ligne 12345 avale au moins 2 000 lignes',
    );
    expect(fileIssueText(swallowed, reader('en'))).toContain('row 12345 swallows at least 2,000 lines');
  });

  it('of which no row counts names rows, columns and what is wrong with them', () => {
    const rows = stamps('2026-03-02T00:00', 12).map((start) => `${start},-4`);
    const text = ['start,appels', ...rows].join('\n');
    const result = readHistory([text], guessOf(text).mapping);
    if (result.ok) throw new Error('should have been refused');
    const told = result.issues.map((issue) => plain(fileIssueText(issue, reader('fr'))));
    expect(told[0]).toBe('Aucune des 12 lignes n’a pu être comptée.');
    expect(told[1]).toBe('Ligne 2, colonne « appels » : -4 contacts, c’est moins qu’aucun.');
  });
});

describe('a cell that is refused', () => {
  it('of 1e12 contacts is a number, and not a credible one', () => {
    const rows = stamps('2026-03-02T00:00', 12).map((start, i) => `${start};${i === 4 ? '1e12' : '7,5'}`);
    const { report } = importOf(['start;appels', ...rows].join('\n'));
    expect(report.rejections).toMatchObject([{ row: 6, column: 'appels', code: 'absurdVolume' }]);
    const [rejection] = report.rejections;
    if (!rejection) throw new Error('nothing was refused');
    expect(plain(rejectionText(rejection, reader('fr')))).toBe(
      '1e12 contacts dans un intervalle, ce n’est pas crédible ; 10 000 000 au plus.',
    );
  });

  it('says in which order a date was expected', () => {
    const rows = ['01/02/2026;3', '13/02/2026;4', '31/02/2026;5', '28/02/2026;6', '14/02/2026;6'];
    const { report } = importOf(['jour;appels', ...rows].join('\n'));
    const [rejection] = report.rejections;
    if (!rejection) throw new Error('nothing was refused');
    expect(rejectionText(rejection, reader('en'))).toBe(
      'The date 31/02/2026 does not exist (day, month, year).',
    );
  });
});

describe('closed hours', () => {
  const closed = (spans: readonly (readonly [number, string, string])[]) =>
    plain(
      placesText(
        {
          kind: 'closedHours',
          count: spans.length,
          examples: spans.map(([weekday, from, to]) => ({ weekday, from, to })),
        },
        reader('en'),
      ),
    );

  it('are told for days alike together', () => {
    const nights = [0, 1, 2, 3, 4].flatMap((day) => [
      [day, '00:00', '08:00'] as const,
      [day, '20:00', '24:00'] as const,
    ]);
    expect(closed([...nights, [5, '00:00', '24:00'], [6, '00:00', '24:00']])).toBe(
      'Mon–Fri 00:00–08:00, 20:00–24:00; Sat–Sun 00:00–24:00',
    );
  });

  it('of a sparse history are cut short, and the rest is counted', () => {
    const spans = Array.from(
      { length: 70 },
      (_, i) => [i % 7, `0${Math.floor(i / 7)}:00`, `0${Math.floor(i / 7)}:${10 + (i % 7)}`] as const,
    );
    expect(closed(spans)).toMatch(/^Mon 00:00–00:10, .*, and 60 more spans$/);
  });
});

describe('a series that ends before the others', () => {
  const told = (count: number, locale: Locale) => {
    const finding = { kind: 'endsEarly' as const, count, examples: [{ start: '2026-05-10T00:00' }] };
    return plain(`${findingText(finding, reader(locale))} (${placesText(finding, reader(locale))})`);
  };

  it('is told with its last day, and that it feeds no channel where it has stopped', () => {
    expect(told(20, 'en')).toBe(
      'Other series go on for 20 days after the last row of this one; unknown since, not zero. (Sun 10 May 2026)',
    );
    expect(told(57, 'en')).toContain('It feeds no channel unless you choose one.');
    expect(told(56, 'fr')).not.toContain('aucun canal');
    expect(told(57, 'fr')).toContain('Elle n’alimente aucun canal');
  });
});
