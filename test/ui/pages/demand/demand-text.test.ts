import { describe, expect, it } from 'vitest';
import { formatsFor } from '../../../../src/ui/format.ts';
import { en } from '../../../../src/ui/i18n/en.ts';
import { swingText } from '../../../../src/ui/pages/demand/demand-text.ts';

const locale = { locale: 'en', t: en, f: formatsFor('en', 'EUR'), text: String } as const;

describe('how far whole days swing', () => {
  it('is a percentage where one is shown, and words where it would read 0.0 %', () => {
    expect(swingText({ dayFactorCv: 0.0006 }, locale)).toMatch(
      /^A whole day turns out 0\.1\s?% busier or calmer/,
    );
    for (const dayFactorCv of [0, 0.0004])
      expect(swingText({ dayFactorCv }, locale)).toBe(
        'Beyond chance, whole days turn out as busy as expected.',
      );
  });
});
