/** The messages of what the page opens on request: they load with the page, not with the app. */
import { demandWork as en, type DemandWork } from '../../i18n/en/demand-work.ts';
import { demandWork as fr } from '../../i18n/fr/demand-work.ts';
import { useLocale } from '../../locale.tsx';

export function useWords(): DemandWork {
  return useLocale().locale === 'fr' ? fr : en;
}
