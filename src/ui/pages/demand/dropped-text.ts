/** What of a channel's adjustments and actuals an import leaves out, in a sentence. */
import type { Carried } from '../../../scenario/carry-adjustments.ts';
import type { DemandWork } from '../../i18n/en/demand-work.ts';
import type { LocaleValue } from '../../locale.tsx';
import { adjustmentText } from './adjustment-text.ts';

/** Null where everything is kept. */
export function droppedText(
  name: string,
  { adjustments = [], actuals }: Carried['dropped'],
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
  ];
  return parts.length > 0 ? t.demand.adjustmentsDropped(name, parts.join(' · ')) : null;
}
