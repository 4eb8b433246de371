/** The messages of the shifts: they load with their table, not with the app. */
import { shifts as en, type Shifts } from '../../i18n/en/shifts.ts';
import { shifts as fr } from '../../i18n/fr/shifts.ts';
import { useLocale } from '../../locale.tsx';

export function useShiftWords(): Shifts {
  return useLocale().locale === 'fr' ? fr : en;
}
