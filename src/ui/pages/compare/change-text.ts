/** One side of a changed input, as planners write it: shares in percent, kinds and channels by their names. */
import type { Difference } from '../../../scenario/differences.ts';
import type { LocaleValue } from '../../locale.tsx';

/** Fields that are shares of a whole; the swing of days is entered in percent too. */
const SHARES: ReadonlySet<string> = new Set([
  'assurance',
  'absence',
  'shrinkage',
  'demand.dayFactorCv',
  'demand.levelCv',
  'bot.reach',
  'bot.containment',
  'bot.resolution',
  'bot.recontact',
  'callback.accept',
  'patience.leavesAtOnce',
  'targets.abandonment',
  'targets.maxOccupancy',
]);

/** What a law is that the document leaves out. */
const UNSAID: Readonly<Record<string, 'exponential' | 'lognormal'>> = {
  'patience.law.kind': 'exponential',
  'handling.law.kind': 'lognormal',
};

/** A day of the calendar, alone or with a time. */
const DATE = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2}))?$/;

/** @param channelCalled the name of a channel; null where neither scenario has it */
export function changeText(
  value: Difference['before'],
  field: string,
  { t, f }: LocaleValue,
  channelCalled: (id: string) => string | null,
): string {
  if (value === null) {
    const unsaid = UNSAID[field];
    return unsaid === undefined ? t.compare.none : t.compare.kind[unsaid];
  }
  if (typeof value === 'number') {
    const isShare = SHARES.has(field) || field.endsWith('.share');
    return isShare ? f.share(value, percentDigits(value)) : f.number(value, 3);
  }
  const [, date, hour, minute] = DATE.exec(value) ?? [];
  if (date) return hour ? `${f.date(date)}, ${f.clock(60 * Number(hour) + Number(minute))}` : f.date(date);
  const kinds: Readonly<Record<string, string>> = t.compare.kind;
  return (field.endsWith('.to') ? channelCalled(value) : null) ?? kinds[value] ?? value;
}

/** The digits that a percentage needs, at most two: `5 %`, `15.6 %`. */
function percentDigits(share: number): number {
  const hundredths = Math.round(share * 10_000);
  return hundredths % 100 === 0 ? 0 : hundredths % 10 === 0 ? 1 : 2;
}
