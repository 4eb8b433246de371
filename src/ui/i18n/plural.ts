/** Plural forms by the rules of the language: French counts 1.5 as singular, English does not. */
import type { Locale } from '../format.ts';

export type Forms = { readonly one: string; readonly other: string };

export function pluralIn(locale: Locale): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(locale);
  return (count, forms) => (rules.select(Math.abs(count)) === 'one' ? forms.one : forms.other);
}
