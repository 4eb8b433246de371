/** The messages of the table of reasons: they load with the page, not with the app. */
import { contactReasons as en, type ContactReasons } from '../../i18n/en/contact-reasons.ts';
import { contactReasons as fr } from '../../i18n/fr/contact-reasons.ts';
import { useLocale } from '../../locale.tsx';

export function useReasonWords(): ContactReasons {
  return useLocale().locale === 'fr' ? fr : en;
}
