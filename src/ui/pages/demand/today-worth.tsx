/** What forecasting the rest of the day anew has been worth on the past days of this history. */
import type { UpdateWorth } from '../../../forecast/update-record.ts';
import { Rich, useLocale } from '../../locale.tsx';
import { useWords } from './use-words.ts';

/** Less than this share of the error is nothing to speak of. */
const LEAST_GAIN = 0.02;

export function TodayWorth({ worth }: { readonly worth: UpdateWorth }) {
  const { f } = useLocale();
  const w = useWords();
  const { days, updated, evening, weekBefore, meanOfFour } = worth;
  const gain = evening > 0 ? 1 - updated / evening : 0;
  return (
    <p>
      <Rich
        text={w.todayWorth({
          days: f.count(days),
          updated: f.share(updated, 1),
          evening: f.share(evening, 1),
          weekBefore: f.share(weekBefore, 1),
          meanOfFour: f.share(meanOfFour, 1),
        })}
      />{' '}
      {gain < LEAST_GAIN ? w.todayWorthNothing : <Rich text={w.todayWorthHelps(f.share(gain))} />}
    </p>
  );
}
