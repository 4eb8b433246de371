/** Language, messages and formatters for everything below: `const { t, f } = useLocale()`. */
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { Text } from '../scenario/schema.ts';
import { formatsFor, NOT_AVAILABLE, type Formats, type Locale } from './format.ts';
import { en, type Messages } from './i18n/en.ts';

export type LocaleValue = {
  readonly locale: Locale;
  /** The message catalogue. */
  readonly t: Messages;
  /** One formatter per unit. */
  readonly f: Formats;
  /** A bundled or user's text in the current language. */
  readonly text: (text: Text) => string;
};

const LocaleContext = createContext<LocaleValue | null>(null);

type LocaleProviderProps = {
  readonly locale: Locale;
  readonly currency: string;
  readonly messages: Messages;
  readonly children: ReactNode;
};

export function LocaleProvider({ locale, currency, messages, children }: LocaleProviderProps) {
  const value = useMemo<LocaleValue>(
    () => ({
      locale,
      t: messages,
      f: formatsFor(locale, currency),
      text: (text) => (typeof text === 'string' ? text : text[locale]),
    }),
    [locale, currency, messages],
  );
  return <LocaleContext value={value}>{children}</LocaleContext>;
}

export function useLocale(): LocaleValue {
  const value = useContext(LocaleContext);
  if (!value) throw new Error('useLocale outside LocaleProvider');
  return value;
}

/** English comes with the app; another language is a file of its own, loaded when it is wanted. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  return locale === 'fr' ? (await import('./i18n/fr.ts')).fr : en;
}

/** A sentence from the catalogue; what stands between `**` is set in bold. */
export function Rich({ text }: { readonly text: string }) {
  return text
    .split('**')
    .map((part, index) => (index % 2 === 1 ? <strong key={`${index}-${part}`}>{part}</strong> : part));
}

/** A formatted number; the dash of a missing one has a spoken name. */
export function Num({ children }: { readonly children: string }) {
  const { t } = useLocale();
  if (children !== NOT_AVAILABLE) return <span className="num">{children}</span>;
  return (
    <span className="num">
      <span aria-hidden="true">{NOT_AVAILABLE}</span>
      <span className="visually-hidden">{t.shell.notAvailable}</span>
    </span>
  );
}
