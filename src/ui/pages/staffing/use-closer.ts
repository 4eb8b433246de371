/** Messages of the closer looks: they load with the page, in both languages, and not with the app. */
import { closer as en, type CloserMessages } from '../../i18n/en/closer.ts';
import { closer as fr } from '../../i18n/fr/closer.ts';
import { useLocale } from '../../locale.tsx';

export function useCloser(): CloserMessages {
  return useLocale().locale === 'fr' ? fr : en;
}
