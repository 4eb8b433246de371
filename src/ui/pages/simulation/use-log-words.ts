/** The messages about a log played against the plan: they load with the page, not with the app. */
import { playedLog as en, type PlayedLogWords } from '../../i18n/en/played-log.ts';
import { playedLog as fr } from '../../i18n/fr/played-log.ts';
import { useLocale } from '../../locale.tsx';

export function useLogWords(): PlayedLogWords {
  return useLocale().locale === 'fr' ? fr : en;
}
