import { expect, it } from 'vitest';
import { formatsFor } from '../../../../src/ui/format.ts';
import { en } from '../../../../src/ui/i18n/en.ts';
import { demandWork } from '../../../../src/ui/i18n/en/demand-work.ts';
import { adjustmentText } from '../../../../src/ui/pages/demand/adjustment-text.ts';

const locale = { locale: 'en', t: en, f: formatsFor('en', 'EUR'), text: String } as const;

it('tells a day forecast anew from intervals typed by hand', () => {
  const cells = [
    { cell: 1, contacts: 5 },
    { cell: 2, contacts: 6 },
  ];
  const typed = { kind: 'cells', who: '', why: '', cells } as const;
  expect(adjustmentText(typed, demandWork, locale)).toBe('2 intervals by hand');
  expect(adjustmentText({ ...typed, anew: true }, demandWork, locale)).toBe(
    '2 intervals as they came or forecast anew',
  );
});
