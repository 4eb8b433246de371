/** What of a channel's adjustments, actuals and decisions an import leaves out, in a sentence. */
import type { Dropped } from '../../../app/import-session.ts';
import type { DemandWork } from '../../i18n/en/demand-work.ts';
import type { LocaleValue } from '../../locale.tsx';
import { adjustmentText } from './adjustment-text.ts';

/** Null where everything is kept. */
export function droppedText(
  name: string,
  { adjustments = [], actuals, decisions }: Dropped,
  intervalMinutes: number,
  w: DemandWork,
  locale: LocaleValue,
): string | null {
  const { t, f } = locale;
  const parts = [
    ...adjustments.map((adjustment) => adjustmentText(adjustment, w, locale)),
    ...(actuals
      ? [w.todaySummary(f.day(actuals.date), f.clock(actuals.contacts.length * intervalMinutes))]
      : []),
    ...(decisions > 0 ? [w.cleanDropped(decisions, f.count(decisions))] : []),
  ];
  return parts.length > 0 ? t.demand.adjustmentsDropped(name, parts.join(' · ')) : null;
}
