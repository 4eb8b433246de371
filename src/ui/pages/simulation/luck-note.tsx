/** The service level with the luck of the volume taken out: how much surer it is than the plain one. */
import type { ChannelSummary } from '../../../scenario/simulate.ts';
import { Rich, useLocale } from '../../locale.tsx';
import { useResultWords } from './use-result-words.ts';

/** Below this the two are as good as equally sure. */
const WORTH_TELLING = 1.2;

export function LuckNote({ summary }: { readonly summary: ChannelSummary }) {
  const { f } = useLocale();
  const w = useResultWords();
  const { controlledServiceLevel: controlled } = summary;
  if (!controlled || controlled.gain < WORTH_TELLING) return null;
  return (
    <p className="quiet-text">
      <Rich
        text={w.luck(
          f.share(controlled.value, 1),
          f.plusMinus(controlled.low, controlled.high, 'share'),
          f.number(controlled.gain, 1),
        )}
      />
    </p>
  );
}
