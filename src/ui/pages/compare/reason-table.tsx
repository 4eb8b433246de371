/** Every figure of every reason: second scenario minus first, with half the width of its interval. */
import type { Channel } from '../../../scenario/schema.ts';
import type { ReasonDifference } from '../../../simulation/compare-reasons.ts';
import type { Estimate } from '../../../simulation/summary.ts';
import { useLocale } from '../../locale.tsx';
import { type Column, DataTable } from '../../page/data-table.tsx';
import type { PromisedShare } from '../simulation/promised-share.ts';
import { useResultWords } from '../simulation/use-result-words.ts';
import { type DifferenceUnit, differenceWithRange } from './difference-text.ts';
import { isSettled } from './reason-shift.ts';

type ReasonTableProps = {
  readonly caption: string;
  readonly channel: Channel;
  readonly reasons: readonly ReasonDifference[];
  readonly promised: PromisedShare;
  readonly nameOf: (reason: ReasonDifference) => string;
};

export function ReasonTable({ caption, channel, reasons, promised, nameOf }: ReasonTableProps) {
  const { f } = useLocale();
  const w = useResultWords();
  /** @param better which way is good; null: neither, so without a colour */
  const column = (
    id: string,
    head: string,
    unit: Exclude<DifferenceUnit, 'money'>,
    of: (reason: ReasonDifference) => Estimate | null,
    better: 'higher' | 'lower' | null = null,
  ): Column<ReasonDifference> => ({
    id,
    head,
    cell: (reason) => differenceWithRange(of(reason), unit, f),
    tone: (reason) => {
      const difference = of(reason);
      if (better === null || !difference || !isSettled(difference)) return undefined;
      return difference.value > 0 === (better === 'higher') ? 'over' : 'under';
    },
  });
  return (
    <DataTable
      caption={caption}
      rows={reasons}
      rowKey={({ id }) => id}
      columns={[
        { id: 'reason', head: w.name, cell: nameOf },
        column('began', w.began, 'count', ({ arrivals }) => arrivals),
        ...(channel.bot
          ? [column('solved', w.solved, 'share', ({ solvedByBot }) => solvedByBot, 'higher')]
          : []),
        column('toAgents', w.toAgents, 'count', ({ offered }) => offered),
        column(
          'level',
          promised === 'firstResponseWithin' ? w.responded : w.inTime,
          'share',
          (reason) => reason[promised],
          'higher',
        ),
        column('wait', w.wait, 'duration', ({ meanWaitAnswered }) => meanWaitAnswered, 'lower'),
        column('abandoned', w.abandoned, 'share', ({ abandonment }) => abandonment, 'lower'),
        column('work', w.work, 'duration', ({ handleTime }) => handleTime),
        column('hours', w.time, 'count', ({ workHours }) => workHours),
      ]}
    />
  );
}
