import { describe, expect, it } from 'vitest';
import { differences } from '../../../../src/scenario/differences.ts';
import type { PatienceLaw } from '../../../../src/scenario/schema-customers.ts';
import type { Scenario } from '../../../../src/scenario/schema.ts';
import { formatsFor } from '../../../../src/ui/format.ts';
import { en } from '../../../../src/ui/i18n/en.ts';
import type { LocaleValue } from '../../../../src/ui/locale.tsx';
import { changeText } from '../../../../src/ui/pages/compare/change-text.ts';
import { onePhoneDay } from '../../../scenario/one-phone-day.ts';

const locale: LocaleValue = {
  locale: 'en',
  t: en,
  f: formatsFor('en', 'EUR'),
  text: (text) => (typeof text === 'string' ? text : text.en),
};
const shown = (value: string | number | null, field: string): string =>
  changeText(value, field, locale, (id) => (id === 'chat' ? 'Chat' : null)).replaceAll('\u202F', ' ');

const plain = onePhoneDay(8);
const withLaw = (law: PatienceLaw): Scenario => ({
  ...plain,
  channels: plain.channels.map((one) => ({ ...one, patience: { mean: 120, law } })),
});
const names: Readonly<Record<string, string>> = en.compare.field;
const lines = (before: Scenario, after: Scenario): string[] =>
  differences(before, after).map(
    ({ field, before: old, after: now }) =>
      `${names[field.replaceAll('.', '_')] ?? '?'} ${shown(old, field)} → ${shown(now, field)}`,
  );

describe('changeText', () => {
  it('names the law of patience that is chosen or left', () => {
    const lognormal = withLaw({ kind: 'lognormal', cv: 1 });
    expect(lines(plain, lognormal)).toEqual([
      'law of patience exponential → lognormal',
      'variation of patience none → 1',
    ]);
    expect(lines(lognormal, plain)[0]).toBe('law of patience lognormal → exponential');
    expect(lines(lognormal, withLaw({ kind: 'weibull', shape: 2 }))).toEqual([
      'law of patience lognormal → Weibull',
    ]);
  });

  it('knows handle times without a law for lognormal', () => {
    expect(shown(null, 'handling.law.kind')).toBe('lognormal');
    expect(shown('gamma', 'handling.law.kind')).toBe('gamma');
    expect(shown(null, 'handling.cv')).toBe('none');
  });

  it('writes shares in percent with the digits they need', () => {
    expect(shown(0.05, 'absence')).toBe('5 %');
    expect(shown(0.9, 'bot.reach')).toBe('90 %');
    expect(shown(0.156, 'demand.dayFactorCv')).toBe('15.6 %');
    expect(shown(0.29, 'targets.serviceLevel.share')).toBe('29 %');
    expect(shown(0.1234, 'afterwards.redial.share')).toBe('12.34 %');
  });

  it('writes days as a calendar does', () => {
    expect(shown('2026-11-23', 'calendar.start')).toBe('23 November 2026');
    expect(shown('2026-11-23T08:30', 'start')).toBe('23 November 2026, 08:30');
  });

  it('leaves other numbers, names and what is absent as they are', () => {
    expect(shown(1.2, 'volumeFactor')).toBe('1.2');
    expect(shown('chat', 'afterwards.switch.to')).toBe('Chat');
    expect(shown(null, 'bot.reach')).toBe('none');
  });
});
