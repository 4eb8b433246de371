/** The numbers behind the overview: one row per channel. */
import type { Analysis, ChannelAnalysis } from '../../../scenario/analysis.ts';
import type { Channel, Scenario } from '../../../scenario/schema.ts';
import { channelName } from '../../channel-name.ts';
import { Num, useLocale } from '../../locale.tsx';
import { DataTable } from '../../page/data-table.tsx';
import { targetMet, targetRange, targetSentence, targetValue } from '../../target-text.ts';
import { shortIntervals } from '../shortages.ts';

type ChannelTableProps = { readonly analysis: Analysis; readonly scenario: Scenario };

export function ChannelTable({ analysis, scenario }: ChannelTableProps) {
  const locale = useLocale();
  const { t, f } = locale;
  const rows = analysis.channels.flatMap((result, index) => {
    const channel = scenario.channels[index];
    if (!channel) return [];
    const name = channelName(channel, scenario, locale);
    const short = shortIntervals(analysis, scenario.assurance, index).filter(Boolean).length;
    const lent = isLent(result, channel, scenario);
    return result.targets.map((target) => ({ result, target, name, channel, short, lent }));
  });
  return (
    <DataTable
      caption={t.overview.tableTitle}
      rows={rows}
      rowKey={({ channel, target }) => `${channel.id}-${target.kind}`}
      columns={[
        { id: 'channel', head: t.overview.channel, cell: ({ name }) => name },
        {
          id: 'target',
          head: t.overview.goal,
          text: true,
          cell: ({ target }) => targetSentence(target, t, f),
        },
        {
          id: 'expected',
          head: t.overview.expected,
          cell: ({ target }) => (
            <>
              <Num>{targetValue(target, f)}</Num> <span className="unit">{targetRange(target, f)}</span>
            </>
          ),
          tone: ({ target }) => (targetMet(target) === false ? 'under' : undefined),
        },
        {
          id: 'chance',
          head: t.overview.chance,
          cell: ({ result, target }) =>
            f.share(result.offered.some((count) => count > 0) ? target.chance : null),
        },
        {
          id: 'short',
          head: t.overview.shortIntervals,
          cell: ({ short, name, lent }) => (name ? (lent ? f.count(null) : f.count(short)) : ''),
        },
        {
          id: 'peak',
          head: t.overview.peakAgents,
          cell: ({ result, name, lent }) =>
            lent
              ? t.overview.sharedAgents
              : name
                ? `${f.agents(Math.max(0, ...result.required))} / ${f.agents(Math.max(0, ...result.planned))}`
                : '',
        },
      ]}
    />
  );
}

/** Whether the channel is too small for an agent of its own among those that it shares with others. */
function isLent(
  { offered, required, planned }: ChannelAnalysis,
  { id }: Channel,
  { groups }: Scenario,
): boolean {
  const none = (values: Float64Array): boolean => values.every((value) => value === 0);
  return (
    !none(offered) &&
    none(required) &&
    none(planned) &&
    groups.some(({ skills }) => skills.length > 1 && skills.some(({ channel }) => channel === id))
  );
}
