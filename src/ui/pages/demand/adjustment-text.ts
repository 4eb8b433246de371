/** An adjustment in the reader's words. */
import type { Adjustment } from '../../../scenario/schema-demand.ts';
import type { DemandWork } from '../../i18n/en/demand-work.ts';
import type { LocaleValue } from '../../locale.tsx';
import { startText } from './demand-text.ts';
import { minuteText } from './event-times.ts';

/** `+10 %, Mon 23 Nov 2026, 09:00 – 12:00`. */
export function adjustmentText(adjustment: Adjustment, w: DemandWork, { f }: LocaleValue): string {
  switch (adjustment.kind) {
    case 'scale':
      return `${f.change(adjustment.factor)}, ${spanText(adjustment, f)}`;
    case 'add':
      return `${w.adjustAdded(f.count(adjustment.contacts, true))}, ${spanText(adjustment, f)}`;
    case 'total':
      return `${w.adjustTotalled(f.count(adjustment.contacts))}, ${spanText(adjustment, f)}`;
    case 'formula':
      return w.adjustFormula(adjustment.formula);
    case 'cells':
      return (adjustment.anew === true ? w.adjustAnew : w.adjustCells)(
        adjustment.cells.length,
        f.count(adjustment.cells.length),
      );
  }
}

function spanText({ from, to }: { readonly from: string; readonly to: string }, f: LocaleValue['f']): string {
  const [start, end] = [minuteText(from), minuteText(to)];
  const sameDay = start.slice(0, 10) === end.slice(0, 10);
  const clock = end.slice(11, 16);
  return sameDay
    ? `${startText(start, f)}–${f.clock(Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)))}`
    : `${startText(start, f)} – ${startText(end, f)}`;
}
