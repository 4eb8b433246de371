/** What belongs to the person and not to the scenario: language and theme, kept in this browser. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Locale } from './format.ts';

export type Theme = 'system' | 'light' | 'dark';
export type Preferences = { readonly locale: Locale; readonly theme: Theme };
export type PreferenceStore = StoreApi<Preferences>;

const KEY = 'effectif.preferences';

export function preferenceStore(storage: Storage, languages: readonly string[]): PreferenceStore {
  const store = createStore<Preferences>(() => remembered(storage, languages));
  store.subscribe((preferences) => {
    try {
      storage.setItem(KEY, JSON.stringify(preferences));
    } catch {
      // A full or forbidden storage costs the memory of two choices, nothing else.
    }
  });
  return store;
}

function remembered(storage: Storage, languages: readonly string[]): Preferences {
  const french = languages.find((language) => /^(fr|en)\b/i.test(language))?.startsWith('fr') ?? false;
  const fallback: Preferences = { locale: french ? 'fr' : 'en', theme: 'system' };
  try {
    const saved: unknown = JSON.parse(storage.getItem(KEY) ?? '{}');
    if (typeof saved !== 'object' || saved === null) return fallback;
    const locale = 'locale' in saved ? saved.locale : undefined;
    const theme = 'theme' in saved ? saved.theme : undefined;
    return {
      locale: locale === 'en' || locale === 'fr' ? locale : fallback.locale,
      theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    };
  } catch {
    return fallback;
  }
}
