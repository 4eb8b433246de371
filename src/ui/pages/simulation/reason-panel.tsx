/** Why customers came, as simulated: whose time it took, and which reason misses the promise. */
import type { ChannelAnalysis } from '../../../scenario/analysis.ts';
import type { Channel } from '../../../scenario/schema.ts';
import type { Estimate, ReasonSummary } from '../../../simulation/summary.ts';
import { Bars } from '../../charts/bars.tsx';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { useLocale } from '../../locale.tsx';
import { type Column, DataTable } from '../../page/data-table.tsx';
import { reasonName } from '../../reason-name.ts';
import { targetSentence, targetValue } from '../../target-text.ts';
import { useResultWords } from './use-result-words.ts';
import { heaviest, missedTargets, type ReasonResult, reasonResults } from './reason-results.ts';

type ReasonPanelProps = {
  readonly channel: Channel;
  readonly figures: ChannelAnalysis;
  readonly reasons: readonly ReasonSummary[];
};

/** Misses named in the line above the picture; the table has all. */
const MOST_NAMED = 3;

export function ReasonPanel({ channel, figures, reasons }: ReasonPanelProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const w = useResultWords();
  const nameOf = ({ id }: ReasonSummary): string => (id === null ? w.other : reasonName(channel, id, locale));
  const rows = reasonResults(reasons);
  const most = heaviest(rows);
  if (most === undefined) return null;
  const title = w.title(nameOf(most.reason), f.share(most.ofHours), f.share(most.ofContacts));
  const missed = missedTargets(reasons, figures);
  const readout =
    figures.targets.length === 0
      ? w.noPromise
      : missed.length === 0
        ? w.kept
        : w.misses(
            missed
              .slice(0, MOST_NAMED)
              .map(({ reason, target }) =>
                w.miss(nameOf(reason), targetValue(target, f), targetSentence(target, t, f)),
              )
              .join('; '),
          );
  const share = (is: Estimate | null): string =>
    is === null ? '–' : `${f.share(is.value, 1)} ${f.plusMinus(is.low, is.high, 'share')}`;
  const time = (is: Estimate | null): string =>
    is === null ? '–' : `${f.duration(is.value)} ${f.plusMinus(is.low, is.high, 'duration')}`;
  const replies = channel.targets.serviceLevel === undefined && channel.targets.firstResponse?.percentile;
  const level = ({ reason }: ReasonResult): Estimate | null =>
    replies && figures.model !== 'deferred' ? reason.firstResponse.within : reason.serviceLevel;
  const misses = (kinds: readonly string[]) => (row: ReasonResult) =>
    missed.some(({ reason, target }) => reason === row.reason && kinds.includes(target.kind))
      ? ('under' as const)
      : undefined;
  const columns: Column<ReasonResult>[] = [
    { id: 'reason', head: w.name, cell: ({ reason }) => nameOf(reason) },
    { id: 'began', head: w.began, cell: ({ reason }) => f.count(reason.arrivals.value) },
    ...(channel.bot
      ? [
          {
            id: 'solved',
            head: w.solved,
            cell: ({ reason }: ReasonResult) => share(reason.bot?.shares.resolution ?? null),
          },
        ]
      : []),
    { id: 'toAgents', head: w.toAgents, cell: ({ reason }) => f.count(reason.offered.value) },
    {
      id: 'level',
      head: replies ? w.responded : w.inTime,
      cell: (row) => share(level(row)),
      tone: misses(['serviceLevel', 'firstResponsePercentile']),
    },
    {
      id: 'wait',
      head: w.wait,
      cell: ({ reason }) => time(reason.meanWaitAnswered),
      tone: misses(['meanWaitAnswered', 'firstResponseMean']),
    },
    {
      id: 'abandoned',
      head: w.abandoned,
      cell: ({ reason }) => share(reason.abandonment),
      tone: misses(['abandonment']),
    },
    { id: 'work', head: w.work, cell: ({ reason }) => time(reason.work.handleTime) },
    {
      id: 'hours',
      head: w.time,
      cell: ({ reason: { work } }) =>
        `${f.count(work.workHours.value)} ${f.plusMinus(work.workHours.low, work.workHours.high, 'count')}`,
    },
    { id: 'part', head: w.part, cell: ({ ofHours }) => f.share(ofHours) },
  ];
  return (
    <ChartFrame
      title={title}
      readout={readout}
      table={
        <DataTable
          caption={title}
          hideCaption
          rows={rows}
          rowKey={({ reason }) => reason.id ?? ''}
          columns={columns}
        />
      }
    >
      <Bars
        label={w.label}
        bars={rows.map(({ reason, ofHours }) => {
          const { value, low, high } = reason.work.workHours;
          return {
            name: nameOf(reason),
            value,
            shown: `${w.hours(f.count(value))} (${f.share(ofHours)})`,
            ...(Number.isFinite(low) && Number.isFinite(high) ? { low: Math.max(0, low), high } : {}),
            strong: reason === most.reason,
          };
        })}
      />
    </ChartFrame>
  );
}
