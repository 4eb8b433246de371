/** The numbers behind the overview: one row per channel. */
import type { Analysis } from '../../../scenario/analysis.ts';
import type { Scenario } from '../../../scenario/schema.ts';
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
    return result.targets.map((target) => ({ result, target, name, channel, short }));
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
          cell: ({ short, name }) => (name ? f.count(short) : ''),
        },
        {
          id: 'peak',
          head: t.overview.peakAgents,
          cell: ({ result, name }) =>
            name
              ? `${f.agents(Math.max(0, ...result.required))} / ${f.agents(Math.max(0, ...result.planned))}`
              : '',
        },
      ]}
    />
  );
}
