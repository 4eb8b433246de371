/** The messages about reasons as simulated: they load with the page, not with the app. */
import { reasonResults as en, type ReasonResults } from '../../i18n/en/reason-results.ts';
import { reasonResults as fr } from '../../i18n/fr/reason-results.ts';
import { useLocale } from '../../locale.tsx';

export function useResultWords(): ReasonResults {
  return useLocale().locale === 'fr' ? fr : en;
}
