/** Hands store, language and theme to everything below. */
import { startTransition, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { App } from './app.tsx';
import type { Locale } from './format.ts';
import type { Messages } from './i18n/en.ts';
import { loadMessages, LocaleProvider } from './locale.tsx';
import { RootContext, type Root } from './use-app.ts';

type RootViewProps = {
  readonly root: Root;
  /** Of the language chosen when the app started. */
  readonly messages: Messages;
};

export function RootView({ root, messages }: RootViewProps) {
  const { locale, theme } = useStore(root.preferences);
  const currency = useStore(root.app.store, (state) => state.scenario.currency);
  const [shown, setShown] = useState<{ locale: Locale; messages: Messages }>({ locale, messages });

  useEffect(() => {
    if (locale === shown.locale) return;
    // The old language stays on screen for the moment the new one takes to load.
    // Every word on screen changes: drawn in slices.
    void loadMessages(locale).then((loaded) => startTransition(() => setShown({ locale, messages: loaded })));
  }, [locale, shown.locale]);

  useEffect(() => {
    document.documentElement.lang = shown.locale;
  }, [shown.locale]);

  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);

  return (
    <RootContext value={root}>
      <LocaleProvider locale={shown.locale} messages={shown.messages} currency={currency}>
        <App />
      </LocaleProvider>
    </RootContext>
  );
}
