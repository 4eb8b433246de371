/** In words: how good the worst and the best of the simulated weeks are. */
import type { ChannelSummary } from '../../../scenario/simulate.ts';
import { Rich, useLocale } from '../../locale.tsx';
import { useResultWords } from './use-result-words.ts';
import { weekSpread } from './week-spread.ts';

export function SpreadNote({ summary }: { readonly summary: ChannelSummary }) {
  const { f } = useLocale();
  const w = useResultWords();
  const spread = weekSpread(summary);
  if (!spread) return null;
  const { worst, middle, best } = spread;
  return (
    <p className="quiet-text">
      <Rich
        text={w.spread(
          f.share(worst.value),
          f.shareRange(worst.low, worst.high),
          f.share(middle.value),
          f.share(best.value),
        )}
      />
    </p>
  );
}
